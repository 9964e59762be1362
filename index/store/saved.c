#include "index/store/saved.h"

#include "base/utf8.h"
#include "index/store/store_handle.h"

static gisa_status read_row(gisa_saved_list *list, sqlite3_stmt *stmt, size_t *cap, gisa_error *err)
{
    gisa_saved one = {.exact = sqlite3_column_int(stmt, 2) != 0,
                      .keep_copies = sqlite3_column_int(stmt, 3) != 0,
                      .position = (uint64_t)sqlite3_column_int64(stmt, 4),
                      .saved_utc = sqlite3_column_int64(stmt, 5),
                      .ran_utc = sqlite3_column_int64(stmt, 6),
                      .found_utc = sqlite3_column_int64(stmt, 7),
                      .told = (uint64_t)sqlite3_column_int64(stmt, 8),
                      .left = (uint64_t)sqlite3_column_int64(stmt, 9)};
    if (gisa_arena_copy(&list->arena, gisa_sql_text(stmt, 0), &one.name) < 0 ||
        gisa_arena_copy(&list->arena, gisa_sql_text(stmt, 1), &one.query) < 0 ||
        GISA_ARENA_GROW(&list->arena, list->items, list->n, *cap) < 0)
        return gisa_fail_mem(err);
    list->items[list->n++] = one;
    return GISA_OK;
}

gisa_status gisa_saved_load(gisa_store *s, gisa_saved_list *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    size_t cap = 0;
    gisa_saved_clear(out);
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT name, query, exact, keep_copies, position, saved, ran, found, told,"
        " (SELECT count(*) FROM saved_left l WHERE l.name = s.name)"
        " FROM saved_search s ORDER BY name",
        &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        st = read_row(out, stmt, &cap, err);
        if (st < 0) sqlite3_reset(stmt);
    }
    if (st < 0) gisa_saved_clear(out);
    return st < 0 ? st : GISA_OK;
}

void gisa_saved_clear(gisa_saved_list *list)
{
    gisa_arena_clear(&list->arena);
    *list = (gisa_saved_list){0};
}

const gisa_saved *gisa_saved_find(const gisa_saved_list *list, gisa_str name)
{
    for (size_t i = 0; i < list->n; i++)
        if (gisa_str_eq(list->items[i].name, name)) return &list->items[i];
    return NULL;
}

gisa_status gisa_saved_now(gisa_store *s, uint64_t *position, gisa_error *err)
{
    int64_t last = 0;
    gisa_status st = gisa_store_archive_mark(s, position, err);
    if (st == GISA_OK)
        st = gisa_sql_number(&s->sql, "SELECT max(capture) + 1 FROM article", 0, 0, &last, err);
    if (st == GISA_OK && (uint64_t)last > *position) *position = (uint64_t)last;
    return st;
}

bool gisa_saved_name_ok(gisa_str name)
{
    if (!name.n || name.n > GISA_SAVED_NAME_BYTES || name.p[0] == '-') return false;
    for (size_t i = 0; i < name.n; i++)
        if ((unsigned char)name.p[i] < 0x20 || name.p[i] == 0x7f) return false;
    return gisa_utf8_bad(name) == GISA_NPOS;
}

static void bind_moment(sqlite3_stmt *stmt, int at, int64_t utc)
{
    if (utc) sqlite3_bind_int64(stmt, at, utc);
}

