#include "index/query/best.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/heap.h"
#include "base/mem.h"
#include "index/postings/bounds.h"
#include "index/postings/bounds_sum.h"
#include "index/postings/tally.h"
#include "index/store/copies.h"
#include "index/store/store_handle.h"

enum { FIRST_RANGES = 24 }; /* scored to know what enough articles reach */

typedef struct finding {
    gisa_store *s;
    const gisa_sweep_unit *units;
    size_t n;
    const gisa_best_opts *opts;
    gisa_matches *out;
    gisa_heap best; /* indices into *out; what a copy scores may be another's */
    bool all;       /* whatever it scores */
    bool cut;
    double *sums;     /* by range; below 0: it was scored */
    float *bounds;    /* by unit and range */
    uint32_t *order;  /* units, the rarest first */
    uint32_t *wanted; /* indices into the roll */
    size_t n_wanted, cap_wanted;
} finding;

static bool scores_better(const void *ctx, uint32_t a, uint32_t b)
{
    const gisa_matches *m = ((const finding *)ctx)->out;
    return m->scores[a] > m->scores[b];
}

/* What enough articles score. */
static float threshold(const finding *w)
{
    bool full = w->best.n == w->best.max && w->best.n;
    return full ? w->out->scores[w->best.items[0]] : -HUGE_VALF;
}

static gisa_status take(void *ctx, size_t at, double score, gisa_error *err)
{
    finding *w = ctx;
    if (!w->all && (float)score < threshold(w)) {
        w->cut = true;
        return GISA_OK;
    }
    if (!w->opts->passes(w->opts->ctx, at)) return GISA_OK;
    gisa_status st = gisa_matches_put(w->out, at, (float)score, err);
    bool copy = w->opts->folds && w->s->roll.items[at].flags & GISA_ROLL_COPY;
    if (st == GISA_OK && !copy) gisa_heap_put(&w->best, (uint32_t)(w->out->n - 1));
    return st;
}

/* Scores a range; it is not scored again. */
static gisa_status score_range(finding *w, gisa_tally *tally, size_t range, gisa_error *err)
{
    const gisa_bounds *b = &w->s->bounds;
    size_t from = b->start[range], to = b->start[range + 1];
    if (from < w->opts->from) from = w->opts->from;
    if (to > w->opts->to) to = w->opts->to;
    gisa_tally_limit limit = {.least = (double)threshold(w),
                              .order = w->order,
                              .bounds = w->bounds + range,
                              .stride = b->n};
    w->sums[range] = -1;
    if (from >= to) return GISA_OK;
    gisa_status st = gisa_tally_score(tally, from, to, b->fresh[range] ? NULL : &limit,
                                      (gisa_tally_sink){take, w}, err);
    w->cut = w->cut || limit.cut;
    return st;
}

/* Scores those of some ranges, in ascending order, that may have one of the best. */
static gisa_status score_ranges(finding *w, const uint32_t *ranges, size_t n, gisa_error *err)
{
    gisa_tally *tally;
    gisa_status st = gisa_tally_open(w->s, w->units, w->n, &tally, err);
    for (size_t i = 0; i < n && st == GISA_OK; i++) {
        size_t range = ranges ? ranges[i] : i;
        double sum = w->sums[range];
        if (sum > 0 && sum >= (double)threshold(w))
            st = score_range(w, tally, range, err);
        else if (sum > 0)
            w->cut = true;
    }
    gisa_tally_close(tally);
    return st;
}

static bool is_rarer(const void *ctx, uint32_t a, uint32_t b)
{
    const gisa_sweep_unit *units = ctx;
    if (units[a].unit->articles != units[b].unit->articles)
        return units[a].unit->articles < units[b].unit->articles;
    return a < b;
}

static gisa_status order_units(finding *w, gisa_error *err)
{
    w->order = gisa_calloc(w->n + 1, sizeof *w->order);
    if (!w->order) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->n; i++) w->order[i] = (uint32_t)i;
    gisa_heap order = {
        .items = w->order, .n = w->n, .max = w->n, .better = is_rarer, .ctx = w->units};
    gisa_heap_sort(&order);
    return GISA_OK;
}

