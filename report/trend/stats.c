#include "report/trend/stats.h"

#include <math.h>
#include <stdlib.h>

#include "base/heap.h"

gisa_interval gisa_stats_wilson(uint64_t hits, uint64_t total)
{
    const double z = 1.959963984540054;
    if (!total) return (gisa_interval){0, 1};
    double n = (double)total, p = (double)hits / n;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    gisa_interval out = {middle - half, middle + half};
    if (hits == 0 || out.low < 0) out.low = 0;
    if (hits == total || out.high > 1) out.high = 1;
    return out;
}

static double ln_choose(double n, double k)
{
    int sign;
    return lgamma_r(n + 1, &sign) - lgamma_r(k + 1, &sign) - lgamma_r(n - k + 1, &sign);
}

/* The hypergeometric weights relative to the observed table are walked from it to both ends by
 * their ratio, so that no term needs a gamma function; only their sum does, by normalisation. */
double gisa_stats_fisher(uint64_t hits_a, uint64_t total_a, uint64_t hits_b, uint64_t total_b)
{
    if (!total_a || !total_b) return 1;
    double a = (double)total_a, b = (double)total_b, k = (double)(hits_a + hits_b);
    double low = k > b ? k - b : 0, high = k < a ? k : a;
    double all = ln_choose(a + b, k);
    double seen = exp(ln_choose(a, (double)hits_a) + ln_choose(b, (double)hits_b) - all);
    double sum = 0;
    for (int side = 0; side < 2; side++) {
        double x = (double)hits_a, p = 1;
        for (;;) {
            if (p <= 1 + 1e-7 && !(side && x == (double)hits_a)) sum += p;
            if (side ? x >= high : x <= low) break;
            if (side)
                p *= (a - x) / (x + 1) * (k - x) / (b - k + x + 1);
            else
                p *= x / (a - x + 1) * (b - k + x) / (k - x + 1);
            x += side ? 1 : -1;
            if (p < 1e-16) break;
        }
    }
    double out = seen * sum;
    return out > 1 ? 1 : out;
}

static double term(double observed, double expected)
{
    return observed > 0 ? observed * log(observed / expected) : 0;
}

double gisa_stats_g2(uint64_t hits_a, uint64_t total_a, uint64_t hits_b, uint64_t total_b)
{
    if (!total_a || !total_b || hits_a + hits_b == 0) return 0;
    double a = (double)total_a, b = (double)total_b;
    double x = (double)hits_a, y = (double)hits_b, p = (x + y) / (a + b);
    if (p >= 1) return 0;
    double g2 = 2 * (term(x, a * p) + term(a - x, a * (1 - p)) + term(y, b * p) +
                     term(b - y, b * (1 - p)));
    if (g2 < 0) g2 = 0; /* rounding */
    return x / a < y / b ? -g2 : g2;
}

static bool is_greater(const void *ctx, uint32_t a, uint32_t b)
{
    const double *p = ctx;
    return p[a] > p[b];
}

void gisa_stats_adjust(double *p, uint32_t *order, size_t n)
{
    gisa_heap greatest = {.items = order, .n = n, .max = n, .better = is_greater, .ctx = p};
    for (size_t i = 0; i < n; i++) order[i] = (uint32_t)i;
    gisa_heap_sort(&greatest);
    double least = 1;
    for (size_t i = 0; i < n; i++) { /* rank n - i: the i-th greatest */
        double q = p[order[i]] * (double)n / (double)(n - i);
        if (q < least) least = q;
        p[order[i]] = least;
    }
}
