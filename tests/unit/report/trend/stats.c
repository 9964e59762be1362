#include "report/trend/stats.h"

#include <math.h>

#include "tests/unit/test.h"

#define NEAR(got, want, name) OK(fabs((got) - (want)) < 5e-7, name)

static void test_wilson(void)
{
    gisa_interval i = gisa_stats_wilson(5, 50);
    NEAR(i.low, 0.04347547, "the lower end for 5 of 50 as prop.test gives it");
    NEAR(i.high, 0.2136023, "the upper end for 5 of 50");
    i = gisa_stats_wilson(0, 10);
    OK(i.low == 0 && i.high > 0.2 && i.high < 0.3, "0 of 10 does not exclude a fifth");
    i = gisa_stats_wilson(10, 10);
    OK(i.high == 1 && i.low < 0.8, "10 of 10 does not prove everything");
    i = gisa_stats_wilson(0, 0);
    OK(i.low == 0 && i.high == 1, "nothing seen says nothing");
}

static void test_fisher(void)
{
    NEAR(gisa_stats_fisher(3, 4, 1, 4), 0.4857143, "the lady tasting tea, two-sided");
    NEAR(gisa_stats_fisher(1, 10, 11, 14), 0.002759456, "the standard example 1, 9, 11, 3");
    NEAR(gisa_stats_fisher(11, 14, 1, 10), 0.002759456, "the sides can be swapped");
    NEAR(gisa_stats_fisher(0, 5, 0, 9), 1, "never seen is no difference");
    NEAR(gisa_stats_fisher(5, 5, 9, 9), 1, "always seen is no difference");
    NEAR(gisa_stats_fisher(2, 4, 0, 0), 1, "no reference is no difference");
    double p = gisa_stats_fisher(5000, 10000, 100, 10000);
    double tiny = gisa_stats_fisher(38, 40, 76, 262); /* SciPy 1.17.1, fisher_exact */
    OK(fabs(tiny / 3.5558537726510914e-16 - 1) < 1e-9, "a tiny p has its figures");
    OK(p >= 0 && p < 1e-100, "a huge difference in large counts stays a number");
    p = gisa_stats_fisher(10000, 100000, 10010, 100000);
    OK(p > 0.9 && p <= 1, "a tiny difference in large counts is none");
}

static void test_g2(void)
{
    NEAR(gisa_stats_g2(10, 100, 10, 100), 0, "equal shares give no evidence");
    OK(gisa_stats_g2(20, 100, 10, 100) > 0, "a greater share is positive");
    OK(fabs(gisa_stats_g2(20, 100, 10, 100) + gisa_stats_g2(10, 100, 20, 100)) < 1e-9,
       "swapping the sides swaps the sign");
    NEAR(gisa_stats_g2(20, 100, 10, 100), 3.9865557, "the value worked out by hand");
    NEAR(gisa_stats_g2(0, 0, 3, 10), 0, "nothing to compare");
    NEAR(gisa_stats_g2(7, 7, 3, 3), 0, "full shares");
}

static void test_adjust(void)
{
    double p[] = {0.01, 0.04, 0.03, 0.005, 0.5};
    static const double want[] = {0.025, 0.05, 0.05, 0.025, 0.5};
    uint32_t order[5];
    gisa_stats_adjust(p, order, 5);
    for (size_t i = 0; i < 5; i++) NEAR(p[i], want[i], "as p.adjust(method = \"BH\") gives it");
    double one[] = {0.2};
    gisa_stats_adjust(one, order, 1);
    NEAR(one[0], 0.2, "one test needs no correction");
    gisa_stats_adjust(NULL, order, 0);
}

int main(void)
{
    test_wilson();
    test_fisher();
    test_g2();
    test_adjust();
    return test_end();
}
