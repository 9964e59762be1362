/* The longer rows of a model laid out by outcome. A feature that fires often has weights for many
 * outcomes; laid side by side they are added without a branch that the CPU cannot predict. Labels
 * are numbered by how frequent they are, so that the first ones are nearly all that is asked for:
 * those have a cache line a row. Made once when a model is opened; immutable, shared by threads. */
#ifndef GISA_NLP_TAGGER_WEIGHT_ROWS_H
#define GISA_NLP_TAGGER_WEIGHT_ROWS_H

#include "nlp/tagger/model.h"

#define GISA_WEIGHT_ROWS_MIN 16u /* outcomes of a row that is laid out */
#define GISA_WEIGHT_ROWS_LOW 64u /* outcomes that are laid side by side */
#define GISA_WEIGHT_ROWS_PAIRS                                                                     \
    12u /* outcomes beyond those that are pairs; more make a wide row                              \
         */
#define GISA_WEIGHT_ROWS_MAX_WEIGHT 63 /* no larger, so that two fit a byte */

typedef struct gisa_weight_rows {
    uint32_t n_places;      /* rows from here on (in units of four bytes) are not laid out */
    const uint16_t *number; /* [place + 1] of the row there; 0: not laid out */
    const int8_t *low;      /* [number][GISA_WEIGHT_ROWS_LOW], each a cache line; row 0 is empty */
    uint32_t n_wide;        /* numbers from here on have the other outcomes in pairs */
    uint32_t n_labels;      /* of a wide row */
    const int8_t *wide;     /* [number][n_labels], the low ones being zero */
    const uint32_t *high;   /* by number: where its pairs begin */
    const uint8_t *pairs;   /* rows as in the model */
    void *memory;           /* that all of this is in */
} gisa_weight_rows;

/* No row laid out. */
extern const gisa_weight_rows gisa_weight_rows_none;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_weight_rows_open(const gisa_model *m, gisa_weight_rows *out, gisa_error *err);
void gisa_weight_rows_clear(gisa_weight_rows *d);

/* Where the weight of an outcome is in a low row: the even bytes of 16 are the first eight
 * outcomes, so that their sums are 16-bit lanes in order. */
static inline uint32_t gisa_weight_rows_place(uint32_t outcome)
{
    return (outcome & ~15u) + (outcome & 7) * 2 + (outcome >> 3 & 1);
}

/* The number of the row at a place (any larger one: no row); 0 when it is not laid out. */
static inline uint32_t gisa_weight_rows_find(const gisa_weight_rows *d, uint32_t place)
{
    return d->number[(place + 1) & (0u - (uint32_t)(place < d->n_places))];
}

static inline const int8_t *gisa_weight_rows_low(const gisa_weight_rows *d, uint32_t number)
{
    return d->low + (size_t)number * GISA_WEIGHT_ROWS_LOW;
}

/* The weights of outcomes from GISA_WEIGHT_ROWS_LOW on: by outcome for numbers below n_wide, for
 * others as a row of the model. */
static inline const int8_t *gisa_weight_rows_wide(const gisa_weight_rows *d, uint32_t number)
{
    return d->wide + (size_t)number * d->n_labels;
}

static inline const uint8_t *gisa_weight_rows_pairs(const gisa_weight_rows *d, uint32_t number)
{
    return d->pairs + d->high[number];
}

#endif