gisa_status gisa_saved_put(gisa_store *s, const gisa_saved *search, bool replace, gisa_error *err)
{
    sqlite3_stmt *stmt;
    if (!gisa_saved_name_ok(search->name))
        return gisa_fail(err, GISA_EINVAL,
                         "the name of a search wants 1 to %d bytes, no control characters, and no"
                         " dash in front",
                         GISA_SAVED_NAME_BYTES);
    gisa_status st = gisa_sql_get(
        &s->sql,
        replace ? "INSERT OR REPLACE INTO saved_search (name, query, exact, keep_copies, position,"
                  " saved, ran, found, told) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                : "INSERT INTO saved_search (name, query, exact, keep_copies, position,"
                  " saved, ran, found, told) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                  " ON CONFLICT (name) DO NOTHING",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, search->name);
    gisa_sql_bind(stmt, 2, search->query.p ? search->query : GISA_STR(""));
    sqlite3_bind_int(stmt, 3, search->exact);
    sqlite3_bind_int(stmt, 4, search->keep_copies);
    sqlite3_bind_int64(stmt, 5, (int64_t)search->position);
    sqlite3_bind_int64(stmt, 6, search->saved_utc);
    bind_moment(stmt, 7, search->ran_utc);
    bind_moment(stmt, 8, search->found_utc);
    sqlite3_bind_int64(stmt, 9, (int64_t)search->told);
    st = gisa_sql_finish(&s->sql, stmt, err);
    if (st == GISA_OK && sqlite3_changes(s->sql.db) == 0)
        return gisa_fail(err, GISA_EINVAL, "a search is saved as %.*s already",
                         GISA_ARG(search->name));
    return st;
}

gisa_status gisa_saved_delete(gisa_store *s, gisa_str name, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "DELETE FROM saved_search WHERE name = ?1", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    st = gisa_sql_finish(&s->sql, stmt, err);
    if (st == GISA_OK && sqlite3_changes(s->sql.db) == 0)
        return gisa_fail(err, GISA_ENOTFOUND, "no search is saved as %.*s", GISA_ARG(name));
    return st;
}

static gisa_status forget_left(gisa_store *s, gisa_str name, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "DELETE FROM saved_left WHERE name = ?1", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    return gisa_sql_finish(&s->sql, stmt, err);
}

static gisa_status put_left(gisa_store *s, gisa_str name, uint64_t capture, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "INSERT OR IGNORE INTO saved_left (name, capture) VALUES (?1, ?2)", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    sqlite3_bind_int64(stmt, 2, (int64_t)capture);
    return gisa_sql_finish(&s->sql, stmt, err);
}

static gisa_status advance(gisa_store *s, const gisa_saved_step *step, int64_t now_utc,
                           size_t *moved, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "UPDATE saved_search SET position = ?3, ran = ?4, told = told + ?5,"
        " found = CASE WHEN ?5 THEN ?4 ELSE found END WHERE name = ?1 AND position = ?2",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, step->name);
    sqlite3_bind_int64(stmt, 2, (int64_t)step->from);
    sqlite3_bind_int64(stmt, 3, (int64_t)step->to);
    sqlite3_bind_int64(stmt, 4, now_utc);
    sqlite3_bind_int64(stmt, 5, (int64_t)step->told);
    st = gisa_sql_finish(&s->sql, stmt, err);
    if (st < 0 || sqlite3_changes(s->sql.db) == 0) return st;
    ++*moved;
    st = forget_left(s, step->name, err);
    for (size_t i = 0; i < step->n_left && st == GISA_OK; i++)
        st = put_left(s, step->name, step->left[i], err);
    return st;
}

gisa_status gisa_saved_advance(gisa_store *s, const gisa_saved_step *steps, size_t n,
                               int64_t now_utc, size_t *moved, gisa_error *err)
{
    *moved = 0;
    gisa_status st = gisa_sql_run(&s->sql, "BEGIN IMMEDIATE", err);
    if (st < 0) return st;
    for (size_t i = 0; i < n && st == GISA_OK; i++) st = advance(s, &steps[i], now_utc, moved, err);
    if (st == GISA_OK) st = gisa_sql_run(&s->sql, "COMMIT", err);
    if (st < 0) sqlite3_exec(s->sql.db, "ROLLBACK", NULL, NULL, NULL);
    return st;
}

static uint64_t place(const gisa_saved_places *places, uint64_t old)
{
    return places ? places->place(places->ctx, old) : old;
}

static gisa_status copy_left(gisa_store *from, gisa_store *to, gisa_str name,
                             const gisa_saved_places *places, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &from->sql, "SELECT capture FROM saved_left WHERE name = ?1 ORDER BY capture", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, name);
    while ((st = gisa_sql_step(&from->sql, stmt, err)) == GISA_OK) {
        uint64_t capture = (uint64_t)sqlite3_column_int64(stmt, 0);
        if ((st = put_left(to, name, place(places, capture), err)) < 0) break;
    }
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_saved_copy(gisa_store *from, gisa_store *to, const gisa_saved_places *places,
                            size_t *n, gisa_error *err)
{
    gisa_saved_list list = {0};
    *n = 0;
    gisa_status st = gisa_saved_load(from, &list, err);
    for (size_t i = 0; i < list.n && st == GISA_OK; i++) {
        list.items[i].position = place(places, list.items[i].position);
        st = gisa_saved_put(to, &list.items[i], true, err);
        if (st == GISA_OK) st = copy_left(from, to, list.items[i].name, places, err);
        *n += st == GISA_OK;
    }
    gisa_saved_clear(&list);
    return st;
}
