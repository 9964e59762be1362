/* What features weigh, summed by outcome.
 *
 * Weights are far apart in memory, so features go through three steps with other work between
 * them: fetch asks for their slots, look reads the slots and asks for their rows, sum adds up. */
#ifndef GISA_NLP_TAGGER_SCORE_H
#define GISA_NLP_TAGGER_SCORE_H

#include "nlp/tagger/weight_rows.h"

#define GISA_LOOKUP_MAX 31

typedef struct gisa_lookup {
    uint32_t n;       /* features */
    uint32_t rows;    /* found with several weights: their places */
    uint32_t longs;   /* found with a row that is laid out: their numbers */
    uint32_t singles; /* found with one: their slots */
    uint64_t hash[GISA_LOOKUP_MAX];
    uint32_t row[GISA_LOOKUP_MAX + 1], numbers[GISA_LOOKUP_MAX + 1], single[GISA_LOOKUP_MAX + 1];
} gisa_lookup;

#define GISA_LOOKUP_SLOTS 8u /* slots that are compared at once */

/* Sums by outcome. Only those that were set to zero before mean anything: what is added up in the
 * others may wrap. */
#define GISA_SUMS_MAX 2048u
typedef struct gisa_sums {
    _Alignas(16) int16_t at[GISA_SUMS_MAX];
} gisa_sums;

/* The outcomes that are asked for. */
typedef struct gisa_outcomes {
    const uint16_t *outcomes; /* below the model's number of labels */
    unsigned n;
    bool high; /* one of them is from GISA_WEIGHT_ROWS_LOW on */
} gisa_outcomes;

/* Sets the sums of some outcomes to zero. */
static inline gisa_outcomes gisa_sums_clear(gisa_sums *s, const uint16_t *outcomes, unsigned n)
{
    unsigned all = 0;
    for (unsigned k = 0; k < n; k++) {
        s->at[outcomes[k]] = 0;
        all |= outcomes[k];
    }
    return (gisa_outcomes){outcomes, n, all >= GISA_WEIGHT_ROWS_LOW};
}

static inline void gisa_lookup_prefetch(const gisa_model *m, const gisa_lookup *p)
{
    for (uint32_t k = 0; k < p->n; k++) {
        const uint32_t *home = &m->slots[gisa_model_home(p->hash[k], m->slot_mask)];
        __builtin_prefetch(home);
        __builtin_prefetch(home + GISA_LOOKUP_SLOTS - 1);
    }
}

void gisa_lookup_find(const gisa_model *m, const gisa_weight_rows *long_rows, gisa_lookup *p);

/* Adds the weights of the outcomes asked for to their sums. long_rows: as it was looked with. */
void gisa_lookup_sum(const gisa_model *m, const gisa_weight_rows *long_rows, const gisa_lookup *p,
                     gisa_outcomes a, gisa_sums *sums);

#endif
