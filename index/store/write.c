/* The commit: a batch's rows in order of their ids. FTS5 collects the terms of a transaction in
 * memory as long as row ids ascend, which is what makes writing fast. */
#include "index/store/write.h"

#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "index/store/copies.h"
#include "index/store/fts_article.h"
#include "index/store/row.h"
#include "index/store/store_handle.h"
#include "index/store/write_rows.h"

/* In a map of outlets: an article of the batch has told the name. */
#define NAMED ((uint64_t)1 << 32)

typedef struct writing {
    gisa_store *s;
    const gisa_batch_item **order; /* items by row */
    gisa_roll_entry *added;
    size_t n_added;
    int64_t *removed;
    size_t n_removed;
    int64_t *orphans; /* copies whose source was retired */
    size_t n_orphans, cap_orphans;
    gisa_map outlets; /* by key: their numbers, and NAMED */
} writing;

static int by_row(const void *a, const void *b)
{
    const gisa_batch_item *x = *(const gisa_batch_item *const *)a;
    const gisa_batch_item *y = *(const gisa_batch_item *const *)b;
    return x->row < y->row ? -1 : x->row > y->row;
}

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

/* The number of an outlet or a section, inserted when it is new; 0 for an unknown one. */
static gisa_status number_of(gisa_store *s, const char *find, const char *add, gisa_str key,
                             gisa_str name, uint32_t *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    *out = 0;
    if (!key.n) return GISA_OK;
    gisa_status st = gisa_sql_get(&s->sql, find, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, key);
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) *out = (uint32_t)sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    if (st != GISA_END) return st;
    if ((st = gisa_sql_get(&s->sql, add, &stmt, err)) < 0) return st;
    gisa_sql_bind(stmt, 1, key);
    if (sqlite3_bind_parameter_count(stmt) > 1) gisa_sql_bind(stmt, 2, name);
    st = gisa_sql_finish(&s->sql, stmt, err);
    *out = (uint32_t)sqlite3_last_insert_rowid(s->sql.db);
    return st;
}

/* An outlet has the first name that an article of it tells, be that article not its first. */
static gisa_status name_outlet(gisa_store *s, uint32_t outlet, gisa_str name, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "UPDATE outlet SET name = ?2 WHERE outlet = ?1 AND name IS NULL", &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, outlet);
    gisa_sql_bind(stmt, 2, name);
    return gisa_sql_finish(&s->sql, stmt, err);
}

/* The number of an article's outlet. The database is asked once a batch, and told one name. */
static gisa_status find_outlet(writing *w, const gisa_article *a, uint32_t *out, gisa_error *err)
{
    uint64_t *held;
    bool added;
    gisa_status st = GISA_OK;
    *out = 0;
    if (!a->outlet.n) return GISA_OK;
    if (gisa_map_put(&w->outlets, a->outlet, &held, &added) < 0) return gisa_fail_mem(err);
    if (added) {
        st = number_of(w->s, "SELECT outlet FROM outlet WHERE key = ?1",
                       "INSERT INTO outlet (key, name) VALUES (?1, ?2)", a->outlet, a->outlet_name,
                       out, err);
        if (st < 0) return st;
        *held = *out;
    }
    *out = (uint32_t)*held;
    if (*held & NAMED || !a->outlet_name.n) return GISA_OK;
    *held |= NAMED;
    return name_outlet(w->s, *out, a->outlet_name, err);
}

static gisa_status count_day(gisa_store *s, int64_t row, int by, gisa_error *err)
{
    sqlite3_stmt *stmt;
    if (!gisa_row_is_dated(row)) return GISA_OK;
    gisa_status st = gisa_sql_get(&s->sql,
                                  "INSERT INTO day_total (day, articles) VALUES (?1, ?2)"
                                  " ON CONFLICT (day) DO UPDATE SET articles = articles + ?2",
                                  &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, gisa_row_day(&s->rows, row));
    sqlite3_bind_int(stmt, 2, by);
    return gisa_sql_finish(&s->sql, stmt, err);
}

