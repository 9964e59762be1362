#include "report/trend/burst.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define N 12

static void show(const gisa_burst *b, size_t n, gisa_buf *out)
{
    for (size_t i = 0; i < n; i++)
        gisa_buf_addf(out, "%s%zu-%zu", i ? " " : "", b[i].first, b[i].last);
}

static void test_shapes(void)
{
    static const struct {
        const char *name;
        uint64_t hits[N], totals[N];
        const char *want;
    } rows[] = {
        {"an even stream has no burst",
         {2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2},
         {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50},
         ""},
        {"a wave is one burst",
         {1, 1, 1, 12, 15, 11, 1, 1, 0, 1, 1, 1},
         {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50},
         "3-5"},
        {"two waves are two",
         {14, 15, 0, 0, 0, 0, 0, 0, 0, 0, 15, 14},
         {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50},
         "0-1 10-11"},
        {"a dip inside a wave does not break it",
         {0, 0, 0, 20, 18, 9, 19, 20, 0, 0, 0, 0},
         {50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50},
         "3-7"},
        {"more articles at the same share are no burst",
         {2, 2, 2, 20, 20, 20, 2, 2, 2, 2, 2, 2},
         {50, 50, 50, 500, 500, 500, 50, 50, 50, 50, 50, 50},
         ""},
        {"one article in a quiet week is no burst",
         {0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0},
         {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9},
         ""},
        {"a gap without articles does not matter",
         {1, 1, 1, 12, 0, 11, 1, 1, 0, 1, 1, 1},
         {50, 50, 50, 50, 0, 50, 50, 50, 50, 50, 50, 50},
         "3-5"},
        {"a burst begins and ends with hits, whatever gap is beside it",
         {1, 0, 0, 0, 12, 15, 0, 11, 0, 0, 1, 1},
         {50, 0, 1, 0, 50, 50, 0, 50, 0, 0, 50, 50},
         "4-7"},
        {"nothing at all", {0}, {0}, ""},
        {"always everything", {5, 5, 5}, {5, 5, 5}, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_burst got[N];
        gisa_buf text = {0};
        gisa_error err = {0};
        size_t n = 0;
        WENT(gisa_burst_find(rows[i].hits, rows[i].totals, N, NULL, got, &n, &err), err,
             rows[i].name);
        show(got, n, &text);
        SAME_C(gisa_buf_view(&text), rows[i].want, rows[i].name);
        for (size_t k = 0; k < n; k++) OK(got[k].weight > 0, "a burst has a weight");
        gisa_buf_clear(&text);
    }
}

int main(void)
{
    static const uint64_t hits[] = {1, 9, 1}, totals[] = {20, 20, 20};
    gisa_burst got[2];
    gisa_error err;
    size_t n = 7;
    test_shapes();
    gisa_mem_fail_after(0);
    EQUAL(gisa_burst_find(hits, totals, 3, NULL, got, &n, &err), GISA_ENOMEM, "no memory is said");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(n, 0, "and leaves no bursts");
    return test_end();
}
