/* Allocation with a hook that lets a test make the n-th allocation fail.
 *
 * Every heap byte of gisa's own code comes from here. Libraries (libxml2, SQLite, ICU) keep
 * their own allocators. */
#ifndef GISA_BASE_MEM_H
#define GISA_BASE_MEM_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* Like malloc, calloc and realloc; NULL when memory or the test's allowance is used up.
 * A size of 0 yields a valid pointer. Freed by gisa_free. */
void *gisa_malloc(size_t n);
void *gisa_calloc(size_t count, size_t size);
void *gisa_realloc(void *p, size_t n);

/* Makes room for `want` elements in an array of this allocator whose capacity is cap, a size_t, by
 * doubling. The pointer and the capacity are assigned to, and the arguments are evaluated more than
 * once. GISA_GROW makes room for one more than n.
 *
 *     if (GISA_GROW(list->items, list->n, list->cap) < 0) return gisa_fail_mem(err);
 *     list->items[list->n++] = item;
 *
 * Returns: GISA_OK, or GISA_ENOMEM with the array and its capacity unchanged. */
#define GISA_RESERVE(items, want, cap)                                                             \
    ((want) <= (cap) ||                                                                            \
             ((items) = gisa_mem_grown(items, want, &(cap), sizeof *(items)), (want) <= (cap))     \
         ? GISA_OK                                                                                 \
         : GISA_ENOMEM)
#define GISA_GROW(items, n, cap) GISA_RESERVE(items, (n) + 1, cap)

/* What GISA_RESERVE calls: the array to go on with, which is the old one when *cap is unchanged for
 * want of memory. */
void *gisa_mem_grown(void *items, size_t want, size_t *cap, size_t size);

/* A NUL-terminated copy of n bytes; NULL without memory. Freed by gisa_free. */
char *gisa_memdup(const char *p, size_t n);

/* A copy of a C string; NULL without memory. Freed by gisa_free. */
char *gisa_strdup(const char *s);

/* Frees what the functions above returned; NULL is fine. */
void gisa_free(void *p);

/* Asks glibc's allocator for one heap for all threads, and to return what is free beyond a megabyte
 * and every block of a quarter of one: a long import keeps some thirty megabytes less. For a
 * program to call before it starts threads; does nothing with other C libraries. */
void gisa_mem_be_frugal(void);

#define GISA_MEM_NEVER UINT64_MAX

/* Test hook: the next `allowed` allocations succeed and all later ones fail;
 * GISA_MEM_NEVER switches the hook off. Not for use while other threads run. */
void gisa_mem_fail_after(uint64_t allowed);

/* Test hook: how many allocations were asked for since the last gisa_mem_fail_after. */
uint64_t gisa_mem_count(void);

#endif
