#include "nlp/facts/figure.h"

#include "nlp/facts/figure_scan.h"

/* 한 달에, 한 곳에: an article rather than a count, but for people and hours. */
static bool says_little(gisa_str text, const gisa_quantity *q)
{
    return q->value == 1 && gisa_str_starts(gisa_span_text(q->span, text), GISA_STR("한")) &&
           !gisa_str_is(q->unit, "명") && !gisa_str_is(q->unit, "시간");
}

gisa_status gisa_figures_find(gisa_str text, gisa_annotation *a, gisa_error *err)
{
    gisa_quantity q;
    size_t cap = 0, date = 0;
    a->figures = NULL;
    a->n_figures = 0;
    for (size_t at = 0; gisa_quantity_next(text, &at, &q);) {
        if (q.kind == GISA_QUANTITY_ORDINAL || q.kind == GISA_QUANTITY_CLOCK ||
            q.kind == GISA_QUANTITY_AGE || says_little(text, &q))
            continue;
        while (date < a->n_dates && a->dates[date].span.end <= q.span.start) date++;
        if (date < a->n_dates && a->dates[date].span.start < q.span.end) continue;
        gisa_figure f = {.span = q.span, .value = q.value};
        if (GISA_ARENA_GROW(&a->arena, a->figures, a->n_figures, cap) < 0 ||
            gisa_arena_copy(&a->arena, q.unit, &f.unit) < 0)
            return gisa_fail_mem(err);
        a->figures[a->n_figures++] = f;
    }
    return GISA_OK;
}
