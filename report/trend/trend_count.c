/* The articles come in order of time, so each period is a stretch of them. What is within outlets
 * follows Cochran (1954) and Mantel and Haenszel (1959): every outlet gives a table of a period
 * against the others, of which the hits less those expected are summed, and so are their
 * hypergeometric variances. */
#include "report/trend/trend_count.h"

#include <math.h>

#include "base/mem.h"
#include "report/period.h"
#include "report/trend/slope.h"

gisa_status gisa_trend_lay(const gisa_roster *rosters, size_t n, gisa_trend *t, gisa_error *err)
{
    bool any = false;
    int64_t first = 0, last = -1;
    size_t cap = 0;
    for (size_t i = 0; i < n; i++) {
        const gisa_roster *r = &rosters[i];
        bool bounded = r->days.has_from && r->days.has_to;
        if (r->last < r->first && !bounded) continue;
        int64_t a = r->days.has_from ? r->days.from : r->first;
        int64_t b = r->days.has_to ? r->days.to : r->last;
        if (a > b) continue;
        if (!any || a < first) first = a;
        if (!any || b > last) last = b;
        any = true;
    }
    for (int64_t day = gisa_period_start(t->period, first); any && day <= last;
         day = gisa_period_next(t->period, day)) {
        if (t->n_points == GISA_TREND_PERIODS)
            return gisa_fail(err, GISA_ELIMIT,
                             "over %d %ss to count; choose a longer period or narrower bounds",
                             GISA_TREND_PERIODS, gisa_period_name(t->period));
        if (GISA_ARENA_GROW(&t->arena, t->days, t->n_points, cap) < 0) return gisa_fail_mem(err);
        t->days[t->n_points++] = day;
    }
    return GISA_OK;
}

size_t gisa_trend_place(const gisa_trend *t, const gisa_roster_item *item)
{
    size_t low = 0, high = t->n_points;
    if (!gisa_roster_dated(item, t->period)) return t->n_points;
    while (low < high) {
        size_t at = low + (high - low) / 2;
        if (t->days[at] <= item->day)
            low = at + 1;
        else
            high = at;
    }
    if (!low || item->day >= gisa_period_next(t->period, t->days[low - 1])) return t->n_points;
    return low - 1;
}

/* Sums over articles of mentions, words and their products. */
typedef struct sums {
    double n, m, w, mm, mw, ww;
} sums;

static void add_article(sums *s, const gisa_roster_item *a)
{
    double m = a->mentions, w = a->words;
    s->n++;
    s->m += m;
    s->w += w;
    s->mm += m * m;
    s->mw += m * w;
    s->ww += w * w;
}

/* The variance of the ratio of mentions to words, articles being what was drawn (Cochran 1977). */
static double ratio_variance(const sums *s)
{
    if (s->n < 2 || s->w <= 0) return NAN;
    double r = s->m / s->w, squares = s->mm - 2 * r * s->mw + r * r * s->ww;
    return squares > 0 ? s->n / (s->n - 1) * squares / (s->w * s->w) : 0;
}

static void test_ratio(const sums *all, const sums *in, gisa_trend_point *p)
{
    const double Z95 = 1.959963984540054;
    sums rest = {all->n - in->n,   all->m - in->m,   all->w - in->w,
                 all->mm - in->mm, all->mw - in->mw, all->ww - in->ww};
    double variance = ratio_variance(in), other = ratio_variance(&rest);
    double ratio = in->w > 0 ? in->m / in->w : 0, half = Z95 * sqrt(variance);
    p->interval = isnan(half) ? (gisa_interval){0, 1}
                              : (gisa_interval){fmax(0, ratio - half), fmin(1, ratio + half)};
    p->g2 = gisa_stats_g2(p->n, p->total, (uint64_t)rest.m, (uint64_t)rest.w);
    double z = (ratio - (rest.w > 0 ? rest.m / rest.w : 0)) / sqrt(variance + other);
    p->p = isfinite(z) ? gisa_normal_p(z) : 1;
}

