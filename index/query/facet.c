#include "index/query/facet.h"

#include <stdlib.h>

#include "base/mem.h"
#include "index/query/counts.h"
#include "index/query/family.h"
#include "index/query/selection.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { DEFAULT_LIMIT = 20 };

static const char *const names[GISA_FACET_COUNT] = {"outlet", "section", "month", "author",
                                                    "entity"};

const char *gisa_facet_name(gisa_facet_kind kind)
{
    return kind < GISA_FACET_COUNT ? names[kind] : "";
}

gisa_facet_kind gisa_facet_parse(gisa_str name)
{
    for (int i = 0; i < GISA_FACET_COUNT; i++) {
        if (gisa_str_is(name, names[i])) return (gisa_facet_kind)i;
    }
    return GISA_FACET_COUNT;
}

typedef struct faceting {
    gisa_store *s;
    gisa_facets *out;
    size_t cap;
} faceting;

static gisa_status put_facet(faceting *w, gisa_str key, gisa_str label, uint64_t n, gisa_error *err)
{
    gisa_facet f = {.n = n};
    if (gisa_arena_copy(&w->out->arena, key, &f.key) < 0 ||
        gisa_arena_copy(&w->out->arena, label.n ? label : key, &f.label) < 0 ||
        GISA_ARENA_GROW(&w->out->arena, w->out->items, w->out->n, w->cap) < 0)
        return gisa_fail_mem(err);
    w->out->items[w->out->n++] = f;
    return GISA_OK;
}

/* The roll has outlets and sections by number: count the numbers, then look up their names. */
static gisa_status count_numbers(faceting *w, const gisa_matches *m, bool outlet, gisa_error *err)
{
    const gisa_roll_entry *entries = w->s->roll.items;
    uint32_t most = 0;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < m->n; i++) {
        const gisa_roll_entry *e = &entries[m->at[i]];
        uint32_t v = outlet ? e->outlet : e->section;
        if (v > most) most = v;
    }
    uint64_t *n = gisa_calloc((size_t)most + 1, sizeof *n);
    if (!n) return gisa_fail_mem(err);
    for (size_t i = 0; i < m->n; i++) {
        const gisa_roll_entry *e = &entries[m->at[i]];
        n[outlet ? e->outlet : e->section]++;
    }
    w->out->without = n[0];
    for (uint32_t v = 1; v <= most && st == GISA_OK; v++) {
        sqlite3_stmt *stmt;
        if (!n[v]) continue;
        st = gisa_sql_get(&w->s->sql,
                          outlet ? "SELECT key, name FROM outlet WHERE outlet = ?1"
                                 : "SELECT name, name FROM section WHERE section = ?1",
                          &stmt, err);
        if (st < 0) break;
        sqlite3_bind_int64(stmt, 1, v);
        st = gisa_sql_step(&w->s->sql, stmt, err);
        if (st == GISA_OK)
            st = put_facet(w, gisa_sql_text(stmt, 0), gisa_sql_text(stmt, 1), n[v], err);
        sqlite3_reset(stmt);
        if (st == GISA_END) st = GISA_OK;
    }
    gisa_free(n);
    return st;
}

/* Matches come in order of time, so months do too. */
static gisa_status count_months(faceting *w, const gisa_matches *m, gisa_error *err)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < m->n && st == GISA_OK;) {
        const gisa_roll_entry *e = &w->s->roll.items[m->at[i]];
        char key[GISA_PERIOD_CHARS];
        if (!gisa_row_is_dated(e->row) || (e->flags & GISA_ROLL_PRECISION) < GISA_PRECISION_MONTH) {
            w->out->without++;
            i++;
            continue;
        }
        int64_t end = gisa_row_of_day(
            &w->s->rows, gisa_period_next(GISA_PERIOD_MONTH, gisa_row_day(&w->s->rows, e->row)));
        uint64_t n = 0;
        gisa_period_format(GISA_PERIOD_MONTH, gisa_row_day(&w->s->rows, e->row), key);
        for (; i < m->n && w->s->roll.items[m->at[i]].row < end; i++) {
            bool known = (w->s->roll.items[m->at[i]].flags & GISA_ROLL_PRECISION) >=
                         GISA_PRECISION_MONTH;
            ++*(known ? &n : &w->out->without);
        }
        st = put_facet(w, gisa_str_from(key), GISA_NONE, n, err);
    }
    return st;
}

