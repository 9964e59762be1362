/* The best ways to read a line: the tagger's model with a wider beam that forgets nothing (k-best
 * Viterbi, Huang and Chiang 2005, algorithm 1). Slow beside nlp/tagger/tagger.h; made for looking
 * at single sentences. */
#ifndef GISA_NLP_TAGGER_NBEST_H
#define GISA_NLP_TAGGER_NBEST_H

#include "base/arena.h"
#include "nlp/tagger/model.h"

#define GISA_NBEST_MAX  256u /* paths at once */
#define GISA_NBEST_OPEN UINT16_MAX

/* What is wanted: the labels of n syllables. */
typedef struct gisa_nbest_line {
    uint32_t n; /* at most GISA_TAGGER_LINE_MAX */
    const uint32_t *cp;
    const uint8_t *begins;     /* an eojeol begins here */
    const uint8_t *must_begin; /* a morpheme begins here */
    const uint16_t *fixed;     /* the only label, or GISA_NBEST_OPEN */
} gisa_nbest_line;

typedef struct gisa_path {
    int32_t score; /* sum of the model's weights; to compare paths of one line only */
    uint16_t *labels;
} gisa_path;

typedef struct gisa_paths {
    gisa_path *items; /* best first; equal scores in a fixed order */
    uint32_t n;
} gisa_paths;

/* Finds the `most` best paths (at most GISA_NBEST_MAX); fewer when there are no more.
 *
 * out: lives in the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_nbest_find(const gisa_model *model, const gisa_nbest_line *line, uint32_t max,
                            gisa_arena *arena, gisa_paths *out, gisa_error *err);

/* Adds the weights of a feature to sums by outcome (GISA_NBEST_OUTCOMES of them). */
#define GISA_NBEST_OUTCOMES 4096u
void gisa_nbest_add(const gisa_model *model, uint64_t feature, int32_t *sums);

#endif
