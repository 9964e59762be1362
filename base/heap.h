/* The n best of many, or all of them in order: a binary heap of indexes with the worst at its root
 * (Williams 1964), sorted in place. Needs no memory of its own and cannot fail. */
#ifndef GISA_BASE_HEAP_H
#define GISA_BASE_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gisa_heap {
    uint32_t *items; /* the caller's, room for max */
    size_t n, max;
    bool (*better)(const void *ctx, uint32_t a, uint32_t b); /* a strict order */
    const void *ctx;
} gisa_heap;

/* Takes an item in; when the heap is full, in place of the worst, or not at all. */
void gisa_heap_put(gisa_heap *h, uint32_t item);

/* Sorts the n items, best first; after this the heap takes no more. Also for items that the caller
 * filled in. */
void gisa_heap_sort(gisa_heap *h);

#endif
