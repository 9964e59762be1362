#include "report/trend/trend_sources.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/report_tuning.h"
#include "report/trend/change.h"
#include "report/trend/trend_count.h"

typedef struct source {
    const gisa_roster *r;
    gisa_trend *t;
    uint64_t *series; /* of one outlet */
    size_t *at;       /* its changes */
    double *sorted;   /* for medians */
    double mean;      /* articles a period, of all outlets */
    size_t *kept;     /* periods that have articles: where nothing was collected nothing changed */
    size_t n;
    size_t cap;
} source;

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

static double median(source *w, size_t from, size_t to)
{
    size_t n = to - from;
    for (size_t i = 0; i < n; i++) w->sorted[i] = (double)w->series[from + i];
    qsort(w->sorted, n, sizeof *w->sorted, by_value);
    return n % 2 ? w->sorted[n / 2] : (w->sorted[n / 2 - 1] + w->sorted[n / 2]) / 2;
}

/* One day of many articles moves no median; a few more of an outlet with few are no matter. */
static bool matters(const source *w, double before, double after)
{
    double more = fmax(before, after), less = fmin(before, after);
    return more >= GISA_CHANGE_TIMES * less && more - less >= GISA_CHANGE_SHARE * w->mean &&
           more >= 1;
}

static gisa_status find_changes(source *w, uint32_t outlet, gisa_error *err)
{
    size_t n = 0, from = 0;
    gisa_trend *t = w->t;
    uint64_t most = 0;
    for (size_t i = 0; i < w->n; i++)
        if (w->series[i] > most) most = w->series[i];
    if ((double)most < GISA_CHANGE_SHARE * w->mean) return GISA_OK; /* no level can matter */
    gisa_status st = gisa_change_find(w->series, w->n, w->at, &n, err);
    for (size_t i = 0; i < n && st >= 0; i++) {
        size_t end = i + 1 < n ? w->at[i + 1] : w->n;
        double before = median(w, from, w->at[i]), after = median(w, w->at[i], end);
        from = w->at[i];
        if (!matters(w, before, after)) continue;
        gisa_source_change change = {.at = w->kept[w->at[i]], .before = before, .after = after};
        gisa_str name = w->r->outlet_names[outlet];
        if (GISA_ARENA_GROW(&t->arena, t->changes, t->n_changes, w->cap) < 0 ||
            gisa_arena_copy(&t->arena, name, &change.outlet) < 0)
            return gisa_fail_mem(err);
        t->changes[t->n_changes++] = change;
    }
    return st;
}

static int by_time(const void *a, const void *b)
{
    const gisa_source_change *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    return gisa_str_cmp(x->outlet, y->outlet);
}

/* The periods of each article, those of an outlet together: `place` by article, sorted by outlet
 * as `first` says, which has room for one more. */
static void sort_by_outlet(const gisa_roster *r, const gisa_trend *t, uint32_t *first,
                           uint32_t *place)
{
    for (size_t i = 0; i < r->n; i++) first[r->items[i].outlet + 1]++;
    for (size_t k = 0; k < r->n_outlets; k++) first[k + 1] += first[k];
    for (size_t i = r->n; i-- > 0;) {
        uint32_t k = r->items[i].outlet;
        place[--first[k + 1]] = (uint32_t)gisa_trend_place(t, &r->items[i]);
    }
}

/* Numbers the periods that have articles, and gives the articles these numbers. */
static gisa_status leave_gaps_out(source *w, uint32_t *place, gisa_error *err)
{
    size_t n = w->t->n_points;
    uint32_t *number = gisa_calloc(n + 1, sizeof *number);
    if (!number) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->r->n; i++)
        if (place[i] < n) number[place[i]] = 1;
    for (size_t k = 0; k < n; k++) {
        if (!number[k]) continue;
        number[k] = (uint32_t)w->n;
        w->kept[w->n++] = k;
    }
    number[n] = (uint32_t)n; /* in no period */
    for (size_t i = 0; i < w->r->n; i++) place[i] = number[place[i]];
    gisa_free(number);
    return GISA_OK;
}

static gisa_status look(source *w, uint32_t *first, uint32_t *place, gisa_error *err)
{
    sort_by_outlet(w->r, w->t, first, place);
    gisa_status st = leave_gaps_out(w, place, err);
    w->mean = (double)w->r->n / (double)(w->n ? w->n : 1);
    for (size_t k = 1; k < w->r->n_outlets && st >= 0; k++) {
        size_t from = first[k + 1], to = k + 2 <= w->r->n_outlets ? first[k + 2] : w->r->n;
        if ((double)(to - from) < GISA_CHANGE_LEAST * GISA_CHANGE_SHARE * w->mean) continue;
        memset(w->series, 0, w->t->n_points * sizeof *w->series);
        for (size_t i = from; i < to; i++)
            if (place[i] < w->n) w->series[place[i]]++;
        st = find_changes(w, (uint32_t)k, err);
    }
    if (st >= 0 && w->t->n_changes)
        qsort(w->t->changes, w->t->n_changes, sizeof *w->t->changes, by_time);
    return st;
}

gisa_status gisa_trend_find_sources(const gisa_roster *r, gisa_trend *t, gisa_error *err)
{
    size_t n = t->n_points;
    source w = {.r = r, .t = t};
    if (n < 2 * GISA_CHANGE_LEAST || n > GISA_CHANGE_PERIODS) return GISA_OK;
    w.series = gisa_calloc(n, sizeof *w.series);
    w.at = gisa_calloc(n, sizeof *w.at);
    w.kept = gisa_calloc(n, sizeof *w.kept);
    w.sorted = gisa_calloc(n, sizeof *w.sorted);
    uint32_t *first = gisa_calloc(r->n_outlets + 2, sizeof *first);
    uint32_t *place = gisa_calloc(r->n + 1, sizeof *place);
    gisa_status st = GISA_OK;
    if (w.series && w.at && w.kept && w.sorted && first && place)
        st = look(&w, first, place, err);
    else
        st = gisa_fail_mem(err);
    gisa_free(w.series);
    gisa_free(w.at);
    gisa_free(w.kept);
    gisa_free(w.sorted);
    gisa_free(first);
    gisa_free(place);
    return st;
}
