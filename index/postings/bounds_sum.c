/* A phrase is no more frequent than any of its terms, and alternatives no more than all together. A
 * unit's ratio is the weighted sum of its phrases', and what BM25 makes of it rises with it. */
#include "index/postings/bounds_sum.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "index/postings/bm25.h"
#include "index/postings/bounds.h"
#include "index/postings/term_ratios.h"
#include "index/store/store_handle.h"

typedef struct known_term {
    gisa_str form;
    float *ratios; /* by range */
} known_term;

typedef struct summing {
    gisa_store *s;
    const gisa_bounds *bounds;
    gisa_arena arena;
    gisa_leaf_segments segments;
    known_term *terms;
    size_t n_terms, cap_terms;
    uint8_t *steps;
    float of_step[GISA_BOUNDS_HIGHEST + 1];
    float *phrase, *spot, *unit; /* of what is looked at */
} summing;

/* A little more than a number, so that it is no less where floats are. */
static float above(double v)
{
    return (float)(v * (1 + 1e-6));
}

/* What a list is read into. */
typedef struct range_ratios {
    const gisa_bounds *bounds;
    float *ratios;
    size_t range;
} range_ratios;

static void raise_range(void *ctx, size_t at, double ratio)
{
    range_ratios *w = ctx;
    while (w->range + 1 < w->bounds->n && w->bounds->start[w->range + 1] <= at) w->range++;
    if (above(ratio) > w->ratios[w->range]) w->ratios[w->range] = above(ratio);
}

static gisa_status find_term(summing *w, gisa_str form, const float **out, gisa_error *err)
{
    bool found;
    for (size_t i = 0; i < w->n_terms; i++) {
        *out = w->terms[i].ratios;
        if (gisa_str_eq(w->terms[i].form, form)) return GISA_OK;
    }
    float *ratios = gisa_arena_calloc(&w->arena, w->bounds->n + 1, sizeof *ratios);
    if (!ratios || GISA_GROW(w->terms, w->n_terms, w->cap_terms) < 0) return gisa_fail_mem(err);
    w->terms[w->n_terms++] = (known_term){form, ratios};
    *out = ratios;
    gisa_status st = gisa_bounds_of_term(w->s, form, w->steps, &found, err);
    range_ratios list = {.bounds = w->bounds, .ratios = ratios};
    if (st == GISA_OK && !found) /* it is short */
        return gisa_term_ratios(w->s, &w->segments, form, &w->s->roll,
                                (gisa_ratio_sink){raise_range, &list}, err);
    if (st < 0) return st;
    for (size_t i = 0; i < w->bounds->n; i++) ratios[i] = w->of_step[w->steps[i]];
    return st;
}

/* The ratios of a phrase into w->phrase. */
static gisa_status find_phrase(summing *w, const gisa_phrase *p, gisa_error *err)
{
    size_t n = w->bounds->n;
    gisa_status st = GISA_OK;
    memset(w->phrase, 0, n * sizeof *w->phrase);
    for (size_t i = 0, spots = 0; i < p->n && st == GISA_OK; spots++) {
        memset(w->spot, 0, n * sizeof *w->spot);
        size_t first = i;
        for (; st == GISA_OK && i < p->n && (i == first || p->terms[i].colocated); i++) {
            const float *ratios = NULL;
            st = find_term(w, p->terms[i].form, &ratios, err);
            for (size_t k = 0; k < n && st == GISA_OK; k++) w->spot[k] += ratios[k];
        }
        for (size_t k = 0; k < n; k++)
            if (!spots || w->spot[k] < w->phrase[k]) w->phrase[k] = w->spot[k];
    }
    return st;
}

/* The rows of a unit count once each, in an article of any length. */
static void add_rows(summing *w, const gisa_unit *u)
{
    const gisa_bounds *b = w->bounds;
    for (size_t i = 0, at = 0, range = 0; i < u->n_rows; i++) {
        at = gisa_roll_seek(&w->s->roll, u->rows[i], at);
        while (range + 1 < b->n && b->start[range + 1] <= at) range++;
        w->unit[range] += above(gisa_bounds_ratio(1, gisa_bm25_norm(0)));
    }
}

static gisa_status add_unit(summing *w, const gisa_unit *u, float *bounds, gisa_error *err)
{
    size_t n = w->bounds->n;
    gisa_status st = GISA_OK;
    double most = gisa_bm25_ceiling(u->idf > 0 ? u->idf : 0);
    memset(w->unit, 0, n * sizeof *w->unit);
    for (size_t i = 0; i < u->n && st == GISA_OK; i++) {
        float weight = above(u->phrases[i].weight);
        st = find_phrase(w, &u->phrases[i].phrase, err);
        for (size_t k = 0; k < n && st == GISA_OK; k++)
            if (w->phrase[k] > 0) w->unit[k] += weight * w->phrase[k];
    }
    add_rows(w, u);
    for (size_t k = 0; k < n; k++) {
        double ratio = w->unit[k];
        bounds[k] = above(ratio < HUGE_VALF ? most * ratio / (1 + ratio) : most);
    }
    return st;
}

static gisa_status prepare(summing *w, gisa_error *err)
{
    size_t n = w->bounds->n + 1;
    w->steps = gisa_arena_calloc(&w->arena, n, sizeof *w->steps);
    w->phrase = gisa_arena_calloc(&w->arena, n, sizeof *w->phrase);
    w->spot = gisa_arena_calloc(&w->arena, n, sizeof *w->spot);
    w->unit = gisa_arena_calloc(&w->arena, n, sizeof *w->unit);
    for (int i = 0; i <= GISA_BOUNDS_HIGHEST; i++)
        w->of_step[i] = above(gisa_bounds_of_step((uint8_t)i) * w->bounds->scale);
    return w->steps && w->phrase && w->spot && w->unit ? GISA_OK : gisa_fail_mem(err);
}

gisa_status gisa_bounds_sum(gisa_store *s, const gisa_sweep_unit *units, size_t n, float *bounds,
                            double *sums, gisa_error *err)
{
    summing w = {.s = s, .bounds = &s->bounds};
    gisa_status st = gisa_leaf_segments_load(&s->sql, &w.segments, err);
    if (st != GISA_OK) return st;
    memset(sums, 0, w.bounds->n * sizeof *sums);
    st = prepare(&w, err);
    for (size_t i = 0; i < n && st == GISA_OK; i++) {
        float *of_unit = bounds + i * w.bounds->n;
        memset(of_unit, 0, w.bounds->n * sizeof *of_unit);
        if (!units[i].counts || units[i].not_) continue;
        st = add_unit(&w, units[i].unit, of_unit, err);
        for (size_t k = 0; k < w.bounds->n; k++) sums[k] += (double)of_unit[k];
    }
    for (size_t k = 0; k < w.bounds->n; k++) /* sums are of floats that were rounded */
        sums[k] = w.bounds->fresh[k] ? HUGE_VAL : sums[k] * (1 + 1e-5);
    gisa_free(w.segments.items);
    gisa_free(w.terms);
    gisa_arena_clear(&w.arena);
    return st;
}