/* What the outlets have, in a period and in all together. */
typedef struct outlet_counts {
    uint64_t *hits, *articles;  /* in all periods, by outlet */
    uint64_t *here_hits, *here; /* in the one under way */
    uint32_t *seen;             /* outlets that are in it */
    size_t n_seen, n;
} outlet_counts;

static gisa_status outlets_open(const gisa_roster *r, outlet_counts *o, gisa_error *err)
{
    o->n = r->n_outlets;
    o->hits = gisa_calloc(4 * o->n, sizeof *o->hits);
    o->seen = gisa_calloc(o->n, sizeof *o->seen);
    if (!o->hits || !o->seen) {
        gisa_free(o->hits);
        gisa_free(o->seen);
        return gisa_fail_mem(err);
    }
    o->articles = o->hits + o->n;
    o->here_hits = o->articles + o->n;
    o->here = o->here_hits + o->n;
    return GISA_OK;
}

static void outlets_close(outlet_counts *o)
{
    gisa_free(o->hits);
    gisa_free(o->seen);
}

static void outlets_add_all(const gisa_roster *r, const gisa_trend *t, outlet_counts *o)
{
    for (size_t i = 0; i < r->n; i++) {
        if (gisa_trend_place(t, &r->items[i]) == t->n_points) continue;
        o->articles[r->items[i].outlet]++;
        o->hits[r->items[i].outlet] += r->items[i].hit;
    }
}

static void outlets_add(outlet_counts *o, const gisa_roster_item *a)
{
    if (!o->here[a->outlet]++) o->seen[o->n_seen++] = a->outlet;
    o->here_hits[a->outlet] += a->hit;
}

static void outlets_reset(outlet_counts *o)
{
    for (size_t i = 0; i < o->n_seen; i++) o->here[o->seen[i]] = o->here_hits[o->seen[i]] = 0;
    o->n_seen = 0;
}

/* The period that was added against the others, outlet by outlet. */
static double test_outlets(const outlet_counts *o, double *expected)
{
    double more = 0, variance = 0;
    *expected = 0;
    for (size_t i = 0; i < o->n_seen; i++) {
        uint32_t k = o->seen[i];
        double here = (double)o->here[k], all = (double)o->articles[k], hits = (double)o->hits[k];
        *expected += here * hits / all;
        more += (double)o->here_hits[k] - here * hits / all;
        if (all > 1)
            variance += here * (all - here) * hits * (all - hits) / (all * all * (all - 1));
    }
    return variance > 0 ? gisa_normal_p(more / sqrt(variance)) : 1;
}

gisa_status gisa_trend_test_within(const gisa_roster *r, const gisa_trend *t, size_t first,
                                   size_t last, double *expected, double *p, gisa_error *err)
{
    outlet_counts o = {0};
    gisa_status st = outlets_open(r, &o, err);
    if (st < 0) return st;
    outlets_add_all(r, t, &o);
    for (size_t i = 0; i < r->n; i++) {
        size_t at = gisa_trend_place(t, &r->items[i]);
        if (at < t->n_points && at >= first && at <= last) outlets_add(&o, &r->items[i]);
    }
    *p = test_outlets(&o, expected);
    outlets_close(&o);
    return GISA_OK;
}

static void finish_point(const gisa_trend *t, const outlet_counts *o, const sums *words,
                         gisa_trend_point *p)
{
    p->n = p->hits;
    p->total = p->articles;
    if (t->of == GISA_TREND_MENTIONS) {
        p->n = (uint64_t)words->m;
        p->total = (uint64_t)words->w;
    } else if (t->of == GISA_TREND_OUTLETS) {
        p->n = p->total = 0;
        for (size_t i = 0; i < o->n_seen; i++) {
            if (!o->seen[i]) continue; /* articles without an outlet */
            p->total++;
            p->n += o->here_hits[o->seen[i]] > 0;
        }
    }
    p->within_p = test_outlets(o, &p->expected);
}

