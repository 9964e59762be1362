#include "report/trend/change.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/report_tuning.h"

double gisa_change_scale(uint64_t count)
{
    return 2 * sqrt((double)count + 0.375);
}

typedef struct split {
    double *sum, *squares; /* of the values before each */
    double *best;          /* the least cost of the values before each */
    size_t *from;          /* where its last segment begins */
    size_t *starts;        /* that may still win */
    size_t *until;         /* by start: where it cannot win any more; 0: unknown */
    size_t n_starts;
} split;

static double cost(const split *w, size_t from, size_t to)
{
    double sum = w->sum[to] - w->sum[from], n = (double)(to - from);
    double out = w->squares[to] - w->squares[from] - sum * sum / n;
    return out > 0 ? out : 0; /* rounding */
}

/* A start that is no better than a new segment here cannot win from where that segment is long
 * enough on. */
static void drop_starts(split *w, size_t to, size_t least)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->n_starts; i++) {
        size_t from = w->starts[i];
        if (!w->until[from] && w->best[from] + cost(w, from, to) > w->best[to])
            w->until[from] = to + least;
        if (!w->until[from] || w->until[from] > to + 1) w->starts[kept++] = from;
    }
    w->n_starts = kept;
}

static void run(split *w, const double *values, size_t n, size_t least, double penalty)
{
    for (size_t i = 0; i < n; i++) {
        w->sum[i + 1] = w->sum[i] + values[i];
        w->squares[i + 1] = w->squares[i] + values[i] * values[i];
    }
    w->best[0] = -penalty;
    w->starts[w->n_starts++] = 0;
    for (size_t to = least; to <= n; to++) {
        w->best[to] = INFINITY;
        if (to >= 2 * least) w->starts[w->n_starts++] = to - least;
        for (size_t i = 0; i < w->n_starts; i++) {
            size_t from = w->starts[i];
            double with = w->best[from] + cost(w, from, to) + penalty;
            if (with >= w->best[to]) continue;
            w->best[to] = with;
            w->from[to] = from;
        }
        drop_starts(w, to, least);
    }
}

gisa_status gisa_change_split(const double *values, size_t n, size_t least, double penalty,
                              size_t *out, size_t *n_out, gisa_error *err)
{
    *n_out = 0;
    if (least < 1) least = 1;
    if (n < 2 * least) return GISA_OK;
    split w = {.sum = gisa_calloc(3 * (n + 1), sizeof *w.sum),
               .from = gisa_calloc(3 * (n + 1), sizeof *w.from)};
    if (!w.sum || !w.from) {
        gisa_free(w.sum);
        gisa_free(w.from);
        return gisa_fail_mem(err);
    }
    w.squares = w.sum + n + 1;
    w.best = w.squares + n + 1;
    w.starts = w.from + n + 1;
    w.until = w.starts + n + 1;
    run(&w, values, n, least, penalty);
    for (size_t at = w.from[n]; at > 0; at = w.from[at]) ++*n_out;
    size_t k = *n_out;
    for (size_t at = w.from[n]; at > 0; at = w.from[at]) out[--k] = at;
    gisa_free(w.sum);
    gisa_free(w.from);
    return GISA_OK;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

/* The variance of a value about its level, from the median size of the steps between neighbours,
 * which a few changes of the level leave as it is; at least that of a count that varies by chance.
 */
gisa_status gisa_change_penalty(const double *scaled, size_t n, double *out, gisa_error *err)
{
    const double NORMAL = 0.6744897501960817; /* the median size of a normal deviate */
    *out = INFINITY;
    if (n < 2) return GISA_OK;
    double *steps = gisa_calloc(n - 1, sizeof *steps);
    if (!steps) return gisa_fail_mem(err);
    for (size_t i = 0; i + 1 < n; i++) steps[i] = fabs(scaled[i + 1] - scaled[i]);
    qsort(steps, n - 1, sizeof *steps, by_value);
    size_t m = n - 1;
    double median = m % 2 ? steps[m / 2] : (steps[m / 2 - 1] + steps[m / 2]) / 2;
    double deviation = median / NORMAL / sqrt(2);
    *out = GISA_CHANGE_PENALTY * fmax(1, deviation * deviation) * log((double)n);
    gisa_free(steps);
    return GISA_OK;
}

gisa_status gisa_change_find(const uint64_t *counts, size_t n, size_t *out, size_t *n_out,
                             gisa_error *err)
{
    double penalty = 0;
    *n_out = 0;
    double *scaled = gisa_calloc(n + 1, sizeof *scaled);
    if (!scaled) return gisa_fail_mem(err);
    for (size_t i = 0; i < n; i++) scaled[i] = gisa_change_scale(counts[i]);
    gisa_status st = gisa_change_penalty(scaled, n, &penalty, err);
    if (st >= 0) st = gisa_change_split(scaled, n, GISA_CHANGE_LEAST, penalty, out, n_out, err);
    gisa_free(scaled);
    return st;
}
