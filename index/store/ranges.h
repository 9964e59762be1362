/* Ranges of the roll for which bounds on scores are known (index/postings/bounds.h), as a store
 * holds them. */
#ifndef GISA_INDEX_STORE_RANGES_H
#define GISA_INDEX_STORE_RANGES_H

#include "base/mem.h"

typedef struct gisa_bounds {
    bool looked;     /* for them, with this roll */
    size_t n;        /* ranges; 0: there are none */
    uint32_t *start; /* n + 1 indices into the roll */
    bool *fresh;     /* by range: an article of it was written since */
    double scale;    /* of ratios, since the average length changed */
    uint64_t build;  /* checksum of the ranges */
} gisa_bounds;

static inline void gisa_bounds_clear(gisa_bounds *b)
{
    gisa_free(b->start);
    gisa_free(b->fresh);
    *b = (gisa_bounds){0};
}

#endif
