#include "report/trend/slope.h"

#include <math.h>

#include "base/mem.h"
#include "tests/unit/test.h"

#define NEAR(got, want, name) OK(fabs((got) - (want)) < 1e-12, name)

/* The values are those of pymannkendall 1.4.3 (original_test) and SciPy 1.17.1 (theilslopes). */
static const struct {
    const char *name;
    size_t n;
    double y[12], x[12]; /* x: all 0 is one after another */
    int64_t s;
    double variance, z, p, tau, slope, low, high;
} rows[] = {
    {"a series that rises",
     10,
     {0.10, 0.12, 0.11, 0.15, 0.14, 0.18, 0.21, 0.20, 0.25, 0.27},
     {0},
     39,
     125,
     3.3988233257996803,
     0.0006767641801210811,
     0.8666666666666667,
     0.01888888888888889,
     0.015,
     0.02333333333333333},
    {"a series with ties",
     12,
     {0, 0, 0.05, 0.05, 0, 0.1, 0.05, 0.1, 0.1, 0.15, 0.05, 0.2},
     {0},
     40,
     196.66666666666666,
     2.780988727967941,
     0.005419361881909834,
     0.6060606060606061,
     0.015476190476190477,
     0,
     0.025},
    {"a series that falls",
     10,
     {9, 8, 8.5, 7, 6.5, 6.6, 5, 4.2, 4.3, 3},
     {0},
     -39,
     125,
     -3.3988233257996803,
     0.0006767641801210811,
     -0.8666666666666667,
     -0.6666666666666666,
     -0.7666666666666666,
     -0.5285714285714286},
    {"one level all along", 6, {2, 2, 2, 2, 2, 2}, {0}, 0, 0, 0, 1, 0, 0, 0, 0},
    {"noise",
     8,
     {3.1, 2.7, 3.9, 1.2, 4.4, 2.2, 3.3, 2.9},
     {0},
     0,
     65.33333333333333,
     0,
     1,
     0,
     0.0023809523809523465,
     -0.55,
     0.5},
    {"a series with gaps",
     7,
     {1, 3, 2, 5, 4, 8, 7},
     {0, 1, 2, 5, 6, 9, 10},
     15,
     44.333333333333336,
     2.102629932151387,
     0.035498131320662596,
     0.7142857142857143,
     0.6,
     0.2,
     0.8571428571428571},
};

static void test_gold(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double x[12];
        gisa_slope got;
        gisa_error err = {0};
        for (size_t k = 0; k < 12; k++) x[k] = rows[i].x[1] > 0 ? rows[i].x[k] : (double)k;
        WENT(gisa_slope_find(x, rows[i].y, rows[i].n, &got, &err), err, rows[i].name);
        EQUAL(got.s, rows[i].s, rows[i].name);
        NEAR(got.variance, rows[i].variance, "the variance, ties corrected");
        NEAR(got.z, rows[i].z, "the deviate");
        NEAR(got.p, rows[i].p, "the p-value");
        NEAR(got.tau, rows[i].tau, "tau");
        NEAR(got.slope, rows[i].slope, "the slope");
        NEAR(got.interval.low, rows[i].low, "the lower end of its interval");
        NEAR(got.interval.high, rows[i].high, "the upper end");
    }
}

static void test_ends(void)
{
    static double x[3000], y[3000];
    gisa_slope got;
    gisa_error err = {0};
    for (size_t i = 0; i < 3000; i++) {
        x[i] = (double)i;
        y[i] = 2 * (double)i + (double)(i % 7);
    }
    WENT(gisa_slope_find(x, y, 3, &got, &err), err, "three points");
    EQUAL(got.n, 3, "are three points");
    OK(got.p == 1 && got.slope == 0, "and show nothing");
    WENT(gisa_slope_find(x, y, 3000, &got, &err), err, "three thousand");
    OK(got.p < 1e-15 && fabs(got.slope - 2) < 0.01, "are made of every second");
    OK(got.interval.low <= got.slope && got.slope <= got.interval.high, "with an interval");
    gisa_mem_fail_after(0);
    EQUAL(gisa_slope_find(x, y, 5, &got, &err), GISA_ENOMEM, "no memory is said");
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

int main(void)
{
    test_gold();
    test_ends();
    return test_end();
}
