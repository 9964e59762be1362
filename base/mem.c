#include "base/mem.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static atomic_uint_fast64_t asked;
static atomic_uint_fast64_t allowance = GISA_MEM_NEVER;

/* The counter is touched only while a test has armed the hook, so that threads in normal use
 * share nothing but a read-only word. */
static int refused(void)
{
    uint64_t limit = atomic_load_explicit(&allowance, memory_order_relaxed);
    if (limit == GISA_MEM_NEVER) return 0;
    return atomic_fetch_add_explicit(&asked, 1, memory_order_relaxed) >= limit;
}

void *gisa_malloc(size_t n)
{
    return refused() ? NULL : malloc(n ? n : 1);
}

void *gisa_calloc(size_t count, size_t size)
{
    if (refused()) return NULL;
    return calloc(count ? count : 1, size ? size : 1);
}

void *gisa_realloc(void *p, size_t n)
{
    return refused() ? NULL : realloc(p, n ? n : 1);
}

void *gisa_mem_grown(void *items, size_t want, size_t *cap, size_t size)
{
    size_t more = *cap ? *cap : 16;
    const size_t most = SIZE_MAX / 2 / size;
    for (; more < want; more *= 2)
        if (more > most) return items; /* mutate: equivalent, no machine has that much */
    void *p = gisa_realloc(items, more * size);
    if (!p) return items;
    *cap = more;
    return p;
}

char *gisa_memdup(const char *p, size_t n)
{
    if (n == SIZE_MAX) return NULL;
    char *copy = gisa_malloc(n + 1);
    if (!copy) return NULL;
    if (n) memcpy(copy, p, n);
    copy[n] = '\0';
    return copy;
}

char *gisa_strdup(const char *s)
{
    return gisa_memdup(s, strlen(s));
}

void gisa_free(void *p)
{
    free(p);
}

void gisa_mem_fail_after(uint64_t allowed)
{
    atomic_store(&asked, 0);
    atomic_store(&allowance, allowed);
}

uint64_t gisa_mem_count(void)
{
    return atomic_load(&asked);
}

#ifdef __GLIBC__
#include <malloc.h>

void gisa_mem_be_frugal(void)
{
    mallopt(M_ARENA_MAX, 1);
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
    mallopt(M_MMAP_THRESHOLD, 1 << 18);
}
#else
void gisa_mem_be_frugal(void)
{
}
#endif
