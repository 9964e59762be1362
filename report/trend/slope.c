#include "report/trend/slope.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

#define GISA_SLOPE_MOST 2000

static const double Z95 = 1.959963984540054;

double gisa_normal_p(double z)
{
    return erfc(fabs(z) / sqrt(2));
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* Sum of t (t - 1) (2 t + 5) over groups of t equal values; sorts them. */
static double tie_term(double *values, size_t n)
{
    double sum = 0;
    qsort(values, n, sizeof *values, by_value);
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && values[end] == values[i];) end++;
        double t = (double)(end - i);
        sum += t * (t - 1) * (2 * t + 5);
    }
    return sum;
}

static double middle(const double *sorted, size_t n)
{
    return n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* Ranks are rounded half to even, as SciPy and R do it. */
static void find_interval(const double *slopes, size_t n, double sigma, gisa_slope *out)
{
    double upper = nearbyint(((double)n + Z95 * sigma) / 2);
    double lower = nearbyint(((double)n - Z95 * sigma) / 2) - 1;
    size_t high = upper > (double)(n - 1) ? n - 1 : (size_t)upper;
    size_t low = lower > 0 ? (size_t)lower : 0;
    out->interval = (gisa_interval){slopes[low], slopes[high]};
}

/* The slopes of all pairs, sorted. */
static size_t list_slopes(const double *x, const double *y, size_t n, size_t step, double *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i += step)
        for (size_t k = i + step; k < n; k += step) out[count++] = (y[k] - y[i]) / (x[k] - x[i]);
    qsort(out, count, sizeof *out, by_value);
    return count;
}

static void count_pairs(const double *y, size_t n, double *work, gisa_slope *out)
{
    double all = (double)n * (double)(n - 1) / 2;
    for (size_t i = 0; i < n; i++) {
        work[i] = y[i];
        for (size_t k = i + 1; k < n; k++) out->s += (y[k] > y[i]) - (y[k] < y[i]);
    }
    double d = (double)n;
    out->variance = (d * (d - 1) * (2 * d + 5) - tie_term(work, n)) / 18;
    out->tau = (double)out->s / all;
    if (out->variance > 0 && out->s)
        out->z = ((double)out->s - (out->s > 0 ? 1 : -1)) / sqrt(out->variance);
    out->p = gisa_normal_p(out->z);
}

gisa_status gisa_slope_find(const double *x, const double *y, size_t n, gisa_slope *out,
                            gisa_error *err)
{
    *out = (gisa_slope){.n = n, .p = 1, .q = 1};
    if (n < GISA_SLOPE_POINTS) return GISA_OK;
    size_t step = (n - 1) / GISA_SLOPE_MOST + 1, used = (n - 1) / step + 1;
    size_t pairs = used * (used - 1) / 2;
    double *work = gisa_calloc(pairs > n ? pairs : n, sizeof *work);
    if (!work) return gisa_fail_mem(err);
    count_pairs(y, n, work, out);
    double sigma = sqrt(out->variance);
    if (step > 1) { /* of the points that are used */
        double d = (double)used;
        for (size_t i = 0; i < used; i++) work[i] = y[i * step];
        sigma = sqrt((d * (d - 1) * (2 * d + 5) - tie_term(work, used)) / 18);
    }
    size_t count = list_slopes(x, y, n, step, work);
    out->slope = middle(work, count);
    find_interval(work, count, sigma, out);
    gisa_free(work);
    return GISA_OK;
}
