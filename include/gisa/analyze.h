/* Analysis of one text: sentences, eojeols, morphemes; then names, quotes, dates and figures.
 *
 *     gisa_analyzer_open(&opts, &analyzer, &err);                     once
 *     gisa_analysis_open(analyzer, &work, &err);                      one a thread
 *     gisa_annotate(work, text, &how, &annotation, &err);             for each text
 *
 * An analyser is immutable: any number of threads share one. An analysis is the workspace of one
 * thread. All spans are bytes of the text as it was given. The same text gives the same annotation,
 * whatever was analysed before. */
#ifndef GISA_ANALYZE_H
#define GISA_ANALYZE_H

#include "gisa/annotation.h"
#include "gisa/tokenizer.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct gisa_analyzer gisa_analyzer; /* immutable: model, lexicon, gazetteer, patterns */
typedef struct gisa_analysis gisa_analysis; /* the workspace of one thread */

typedef struct gisa_analyzer_opts {
    const char *lexicon_path;  /* the user's names, NAME.names.tsv beside a database, or NULL */
    const char *words_path;    /* words, words.tsv: both in the form docs/FORMATS.md describes */
    const char *synonyms_path; /* synonyms.tsv: what widens queries */
    bool isolated_words;       /* each word by itself: coarser, fast, as the index reads */
    bool morphs_only;          /* opens faster, for words alone: names are found by rules only */
} gisa_analyzer_opts;

/* Opens the analyser with the data that ships inside the program.
 *
 * opts:   NULL: the defaults. The files are read now and not kept.
 * Errors: GISA_EIO, GISA_EINVAL (a bad line of a file), GISA_ECORRUPT, GISA_ENOMEM. */
GISA_API gisa_status gisa_analyzer_open(const gisa_analyzer_opts *opts, gisa_analyzer **out,
                                        gisa_error *err);
GISA_API void gisa_analyzer_close(gisa_analyzer *analyzer);

/* A workspace for one thread; the analyser must outlive it. Once it has seen texts of a size,
 * texts of that size need no more memory. Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_analysis_open(const gisa_analyzer *analyzer, gisa_analysis **out,
                                        gisa_error *err);
GISA_API void gisa_analysis_close(gisa_analysis *work);

typedef struct gisa_annotate_opts {
    gisa_time published; /* what "어제" counts from; precision unknown: relative dates stay open */
    size_t title_end;    /* bytes of the text that are its title (0: no title) */
    bool morphs_only;    /* leave out entities, quotes, dates and figures */
    bool klue_names; /* names by KLUE-NER's conventions: 경남 창원 is one place, a country that
                        acts is a body */
} gisa_annotate_opts;

/* Analyses a text. *out is emptied first; its memory is reused.
 *
 * text:   any bytes (ill-formed UTF-8 counts as U+FFFD); borrowed for the call only.
 * opts:   NULL: the defaults.
 * Errors: GISA_ENOMEM, GISA_ELIMIT (a text of 256 MB or more). */
GISA_API gisa_status gisa_annotate(gisa_analysis *work, gisa_str text,
                                   const gisa_annotate_opts *opts, gisa_annotation *out,
                                   gisa_error *err);

/* The index terms of one part of an annotated text, with offsets
 * counted from part.start. Appends to *out.
 *
 * text, a: what gisa_annotate was given and filled.
 * part:    begins and ends at sentence boundaries, as title and body do.
 * Errors:  GISA_ENOMEM. */
GISA_API gisa_status gisa_annotate_terms(gisa_analysis *work, gisa_str text,
                                         const gisa_annotation *a, gisa_span part, gisa_terms *out,
                                         gisa_error *err);

/* The tokenizer of a store: for the same text the same terms as gisa_annotate_terms. Borrows the
 * analyser. */
GISA_API gisa_tokenizer gisa_analyzer_tokenizer(const gisa_analyzer *analyzer);

#define GISA_READINGS_MAX 100u

typedef struct gisa_reading {
    int32_t score; /* sum of the model's weights; to compare readings of one sentence only */
    bool chosen;   /* the one that gisa_annotate gave: the first */
    gisa_morph *morphs;
    uint32_t n_morphs;
    const uint16_t *labels; /* of the whole sentence's syllables, for gisa_explain; may be NULL */
} gisa_reading;

typedef struct gisa_readings {
    gisa_reading *items; /* in the arena given */
    uint32_t n;
} gisa_readings;

/* Finds the `most` best readings of a span (at most GISA_READINGS_MAX) while everything outside it
 * is read as before. What must stay whole  does in each. The first
 * reading is the one that was chosen; as this search is wider than the tagger's, the second may
 * score above it. It is the only one for a sentence of more than 2,048 syllables, or
 * without a model.
 *
 * work: has just run gisa_annotate on a text without a title.
 * span: a sentence of that annotation, or eojeols of one sentence.
 * Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_readings_find(gisa_analysis *work, gisa_span span, uint32_t most,
                                        gisa_arena *arena, gisa_readings *out, gisa_error *err);

typedef struct gisa_keyword {
    gisa_str form; /* a view into the text, where it stands first */
    double score;
    uint32_t count;
} gisa_keyword;

typedef struct gisa_keywords {
    gisa_keyword *items; /* best first; equal scores in the order of the text */
    size_t n;
} gisa_keywords;

/* In how many of the corpus's articles a word stands. */
typedef struct gisa_word_counts {
    uint64_t articles; /* in all; 0: no corpus, every word counts alike */
    uint64_t (*count)(void *ctx, gisa_str form);
    void *ctx;
} gisa_word_counts;

/* The best `max` keywords of an annotated text.
 *
 * body: byte offset where the body begins.
 * out: items live in the arena. Errors: GISA_ENOMEM. */
GISA_API gisa_status gisa_keywords_find(gisa_str text, size_t body, const gisa_annotation *a,
                                        const gisa_word_counts *counts, size_t max,
                                        gisa_arena *arena, gisa_keywords *out, gisa_error *err);

#ifdef __cplusplus
}
#endif

#endif
