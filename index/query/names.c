/* gisa_names_run of index/query/facet.h. */
#include "index/query/facet.h"
#include "index/query/family.h"
#include "index/query/selection.h"
#include "index/store/row.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { DEFAULT_LIMIT = 20 };

/* clang-format off */
#define COLUMNS "SELECT n.name, n.id, n.family, n.text, n.type"
#define DAYS(row)                                                                                  \
    " min(CASE WHEN " row " >= ?2 THEN " row " END), max(CASE WHEN " row " >= ?2 THEN " row " END)"
#define OF_TYPE " WHERE CASE WHEN ?1 IS NULL THEN n.text != '' ELSE n.type = ?1 END"
#define ORDER   " ORDER BY 6 DESC, 7 DESC, 4, 5"

/* All articles: name_article has the sums ready; where a name has members an article may have
 * several of them. */
static const char all_sql[] =
    COLUMNS ", count(*), sum(a.mentions)," DAYS("a.row")
    " FROM name_article a JOIN name n ON n.name = a.name" OF_TYPE
    " AND n.name NOT IN (SELECT name FROM temp.family) GROUP BY a.name"
    " UNION ALL " COLUMNS ", count(DISTINCT a.row), sum(a.mentions)," DAYS("a.row")
    " FROM temp.family f CROSS JOIN name_article a ON a.name = f.member"
    " JOIN name n ON n.name = f.name" OF_TYPE " GROUP BY f.name" ORDER;

/* A part of them: the mentions of the selection. */
static const char selection_sql[] =
    COLUMNS ", count(DISTINCT m.row), count(*)," DAYS("m.row")
    " FROM temp.selection s CROSS JOIN mention m ON m.row = s.row"
    " CROSS JOIN (" GISA_FAMILY_MEMBERS ") f ON f.member = m.name"
    " JOIN name n ON n.name = f.name" OF_TYPE " GROUP BY f.name" ORDER;
/* clang-format on */

static gisa_status put_name(const gisa_rows *rows, gisa_names *out, size_t *cap, sqlite3_stmt *stmt,
                            gisa_error *err)
{
    gisa_name name = {.type = gisa_entity_type_parse(gisa_sql_text(stmt, 4)),
                      .articles = (uint64_t)sqlite3_column_int64(stmt, 5),
                      .mentions = (uint64_t)sqlite3_column_int64(stmt, 6),
                      .number = sqlite3_column_int64(stmt, 0),
                      .last_day = -1};
    if (sqlite3_column_type(stmt, 7) != SQLITE_NULL) {
        name.first_day = gisa_row_day(rows, sqlite3_column_int64(stmt, 7));
        name.last_day = gisa_row_day(rows, sqlite3_column_int64(stmt, 8));
    }
    if (gisa_arena_copy(&out->arena, gisa_sql_text(stmt, 1), &name.id) < 0 ||
        gisa_arena_copy(&out->arena, gisa_sql_text(stmt, 2), &name.family) < 0 ||
        gisa_arena_copy(&out->arena, gisa_sql_text(stmt, 3), &name.text) < 0 ||
        GISA_ARENA_GROW(&out->arena, out->items, out->n, *cap) < 0)
        return gisa_fail_mem(err);
    out->items[out->n++] = name;
    return GISA_OK;
}

static gisa_status list_names(gisa_store *s, const gisa_names_opts *opts, bool all, gisa_names *out,
                              gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    uint64_t limit = opts->limit ? opts->limit : DEFAULT_LIMIT;
    gisa_status st = gisa_sql_get(&s->sql, all ? all_sql : selection_sql, &stmt, err);
    if (st < 0) return st;
    if (opts->typed) gisa_sql_bind(stmt, 1, gisa_str_from(gisa_entity_type_name(opts->type)));
    sqlite3_bind_int64(stmt, 2, GISA_ROW_DATED);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (out->n >= limit)
            out->others++;
        else if ((st = put_name(&s->rows, out, &cap, stmt, err)) < 0)
            break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

static gisa_status find_names(gisa_store *s, const gisa_names_opts *opts, gisa_matches *m,
                              gisa_names *out, gisa_error *err)
{
    gisa_selection_opts how = {
        .exact = opts->exact, .keep_copies = opts->keep_copies, .days = opts->days};
    gisa_status st = gisa_selection_find(s, opts->query, &how, m, err);
    if (st < 0) return st;
    /* Dates and quantities have no rows in name_article. */
    bool counted = !opts->typed || (opts->type != GISA_ENTITY_DT && opts->type != GISA_ENTITY_TI &&
                                    opts->type != GISA_ENTITY_QT);
    bool all = m->n == s->roll.n && counted;
    out->matches = m->n;
    if (!all) st = gisa_selection_table(s, m, err);
    if (st == GISA_OK) st = gisa_family_table(s, err);
    return st < 0 ? st : list_names(s, opts, all, out, err);
}

gisa_status gisa_names_run(gisa_store *s, const gisa_names_opts *opts, gisa_names *out,
                           gisa_error *err)
{
    const gisa_names_opts none = {0};
    gisa_matches m = {0};
    bool began;
    gisa_names_clear(out);
    gisa_status st = gisa_store_begin_read(s, &began, err);
    if (st < 0) return st;
    st = find_names(s, opts ? opts : &none, &m, out, err);
    gisa_store_end_read(s, began);
    gisa_matches_clear(&m);
    if (st < 0) gisa_names_clear(out);
    return st;
}

void gisa_names_clear(gisa_names *n)
{
    gisa_arena_clear(&n->arena);
    *n = (gisa_names){0};
}
