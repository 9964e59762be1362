#include "index/query/comention.h"

#include "base/mem.h"
#include "index/query/family.h"
#include "index/query/selection.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

typedef struct row_list { /* the articles of a name, rising */
    int64_t *items;
    size_t n, cap;
} row_list;

static gisa_status read_rows(gisa_store *s, int64_t name, row_list *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT DISTINCT a.row FROM name_article a JOIN temp.selection s ON s.row = a.row"
        " WHERE a.name IN (SELECT member FROM temp.family WHERE name = ?1 UNION SELECT ?1)"
        " ORDER BY a.row",
        &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, name);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (GISA_GROW(out->items, out->n, out->cap) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        out->items[out->n++] = sqlite3_column_int64(stmt, 0);
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static uint64_t count_common(const row_list *a, const row_list *b)
{
    uint64_t n = 0;
    for (size_t i = 0, k = 0; i < a->n && k < b->n;) {
        if (a->items[i] == b->items[k])
            n++, i++, k++;
        else if (a->items[i] < b->items[k])
            i++;
        else
            k++;
    }
    return n;
}

/* The id of the family a name is of, or its own. */
static gisa_str family_of(const gisa_name *n)
{
    return n->family.n ? n->family : n->id;
}

static bool is_one_family(const gisa_name *a, const gisa_name *b)
{
    return family_of(a).n && gisa_str_eq(family_of(a), family_of(b));
}

static gisa_status put_pairs(const row_list *lists, gisa_comentions *out, gisa_error *err)
{
    size_t cap = 0;
    for (size_t a = 0; a < out->names.n; a++)
        for (size_t b = a + 1; b < out->names.n; b++) {
            gisa_comention pair = {.a = (uint32_t)a, .b = (uint32_t)b};
            if (is_one_family(&out->names.items[a], &out->names.items[b])) continue;
            pair.articles = count_common(&lists[a], &lists[b]);
            if (!pair.articles) continue;
            if (GISA_GROW(out->pairs, out->n, cap) < 0) return gisa_fail_mem(err);
            out->pairs[out->n++] = pair;
        }
    return GISA_OK;
}

static gisa_status find_pairs(gisa_store *s, const gisa_names_opts *opts, gisa_comentions *out,
                              gisa_error *err)
{
    gisa_selection_opts how = {
        .exact = opts->exact, .keep_copies = opts->keep_copies, .days = opts->days};
    gisa_matches m = {0};
    gisa_status st = gisa_names_run(s, opts, &out->names, err);
    if (st == GISA_OK) st = gisa_selection_find(s, opts->query, &how, &m, err);
    if (st == GISA_OK) st = gisa_selection_table(s, &m, err);
    if (st == GISA_OK) st = gisa_family_table(s, err);
    gisa_matches_clear(&m);
    if (st < 0) return st;
    row_list *lists = gisa_calloc(out->names.n + 1, sizeof *lists);
    if (!lists) return gisa_fail_mem(err);
    for (size_t i = 0; i < out->names.n && st == GISA_OK; i++)
        st = read_rows(s, out->names.items[i].number, &lists[i], err);
    if (st == GISA_OK) st = put_pairs(lists, out, err);
    for (size_t i = 0; i < out->names.n; i++) gisa_free(lists[i].items);
    gisa_free(lists);
    return st;
}

gisa_status gisa_comentions_run(gisa_store *s, const gisa_names_opts *opts, gisa_comentions *out,
                                gisa_error *err)
{
    bool began;
    gisa_comentions_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_pairs(s, opts, out, err);
    gisa_store_end_read(s, began);
    if (st < 0) gisa_comentions_clear(out);
    return st;
}

void gisa_comentions_clear(gisa_comentions *c)
{
    gisa_names_clear(&c->names);
    gisa_free(c->pairs);
    *c = (gisa_comentions){0};
}
