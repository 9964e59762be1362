/* The longest rows of a model laid out by outcome. A feature that fires everywhere has weights for
 * hundreds of outcomes, of which a syllable asks for some fifteen: those are then looked up instead
 * of adding up all. Made once when a model is opened; immutable, shared by threads. */
#ifndef GISA_NLP_DENSE_H
#define GISA_NLP_DENSE_H

#include "nlp/model.h"

#define GISA_DENSE_LEAST 32u /* outcomes of a row that is laid out */

typedef struct gisa_dense {
    uint32_t n_labels;
    uint32_t mask;
    uint32_t *keys;   /* open addressing: a row's place plus one; 0: free */
    uint32_t *number; /* of the row in weights */
    int16_t *weights; /* [row][label] */
} gisa_dense;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_dense_open(const gisa_model *m, gisa_dense *out, gisa_error *err);
void gisa_dense_clear(gisa_dense *d);

/* The weights of the row at a place (in units of four bytes), by label; NULL when it is not laid
 * out. */
static inline const int16_t *gisa_dense_find(const gisa_dense *d, uint32_t place)
{
    for (uint32_t i = place * 0x9E3779B1u & d->mask; d->keys[i] != 0; i = (i + 1) & d->mask)
        if (d->keys[i] == place + 1) return d->weights + (size_t)d->number[i] * d->n_labels;
    return NULL;
}

#endif