static bool sums_better(const void *ctx, uint32_t a, uint32_t b)
{
    const double *sums = ctx;
    return sums[a] > sums[b];
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

static gisa_status score_best(finding *w, gisa_error *err)
{
    uint32_t first[FIRST_RANGES];
    size_t n = w->s->bounds.n, some = n / 8 + 1;
    gisa_heap highest = {.items = first,
                         .max = some < FIRST_RANGES ? some : FIRST_RANGES,
                         .better = sums_better,
                         .ctx = w->sums};
    gisa_status st = gisa_bounds_sum(w->s, w->units, w->n, w->bounds, w->sums, err);
    if (st != GISA_OK) return st;
    for (size_t i = 0; i < n; i++) gisa_heap_put(&highest, (uint32_t)i);
    qsort(first, highest.n, sizeof *first, by_number);
    st = score_ranges(w, first, highest.n, err);
    return st < 0 ? st : score_ranges(w, NULL, n, err);
}

/* Leaves out what turned out not to be among the best. */
static void keep_best(finding *w)
{
    gisa_matches *m = w->out;
    float least = threshold(w);
    size_t kept = 0;
    for (size_t i = 0; i < m->n; i++) {
        if (m->scores[i] < least) continue;
        m->at[kept] = m->at[i];
        m->scores[kept++] = m->scores[i];
    }
    w->cut = w->cut || kept < m->n;
    m->n = kept;
    w->best.n = 0;
}

static gisa_status want(finding *w, size_t at, gisa_error *err)
{
    if (GISA_GROW(w->wanted, w->n_wanted, w->cap_wanted) < 0) return gisa_fail_mem(err);
    w->wanted[w->n_wanted++] = (uint32_t)at;
    return GISA_OK;
}

/* Wants all articles of a near-duplicate's group, as any of them may stand for it. */
static gisa_status want_group(finding *w, int64_t row, gisa_error *err)
{
    const gisa_roll *r = &w->s->roll;
    int64_t root;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_copies_root(w->s, row, &root, err);
    if (st == GISA_OK)
        st = gisa_sql_get(&w->s->sql,
                          "WITH RECURSIVE g (row) AS (SELECT ?1 UNION"
                          " SELECT a.row FROM article a JOIN g ON a.copy_of = g.row)"
                          " SELECT row FROM g",
                          &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, root);
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        size_t at = gisa_roll_seek(r, sqlite3_column_int64(stmt, 0), 0);
        if (at < r->n && r->items[at].row == sqlite3_column_int64(stmt, 0)) st = want(w, at, err);
        if (st < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* Scores the articles that are wanted for themselves. */
static gisa_status score_wanted(finding *w, gisa_error *err)
{
    const gisa_best_opts *o = w->opts;
    gisa_tally *tally;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < o->n_also && st == GISA_OK; i++) st = want(w, o->also[i], err);
    for (size_t i = 0; i < w->out->n && o->folds && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &w->s->roll.items[w->out->at[i]];
        if (e->flags & (GISA_ROLL_COPY | GISA_ROLL_SOURCE)) st = want_group(w, e->row, err);
    }
    if (st < 0 || !w->n_wanted) return st;
    qsort(w->wanted, w->n_wanted, sizeof *w->wanted, by_number);
    st = gisa_tally_open(w->s, w->units, w->n, &tally, err);
    w->all = true;
    for (size_t i = 0; i < w->n_wanted && st == GISA_OK; i++) {
        size_t at = w->wanted[i];
        if ((i && at == w->wanted[i - 1]) || at < o->from || at >= o->to) continue;
        st = gisa_tally_score(tally, at, at + 1, NULL, (gisa_tally_sink){take, w}, err);
    }
    gisa_tally_close(tally);
    return st;
}

typedef struct scored {
    uint32_t at;
    float score;
} scored;

static int by_place(const void *a, const void *b)
{
    const scored *x = a, *y = b;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* In ascending order, each once. */
static gisa_status put_in_order(gisa_matches *m, gisa_error *err)
{
    scored *items = gisa_calloc(m->n + 1, sizeof *items);
    if (!items) return gisa_fail_mem(err);
    size_t n = m->n, kept = 0;
    for (size_t i = 0; i < n; i++) items[i] = (scored){m->at[i], m->scores[i]};
    qsort(items, n, sizeof *items, by_place);
    for (size_t i = 0; i < n; i++) {
        if (i && items[i].at == items[i - 1].at) continue;
        m->at[kept] = items[i].at;
        m->scores[kept++] = items[i].score;
    }
    m->n = kept;
    gisa_free(items);
    return GISA_OK;
}

gisa_status gisa_best_find(gisa_store *s, const gisa_sweep_unit *units, size_t n,
                           const gisa_best_opts *opts, gisa_matches *out, bool *cut,
                           gisa_error *err)
{
    finding w = {.s = s, .units = units, .n = n, .opts = opts, .out = out};
    gisa_status st = GISA_OK;
    w.sums = gisa_calloc(s->bounds.n + 1, sizeof *w.sums);
    w.best = (gisa_heap){.items = gisa_calloc(opts->want + 1, sizeof *w.best.items),
                         .max = opts->want,
                         .better = scores_better,
                         .ctx = &w};
    w.bounds = gisa_calloc(n * s->bounds.n + 1, sizeof *w.bounds);
    if (!w.sums || !w.best.items || !w.bounds) st = gisa_fail_mem(err);
    if (st == GISA_OK) st = order_units(&w, err);
    if (st == GISA_OK) st = score_best(&w, err);
    if (st == GISA_OK) {
        keep_best(&w);
        st = score_wanted(&w, err);
    }
    if (st == GISA_OK) st = put_in_order(out, err);
    *cut = w.cut;
    gisa_free(w.sums);
    gisa_free(w.bounds);
    gisa_free(w.order);
    gisa_free(w.wanted);
    gisa_free(w.best.items);
    return st;
}
