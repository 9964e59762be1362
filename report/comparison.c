/* A figure stands for an interval: from its bound, or by how far it may be rounded, which is half
 * of its last digit but no more than a twentieth. Two figures differ when their intervals are
 * apart. */
#include "report/comparison.h"

#include <math.h>
#include <stdlib.h>

typedef struct interval {
    double low, high;
} interval;

/* Half a unit of the last digit that is no zero. */
static double rounding(double value)
{
    const double MOST = 0.05, SAME = 1e-9;
    double size = fabs(value), step = pow(10, floor(log10(size > 0 ? size : 1)));
    for (int digits = 0; digits < 6; digits++, step /= 10)
        if (fabs(size / step - round(size / step)) < SAME) break;
    return fmin(step / 2, MOST * size);
}

static interval interval_of(const gisa_figure *f)
{
    const double ABOUT = 0.1;
    double v = f->value, slack = rounding(v);
    switch (f->bound) {
    case GISA_BOUND_ABOUT: return (interval){v - ABOUT * fabs(v), v + ABOUT * fabs(v)};
    case GISA_BOUND_AT_LEAST:
    case GISA_BOUND_MORE_THAN: return (interval){v - slack, INFINITY};
    case GISA_BOUND_AT_MOST:
    case GISA_BOUND_LESS_THAN: return (interval){-INFINITY, v + slack};
    case GISA_BOUND_RANGE:
        return (interval){f->low - rounding(f->low), f->high + rounding(f->high)};
    default: return (interval){v - slack, v + slack};
    }
}

bool gisa_figures_differ(const gisa_figure *a, const gisa_figure *b)
{
    interval x = interval_of(a), y = interval_of(b);
    return x.high < y.low || y.high < x.low;
}

gisa_status gisa_comparison_put(gisa_comparison *claims, const gisa_compared *claim)
{
    gisa_compared c = *claim;
    gisa_str *const words[] = {&c.key,    &c.owner, &c.noun,     &c.id,         &c.published,
                               &c.outlet, &c.text,  &c.sentence, &c.figure.unit};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i]->p && gisa_arena_copy(&claims->arena, *words[i], words[i]) < 0)
            return GISA_ENOMEM;
    if (GISA_ARENA_GROW(&claims->arena, claims->items, claims->n, claims->cap) < 0)
        return GISA_ENOMEM;
    claims->items[claims->n++] = c;
    return GISA_OK;
}

/* Compares without blanks: 파생 모델, 파생모델. */
static int order_plain(gisa_str a, gisa_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && a.p[i] == ' ') i++;
        while (k < b.n && b.p[k] == ' ') k++;
        if (i == a.n || k == b.n) return (i < a.n) - (k < b.n);
        if (a.p[i] != b.p[k]) return (unsigned char)a.p[i] < (unsigned char)b.p[k] ? -1 : 1;
        i++;
        k++;
    }
}

static int by_thing(const gisa_compared *a, const gisa_compared *b)
{
    int order = gisa_str_cmp(a->key, b->key);
    if (!order) order = order_plain(a->noun, b->noun);
    return order ? order : gisa_str_cmp(a->figure.unit, b->figure.unit);
}

static int by_age(const gisa_compared *a, const gisa_compared *b)
{
    int order = gisa_str_cmp(a->published, b->published);
    if (!order) order = gisa_str_cmp(a->id, b->id);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static int by_thing_and_age(const void *a, const void *b)
{
    int order = by_thing(a, b);
    return order ? order : by_age(a, b);
}

/* For groups, which were given their sizes as numbers: the largest first. */
static int by_size(const void *a, const void *b)
{
    const gisa_compared *x = a, *y = b;
    if (x->group != y->group) return x->group > y->group ? -1 : 1;
    return by_thing_and_age(a, b);
}

/* An article says the same twice: once is enough. */
static bool is_among(const gisa_compared *kept, size_t n, const gisa_compared *c)
{
    for (size_t i = 0; i < n; i++)
        if (gisa_str_eq(kept[i].id, c->id) && kept[i].figure.value == c->figure.value &&
            kept[i].figure.bound == c->figure.bound)
            return true;
    return false;
}

/* Keeps the claims from `from` to `to`, of one thing, from place n on, when several articles make
 * them; returns the place after them. */
static size_t keep(gisa_comparison *c, size_t from, size_t to, size_t n)
{
    size_t kept = n;
    gisa_str id = c->items[from].id;
    bool several = false;
    for (size_t i = from; i < to; i++) {
        several |= !gisa_str_eq(c->items[i].id, id);
        if (!is_among(c->items + n, kept - n, &c->items[i])) c->items[kept++] = c->items[i];
    }
    if (!several) return n;
    for (size_t i = n; i < kept; i++) {
        c->items[i].group = kept - n;
        c->items[i].differs = gisa_figures_differ(&c->items[n].figure, &c->items[i].figure);
    }
    return kept;
}

void gisa_comparison_group(gisa_comparison *c)
{
    size_t n = 0;
    if (c->n) qsort(c->items, c->n, sizeof *c->items, by_thing_and_age);
    for (size_t from = 0, to; from < c->n; from = to) {
        for (to = from + 1; to < c->n && by_thing(&c->items[from], &c->items[to]) == 0;) to++;
        n = keep(c, from, to, n);
    }
    c->n = n;
    c->n_groups = 0;
    if (n) qsort(c->items, n, sizeof *c->items, by_size);
    for (size_t i = 0; i < n; i++) {
        c->n_groups += i == 0 || by_thing(&c->items[i - 1], &c->items[i]) != 0;
        c->items[i].group = c->n_groups - 1;
    }
}

void gisa_comparison_clear(gisa_comparison *claims)
{
    gisa_arena_clear(&claims->arena);
    *claims = (gisa_comparison){0};
}
