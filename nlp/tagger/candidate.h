/* The labels that a syllable may take, weighed by what is around it.
 *
 * Groups of features that recur are summed once and remembered; those sums cut the candidates
 * before the other features are looked at. Owned by one tagger. */
#ifndef GISA_NLP_TAGGER_CANDIDATE_H
#define GISA_NLP_TAGGER_CANDIDATE_H

#include "nlp/tagger/score.h"
#include "nlp/tagger/score_cache.h"

#define GISA_LABELS_MAX     2048u
#define GISA_CANDIDATES_MAX 250u /* of a syllable */
#define GISA_CANDIDATES_TOP 10u  /* go on */

typedef struct gisa_lookahead { /* a syllable to come */
    uint64_t key[GISA_GROUPS];
    gisa_lookup group[GISA_GROUPS]; /* of those not remembered */
    gisa_lookup rest;
    const gisa_score_cache *cache;
} gisa_lookahead;

typedef struct gisa_candidates {
    const gisa_model *model;
    const gisa_weight_rows *long_rows;
    gisa_score_cache few, many;     /* sums of a group by candidate, by how many there are */
    uint8_t first[GISA_LABELS_MAX]; /* tag of a label's first part, or FIRST_BEGINS */
    gisa_sums sums;                 /* by label, at hand */
    int16_t group[GISA_CANDIDATES_MAX];
    gisa_lookahead ahead[4];
} gisa_candidates;

#define GISA_FIRST_BEGINS 63u /* a label begins a morpheme */

/* Labels in order of their scores, best first. */
typedef struct gisa_choice {
    unsigned n;
    uint16_t label[GISA_CANDIDATES_TOP];
    int32_t score[GISA_CANDIDATES_TOP];
} gisa_choice;

/* The model must outlive it. Errors: GISA_ENOMEM. */
gisa_status gisa_candidates_open(gisa_candidates *c, const gisa_model *model, gisa_error *err);
void gisa_candidates_clear(gisa_candidates *c);

/* Steps that fetch what a syllable needs; call 0, 1 and 2 in this order, with time between them. */
void gisa_candidates_prepare(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i,
                             unsigned step);

/* Weighs the labels that syllable i may take and keeps those near the best.
 *
 * open: bits of the tags that may go on here; a label that begins a morpheme always may. A syllable
 * that nothing fits has no label. */
void gisa_candidates_choose(gisa_candidates *c, const gisa_tagger_line *l, uint32_t i,
                            uint64_t open, gisa_choice *out);

#endif
