/* What features weigh, summed by outcome.
 *
 * Weights are far apart in memory, so features go through three steps with other work between
 * them: fetch asks for their slots, look reads the slots and asks for their rows, sum adds up. */
#ifndef GISA_NLP_SCORE_H
#define GISA_NLP_SCORE_H

#include "nlp/dense.h"

#define GISA_PICK_MAX 31

typedef struct gisa_pick {
    uint32_t n;       /* features */
    uint32_t rows;    /* found with several weights: their places */
    uint32_t singles; /* found with one: their slots */
    uint64_t hash[GISA_PICK_MAX];
    uint32_t row[GISA_PICK_MAX + 1], single[GISA_PICK_MAX + 1];
} gisa_pick;

#define GISA_PICK_LANES 4u /* slots that are compared at once */

/* The outcomes that are asked for: slot[outcome] is where an outcome's sum stands. */
typedef struct gisa_asked {
    const uint8_t *slot;
    const uint16_t *labels; /* of the sums in their order */
    unsigned n;             /* 0: labels are not known, all outcomes have a slot */
} gisa_asked;

static inline void gisa_pick_fetch(const gisa_model *m, const gisa_pick *p)
{
    for (uint32_t k = 0; k < p->n; k++) {
        const uint32_t *home = &m->slots[gisa_model_home(p->hash[k], m->slot_mask)];
        __builtin_prefetch(home);
        __builtin_prefetch(home + GISA_PICK_LANES - 1);
    }
}

void gisa_pick_look(const gisa_model *m, gisa_pick *p);

/* Adds the weights to the sums. dense may be NULL. Weights of outcomes that are not asked for go
 * where their slot says; spread over several places they need not wait for each other. */
void gisa_pick_sum(const gisa_model *m, const gisa_dense *dense, const gisa_pick *p, gisa_asked a,
                   int32_t *sum);

/* What the features weigh for one outcome. */
int32_t gisa_pick_weigh(const gisa_model *m, const gisa_pick *p, uint32_t outcome);

#endif
