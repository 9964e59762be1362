#include "index/query/counts.h"

#include <stdio.h>

#include "base/mem.h"
#include "index/query/collapse.h"
#include "index/query/match.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

int64_t gisa_period_start(gisa_period p, int64_t day)
{
    gisa_civil c = gisa_civil_from_days(day);
    switch (p) {
    case GISA_PERIOD_WEEK: return day - gisa_weekday(day);
    case GISA_PERIOD_MONTH: return gisa_days_from_civil(c.year, c.month, 1);
    case GISA_PERIOD_YEAR: return gisa_days_from_civil(c.year, 1, 1);
    case GISA_PERIOD_DAY: break;
    }
    return day;
}

int64_t gisa_period_next(gisa_period p, int64_t day)
{
    int64_t start = gisa_period_start(p, day);
    gisa_civil c = gisa_civil_from_days(start);
    switch (p) {
    case GISA_PERIOD_WEEK: return start + 7;
    case GISA_PERIOD_MONTH:
        return gisa_days_from_civil(c.month == 12 ? c.year + 1 : c.year, c.month % 12 + 1, 1);
    case GISA_PERIOD_YEAR: return gisa_days_from_civil(c.year + 1, 1, 1);
    case GISA_PERIOD_DAY: break;
    }
    return start + 1;
}

size_t gisa_period_format(gisa_period p, int64_t day, char out[GISA_PERIOD_CHARS])
{
    gisa_civil c = gisa_civil_from_days(gisa_period_start(p, day));
    unsigned year = (unsigned)c.year % 10000, month = (unsigned)c.month, d = (unsigned)c.day;
    int n = 0;
    switch (p) {
    case GISA_PERIOD_DAY:
    case GISA_PERIOD_WEEK:
        n = snprintf(out, GISA_PERIOD_CHARS, "%04u-%02u-%02u", year, month % 100, d % 100);
        break;
    case GISA_PERIOD_MONTH:
        n = snprintf(out, GISA_PERIOD_CHARS, "%04u-%02u", year, month % 100);
        break;
    case GISA_PERIOD_YEAR: n = snprintf(out, GISA_PERIOD_CHARS, "%04u", year); break;
    }
    return (size_t)n;
}

/* Whether a publication time is known well enough to count in a period of this length. */
static bool fine_enough(const gisa_roll_entry *e, gisa_period p)
{
    gisa_precision precision = (gisa_precision)(e->flags & GISA_ROLL_PRECISION);
    switch (p) {
    case GISA_PERIOD_DAY:
    case GISA_PERIOD_WEEK: return precision >= GISA_PRECISION_DAY;
    case GISA_PERIOD_MONTH: return precision >= GISA_PRECISION_MONTH;
    case GISA_PERIOD_YEAR: return precision >= GISA_PRECISION_YEAR;
    }
    return false;
}

typedef struct counting {
    gisa_store *s;
    gisa_period period;
    gisa_counts *out;
} counting;

/* Makes the periods from the first to the last day, all at zero. */
static gisa_status lay_out(counting *w, const gisa_query *q, gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    size_t n = 0, first_dated = gisa_roll_seek(roll, GISA_ROW_DATED, 0);
    if (first_dated == roll->n && !(q->days.has_from && q->days.has_to)) return GISA_OK;
    int64_t first = 0, last = -1;
    if (first_dated < roll->n) {
        first = gisa_row_day(&w->s->rows, roll->items[first_dated].row);
        last = gisa_row_day(&w->s->rows, roll->items[roll->n - 1].row);
    }
    if (q->days.has_from) first = q->days.from;
    if (q->days.has_to) last = q->days.to;
    for (int64_t day = gisa_period_start(w->period, first); day <= last;
         day = gisa_period_next(w->period, day))
        n++;
    w->out->items = gisa_calloc(n + 1, sizeof *w->out->items);
    if (!w->out->items) return gisa_fail_mem(err);
    int64_t day = gisa_period_start(w->period, first);
    for (size_t i = 0; i < n; i++, day = gisa_period_next(w->period, day))
        w->out->items[i].day = day;
    w->out->n = n;
    return GISA_OK;
}

/* The first row id of a period, or one beyond all rows. */
static int64_t first_row(const counting *w, size_t period)
{
    const gisa_counts *out = w->out;
    return period < out->n ? gisa_row_of_day(&w->s->rows, out->items[period].day) : INT64_MAX;
}

/* The state of counting; articles come in order of time. */
typedef struct tally {
    size_t period;
    int64_t first, next; /* row ids: of the first period, and of the one after this */
    bool total;          /* what the others are a share of */
} tally;

static tally tally_start(const counting *w, bool total)
{
    return (tally){.first = first_row(w, 0), .next = first_row(w, 1), .total = total};
}

static inline void add_entry(counting *w, tally *t, const gisa_roll_entry *e)
{
    gisa_counts *out = w->out;
    if (!gisa_row_is_dated(e->row) || !fine_enough(e, w->period)) {
        ++*(t->total ? &out->undated_total : &out->undated);
        return;
    }
    while (e->row >= t->next) t->next = first_row(w, ++t->period + 1);
    if (e->row < t->first) return;
    ++*(t->total ? &out->items[t->period].total : &out->items[t->period].n);
    ++*(t->total ? &out->total : &out->matches);
}