/* The copies of a version that is no longer the newest need another source. */
static gisa_status let_copies_go(writing *w, int64_t row, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&w->s->sql, "SELECT row FROM article WHERE copy_of = ?1", &stmt,
                                  err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        if (GISA_GROW(w->orphans, w->n_orphans, w->cap_orphans) < 0) {
            sqlite3_reset(stmt);
            return gisa_fail_mem(err);
        }
        w->orphans[w->n_orphans++] = sqlite3_column_int64(stmt, 0);
    }
    if (st < 0) return st;
    return gisa_sql_run_on(&w->s->sql, "UPDATE article SET copy_of = NULL WHERE copy_of = ?1", row,
                           err);
}

/* Removes a version that is no longer the newest from what searches see. */
static gisa_status retire(writing *w, int64_t row, gisa_error *err)
{
    gisa_store *s = w->s;
    gisa_status st = gisa_fts_article_delete(s, row, err);
    if (st == GISA_OK)
        st = gisa_sql_run_on(
            &s->sql, "UPDATE article SET current = 0, copy_of = NULL WHERE row = ?1", row, err);
    if (st == GISA_OK) st = let_copies_go(w, row, err);
    return st < 0 ? st : count_day(s, row, -1, err);
}

static gisa_status write_item(writing *w, const gisa_batch_item *item, gisa_error *err)
{
    gisa_store *s = w->s;
    const gisa_record *r = &item->record;
    uint32_t outlet, section;
    gisa_status st = find_outlet(w, &r->article, &outlet, err);
    if (st < 0) return st;
    st = number_of(s, "SELECT section FROM section WHERE name = ?1",
                   "INSERT INTO section (name) VALUES (?1)", r->article.section, GISA_NONE,
                   &section, err);
    if (st == GISA_OK) st = gisa_write_article(s, item, outlet, section, err);
    if (st == GISA_OK) st = gisa_write_annotation(s, item, err);
    if (st < 0 || item->superseded) return st;
    if ((st = gisa_fts_article_put(s, r, item->row, err)) < 0) return st;
    w->added[w->n_added++] = (gisa_roll_entry){
        .row = item->row,
        .length = item->length,
        .outlet = outlet,
        .section = section,
        .minute = (uint16_t)gisa_row_minute(r->article.published),
        .flags = (uint8_t)r->article.published.precision};
    return count_day(s, item->row, 1, err);
}

static void fill_order(writing *w)
{
    const gisa_batch *b = &w->s->batch;
    for (size_t i = 0; i < b->n; i++) {
        w->order[i] = &b->items[i];
        if (b->items[i].replaces) w->removed[w->n_removed++] = b->items[i].replaces;
    }
    qsort(w->order, b->n, sizeof *w->order, by_row);
    qsort(w->removed, w->n_removed, sizeof *w->removed, by_number);
    size_t kept = 0; /* two new versions of one article replace the same row */
    for (size_t i = 0; i < w->n_removed; i++) {
        if (kept == 0 || w->removed[kept - 1] != w->removed[i]) w->removed[kept++] = w->removed[i];
    }
    w->n_removed = kept;
}

gisa_status gisa_batch_write(gisa_store *s, gisa_error *err)
{
    const gisa_batch *b = &s->batch;
    writing w = {.s = s};
    gisa_status st = GISA_OK;
    bool due = false;
    if (b->n == 0) return GISA_OK;
    w.order = gisa_calloc(b->n, sizeof *w.order);
    w.added = gisa_calloc(b->n, sizeof *w.added);
    w.removed = gisa_calloc(b->n, sizeof *w.removed);
    if (!w.order || !w.added || !w.removed)
        st = gisa_fail_mem(err);
    else
        fill_order(&w);
    for (size_t i = 0; i < w.n_removed && st == GISA_OK; i++) st = retire(&w, w.removed[i], err);
    for (size_t i = 0; i < b->n && st == GISA_OK; i++) st = write_item(&w, w.order[i], err);
    if (st == GISA_OK)
        st = gisa_roll_update(&s->sql, &s->rows, w.added, w.n_added, w.removed, w.n_removed, err);
    if (st == GISA_OK)
        st = gisa_copies_put(s, (const gisa_batch_item *const *)w.order, b->n, &due, err);
    if (st == GISA_OK && (due || w.n_orphans))
        st = gisa_copies_link(s, w.orphans, w.n_orphans, err);
    if (s->articles >= 0) s->articles += (int64_t)w.n_added - (int64_t)w.n_removed;
    gisa_map_clear(&w.outlets);
    gisa_free(w.orphans);
    gisa_free(w.order);
    gisa_free(w.added);
    gisa_free(w.removed);
    return st;
}
