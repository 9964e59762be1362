/* What the files of the export share. */
#ifndef GISA_REPORT_EXPORT_EXPORT_INSIDE_H
#define GISA_REPORT_EXPORT_EXPORT_INSIDE_H

#include "index/postings/vocabulary.h"
#include "index/query/articles.h"
#include "report/export/export.h"

typedef enum gisa_export_table {
    GISA_TABLE_ARTICLES,
    GISA_TABLE_ENTITIES,
    GISA_TABLE_QUOTES,
    GISA_TABLE_DATES,
    GISA_TABLE_FIGURES,
    GISA_TABLE_COUNT
} gisa_export_table;

#define GISA_EXPORT_KEYWORDS 10

/* What the words of one article are counted as. */
typedef struct gisa_export_words {
    gisa_map counts; /* form → how often */
    gisa_map bare;   /* form → how often it stands alone as a noun does */
    gisa_terms terms;
    const gisa_stopwords *stop; /* no keywords; the caller's */
    uint64_t tokens, distinct;
    gisa_str keywords[GISA_EXPORT_KEYWORDS]; /* in counts */
    size_t n_keywords;
} gisa_export_words;

/* Counts the tokens of title and body and picks keywords by (1 + ln tf) ln(N / df) (Salton and
 * Buckley 1988), N and df over the whole store.
 *
 * workspace: of the tokenizer. Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_export_words_read(gisa_export_words *w, const gisa_tokenizer *tokenizer,
                                   void *workspace, const gisa_record *r,
                                   const gisa_vocabulary *vocabulary, gisa_error *err);
void gisa_export_words_clear(gisa_export_words *w);

/* One article on its way through the threads. */
typedef struct gisa_export_item {
    gisa_stored stored;
    gisa_str copy_of; /* id of its source, when that was exported before it */
    gisa_export_words words;
    gisa_buf rows[GISA_TABLE_COUNT];
    uint64_t n_rows[GISA_TABLE_COUNT];
    struct gisa_export_item *next;
} gisa_export_item;

/* An id as tables have it: with GISA_ARTICLE_ID_MARK before it, as 12e4567890123456 is a number to
 * some readers and loses its zeros with others. An id that was stated and begins with a letter
 * stays. out: where a marked one is put. */
#define GISA_EXPORT_ID_CHARS 64
gisa_str gisa_export_id(gisa_str id, char out[GISA_EXPORT_ID_CHARS]);

/* The columns' names as a CSV row. */
void gisa_export_header(const gisa_export_opts *o, gisa_export_table table, gisa_buf *out);

/* Writes the article's rows of all tables into item->rows. Errors: GISA_ENOMEM, GISA_ELIMIT. */
gisa_status gisa_export_rows(const gisa_export_opts *o, gisa_export_item *item, gisa_error *err);

/* "articles.jsonl", … Static. */
const char *gisa_export_name(const gisa_export_opts *o, gisa_export_table table);

/* GISA_RIGHT_… of "allowed", "prohibited" or anything else. */
int gisa_export_right(gisa_str word);

/* How other programs read the export: a section of the datasheet. */
void gisa_export_add_readers(const gisa_export_opts *o, gisa_buf *out);

/* The datasheet (Gebru and others 2021, in short). outlets: name → articles. */
gisa_status gisa_export_readme(const gisa_export_opts *o, const gisa_export_result *r,
                               const gisa_map *outlets, gisa_buf *out, gisa_error *err);

#endif
