#include "index/query/roster.h"

#include "base/mem.h"
#include "index/query/collapse.h"
#include "index/query/places.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/stored.h"

typedef struct listing {
    gisa_store *s;
    const gisa_roster_opts *opts;
    gisa_plan plan;
    gisa_matches matches, all;
    gisa_roster *out;
} listing;

bool gisa_roster_dated(const gisa_roster_item *item, gisa_period period)
{
    static const gisa_precision need[] = {GISA_PRECISION_DAY, GISA_PRECISION_DAY,
                                          GISA_PRECISION_MONTH, GISA_PRECISION_YEAR};
    return item->day != INT64_MIN && item->precision >= need[period];
}

/* All articles of the time and the outlets. */
static gisa_status list_all(listing *w, gisa_error *err)
{
    const gisa_roll *roll = &w->s->roll;
    const gisa_plan *p = &w->plan;
    gisa_status st = GISA_OK;
    for (size_t i = gisa_roll_seek(roll, p->first_row, 0); i < roll->n && st == GISA_OK; i++) {
        const gisa_roll_entry *e = &roll->items[i];
        if (e->row > p->last_row) break;
        if (p->outlets && (e->outlet >= p->n_outlets || !p->outlets[e->outlet])) continue;
        st = gisa_matches_put(&w->all, i, 0, err);
    }
    return st;
}

static gisa_status fill(listing *w, gisa_error *err)
{
    const gisa_rows *rows = &w->s->rows;
    gisa_roster *out = w->out;
    size_t k = 0;
    out->items = gisa_arena_calloc(&out->arena, w->all.n + 1, sizeof *out->items);
    if (!out->items) return gisa_fail_mem(err);
    for (size_t i = 0; i < w->all.n; i++) {
        const gisa_roll_entry *e = &w->s->roll.items[w->all.at[i]];
        while (k < w->matches.n && w->matches.at[k] < w->all.at[i]) k++;
        out->items[i] = (gisa_roster_item){
            .row = e->row,
            .day = gisa_row_is_dated(e->row) ? gisa_row_day(rows, e->row) : INT64_MIN,
            .outlet = e->outlet,
            .words = e->length,
            .precision = e->flags & GISA_ROLL_PRECISION,
            .hit = k < w->matches.n && w->matches.at[k] == w->all.at[i]};
    }
    out->n = w->all.n;
    return GISA_OK;
}

static gisa_status count_mentions(listing *w, gisa_error *err)
{
    gisa_places *places = NULL;
    gisa_arena found = {0};
    gisa_stored a = {0};
    gisa_status st = gisa_places_open(w->s, &w->plan, &places, err);
    for (size_t i = 0; st == GISA_OK && i < w->out->n; i++) {
        gisa_roster_item *item = &w->out->items[i];
        gisa_hit_match *marks = NULL;
        size_t n = 0, cap = 0;
        if (!item->hit) continue;
        st = gisa_stored_load(w->s, item->row, false, &a, err);
        gisa_arena_reset(&found);
        if (st == GISA_OK)
            st = gisa_places_find(places, a.record.article.title, true, &found, &marks, &n, &cap,
                                  err);
        item->mentions = (uint32_t)n;
        n = cap = 0;
        if (st == GISA_OK)
            st = gisa_places_find(places, a.record.article.body, false, &found, &marks, &n, &cap,
                                  err);
        item->mentions += (uint32_t)n;
    }
    gisa_places_close(places);
    gisa_arena_clear(&found);
    gisa_stored_clear(&a);
    return st;
}

static gisa_status name_outlets(listing *w, gisa_error *err)
{
    gisa_roster *out = w->out;
    sqlite3_stmt *stmt;
    int64_t most = 0;
    gisa_status st = gisa_sql_number(&w->s->sql, "SELECT max(outlet) FROM outlet", 0, 0, &most,
                                     err);
    if (st < 0) return st;
    out->n_outlets = (size_t)most + 1;
    out->outlets = gisa_arena_calloc(&out->arena, out->n_outlets, sizeof *out->outlets);
    out->outlet_names = gisa_arena_calloc(&out->arena, out->n_outlets, sizeof *out->outlet_names);
    if (!out->outlets || !out->outlet_names) return gisa_fail_mem(err);
    st = gisa_sql_get(&w->s->sql, "SELECT outlet, key, name FROM outlet", &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        size_t k = (size_t)sqlite3_column_int64(stmt, 0);
        gisa_str key = gisa_sql_text(stmt, 1), name = gisa_sql_text(stmt, 2);
        if (k >= out->n_outlets) continue;
        if (gisa_arena_copy(&out->arena, key, &out->outlets[k]) < 0 ||
            gisa_arena_copy(&out->arena, name.n ? name : key, &out->outlet_names[k]) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static void note_days(listing *w)
{
    const gisa_roll *roll = &w->s->roll;
    size_t first = gisa_roll_seek(roll, GISA_ROW_DATED, 0);
    w->out->days = w->plan.query.days;
    w->out->last = -1;
    if (first == roll->n) return;
    w->out->first = gisa_row_day(&w->s->rows, roll->items[first].row);
    w->out->last = gisa_row_day(&w->s->rows, roll->items[roll->n - 1].row);
}

static gisa_status list(listing *w, gisa_str query, gisa_error *err)
{
    gisa_store *s = w->s;
    const gisa_plan_opts how = {.exact = w->opts->exact, .days = w->opts->days};
    gisa_status st = gisa_store_need_roll(s, err);
    if (st == GISA_OK) st = gisa_plan_make(s, query, &how, &w->plan, err);
    if (st == GISA_OK) st = gisa_match_all(s, &w->plan, &w->matches, err);
    if (st == GISA_OK) st = list_all(w, err);
    if (st == GISA_OK && !w->opts->keep_copies) {
        st = gisa_collapse_count(s, &w->plan, &w->matches, err);
        if (st == GISA_OK) st = gisa_collapse_count(s, &w->plan, &w->all, err);
    }
    if (st == GISA_OK) st = fill(w, err);
    if (st == GISA_OK && w->opts->mentions) st = count_mentions(w, err);
    if (st == GISA_OK) st = name_outlets(w, err);
    if (st == GISA_OK) note_days(w);
    return st;
}

gisa_status gisa_roster_run(gisa_store *s, gisa_str query, const gisa_roster_opts *opts,
                            gisa_roster *out, gisa_error *err)
{
    const gisa_roster_opts none = {0};
    listing w = {.s = s, .opts = opts ? opts : &none, .out = out};
    bool began;
    gisa_roster_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = list(&w, query, err);
    gisa_store_end_read(s, began);
    gisa_plan_clear(&w.plan);
    gisa_matches_clear(&w.matches);
    gisa_matches_clear(&w.all);
    if (st < 0) gisa_roster_clear(out);
    return st;
}

void gisa_roster_clear(gisa_roster *r)
{
    gisa_arena_clear(&r->arena);
    *r = (gisa_roster){0};
}
