/* What features weigh, summed by outcome.
 *
 * Weights are far apart in memory, so features go through three steps with other work between
 * them: fetch asks for their slots, look reads the slots and asks for their rows, sum adds up. */
#ifndef GISA_NLP_SCORE_H
#define GISA_NLP_SCORE_H

#include "nlp/dense.h"

#define GISA_PICK_MAX 32

typedef struct gisa_pick {
    uint32_t n;       /* features */
    uint32_t rows;    /* found with several weights: places in value[0..rows) */
    uint32_t singles; /* found with one: slots at the end of value */
    uint64_t hash[GISA_PICK_MAX];
    uint32_t value[GISA_PICK_MAX];
} gisa_pick;

/* The outcomes that are asked for: slot[outcome] is where an outcome's sum stands. */
typedef struct gisa_asked {
    const uint8_t *slot;
    const uint16_t *labels; /* of the sums in their order */
    unsigned n;             /* 0: labels are not known, all outcomes have a slot */
} gisa_asked;

static inline void gisa_pick_fetch(const gisa_model *m, const gisa_pick *p)
{
    for (uint32_t k = 0; k < p->n; k++)
        __builtin_prefetch(&m->slots[gisa_model_home(p->hash[k], m->slot_mask)]);
}

void gisa_pick_look(const gisa_model *m, gisa_pick *p);

/* Adds the weights to the sums. dense may be NULL. */
void gisa_pick_sum(const gisa_model *m, const gisa_dense *dense, const gisa_pick *p, gisa_asked a,
                   int32_t *sum);

/* What the features weigh for one outcome. */
int32_t gisa_pick_weigh(const gisa_model *m, const gisa_pick *p, uint32_t outcome);

#endif
