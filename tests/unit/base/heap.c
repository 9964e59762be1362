#include "base/heap.h"

#include "tests/unit/test.h"

static bool is_greater(const void *ctx, uint32_t a, uint32_t b)
{
    const int *values = ctx;
    return values[a] != values[b] ? values[a] > values[b] : a < b;
}

static void test_best(size_t max, const char *want, const char *name)
{
    static const int values[] = {3, 9, 1, 7, 9, 2, 8, 0, 5, 7};
    uint32_t items[16];
    gisa_buf got = {0};
    gisa_heap h = {.items = items, .max = max, .better = is_greater, .ctx = values};
    for (uint32_t i = 0; i < 10; i++) gisa_heap_put(&h, i);
    EQUAL(h.n, max < 10 ? max : 10, "it holds no more than it may");
    gisa_heap_sort(&h);
    for (size_t i = 0; i < h.n; i++) gisa_buf_addf(&got, " %u", h.items[i]);
    SAME_C(gisa_buf_view(&got), want, name);
    gisa_buf_clear(&got);
}

/* All that were put, and the best n of them, for every n: against a count of what is greater. */
static void test_ranks(void)
{
    enum { N = 97 };
    int values[N];
    uint32_t items[N];
    unsigned state = 1, wrong = 0;
    for (size_t i = 0; i < N; i++) values[i] = (int)((state = state * 1103515245u + 12345u) >> 27);
    for (size_t max = 1; max <= N; max++) {
        gisa_heap h = {.items = items, .max = max, .better = is_greater, .ctx = values};
        for (uint32_t i = 0; i < N; i++) gisa_heap_put(&h, i);
        gisa_heap_sort(&h);
        for (size_t i = 0; i < h.n; i++) {
            size_t rank = 0;
            for (uint32_t k = 0; k < N; k++) rank += is_greater(values, k, h.items[i]);
            wrong += rank != i;
        }
    }
    EQUAL(wrong, 0, "each is where its rank says, whatever the size of the heap");
}

int main(void)
{
    test_best(3, " 1 4 6", "the three best, of equals the first");
    test_best(1, " 1", "the best alone");
    test_best(0, "", "none of them");
    test_best(16, " 1 4 6 3 9 8 0 5 2 7", "all of them, in order");
    test_ranks();
    return test_end();
}
