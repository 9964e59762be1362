/* The digest of a week or a month: what was taken in, the stories, the themes, the names that rise
 * and fall, who was quoted, the figures, the outlets, and how all this was counted.
 *
 * It quotes headlines, links, a line of each story and short quotations, and nothing more of the
 * articles. Same store, same bytes. */
#ifndef GISA_REPORT_DIGEST_DIGEST_H
#define GISA_REPORT_DIGEST_DIGEST_H

#include "report/lang.h"
#include "report/topics/rising.h"
#include "report/topics/topics.h"

#define GISA_DIGEST_CARRIERS 6

typedef struct gisa_story {
    gisa_headline lead; /* the earliest article */
    gisa_time published;
    bool first_known; /* the others are dated to the minute too: the lead broke it */
    gisa_str snippet; /* the lead's first sentence, at most 120 characters */
    uint64_t articles, outlets;
    gisa_str carriers[GISA_DIGEST_CARRIERS]; /* other outlets, in order of time */
    size_t n_carriers;
    double score;
} gisa_story;

typedef struct gisa_speaker {
    gisa_str name;
    uint64_t articles, quotes;
    gisa_str quote; /* one of them, at most 90 characters */
    gisa_headline from;
    gisa_str last_id; /* of the article that was counted last */
} gisa_speaker;

typedef struct gisa_number { /* a figure worth a look */
    gisa_str text, context;  /* as written; the words around it, at most 90 characters */
    uint64_t stories;        /* that state the same value */
    int kind;                /* 0 money, 1 shares and multiples, 2 counts of things */
    gisa_headline from;
} gisa_number;

typedef struct gisa_digest_outlet {
    gisa_str name;
    uint64_t articles, copies; /* copies: reprints of others' stories among them */
    uint64_t broke;            /* stories of several outlets that it had first */
} gisa_digest_outlet;

typedef struct gisa_digest {
    gisa_arena arena;
    gisa_period period;
    int64_t from_day, to_day;
    uint64_t articles, copies; /* in the period; near-duplicates among them */
    gisa_story *stories;
    size_t n_stories;
    uint64_t all_stories;
    gisa_speaker *speakers;
    size_t n_speakers;
    uint64_t all_speakers, all_quotes, unnamed_quotes;
    gisa_number *numbers;
    size_t n_numbers;
    uint64_t all_numbers;
    gisa_digest_outlet *outlets; /* by articles */
    size_t n_outlets;
    gisa_topics topics;
    gisa_rising rising;
    uint64_t undated; /* articles of the store that no period can have */
} gisa_digest;

typedef struct gisa_digest_opts {
    gisa_period period; /* week or month (day and year work too) */
    int64_t day;        /* any day of the period */
    gisa_tokenizer tokenizer;
    gisa_str query; /* only of what matches; GISA_NONE: everything */
} gisa_digest_opts;

/* Gathers a digest. Returns: GISA_OK, or GISA_END when the period has no article.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL, and the tokenizer's. */
gisa_status gisa_digest_run(gisa_store *s, const gisa_digest_opts *opts, gisa_digest *out,
                            gisa_error *err);
void gisa_digest_clear(gisa_digest *d);

typedef enum gisa_digest_format { GISA_DIGEST_HTML, GISA_DIGEST_MARKDOWN } gisa_digest_format;

/* Appends the digest as one self-contained page (no script, nothing from outside) or as CommonMark.
 *
 * version: of gisa, for the last line. Errors: GISA_ENOMEM, GISA_ELIMIT. */
gisa_status gisa_digest_write(const gisa_digest *d, gisa_digest_format format, gisa_lang lang,
                              const char *version, gisa_buf *out, gisa_error *err);

#endif
