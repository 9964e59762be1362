#include <pthread.h>

#include "base/mem.h"
#include "tests/unit/test.h"

/* Fills and frees blocks of all sizes; another thread's memory must stay what it was. */
static void *work(void *ctx)
{
    char *blocks[64];
    int *wrong = ctx;
    for (size_t i = 0; i < 64; i++) {
        blocks[i] = gisa_malloc((i + 1) << 13);
        if (blocks[i]) memset(blocks[i], (int)i, (i + 1) << 13);
    }
    for (size_t i = 0; i < 64; i++) {
        *wrong += !blocks[i] || blocks[i][((i + 1) << 13) - 1] != (char)i;
        gisa_free(blocks[i]);
    }
    return NULL;
}

static void test_frugal(void)
{
    pthread_t threads[4];
    int wrong[4] = {0};
    gisa_mem_be_frugal();
    for (size_t i = 0; i < 4; i++)
        OK(!pthread_create(&threads[i], NULL, work, &wrong[i]), "starts");
    for (size_t i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    EQUAL(wrong[0] + wrong[1] + wrong[2] + wrong[3], 0, "threads that share a heap keep apart");
}

static void test_exact_growth(void)
{
    size_t cap = 0;
    uint64_t *items = gisa_mem_grown(NULL, 16, &cap, sizeof *items);
    OK(items && cap == 16, "sixteen items take a place for sixteen");
    items = gisa_mem_grown(items, 17, &cap, sizeof *items);
    OK(items && cap == 32, "one more twice that");
    OK(gisa_mem_grown(items, SIZE_MAX / 4, &cap, sizeof *items) == items && cap == 32,
       "and what no memory holds changes nothing");
    gisa_free(items);
}

static void test_growth(void)
{
    uint32_t *items = NULL, *before;
    size_t n = 0, cap = 0;
    for (; n < 1000 && GISA_GROW(items, n, cap) == GISA_OK; n++) items[n] = (uint32_t)n;
    EQUAL(n + items[17] + items[999], 1000 + 17 + 999, "an array grows and keeps its items");
    OK(GISA_RESERVE(items, 5000, cap) == GISA_OK && cap >= 5000 && items[999] == 999,
       "room is made for many at once");
    before = items;
    n = cap;
    gisa_mem_fail_after(0);
    OK(GISA_GROW(items, n, cap) == GISA_ENOMEM && items == before && cap == n,
       "without memory the array stays as it was");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(GISA_RESERVE(items, SIZE_MAX / 2, cap) == GISA_ENOMEM && items == before && cap == n,
       "more than there can be is refused");
    gisa_free(items);
}

int main(void)
{
    test_frugal();
    gisa_mem_fail_after(2);
    void *a = gisa_malloc(1), *b = gisa_calloc(1, 1), *c = gisa_malloc(1);
    void *d = gisa_realloc(NULL, 1);
    uint64_t asked = gisa_mem_count();
    gisa_mem_fail_after(GISA_MEM_NEVER);
    OK(a && b && !c && !d, "the third allocation and all later ones fail");
    EQUAL(asked, 4, "every request is counted");
    gisa_free(a);
    gisa_free(b);
    a = gisa_malloc(0);
    OK(a != NULL, "a size of 0 is a valid pointer");
    gisa_free(a);
    char *copy = gisa_memdup("a\0b", 3);
    OK(copy && memcmp(copy, "a\0b", 4) == 0, "a copy keeps NUL bytes and ends with one");
    gisa_free(copy);
    copy = gisa_strdup("기사");
    SAME_C(gisa_str_from(copy), "기사", "a C string is copied");
    gisa_free(copy);
    OK(gisa_memdup("x", SIZE_MAX) == NULL, "an impossible size is refused");
    gisa_free(NULL);
    test_growth();
    test_exact_growth();
    return test_end();
}
