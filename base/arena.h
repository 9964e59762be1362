/* An arena: many small allocations with one lifetime and one ceiling.
 *
 * {0} is an empty arena without a ceiling of its own. Memory is aligned for any type. */
#ifndef GISA_BASE_ARENA_H
#define GISA_BASE_ARENA_H

#include "base/status.h"
#include "base/str.h"

typedef struct gisa_arena_block gisa_arena_block;

typedef struct gisa_arena {
    gisa_arena_block *head;
    size_t used; /* bytes handed out */
    size_t max;  /* ceiling for `used`; 0: none */
} gisa_arena;

/* n bytes, uninitialised; NULL without memory or above the ceiling. Dead after clear/reset. */
void *gisa_arena_alloc(gisa_arena *a, size_t n);

/* count * size zeroed bytes; NULL on overflow, without memory or above the ceiling. */
void *gisa_arena_calloc(gisa_arena *a, size_t count, size_t size);

/* Copies s, with a NUL behind it. The copy of GISA_NONE is GISA_NONE.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_arena_copy(gisa_arena *a, gisa_str s, gisa_str *out);

/* Grows an array of n elements of `size` bytes to hold at least n + 1; *cap is its capacity. The
 * new array replaces *items (the old one stays in the arena until the clear).
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_arena_grow(gisa_arena *a, void **items, size_t n, size_t *cap, size_t size);

/* Frees all but one block, which stays for reuse. */
void gisa_arena_reset(gisa_arena *a);

/* Frees everything; the arena is empty and usable again, with the same ceiling. */
void gisa_arena_clear(gisa_arena *a);

#endif
