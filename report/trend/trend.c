#include "report/trend/trend.h"

#include <inttypes.h>
#include <math.h>

#include "base/mem.h"
#include "base/time.h"
#include "index/query/articles.h"
#include "index/query/search.h"
#include "report/period.h"

double gisa_trend_share(const gisa_trend_point *p)
{
    return p->total ? (double)p->n / (double)p->total : (double)NAN;
}

int gisa_trend_sign(const gisa_trend_point *p)
{
    if (p->q >= GISA_STATS_ALPHA) return 0;
    return p->g2 > 0 ? 1 : p->g2 < 0 ? -1 : 0;
}

static gisa_status find_spellings(gisa_store *s, gisa_str query, gisa_trend *t,
                                  gisa_trend_line *line, gisa_error *err)
{
    gisa_hits hits = {0};
    gisa_search_opts opts = {.limit = 1, .no_snippets = true};
    size_t cap = 0;
    gisa_status st = gisa_search(s, query, &opts, &hits, err);
    for (size_t i = 0; st >= 0 && i < hits.n_widened; i++)
        for (size_t k = 0; st >= 0 && k < hits.widened[i].n; k++) {
            st = GISA_ARENA_GROW(&t->arena, line->spellings, line->n_spellings, cap);
            if (st < 0) break;
            st = gisa_arena_copy(&t->arena, hits.widened[i].spellings[k],
                                 &line->spellings[line->n_spellings]);
            if (st >= 0) line->n_spellings++;
        }
    if (st == GISA_ENOMEM) gisa_fail_mem(err);
    gisa_hits_clear(&hits);
    return st;
}

static gisa_status keep_first(gisa_trend *t, gisa_trend_line *line, const gisa_stored *a,
                              gisa_error *err)
{
    const gisa_article *r = &a->record.article;
    line->first_day = gisa_kst_day(r->published.utc_s);
    if (gisa_arena_copy(&t->arena, r->id, &line->first_id) < 0 ||
        gisa_arena_copy(&t->arena, r->title, &line->first_title) < 0 ||
        gisa_arena_copy(&t->arena, r->outlet_name.p ? r->outlet_name : r->outlet,
                        &line->first_outlet) < 0)
        return gisa_fail_mem(err);
    return GISA_OK;
}

/* The first and the last dated article. A date of a month or a year is too coarse to say "first
 * seen on". */
static gisa_status find_ends(gisa_store *s, gisa_str query, const gisa_trend_opts *o, bool last,
                             gisa_trend *t, gisa_trend_line *line, gisa_error *err)
{
    gisa_articles_opts opts = {.query = query,
                               .exact = o->exact,
                               .days = o->days,
                               .no_annotation = true,
                               .no_copies = !o->keep_copies,
                               .newest_first = last};
    gisa_articles *it = NULL;
    gisa_stored a = {0};
    gisa_status st = gisa_articles_open(s, &opts, &it, err);
    while (st == GISA_OK && (st = gisa_articles_next(it, &a, err)) == GISA_OK) {
        if (a.record.article.published.precision < GISA_PRECISION_DAY) continue;
        if (last)
            line->last_day = gisa_kst_day(a.record.article.published.utc_s);
        else
            st = keep_first(t, line, &a, err);
        break;
    }
    gisa_articles_close(it);
    gisa_stored_clear(&a);
    return st < 0 ? st : GISA_OK;
}

/* Copies counts to the shared periods; those outside the line's own range stay empty. */
static void place(const gisa_counts *c, const gisa_trend *t, gisa_trend_line *line)
{
    size_t k = 0;
    for (size_t i = 0; i < t->n_points; i++) {
        gisa_trend_point *p = &line->points[i];
        p->day = t->days[i];
        while (k < c->n && c->items[k].day < p->day) k++;
        if (k == c->n || c->items[k].day != p->day) continue;
        p->n = c->items[k].n;
        p->total = c->items[k].total;
    }
    line->matches = c->matches;
    line->total = c->total;
    line->undated = c->undated;
}

static gisa_status test_shares(gisa_trend *t, gisa_trend_line *line, gisa_error *err)
{
    size_t n = t->n_points;
    uint32_t *order = gisa_calloc(n + 1, sizeof *order);
    double *p = gisa_calloc(n + 1, sizeof *p);
    if (!order || !p) {
        gisa_free(order);
        gisa_free(p);
        return gisa_fail_mem(err);
    }
    size_t tested = 0;
    for (size_t i = 0; i < n; i++) {
        gisa_trend_point *at = &line->points[i];
        uint64_t rest = line->matches - at->n, rest_total = line->total - at->total;
        at->interval = gisa_stats_wilson(at->n, at->total);
        at->p = gisa_stats_fisher(at->n, at->total, rest, rest_total);
        at->g2 = gisa_stats_g2(at->n, at->total, rest, rest_total);
        if (at->total) p[tested++] = at->p;
    }
    gisa_stats_adjust(p, order, tested); /* empty periods are no tests */
    for (size_t i = 0, k = 0; i < n; i++) line->points[i].q = line->points[i].total ? p[k++] : 1;
    gisa_free(order);
    gisa_free(p);
    return GISA_OK;
}

