#include "index/query/grouped.h"

#include "base/mem.h"
#include "index/query/group.h"

struct gisa_grouped {
    const gisa_plan *p;
    size_t *at; /* by item: the cursor in its rows */
    const gisa_roll_entry *entry;
    gisa_grouped_counter counter;
    gisa_status st;
    gisa_error *err;
};

gisa_status gisa_grouped_open(const gisa_plan *p, gisa_grouped **out, gisa_error *err)
{
    gisa_grouped *w = gisa_calloc(1, sizeof *w);
    *out = w;
    if (!w) return gisa_fail_mem(err);
    w->p = p;
    w->at = gisa_calloc(p->query.n + 1, sizeof *w->at);
    if (w->at) return GISA_OK;
    gisa_grouped_close(w);
    *out = NULL;
    return gisa_fail_mem(err);
}

void gisa_grouped_close(gisa_grouped *w)
{
    if (!w) return;
    gisa_free(w->at);
    gisa_free(w);
}

static bool has_row(const gisa_plan_rows *set, size_t *at, int64_t row)
{
    while (*at < set->n && set->rows[*at] < row) ++*at;
    return *at < set->n && set->rows[*at] == row;
}

static gisa_group_answer answer(void *ctx, uint32_t item)
{
    gisa_grouped *w = ctx;
    const gisa_plan *p = w->p;
    const gisa_plan_filter_item *filter = &p->filters[item];
    double n = 0;
    if (p->query.items[item].field == GISA_FIELD_OUTLET)
        return w->entry->outlet < filter->n_outlets && filter->outlets[w->entry->outlet];
    if (p->query.items[item].field > GISA_FIELD_TITLE)
        return has_row(&filter->set, &w->at[item], w->entry->row);
    if (p->unit_of[item] == GISA_PLAN_NO_UNIT) return GISA_GROUP_NONE;
    if (w->counter.count && w->st >= 0)
        w->st = w->counter.count(w->counter.ctx, p->unit_of[item], &n, w->err);
    return n > 0;
}

gisa_status gisa_grouped_holds(gisa_grouped *w, const gisa_roll_entry *e,
                               gisa_grouped_counter counter, bool *out, gisa_error *err)
{
    w->entry = e;
    w->counter = counter;
    w->st = GISA_OK;
    w->err = err;
    *out = gisa_group_holds(&w->p->query, (gisa_group_asker){answer, w});
    return w->st;
}

gisa_status gisa_grouped_clauses(const gisa_plan *p, size_t *clause, size_t *n, gisa_error *err)
{
    const gisa_query *q = &p->query;
    double *articles = gisa_calloc(q->n + 1, sizeof *articles);
    size_t *number = gisa_calloc(q->n + 1, sizeof *number), kept = 0;
    gisa_status st = articles && number ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; i < p->n_units; i++) clause[i] = 0;
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        bool word = q->items[i].field <= GISA_FIELD_TITLE;
        articles[i] = !word                                ? GISA_GROUP_ANY
                      : p->unit_of[i] == GISA_PLAN_NO_UNIT ? -1
                                                           : p->units[p->unit_of[i]].articles;
    }
    *n = st == GISA_OK ? gisa_group_clauses(q, articles, number) : 0;
    for (size_t i = 0; i < q->n && st == GISA_OK; i++)
        if (number[i]) clause[p->unit_of[i]] = number[i];
    /* The words of one name are one unit, and leave clauses without any. */
    for (size_t k = 1; k <= *n; k++) {
        bool any = false;
        for (size_t i = 0; i < p->n_units; i++) {
            if (clause[i] != k) continue;
            clause[i] = kept + 1;
            any = true;
        }
        kept += any;
    }
    *n = kept;
    gisa_free(articles);
    gisa_free(number);
    return st;
}
