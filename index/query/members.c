#include "index/query/members.h"

#include <stdlib.h>

#include "index/store/store_handle.h"

enum { NAMES_MAX = 8 };

/* clang-format off */
#define MEMBERS                                                                                    \
    " FROM name m JOIN name_article a ON a.name = m.name WHERE m.family = ?1 AND NOT EXISTS"       \
    " (SELECT 1 FROM name f JOIN name_article b ON b.name = f.name WHERE f.id = ?1"                \
    " AND b.row = a.row)"

static const char rows_sql[] = "SELECT a.row" MEMBERS;
static const char names_sql[] =
    "SELECT m.text" MEMBERS " AND m.text != '' GROUP BY m.name ORDER BY count(*) DESC, m.text"
    " LIMIT ?2";
/* clang-format on */

static int by_number(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return x < y ? -1 : x > y;
}

static void sort_rows(gisa_members *m)
{
    size_t kept = 0;
    if (m->n_rows) qsort(m->rows, m->n_rows, sizeof *m->rows, by_number);
    for (size_t i = 0; i < m->n_rows; i++)
        if (!kept || m->rows[kept - 1] != m->rows[i]) m->rows[kept++] = m->rows[i];
    m->n_rows = kept;
}

static gisa_status put_rows(gisa_store *s, gisa_str id, gisa_members *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, rows_sql, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (GISA_ARENA_GROW(&out->arena, out->rows, out->n_rows, out->cap_rows) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        out->rows[out->n_rows++] = sqlite3_column_int64(stmt, 0);
    }
    sqlite3_reset(stmt);
    sort_rows(out);
    return st < 0 ? st : GISA_OK;
}

static gisa_status put_names(gisa_store *s, gisa_str id, gisa_members *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, names_sql, &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, NAMES_MAX);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        if (GISA_ARENA_GROW(&out->arena, out->names, out->n_names, out->cap_names) < 0 ||
            gisa_arena_copy(&out->arena, gisa_sql_text(stmt, 0), &out->names[out->n_names]) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        out->n_names++;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_members_put(gisa_store *s, gisa_str id, gisa_members *out, gisa_error *err)
{
    size_t before = out->n_rows;
    gisa_status st = put_rows(s, id, out, err);
    return st < 0 || out->n_rows == before ? st : put_names(s, id, out, err);
}

static bool has_name(const gisa_spellings *family, gisa_str name)
{
    for (size_t i = 0; i < family->n; i++)
        if (gisa_str_find_nocase(name, family->items[i].text, 0) != GISA_NPOS) return true;
    return false;
}

bool gisa_member_is_apart(const gisa_spellings *family, gisa_str name,
                          const gisa_spellings *spellings)
{
    bool apart = !has_name(family, name);
    for (size_t i = 0; i < spellings->n; i++)
        apart = apart || !has_name(family, spellings->items[i].text);
    return apart;
}

gisa_status gisa_member_put(gisa_spellings *family, gisa_str name, gisa_error *err)
{
    gisa_spelling one = {0};
    if (GISA_ARENA_GROW(&family->arena, family->items, family->n, family->cap) < 0 ||
        gisa_arena_copy(&family->arena, name, &one.text) < 0)
        return gisa_fail_mem(err);
    family->items[family->n++] = one;
    return GISA_OK;
}

void gisa_members_clear(gisa_members *m)
{
    gisa_arena_clear(&m->arena);
    *m = (gisa_members){0};
}