/* Adds up the articles, period by period. */
static void add_up(const gisa_roster *r, gisa_trend *t, gisa_trend_line *line, outlet_counts *o,
                   sums *words)
{
    size_t i = 0;
    for (size_t k = 0; k < t->n_points; k++) {
        gisa_trend_point *p = &line->points[k];
        p->day = t->days[k];
        for (; i < r->n; i++) {
            const gisa_roster_item *a = &r->items[i];
            size_t at = gisa_trend_place(t, a);
            if (at < t->n_points && at > k) break;
            if (at == t->n_points && a->hit) line->undated++;
            if (at != k) continue;
            p->articles++;
            p->hits += a->hit;
            add_article(&words[k], a);
            outlets_add(o, a);
        }
        finish_point(t, o, &words[k], p);
        outlets_reset(o);
        line->matches += p->hits;
        line->articles += p->articles;
        line->n += p->n;
        line->total += p->total;
    }
    for (; i < r->n; i++) line->undated += r->items[i].hit;
}

static void test_points(const gisa_trend *t, gisa_trend_line *line, const sums *words)
{
    sums all = {0};
    for (size_t k = 0; k < t->n_points; k++) {
        const sums *s = &words[k];
        all = (sums){all.n + s->n,   all.m + s->m,   all.w + s->w,
                     all.mm + s->mm, all.mw + s->mw, all.ww + s->ww};
    }
    for (size_t k = 0; k < t->n_points; k++) {
        gisa_trend_point *p = &line->points[k];
        p->factor = 1;
        if (t->of == GISA_TREND_MENTIONS) {
            test_ratio(&all, &words[k], p);
            continue;
        }
        uint64_t rest = line->n - p->n, rest_total = line->total - p->total;
        p->interval = gisa_stats_wilson(p->n, p->total);
        p->p = gisa_stats_fisher(p->n, p->total, rest, rest_total);
        p->g2 = gisa_stats_g2(p->n, p->total, rest, rest_total);
        if (!t->within) continue;
        double usual = (double)line->matches / (double)line->articles;
        p->factor = p->expected > 0 ? usual * (double)p->total / p->expected : (double)NAN;
        p->interval.low *= p->factor;
        p->interval.high *= p->factor;
        p->p = p->within_p;
        p->g2 = fabs(p->g2) * ((double)p->n < p->expected ? -1 : 1);
    }
}

/* Empty periods are no tests. */
static gisa_status adjust(const gisa_trend *t, gisa_trend_line *line, gisa_error *err)
{
    size_t n = t->n_points, tested = 0;
    uint32_t *order = gisa_calloc(n + 1, sizeof *order);
    double *p = gisa_calloc(2 * n + 1, sizeof *p);
    if (!order || !p) {
        gisa_free(order);
        gisa_free(p);
        return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < n; i++) {
        if (!line->points[i].articles) continue;
        p[tested] = line->points[i].p;
        p[n + tested++] = line->points[i].within_p;
    }
    gisa_stats_adjust(p, order, tested);
    gisa_stats_adjust(p + n, order, tested);
    for (size_t i = 0, k = 0; i < n; i++) {
        gisa_trend_point *at = &line->points[i];
        at->q = at->articles ? p[k] : 1;
        at->within_q = at->articles ? p[n + k++] : 1;
    }
    gisa_free(order);
    gisa_free(p);
    return GISA_OK;
}

/* Outlets of all the time together, each once. */
static void count_outlets(const outlet_counts *o, gisa_trend_line *line)
{
    line->n = line->total = 0;
    for (size_t k = 1; k < o->n; k++) {
        line->total += o->articles[k] > 0;
        line->n += o->hits[k] > 0;
    }
}

gisa_status gisa_trend_count(const gisa_roster *r, gisa_trend *t, gisa_trend_line *line,
                             gisa_error *err)
{
    outlet_counts o = {0};
    gisa_status st = outlets_open(r, &o, err);
    if (st < 0) return st;
    sums *words = gisa_calloc(t->n_points + 1, sizeof *words);
    if (words) {
        outlets_add_all(r, t, &o);
        add_up(r, t, line, &o, words);
        test_points(t, line, words);
        if (t->of == GISA_TREND_OUTLETS) count_outlets(&o, line);
        st = adjust(t, line, err);
    } else {
        st = gisa_fail_mem(err);
    }
    gisa_free(words);
    outlets_close(&o);
    return st;
}