static gisa_status count_joined(faceting *w, const gisa_matches *m, bool author, gisa_error *err)
{
    int64_t with = 0;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_selection_table(w->s, m, err);
    if (st == GISA_OK && !author) st = gisa_family_table(w->s, err);
    if (st < 0) return st;
    st = gisa_sql_get(&w->s->sql,
                      author ? "SELECT a.name, a.name, count(DISTINCT a.row) FROM temp.selection s"
                               " CROSS JOIN author a ON a.row = s.row WHERE a.name IS NOT NULL"
                               " GROUP BY a.name"
                             : "SELECT coalesce(n.id, n.text), n.text, count(DISTINCT m.row)"
                               " FROM temp.selection s CROSS JOIN mention m ON m.row = s.row"
                               " CROSS JOIN (" GISA_FAMILY_MEMBERS ") f"
                               " ON f.member = m.name"
                               " JOIN name n ON n.name = f.name WHERE n.text != ''"
                               " GROUP BY f.name",
                      &stmt, err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(&w->s->sql, stmt, err)) == GISA_OK) {
        st = put_facet(w, gisa_sql_text(stmt, 0), gisa_sql_text(stmt, 1),
                       (uint64_t)sqlite3_column_int64(stmt, 2), err);
        if (st < 0) break;
    }
    sqlite3_reset(stmt);
    if (st < 0) return st;
    st = gisa_sql_number(
        &w->s->sql,
        author ? "SELECT count(*) FROM temp.selection s WHERE EXISTS"
                 " (SELECT 1 FROM author a WHERE a.row = s.row AND a.name IS NOT NULL)"
               : "SELECT count(*) FROM temp.selection s WHERE EXISTS (SELECT 1 FROM mention m"
                 " JOIN name n ON n.name = m.name WHERE m.row = s.row AND n.text != '')",
        0, 0, &with, err);
    w->out->without = m->n - (uint64_t)with;
    return st;
}

static int by_count(const void *a, const void *b)
{
    const gisa_facet *x = a, *y = b;
    if (x->n != y->n) return x->n > y->n ? -1 : 1;
    int order = gisa_str_cmp(x->key, y->key);
    return order ? order : gisa_str_cmp(x->label, y->label);
}

static void cut_off(gisa_facets *out, uint64_t limit)
{
    for (size_t i = (size_t)limit; i < out->n; i++) out->others++;
    if (out->n > limit) out->n = (size_t)limit;
}

static gisa_status count(faceting *w, gisa_str query, gisa_facet_kind kind,
                         const gisa_facet_opts *opts, gisa_matches *m, gisa_error *err)
{
    gisa_selection_opts how = {.exact = opts->exact,
                               .keep_copies = opts->keep_copies,
                               .counted = true,
                               .days = opts->days};
    gisa_status st = gisa_selection_find(w->s, query, &how, m, err);
    if (st < 0) return st;
    w->out->matches = m->n;
    switch (kind) {
    case GISA_FACET_OUTLET: st = count_numbers(w, m, true, err); break;
    case GISA_FACET_SECTION: st = count_numbers(w, m, false, err); break;
    case GISA_FACET_MONTH: return count_months(w, m, err);
    case GISA_FACET_AUTHOR: st = count_joined(w, m, true, err); break;
    case GISA_FACET_ENTITY: st = count_joined(w, m, false, err); break;
    case GISA_FACET_COUNT: return gisa_fail(err, GISA_EINVAL, "no such facet");
    }
    if (st < 0) return st;
    if (w->out->n) qsort(w->out->items, w->out->n, sizeof *w->out->items, by_count);
    cut_off(w->out, opts->limit ? opts->limit : DEFAULT_LIMIT);
    return st;
}

gisa_status gisa_facet_run(gisa_store *s, gisa_str query, gisa_facet_kind kind,
                           const gisa_facet_opts *opts, gisa_facets *out, gisa_error *err)
{
    const gisa_facet_opts none = {0};
    faceting w = {.s = s, .out = out};
    gisa_matches m = {0};
    bool began;
    gisa_facets_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = count(&w, query, kind, opts ? opts : &none, &m, err);
    gisa_store_end_read(s, began);
    gisa_matches_clear(&m);
    if (st < 0) gisa_facets_clear(out);
    return st;
}

void gisa_facets_clear(gisa_facets *f)
{
    gisa_arena_clear(&f->arena);
    *f = (gisa_facets){0};
}
