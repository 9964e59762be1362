/* outlet:, author:, entity:, from: and to: as sets of rows. */
#include <stdlib.h>

#include "base/mem.h"
#include "index/query/authors.h"
#include "index/query/family.h"
#include "index/query/plan.h"
#include "index/store/row.h"
#include "index/store/store_handle.h"

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

/* Marks the outlets of a key or a name: those whose key or name it is, else (when there is none)
 * those whose key or name contains it. */
static gisa_status mark_outlets(gisa_store *s, gisa_str text, bool *marks, size_t n,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    bool found = false;
    for (int part = 0; part < 2 && !found; part++) {
        gisa_status st = gisa_sql_get(
            &s->sql,
            part ? "SELECT outlet FROM outlet WHERE instr(lower(key), lower(?1))"
                   " OR instr(lower(name), lower(?1))"
                 : "SELECT outlet FROM outlet WHERE lower(key) = lower(?1)"
                   " OR lower(name) = lower(?1)",
            &stmt, err);
        if (st < 0) return st;
        gisa_sql_bind(stmt, 1, text);
        while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
            int64_t outlet = sqlite3_column_int64(stmt, 0);
            found = true;
            if (outlet > 0 && (size_t)outlet < n) marks[outlet] = true;
        }
        if (st < 0) return st;
    }
    return GISA_OK;
}

static bool is_of(const gisa_query_item *item, gisa_query_field field)
{
    return item->field == field && !item->grouped;
}

/* A mark for each outlet by its number, none set. The caller frees *marks. */
static gisa_status open_marks(gisa_store *s, bool **marks, size_t *n, gisa_error *err)
{
    int64_t most = 0;
    gisa_status st = gisa_sql_number(&s->sql, "SELECT max(outlet) FROM outlet", 0, 0, &most, err);
    if (st < 0) return st;
    *n = (size_t)most + 1;
    *marks = gisa_calloc(*n, sizeof **marks);
    return *marks ? st : gisa_fail_mem(err);
}

static gisa_status filter_outlets(gisa_store *s, gisa_plan *p, gisa_error *err)
{
    const gisa_query *q = &p->query;
    bool wanted = false, unwanted = false;
    for (size_t i = 0; i < q->n; i++) {
        if (!is_of(&q->items[i], GISA_FIELD_OUTLET)) continue;
        *(q->items[i].not_ ? &unwanted : &wanted) = true;
    }
    if (!wanted && !unwanted) return GISA_OK;
    gisa_status st = open_marks(s, &p->outlets, &p->n_outlets, err);
    if (st < 0) return st;
    bool *not_ = gisa_calloc(p->n_outlets, sizeof *not_);
    if (!not_) st = gisa_fail_mem(err);
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        const gisa_query_item *item = &q->items[i];
        if (is_of(item, GISA_FIELD_OUTLET))
            st = mark_outlets(s, item->text, item->not_ ? not_ : p->outlets, p->n_outlets, err);
    }
    for (size_t i = 0; i < p->n_outlets && st == GISA_OK; i++)
        p->outlets[i] = (!wanted || p->outlets[i]) && !not_[i];
    gisa_free(not_);
    return st;
}

enum { ID_MAX = 200 }; /* bytes: no id is longer */

static gisa_status put_row(gisa_plan_rows *set, int64_t row, gisa_error *err)
{
    if (GISA_GROW(set->rows, set->n, set->cap) < 0) return gisa_fail_mem(err);
    set->rows[set->n++] = row;
    return GISA_OK;
}