static void add_matches(counting *w, const gisa_matches *m, bool total)
{
    tally t = tally_start(w, total);
    for (size_t i = 0; i < m->n; i++) add_entry(w, &t, &w->s->roll.items[m->at[i]]);
}

/* The last entry of the roll that a plan's time takes, plus one. */
static size_t roll_end(const gisa_roll *roll, const gisa_plan *p, size_t from)
{
    return p->last_row < INT64_MAX ? gisa_roll_seek(roll, p->last_row + 1, from) : roll->n;
}

/* Counts the entries from one to before another as if each were an article of a known day. */
static void add_stretch(counting *w, size_t from, size_t to)
{
    const gisa_roll *roll = &w->s->roll;
    gisa_counts *out = w->out;
    size_t dated = gisa_roll_seek(roll, GISA_ROW_DATED, 0);
    if (from < dated) out->undated_total += (dated < to ? dated : to) - from;
    size_t at = gisa_roll_seek(roll, first_row(w, 0), dated > from ? dated : from);
    for (size_t i = 0; i < out->n && at < to; i++) {
        size_t end = gisa_roll_seek(roll, first_row(w, i + 1), at);
        if (end > to) end = to;
        out->items[i].total += end - at;
        out->total += end - at;
        at = end;
    }
}

/* Takes back one that add_stretch counted. */
static void take_back(counting *w, tally *t, const gisa_roll_entry *e)
{
    gisa_counts *out = w->out;
    if (!gisa_row_is_dated(e->row)) {
        out->undated_total--;
        return;
    }
    while (e->row >= t->next) t->next = first_row(w, ++t->period + 1);
    if (e->row < t->first) return;
    out->items[t->period].total--;
    out->total--;
}

/* Counts all articles of the time: by where the periods are in the roll, and the odd ones one by
 * one. What is `listed` is put into m. */
static gisa_status count_stretch(counting *w, const gisa_plan *p, uint8_t listed, gisa_matches *m,
                                 gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    size_t from = gisa_roll_seek(roll, p->first_row, 0), to = roll_end(roll, p, from);
    tally counted = tally_start(w, true), anew = counted;
    gisa_status st = GISA_OK;
    if (from >= to) return st;
    add_stretch(w, from, to);
    for (size_t i = 0; i < roll->n_odd && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &roll->items[roll->odd[i]];
        if (roll->odd[i] < from || roll->odd[i] >= to) continue;
        take_back(w, &counted, e);
        if (e->flags & listed)
            st = gisa_matches_put(m, roll->odd[i], 0, err);
        else
            add_entry(w, &anew, e);
    }
    return st;
}

/* The same of the outlets that are asked for. */
static gisa_status count_outlets(counting *w, const gisa_plan *p, uint8_t listed, gisa_matches *m,
                                 gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    size_t from = gisa_roll_seek(roll, p->first_row, 0), to = roll_end(roll, p, from);
    tally t = tally_start(w, true);
    gisa_status st = GISA_OK;
    for (size_t i = from; i < to && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &roll->items[i];
        if (e->outlet >= p->n_outlets || !p->outlets[e->outlet]) continue;
        if (e->flags & listed)
            st = gisa_matches_put(m, i, 0, err);
        else
            add_entry(w, &t, e);
    }
    return st;
}

/* Counts all articles of the time and the outlets. Only what has near-duplicates is listed, to be
 * folded. */
static gisa_status count_total(counting *w, const gisa_plan *p, bool keep_copies, gisa_matches *m,
                               gisa_error *err)
{
    const uint8_t listed = keep_copies ? 0 : GISA_ROLL_COPY | GISA_ROLL_SOURCE;
    m->n = 0;
    gisa_status st = p->outlets ? count_outlets(w, p, listed, m, err)
                                : count_stretch(w, p, listed, m, err);
    if (st == GISA_OK && !keep_copies) st = gisa_collapse_count(w->s, p, m, err);
    if (st == GISA_OK) add_matches(w, m, true);
    return st;
}

static gisa_status count(counting *w, const gisa_counts_opts *opts, gisa_str query, gisa_plan *plan,
                         gisa_matches *m, gisa_error *err)
{
    gisa_status st = gisa_store_need_roll(w->s, err);
    if (st == GISA_OK)
        st = gisa_plan_make(w->s, query,
                            &(gisa_plan_opts){.exact = opts->exact, .days = opts->days}, plan, err);
    if (st == GISA_OK) st = lay_out(w, &plan->query, err);
    if (st == GISA_OK) st = gisa_match_all(w->s, plan, m, err);
    if (st == GISA_OK && !opts->keep_copies) st = gisa_collapse_count(w->s, plan, m, err);
    if (st < 0) return st;
    add_matches(w, m, false);
    return count_total(w, plan, opts->keep_copies, m, err);
}

gisa_status gisa_counts_run(gisa_store *s, gisa_str query, const gisa_counts_opts *opts,
                            gisa_counts *out, gisa_error *err)
{
    const gisa_counts_opts none = {0};
    if (!opts) opts = &none;
    counting w = {.s = s, .period = opts->period, .out = out};
    gisa_plan plan = {0};
    gisa_matches m = {0};
    bool began;
    gisa_counts_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = count(&w, opts, query, &plan, &m, err);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&plan);
    gisa_matches_clear(&m);
    if (st < 0) gisa_counts_clear(out);
    return st;
}

void gisa_counts_clear(gisa_counts *c)
{
    gisa_free(c->items);
    *c = (gisa_counts){0};
}
