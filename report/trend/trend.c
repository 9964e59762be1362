#include "report/trend/trend.h"

#include <math.h>

#include "base/mem.h"
#include "base/time.h"
#include "index/query/articles.h"
#include "index/query/search.h"
#include "report/period.h"
#include "report/trend/slope.h"
#include "report/trend/trend_count.h"
#include "report/trend/trend_sources.h"

double gisa_trend_share(const gisa_trend_point *p)
{
    double factor = p->factor != 0 ? p->factor : 1; /* 0: of a point made by hand */
    return p->total ? factor * (double)p->n / (double)p->total : (double)NAN;
}

bool gisa_trend_by_outlets(const gisa_trend_point *p)
{
    int sign = gisa_trend_sign(p);
    if (!sign) return false;
    return p->within_q >= GISA_STATS_ALPHA || (sign > 0) != ((double)p->hits > p->expected);
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

static void find_peak(const gisa_trend *t, gisa_trend_line *line)
{
    line->peak = t->n_points;
    for (int few = 0; few < 2 && line->peak == t->n_points; few++)
        for (size_t i = 0; i < t->n_points; i++) {
            const gisa_trend_point *at = &line->points[i];
            if (!at->n || isnan(gisa_trend_share(at)) || (at->articles < GISA_TREND_FEW) != few)
                continue;
            if (line->peak == t->n_points ||
                gisa_trend_share(at) > gisa_trend_share(&line->points[line->peak]))
                line->peak = i;
        }
}

/* Bursts are of articles, whatever the line counts; within outlets what is usual in a period
 * depends on its outlets. */
static gisa_status find_bursts(const gisa_roster *r, gisa_trend *t, gisa_trend_line *line,
                               gisa_error *err)
{
    size_t n = t->n_points;
    uint64_t *hits = gisa_calloc(2 * n + 1, sizeof *hits);
    double *base = gisa_calloc(n + 1, sizeof *base);
    line->bursts = gisa_arena_calloc(&t->arena, n / 2 + 1, sizeof *line->bursts);
    if (!hits || !base || !line->bursts) {
        gisa_free(hits);
        gisa_free(base);
        return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < n; i++) {
        const gisa_trend_point *p = &line->points[i];
        hits[i] = p->hits;
        hits[n + i] = p->articles;
        base[i] = p->articles ? p->expected / (double)p->articles : 0;
    }
    gisa_burst_opts opts = {.base = t->within ? base : NULL};
    gisa_status st = gisa_burst_find(hits, hits + n, n, &opts, line->bursts, &line->n_bursts, err);
    for (size_t i = 0; i < line->n_bursts && st >= 0; i++) {
        gisa_burst *b = &line->bursts[i];
        double expected;
        st = gisa_trend_test_within(r, t, b->first, b->last, &expected, &b->within_p, err);
    }
    gisa_free(hits);
    gisa_free(base);
    return st;
}

/* How many times as many articles match as each outlet's usual share lets expect. */
static double within_ratio(const gisa_trend_line *line, const gisa_trend_point *p)
{
    if (!(p->expected > 0)) return NAN;
    return (double)line->matches / (double)line->articles * (double)p->hits / p->expected;
}

static gisa_status find_slope(const gisa_trend *t, const gisa_trend_line *line, bool within,
                              gisa_slope *out, gisa_error *err)
{
    size_t n = 0;
    double *x = gisa_calloc(2 * t->n_points + 1, sizeof *x);
    if (!x) return gisa_fail_mem(err);
    double *y = x + t->n_points;
    for (size_t i = 0; i < t->n_points; i++) {
        const gisa_trend_point *p = &line->points[i];
        double share = within ? within_ratio(line, p) : gisa_trend_share(p);
        if (isnan(share)) continue;
        x[n] = (double)i;
        y[n++] = share;
    }
    gisa_status st = gisa_slope_find(x, y, n, out, err);
    out->q = out->p;
    gisa_free(x);
    return st;
}

/* The tests of several lines are adjusted together. */
static void adjust_slopes(gisa_trend *t)
{
    double p[GISA_CHART_LINES], within[GISA_CHART_LINES];
    uint32_t order[GISA_CHART_LINES];
    for (size_t l = 0; l < t->n_lines; l++) {
        p[l] = t->lines[l].slope.p;
        within[l] = t->lines[l].within_slope.p;
    }
    gisa_stats_adjust(p, order, t->n_lines);
    gisa_stats_adjust(within, order, t->n_lines);
    for (size_t l = 0; l < t->n_lines; l++) {
        t->lines[l].slope.q = p[l];
        t->lines[l].within_slope.q = within[l];
    }
}

/* The query of a line, of the outlet that was asked for. */
static gisa_status add_outlet(const gisa_trend_opts *o, gisa_str query, gisa_buf *out,
                              gisa_error *err)
{
    gisa_buf_reset(out);
    if (o->outlet.n) gisa_buf_addf(out, "outlet:\"%.*s\" ", GISA_ARG(o->outlet));
    gisa_buf_add(out, query);
    return gisa_buf_check(out, "the query", err);
}

static gisa_status finish_line(gisa_store *s, gisa_str query, const gisa_roster *r,
                               const gisa_trend_opts *o, gisa_trend *t, gisa_trend_line *line,
                               gisa_error *err)
{
    line->points = gisa_arena_calloc(&t->arena, t->n_points + 1, sizeof *line->points);
    if (!line->points) return gisa_fail_mem(err);
    gisa_status st = gisa_trend_count(r, t, line, err);
    if (st >= 0) st = find_bursts(r, t, line, err);
    if (st >= 0) st = find_slope(t, line, false, &line->slope, err);
    if (st >= 0) st = find_slope(t, line, true, &line->within_slope, err);
    if (st >= 0 && !o->exact) st = find_spellings(s, query, t, line, err);
    line->first_day = 0;
    line->last_day = -1;
    if (st >= 0 && line->matches) st = find_ends(s, query, o, false, t, line, err);
    if (st >= 0 && line->matches) st = find_ends(s, query, o, true, t, line, err);
    find_peak(t, line);
    return st;
}

/* The sources are those of all queries: what one leaves out by outlet: may be in another. */
static gisa_status find_sources(gisa_store *s, const gisa_trend_opts *o, gisa_trend *t,
                                gisa_error *err)
{
    gisa_roster all = {0};
    gisa_buf query = {0};
    gisa_roster_opts how = {.keep_copies = true, .days = o->days};
    gisa_status st = add_outlet(o, GISA_NONE, &query, err);
    if (st >= 0) st = gisa_roster_run(s, gisa_buf_view(&query), &how, &all, err);
    gisa_buf_clear(&query);
    if (st >= 0) st = gisa_trend_find_sources(&all, t, err);
    gisa_roster_clear(&all);
    return st;
}

static gisa_status make_trend(gisa_store *s, const gisa_trend_opts *o, gisa_roster *rosters,
                              gisa_trend *t, gisa_error *err)
{
    gisa_roster_opts how = {.exact = o->exact,
                            .keep_copies = o->keep_copies,
                            .mentions = o->of == GISA_TREND_MENTIONS,
                            .days = o->days};
    gisa_buf query = {0};
    gisa_status st = GISA_OK;
    for (size_t i = 0; st >= 0 && i < t->n_lines; i++) {
        st = add_outlet(o, t->lines[i].query, &query, err);
        if (st >= 0) st = gisa_roster_run(s, gisa_buf_view(&query), &how, &rosters[i], err);
    }
    if (st >= 0) st = gisa_trend_lay(rosters, t->n_lines, t, err);
    for (size_t i = 0; st >= 0 && i < t->n_lines; i++) {
        st = add_outlet(o, t->lines[i].query, &query, err);
        if (st >= 0)
            st = finish_line(s, gisa_buf_view(&query), &rosters[i], o, t, &t->lines[i], err);
    }
    gisa_buf_clear(&query);
    adjust_slopes(t);
    for (size_t i = 0; st >= 0 && i < t->n_points; i++) {
        t->n_few += t->lines[0].points[i].articles < GISA_TREND_FEW;
        t->n_gaps += !t->lines[0].points[i].articles;
    }
    return st < 0 ? st : find_sources(s, o, t, err);
}

gisa_status gisa_trend_run(gisa_store *s, const gisa_str *queries, size_t n,
                           const gisa_trend_opts *opts, gisa_trend *out, gisa_error *err)
{
    static const gisa_trend_opts none = {0};
    gisa_roster rosters[GISA_CHART_LINES] = {0};
    const gisa_trend_opts *o = opts ? opts : &none;
    gisa_trend_clear(out);
    out->period = o->period;
    out->of = o->of;
    out->within = o->within;
    if (o->within && o->of != GISA_TREND_ARTICLES)
        return gisa_fail(err, GISA_EINVAL, "shares within outlets are shares of articles");
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
    if (st >= 0 && n) st = make_trend(s, o, rosters, out, err);
    for (size_t i = 0; i < GISA_CHART_LINES; i++) gisa_roster_clear(&rosters[i]);
    if (st < 0) gisa_trend_clear(out);
    return st;
}

void gisa_trend_clear(gisa_trend *t)
{
    gisa_arena_clear(&t->arena);
    *t = (gisa_trend){0};
}
