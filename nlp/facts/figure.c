#include "nlp/facts/figure.h"

#include "nlp/facts/figure_bound.h"

/* 한 달에, 한 곳에: an article rather than a count, but for people and hours, after 단, and where
 * it says how long: 한 달 뒤. */
static bool says_little(gisa_str text, const gisa_quantity *q)
{
    static const char *const lengths[] = {" 뒤", " 만에", " 동안", " 전", " 후", " 사이", "간 "};
    gisa_str rest = gisa_str_cut(text, q->span.end, text.n);
    if (q->value != 1 || !gisa_str_starts(gisa_span_text(q->span, text), GISA_STR("한")))
        return false;
    if (gisa_str_is(q->unit, "명") || gisa_str_is(q->unit, "시간")) return false;
    if (gisa_str_begins(rest, "여 ") || gisa_str_begins(rest, "여간")) return false; /* 한 달여 */
    if (q->kind == GISA_QUANTITY_PERIOD && gisa_figure_bound(text, q->span) != GISA_BOUND_NONE)
        return false; /* 한 달 가까이 */
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        if (q->kind == GISA_QUANTITY_PERIOD && gisa_str_begins(rest, lengths[i])) return false;
    return !gisa_str_ends(gisa_str_cut(text, 0, q->span.start), GISA_STR(" 단 "));
}

static bool is_counted(gisa_str text, const gisa_quantity *q)
{
    return q->kind != GISA_QUANTITY_ORDINAL && q->kind != GISA_QUANTITY_CLOCK &&
           q->kind != GISA_QUANTITY_AGE && !says_little(text, q);
}

/* 96~7%: the second number leaves out what both share. */
static double whole_of(double low, double second)
{
    double power = 10;
    if (second >= low || second < 0 || low != (int64_t)low || second != (int64_t)second)
        return second;
    while (power <= second) power *= 10;
    double whole = low - (double)((int64_t)low % (int64_t)power) + second;
    return whole > low ? whole : second;
}

/* Whether the next quantity is the upper end of this one: 3~5만 명, 9000억~1조원, -0.5~-2.5℃. */
static bool is_range(gisa_str text, const gisa_quantity *q, const gisa_quantity *next)
{
    size_t dash = gisa_figure_dash(text, q->span.end);
    gisa_str between = gisa_str_cut(text, q->span.end, next->span.start);
    bool amid = gisa_str_begins(gisa_str_cut(text, next->span.end, text.n), " 사이") > 0;
    if (amid && (gisa_str_is(between, "에서 ") || gisa_str_is(between, "와 ") ||
                 gisa_str_is(between, "과 ")))
        dash = between.n; /* 3명에서 5명 사이 */
    if (!dash || q->span.end + dash != next->span.start) return false;
    return q->kind == next->kind && gisa_str_eq(q->unit, next->unit);
}

static void put_range(gisa_figure *f, const gisa_quantity *next)
{
    const int64_t MOST = 1000000; /* beyond it nobody leaves digits out */
    double second = f->value < MOST ? whole_of(f->value, next->value) : next->value;
    f->span.end = next->span.end;
    f->bound = GISA_BOUND_RANGE;
    f->low = second < f->value ? second : f->value;
    f->high = second < f->value ? f->value : second;
    f->value = f->low;
}

/* Whether the quantity is within a date, of which *date is the first that ends after it. */
static bool is_dated(const gisa_annotation *a, const gisa_quantity *q, size_t *date)
{
    while (*date < a->n_dates && a->dates[*date].span.end <= q->span.start) ++*date;
    return *date < a->n_dates && a->dates[*date].span.start < q->span.end;
}

gisa_status gisa_figures_find(gisa_str text, const gisa_quantities *quantities, gisa_annotation *a,
                              gisa_error *err)
{
    size_t cap = 0, date = 0;
    a->figures = NULL;
    a->n_figures = 0;
    for (size_t i = 0; i < quantities->n; i++) {
        const gisa_quantity *q = &quantities->items[i];
        if (!is_counted(text, q) || is_dated(a, q, &date)) continue;
        gisa_figure f = {.span = q->span, .value = q->value};
        if (i + 1 < quantities->n && is_range(text, q, q + 1))
            put_range(&f, &quantities->items[++i]);
        else
            f.bound = gisa_figure_bound(text, q->span);
        if (GISA_ARENA_GROW(&a->arena, a->figures, a->n_figures, cap) < 0 ||
            gisa_arena_copy(&a->arena, q->unit, &f.unit) < 0)
            return gisa_fail_mem(err);
        a->figures[a->n_figures++] = f;
    }
    return GISA_OK;
}