static gisa_status add_rows(gisa_store *s, const char *sql, gisa_str text, gisa_plan_rows *set,
                            gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, sql, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, text);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        st = put_row(set, sqlite3_column_int64(stmt, 0), err);
        if (st < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

/* Articles that name an entity: by its id or its family's, by a spelling in the store, or by any
 * spelling that the gazetteer has of the same name. */
static gisa_status add_entity(gisa_store *s, gisa_str text, gisa_plan_rows *set, gisa_error *err)
{
    gisa_spellings spellings = {0};
    gisa_status st = add_rows(s,
                              "SELECT a.row FROM name n JOIN name_article a ON a.name = n.name"
                              " WHERE n.text = ?1",
                              text, set, err);
    char id[ID_MAX];
    if (st == GISA_OK && text.n <= sizeof id) {
        for (size_t i = 0; i < text.n; i++) id[i] = gisa_lower(text.p[i]);
        st = add_rows(s, GISA_FAMILY_ROWS, (gisa_str){id, text.n}, set, err);
    }
    if (st == GISA_OK) st = gisa_fts_spellings(&s->fts, text, &spellings, err);
    for (size_t i = 0; i < spellings.n && st == GISA_OK; i++) {
        if (i && gisa_str_eq(spellings.items[i].id, spellings.items[i - 1].id)) continue;
        st = add_rows(s, GISA_FAMILY_ROWS, spellings.items[i].id, set, err);
    }
    gisa_spellings_clear(&spellings);
    return st;
}

/* Articles of an author: of the name or the mail address, with or without a role behind it, else
 * (when there is none) of every name or address that begins so. */
static gisa_status add_author(gisa_store *s, gisa_str text, gisa_plan_rows *set, gisa_error *err)
{
    size_t before = set->n;
    gisa_str name = gisa_author_name(text);
    gisa_status st = add_rows(s, "SELECT row FROM author WHERE name = ?1 OR email = ?1", name, set,
                              err);
    if (st == GISA_OK && set->n == before && name.n < text.n)
        st = add_rows(s, "SELECT row FROM author WHERE name = ?1", text, set, err);
    if (st == GISA_OK && set->n == before)
        st = add_rows(s,
                      "SELECT row FROM author WHERE lower(substr(name, 1, length(?1))) = lower(?1)"
                      " OR lower(substr(email, 1, length(?1))) = lower(?1)",
                      name, set, err);
    return st;
}

static gisa_status add_item(gisa_store *s, const gisa_query_item *item, gisa_plan_rows *set,
                            gisa_error *err)
{
    return item->field == GISA_FIELD_ENTITY ? add_entity(s, item->text, set, err)
                                            : add_author(s, item->text, set, err);
}

static void sort_set(gisa_plan_rows *set)
{
    size_t kept = 0;
    if (set->n) qsort(set->rows, set->n, sizeof *set->rows, by_number);
    for (size_t i = 0; i < set->n; i++) {
        if (kept == 0 || set->rows[kept - 1] != set->rows[i]) set->rows[kept++] = set->rows[i];
    }
    set->n = kept;
}

/* One set for each author: and entity:, or for several that OR joins. */
static gisa_status filter_sets(gisa_store *s, gisa_plan *p, gisa_error *err)
{
    const gisa_query *q = &p->query;
    gisa_status st = GISA_OK;
    p->sets = gisa_arena_calloc(&p->arena, q->n + 1, sizeof *p->sets);
    if (!p->sets) return gisa_fail_mem(err);
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        const gisa_query_item *item = &q->items[i];
        if (!is_of(item, GISA_FIELD_AUTHOR) && !is_of(item, GISA_FIELD_ENTITY)) continue;
        if (!item->or_ || p->n_sets == 0) p->sets[p->n_sets++].not_ = item->not_;
        st = add_item(s, item, &p->sets[p->n_sets - 1], err);
    }
    for (size_t i = 0; i < p->n_sets; i++) sort_set(&p->sets[i]);
    return st;
}

/* The filters within groups: what each lets pass. */
static gisa_status filter_items(gisa_store *s, gisa_plan *p, gisa_error *err)
{
    const gisa_query *q = &p->query;
    gisa_status st = GISA_OK;
    if (!q->grouped) return st;
    p->filters = gisa_arena_calloc(&p->arena, q->n + 1, sizeof *p->filters);
    if (!p->filters) return gisa_fail_mem(err);
    for (size_t i = 0; i < q->n && st == GISA_OK; i++) {
        const gisa_query_item *item = &q->items[i];
        gisa_plan_filter_item *filter = &p->filters[i];
        if (!item->grouped || item->field <= GISA_FIELD_TITLE) continue;
        if (item->field != GISA_FIELD_OUTLET) {
            st = add_item(s, item, &filter->set, err);
            sort_set(&filter->set);
            continue;
        }
        st = open_marks(s, &filter->outlets, &filter->n_outlets, err);
        if (st < 0) return st;
        st = mark_outlets(s, item->text, filter->outlets, filter->n_outlets, err);
    }
    return st;
}

gisa_status gisa_plan_filter(gisa_store *s, gisa_plan *p, gisa_error *err)
{
    const gisa_query *q = &p->query;
    p->first_row = q->days.has_from ? gisa_row_of_day(&s->rows, q->days.from) : 1;
    p->last_row = q->days.has_to ? gisa_row_of_day(&s->rows, q->days.to + 1) - 1 : INT64_MAX;
    if (q->days.has_to && !q->days.has_from) p->first_row = GISA_ROW_DATED;
    gisa_status st = filter_outlets(s, p, err);
    if (st == GISA_OK) st = filter_sets(s, p, err);
    return st < 0 ? st : filter_items(s, p, err);
}
