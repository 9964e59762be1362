#include "report/topics/rising.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "report/period.h"
#include "report/report_tuning.h"
#include "report/trend/stats.h"

#define ALL_NAMES 1000000

typedef struct work {
    gisa_arena arena;
    gisa_map index; /* "TYPE id" or "TYPE text" → number */
    gisa_mover *items;
    size_t n, cap;
    const gisa_stopwords *stop;
} work;

static gisa_status find_mover(work *w, const gisa_name *name, gisa_arena *texts, gisa_mover **out)
{
    gisa_buf key = {0};
    uint64_t *slot = NULL;
    bool added = false;
    gisa_buf_addf(&key, "%s%c", gisa_entity_type_name(name->type), name->id.n ? '#' : ' ');
    gisa_buf_add(&key, name->id.n ? name->id : name->text);
    gisa_status st = gisa_buf_status(&key);
    if (st >= 0) st = gisa_map_put(&w->index, gisa_buf_view(&key), &slot, &added);
    gisa_buf_clear(&key);
    if (st < 0) return GISA_ENOMEM;
    if (added) {
        gisa_mover m = {.type = name->type, .is_new = true};
        if (GISA_ARENA_GROW(&w->arena, w->items, w->n, w->cap) < 0 ||
            gisa_arena_copy(texts, name->text, &m.text) < 0)
            return GISA_ENOMEM;
        *slot = w->n;
        w->items[w->n++] = m;
    }
    *out = &w->items[*slot];
    return GISA_OK;
}

