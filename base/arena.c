#include "base/arena.h"

#include <stddef.h>

#include "base/mem.h"

/* Under the address sanitizer, what an arena has not handed out may not be touched. */
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#if defined SANITIZED || defined __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#define TAKE(p, n)    ASAN_UNPOISON_MEMORY_REGION(p, n)
#define FORBID(block) ASAN_POISON_MEMORY_REGION((block)->data, (block)->cap)
#else
#define TAKE(p, n)    ((void)(p), (void)(n))
#define FORBID(block) ((void)(block))
#endif

struct gisa_arena_block {
    gisa_arena_block *next;
    size_t cap;
    size_t n;
    max_align_t data[];
};

enum { FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20 };

static size_t rounded(size_t n)
{
    size_t unit = _Alignof(max_align_t);
    return (n + unit - 1) / unit * unit;
}

static gisa_arena_block *add_block(gisa_arena *a, size_t n)
{
    size_t cap = a->head ? a->head->cap * 2 : FIRST_BLOCK;
    if (cap > LARGEST_STEP) cap = LARGEST_STEP;
    if (cap < n) cap = n;
    gisa_arena_block *block = gisa_malloc(sizeof *block + cap);
    if (!block) return NULL;
    *block = (gisa_arena_block){.next = a->head, .cap = cap};
    FORBID(block);
    a->head = block;
    return block;
}

void *gisa_arena_alloc(gisa_arena *a, size_t n)
{
    if (n > SIZE_MAX / 2) return NULL; /* mutate: equivalent, no machine has that much */
    size_t asked = n;
    n = rounded(n ? n : 1);
    if (a->max && a->used + n > a->max) return NULL;
    gisa_arena_block *block = a->head;
    if (!block || block->cap - block->n < n) block = add_block(a, n);
    if (!block) return NULL;
    void *p = (char *)block->data + block->n;
    TAKE(p, asked);
    block->n += n;
    a->used += n;
    return p;
}

void *gisa_arena_calloc(gisa_arena *a, size_t count, size_t size)
{
    size_t n;
    if (__builtin_mul_overflow(count, size, &n)) return NULL;
    void *p = gisa_arena_alloc(a, n);
    if (p) memset(p, 0, n);
    return p;
}

gisa_status gisa_arena_copy(gisa_arena *a, gisa_str s, gisa_str *out)
{
    *out = GISA_NONE;
    if (!s.p) return GISA_OK;
    char *p = gisa_arena_alloc(a, s.n + 1);
    if (!p) return GISA_ENOMEM;
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    *out = (gisa_str){p, s.n};
    return GISA_OK;
}

void *gisa_arena_grown(gisa_arena *a, void *items, size_t n, size_t *cap, size_t size)
{
    size_t more = *cap ? *cap * 2 : 8;
    size_t bytes;
    if (__builtin_mul_overflow(more, size, &bytes)) return items;
    char *p = gisa_arena_alloc(a, bytes);
    if (!p) return items;
    if (n) memcpy(p, items, n * size);
    memset(p + n * size, 0, bytes - n * size);
    *cap = more;
    return p;
}

static void free_from(gisa_arena_block *block)
{
    while (block) {
        gisa_arena_block *next = block->next;
        TAKE(block->data, block->cap);
        gisa_free(block);
        block = next;
    }
}

void gisa_arena_reset(gisa_arena *a)
{
    if (!a->head) return;
    free_from(a->head->next);
    a->head->next = NULL;
    a->head->n = 0;
    FORBID(a->head);
    a->used = 0;
}

void gisa_arena_clear(gisa_arena *a)
{
    free_from(a->head);
    *a = (gisa_arena){.max = a->max};
}
