/* Keywords of one article: its nouns and names by tf-idf (Salton and Buckley 1988: (1 + ln tf) *
 * ln(N / df)), a name, a word of the title and one of the first two sentences counting more. */
#ifndef GISA_NLP_KEYWORD_H
#define GISA_NLP_KEYWORD_H

#include "corpus/annotation.h"

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
gisa_status gisa_keywords_find(gisa_str text, size_t body, const gisa_annotation *a,
                               const gisa_word_counts *counts, size_t max, gisa_arena *arena,
                               gisa_keywords *out, gisa_error *err);

#endif
