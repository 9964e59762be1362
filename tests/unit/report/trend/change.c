#include "report/trend/change.h"

#include <math.h>

#include "base/mem.h"
#include "report/report_tuning.h"
#include "tests/unit/test.h"

/* The changes are those of ruptures 1.1.10: Pelt(model="l2", jump=1, min_size=3) of the scaled
 * counts at the same penalty. */
static const struct {
    const char *name;
    uint64_t counts[17];
    size_t n;
    double penalty;
    const char *want;
} rows[] = {
    {"a step up",
     {10, 12, 9, 11, 10, 13, 8, 11, 40, 42, 38, 41, 39, 44, 40, 37},
     16,
     8.317766166719343,
     "8 "},
    {"up and down again",
     {5, 4, 6, 5, 5, 20, 22, 19, 21, 20, 20, 6, 5, 4, 5, 6, 5},
     17,
     8.49964003216865,
     "5 11 "},
    {"an even volume", {10, 12, 9, 11, 10, 13, 8, 11, 10, 9, 12, 11}, 12, 7.4547199493640015, ""},
    {"too short to have two levels", {1, 1, 90, 90, 90}, 5, 4.828313737302301, ""},
    {"nothing", {0}, 0, 0, ""},
};

static void show(const size_t *at, size_t n, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < n; i++) gisa_buf_addf(out, "%zu ", at[i]);
}

static void test_gold(void)
{
    gisa_buf text = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double scaled[17], penalty = 0;
        size_t at[17], n;
        gisa_error err = {0};
        for (size_t k = 0; k < rows[i].n; k++) scaled[k] = gisa_change_scale(rows[i].counts[k]);
        WENT(gisa_change_find(rows[i].counts, rows[i].n, at, &n, &err), err, rows[i].name);
        show(at, n, &text);
        SAME_C(gisa_buf_view(&text), rows[i].want, rows[i].name);
        WENT(gisa_change_penalty(scaled, rows[i].n, &penalty, &err), err, "the penalty");
        if (rows[i].n) OK(fabs(penalty - rows[i].penalty) < 1e-9, "is as NumPy has it");
    }
    gisa_buf_clear(&text);
}

/* Poisson numbers of NumPy (seed 7) at the levels 8, 15, 5 and 30. */
static void test_levels(void)
{
    static const uint64_t counts[] = {
        6,  13, 3,  7,  4,  9,  7,  10, 7,  12, 6,  3,  11, 6,  7,  7,  13, 11, 10, 8,  7,  4,
        6,  9,  8,  11, 7,  7,  8,  6,  10, 12, 19, 11, 20, 17, 19, 13, 15, 11, 15, 21, 11, 17,
        14, 11, 18, 14, 14, 20, 14, 18, 14, 10, 10, 4,  5,  2,  3,  6,  2,  5,  8,  4,  5,  3,
        10, 6,  5,  10, 4,  6,  4,  4,  6,  35, 32, 33, 28, 28, 28, 34, 27, 28, 35, 34, 28};
    enum { N = sizeof counts / sizeof *counts };
    size_t at[N], n;
    double scaled[N], penalty = 0;
    gisa_buf text = {0};
    gisa_error err = {0};
    for (size_t k = 0; k < N; k++) scaled[k] = gisa_change_scale(counts[k]);
    WENT(gisa_change_penalty(scaled, N, &penalty, &err), err, "the penalty");
    OK(fabs(penalty - 16.93421925124108) < 1e-9, "grows with what the counts vary");
    WENT(gisa_change_find(counts, N, at, &n, &err), err, "four levels");
    show(at, n, &text);
    SAME_C(gisa_buf_view(&text), "31 55 75 ", "are found where ruptures finds them");
    gisa_buf_clear(&text);
}

static double cost(const double *v, size_t from, size_t to)
{
    double mean = 0, sum = 0;
    for (size_t i = from; i < to; i++) mean += v[i] / (double)(to - from);
    for (size_t i = from; i < to; i++) sum += (v[i] - mean) * (v[i] - mean);
    return sum;
}

/* Dropping starts early must not lose the best split: compared with all splits of made-up numbers.
 */
static void test_best(void)
{
    enum { N = 40, LEAST = 4 };
    uint32_t state = 12345;
    size_t wrong = 0;
    for (int round = 0; round < 200; round++) {
        double v[N], best[N + 1];
        size_t from[N + 1] = {0}, at[N], n, k = 0, want[N], n_want = 0;
        gisa_error err = {0};
        for (size_t i = 0; i < N; i++) {
            state = state * 1664525u + 1013904223u;
            v[i] = (double)(state >> 24) / 64 + ((state >> 20) % 5 ? 0 : 3);
        }
        best[0] = -2.5;
        for (size_t to = 1; to <= N; to++) {
            best[to] = INFINITY;
            for (size_t s = 0; s + LEAST <= to; s++) {
                double with = best[s] + cost(v, s, to) + 2.5;
                if (with < best[to]) best[to] = with, from[to] = s;
            }
        }
        for (size_t s = from[N]; s > 0; s = from[s]) want[n_want++] = s;
        WENT(gisa_change_split(v, N, LEAST, 2.5, at, &n, &err), err, "a split");
        if (n != n_want) wrong++;
        for (; k < n && k < n_want; k++) wrong += at[k] != want[n_want - 1 - k];
    }
    EQUAL(wrong, 0, "the split with the least cost of all");
}

int main(void)
{
    static const uint64_t counts[] = {1, 1, 1, 50, 50, 50};
    size_t at[6], n = 7;
    gisa_error err;
    test_gold();
    test_levels();
    test_best();
    gisa_mem_fail_after(0);
    EQUAL(gisa_change_find(counts, 6, at, &n, &err), GISA_ENOMEM, "no memory is said");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    EQUAL(n, 0, "and there are no changes");
    return test_end();
}
