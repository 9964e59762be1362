/* Allocation from an arena (gisa/text.h). Memory is aligned for any type. */
#ifndef GISA_BASE_ARENA_H
#define GISA_BASE_ARENA_H

#include "base/status.h"
#include "base/str.h"
#include "gisa/text.h"

/* n bytes, uninitialised; NULL without memory or above the ceiling. Dead after clear/reset. */
void *gisa_arena_alloc(gisa_arena *a, size_t n);

/* count * size zeroed bytes; NULL on overflow, without memory or above the ceiling. */
void *gisa_arena_calloc(gisa_arena *a, size_t count, size_t size);

/* Copies s, with a NUL after it. The copy of GISA_NONE is GISA_NONE.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_arena_copy(gisa_arena *a, gisa_str s, gisa_str *out);

/* Makes room for one more in an array of n elements in the arena: doubles it when n reaches cap, a
 * size_t. What is added is zeroed; the old array stays in the arena until the clear. The pointer
 * and the capacity are assigned to, and the arguments are evaluated more than once.
 *
 *     if (GISA_ARENA_GROW(&a->arena, a->items, a->n, a->cap) < 0) return gisa_fail_mem(err);
 *     a->items[a->n++] = item;
 *
 * Returns: GISA_OK, or GISA_ENOMEM with the array and its capacity unchanged. */
#define GISA_ARENA_GROW(arena, items, n, cap)                                                      \
    ((n) < (cap) ||                                                                                \
             ((items) = gisa_arena_grown(arena, items, n, &(cap), sizeof *(items)), (n) < (cap))   \
         ? GISA_OK                                                                                 \
         : GISA_ENOMEM)

/* What GISA_ARENA_GROW calls: the array to go on with, which is the old one when *cap is unchanged
 * for want of memory. */
void *gisa_arena_grown(gisa_arena *a, void *items, size_t n, size_t *cap, size_t size);

#endif