/* column: the period, or GISA_RISING_PERIODS for all the time before. */
static gisa_status read_names(gisa_store *s, gisa_names_opts *opts, size_t column, work *w,
                              gisa_rising *out, gisa_error *err)
{
    gisa_names names = {0};
    opts->limit = ALL_NAMES;
    gisa_status st = gisa_names_run(s, opts, &names, err);
    for (size_t i = 0; st >= 0 && i < names.n; i++) {
        gisa_mover *m;
        if (gisa_utf8_chars(names.items[i].text) < 2 ||
            gisa_stopwords_has(w->stop, names.items[i].text))
            continue;
        if (find_mover(w, &names.items[i], &out->arena, &m) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        if (column == GISA_RISING_PERIODS)
            m->is_new = false;
        else
            m->counts[column] = names.items[i].articles;
    }
    if (column == GISA_RISING_PERIODS)
        out->before = names.matches;
    else
        out->totals[column] = names.matches;
    gisa_names_clear(&names);
    return st;
}

static gisa_status read_periods(gisa_store *s, const gisa_rising_opts *o, work *w, gisa_rising *out,
                                gisa_error *err)
{
    gisa_names_opts opts = {
        .query = o->query, .exact = o->exact, .days = {.has_from = true, .has_to = true}};
    gisa_status st = GISA_OK;
    for (size_t k = 0; st >= 0 && k < out->n_periods; k++) {
        opts.days.from = out->days[k];
        opts.days.to = (o->length ? out->days[k] + o->length
                                  : gisa_period_next(o->period, out->days[k])) -
                       1;
        st = read_names(s, &opts, k, w, out, err);
    }
    opts.days.has_from = false;
    opts.days.to = out->days[out->n_periods - 1] - 1;
    return st < 0 ? st : read_names(s, &opts, GISA_RISING_PERIODS, w, out, err);
}

static gisa_status test_shares(work *w, gisa_rising *out, gisa_error *err)
{
    double *p = gisa_calloc(w->n + 1, sizeof *p);
    uint32_t *order = gisa_calloc(w->n + 1, sizeof *order);
    size_t n = 0, last = out->n_periods - 1;
    if (!p || !order) {
        gisa_free(p);
        gisa_free(order);
        return gisa_fail_mem(err);
    }
    for (size_t i = 0; i < w->n; i++) {
        gisa_mover *m = &w->items[i];
        m->n = m->counts[last];
        for (size_t k = 0; k < last; k++) m->base += m->counts[k];
        m->p = gisa_stats_fisher(m->n, out->total, m->base, out->base_total);
        m->g2 = gisa_stats_g2(m->n, out->total, m->base, out->base_total);
        if (m->n + m->base >= GISA_RISING_ARTICLES) p[n++] = m->p;
    }
    gisa_stats_adjust(p, order, n);
    out->tested = n;
    for (size_t i = 0, k = 0; i < w->n; i++) {
        gisa_mover *m = &w->items[i];
        m->q = m->n + m->base >= GISA_RISING_ARTICLES ? p[k++] : 1;
    }
    gisa_free(p);
    gisa_free(order);
    return GISA_OK;
}

static int by_rise(const void *a, const void *b)
{
    const gisa_mover *x = a, *y = b;
    if (x->g2 != y->g2) return x->g2 < y->g2 ? 1 : -1;
    if (x->n != y->n) return x->n < y->n ? 1 : -1;
    int order = gisa_str_cmp(x->text, y->text);
    return order ? order : (int)x->type - (int)y->type;
}

/* Takes from one end of the movers, sorted by rise. */
static gisa_status take_movers(const work *w, bool up, size_t limit, gisa_arena *arena,
                               gisa_mover **out, size_t *n_out, uint64_t *others)
{
    *out = gisa_arena_calloc(arena, limit, sizeof **out);
    if (!*out) return GISA_ENOMEM;
    for (size_t i = 0; i < w->n; i++) {
        const gisa_mover *m = &w->items[up ? i : w->n - 1 - i];
        if (up ? m->g2 <= 0 : m->g2 >= 0) break;
        bool sure = m->q < GISA_STATS_ALPHA;
        if (m->n + m->base < GISA_RISING_ARTICLES ||
            (!sure && (*n_out >= GISA_RISING_LISTED || m->p >= GISA_RISING_LISTED_P)))
            continue;
        if (*n_out < limit)
            (*out)[(*n_out)++] = *m;
        else
            *others += sure;
    }
    return GISA_OK;
}

static void lay_periods(const gisa_rising_opts *o, gisa_rising *out)
{
    size_t n = o->periods ? o->periods : 8;
    int64_t start = gisa_period_start(o->period, o->day);
    if (n > GISA_RISING_PERIODS - 1) n = GISA_RISING_PERIODS - 1;
    out->n_periods = n + 1;
    for (size_t k = 0; k <= n; k++) {
        int away = (int)k - (int)n;
        out->days[k] = o->length ? o->day + away * o->length
                                 : gisa_period_step(o->period, start, away);
    }
}

gisa_status gisa_rising_run(gisa_store *s, const gisa_rising_opts *opts, gisa_rising *out,
                            gisa_error *err)
{
    work w = {.stop = opts->stop};
    size_t limit = opts->limit ? opts->limit : 8;
    gisa_rising_clear(out);
    lay_periods(opts, out);
    gisa_status st = read_periods(s, opts, &w, out, err);
    out->total = out->totals[out->n_periods - 1];
    for (size_t k = 0; k + 1 < out->n_periods; k++) out->base_total += out->totals[k];
    if (st >= 0) st = test_shares(&w, out, err);
    for (size_t i = 0; st >= 0 && i < w.n; i++)
        w.items[i].is_new = w.items[i].is_new && out->before >= GISA_RISING_HISTORY;
    if (st >= 0 && w.n) qsort(w.items, w.n, sizeof *w.items, by_rise);
    if (st >= 0 &&
        (take_movers(&w, true, limit, &out->arena, &out->up, &out->n_up, &out->others_up) < 0 ||
         take_movers(&w, false, limit, &out->arena, &out->down, &out->n_down, &out->others_down) <
             0))
        st = gisa_fail_mem(err);
    gisa_map_clear(&w.index);
    gisa_arena_clear(&w.arena);
    if (st < 0) gisa_rising_clear(out);
    return st;
}

void gisa_rising_clear(gisa_rising *r)
{
    gisa_arena_clear(&r->arena);
    *r = (gisa_rising){0};
}