static void find_peak(const gisa_trend *t, gisa_trend_line *line)
{
    line->peak = t->n_points;
    for (int few = 0; few < 2 && line->peak == t->n_points; few++)
        for (size_t i = 0; i < t->n_points; i++) {
            const gisa_trend_point *at = &line->points[i];
            if (!at->n || (at->total < GISA_TREND_FEW) != few) continue;
            if (line->peak == t->n_points ||
                gisa_trend_share(at) > gisa_trend_share(&line->points[line->peak]))
                line->peak = i;
        }
}

static gisa_status find_bursts(gisa_trend *t, gisa_trend_line *line, gisa_error *err)
{
    size_t n = t->n_points;
    uint64_t *hits = gisa_calloc(2 * n + 1, sizeof *hits);
    line->bursts = gisa_arena_calloc(&t->arena, n / 2 + 1, sizeof *line->bursts);
    if (!hits || !line->bursts) {
        gisa_free(hits);
        return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < n; i++) {
        hits[i] = line->points[i].n;
        hits[n + i] = line->points[i].total;
    }
    gisa_status st = gisa_burst_find(hits, hits + n, n, NULL, line->bursts, &line->n_bursts, err);
    gisa_free(hits);
    return st;
}

/* The periods from the earliest to the latest that any query has. */
static gisa_status lay_days(const gisa_counts *counts, size_t n, gisa_trend *t, gisa_error *err)
{
    bool any = false;
    int64_t first = 0, last = 0;
    for (size_t i = 0; i < n; i++) {
        if (!counts[i].n) continue;
        int64_t a = counts[i].items[0].day, b = counts[i].items[counts[i].n - 1].day;
        if (!any || a < first) first = a;
        if (!any || b > last) last = b;
        any = true;
    }
    size_t cap = 0;
    for (int64_t day = first; any && day <= last; day = gisa_period_next(t->period, day)) {
        if (t->n_points == GISA_TREND_PERIODS)
            return gisa_fail(err, GISA_ELIMIT,
                             "over %d %ss to count; choose a longer period or narrower bounds",
                             GISA_TREND_PERIODS, gisa_period_name(t->period));
        if (GISA_ARENA_GROW(&t->arena, t->days, t->n_points, cap) < 0) return gisa_fail_mem(err);
        t->days[t->n_points++] = day;
    }
    return GISA_OK;
}

static gisa_status finish_line(gisa_store *s, gisa_str query, const gisa_counts *counts,
                               const gisa_trend_opts *o, gisa_trend *t, gisa_trend_line *line,
                               gisa_error *err)
{
    line->points = gisa_arena_calloc(&t->arena, t->n_points + 1, sizeof *line->points);
    if (!line->points) return gisa_fail_mem(err);
    place(counts, t, line);
    gisa_status st = test_shares(t, line, err);
    if (st >= 0) st = find_bursts(t, line, err);
    if (st >= 0 && !o->exact) st = find_spellings(s, query, t, line, err);
    line->first_day = 0;
    line->last_day = -1;
    if (st >= 0 && line->matches) st = find_ends(s, query, o, false, t, line, err);
    if (st >= 0 && line->matches) st = find_ends(s, query, o, true, t, line, err);
    find_peak(t, line);
    return st;
}

static gisa_status make_trend(gisa_store *s, const gisa_trend_opts *o, gisa_counts *counts,
                              gisa_trend *t, gisa_error *err)
{
    gisa_counts_opts opts = {
        .period = o->period, .exact = o->exact, .keep_copies = o->keep_copies, .days = o->days};
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < t->n_lines; i++)
        st = gisa_counts_run(s, t->lines[i].query, &opts, &counts[i], err);
    if (st >= 0) st = lay_days(counts, t->n_lines, t, err);
    for (size_t i = 0; st >= 0 && i < t->n_lines; i++)
        st = finish_line(s, t->lines[i].query, &counts[i], o, t, &t->lines[i], err);
    for (size_t i = 0; st >= 0 && i < t->n_points; i++)
        t->n_few += t->lines[0].points[i].total < GISA_TREND_FEW;
    return st;
}

gisa_status gisa_trend_run(gisa_store *s, const gisa_str *queries, size_t n,
                           const gisa_trend_opts *opts, gisa_trend *out, gisa_error *err)
{
    static const gisa_trend_opts none = {0};
    gisa_counts counts[GISA_CHART_LINES] = {0};
    const gisa_trend_opts *o = opts ? opts : &none;
    gisa_trend_clear(out);
    out->period = o->period;
    if (n > GISA_CHART_LINES)
        return gisa_fail(err, GISA_EINVAL, "%zu queries; a chart holds at most %d lines", n,
                         GISA_CHART_LINES);
    out->lines = gisa_arena_calloc(&out->arena, n + 1, sizeof *out->lines);
    gisa_status st = out->lines ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < n; i++) {
        st = gisa_arena_copy(&out->arena, queries[i], &out->lines[i].query);
        if (st < 0) gisa_fail_mem(err);
    }
    out->n_lines = n;
    if (st >= 0 && n) st = make_trend(s, o, counts, out, err);
    for (size_t i = 0; i < GISA_CHART_LINES; i++) gisa_counts_clear(&counts[i]);
    if (st < 0) gisa_trend_clear(out);
    return st;
}

void gisa_trend_clear(gisa_trend *t)
{
    gisa_arena_clear(&t->arena);
    *t = (gisa_trend){0};
}
