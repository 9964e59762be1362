#include "base/sql.h"

enum { PATIENCE_MS = 30000 };

static const char cannot_open[] =
    "cannot be opened or created; its folder may be missing or not writable";

gisa_status gisa_sql_fail(sqlite3 *db, int code, gisa_error *err)
{
    const char *what = db ? sqlite3_errmsg(db) : sqlite3_errstr(code);
    const char *path = db ? sqlite3_db_filename(db, "main") : NULL;
    if (!path || !*path) path = "the database";
    switch (code & 0xff) {
    case SQLITE_NOMEM: return gisa_fail_mem(err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return gisa_fail(err, GISA_EBUSY, "%s: another program is writing; try again later", path);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return gisa_fail_for(err, GISA_ECORRUPT, GISA_CAUSE_DAMAGED_DATABASE, "%s: damaged (%s)",
                             path, what);
    case SQLITE_FULL:
        return gisa_fail(err, GISA_EIO, "%s: the disk is full; make room and run again", path);
    case SQLITE_READONLY:
        return gisa_fail(err, GISA_EIO, "%s: read-only; check who may write there", path);
    case SQLITE_CANTOPEN:
        return gisa_fail_for(err, GISA_EIO, GISA_CAUSE_UNOPENED_DATABASE, "%s: %s", path,
                             cannot_open);
    default: return gisa_fail(err, GISA_EIO, "%s: %s", path, what);
    }
}

void gisa_sql_be_uncounted(void)
{
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

gisa_status gisa_sql_open(const char *path, int flags, gisa_sql *out, gisa_error *err)
{
    *out = (gisa_sql){0};
    int code = sqlite3_open_v2(path, &out->db, flags | SQLITE_OPEN_NOMUTEX, NULL);
    if (code != SQLITE_OK) {
        gisa_status st = GISA_ENOMEM;
        if (code == SQLITE_NOMEM)
            gisa_fail_mem(err);
        else if ((code & 0xff) == SQLITE_CANTOPEN)
            st = gisa_fail_for(err, GISA_EIO, GISA_CAUSE_UNOPENED_DATABASE, "%s: %s", path,
                               cannot_open);
        else
            st = gisa_fail(err, GISA_EIO, "%s: %s", path,
                           out->db ? sqlite3_errmsg(out->db) : sqlite3_errstr(code));
        gisa_sql_close(out);
        return st;
    }
    sqlite3_extended_result_codes(out->db, 1);
    sqlite3_busy_timeout(out->db, PATIENCE_MS);
    return gisa_sql_run(out, "PRAGMA foreign_keys=ON", err);
}

void gisa_sql_close(gisa_sql *q)
{
    for (size_t i = 0; i < q->kept.n; i++)
        sqlite3_finalize((sqlite3_stmt *)(uintptr_t)q->kept.items[i].value);
    gisa_map_clear(&q->kept);
    sqlite3_close(q->db);
    *q = (gisa_sql){0};
}

gisa_status gisa_sql_get(gisa_sql *q, const char *text, sqlite3_stmt **out, gisa_error *err)
{
    uint64_t *slot;
    bool added;
    *out = NULL;
    if (gisa_map_put(&q->kept, gisa_str_from(text), &slot, &added) < 0) return gisa_fail_mem(err);
    sqlite3_stmt *stmt = (sqlite3_stmt *)(uintptr_t)*slot;
    if (stmt) {
        sqlite3_reset(stmt);
        sqlite3_clear_bindings(stmt);
        *out = stmt;
        return GISA_OK;
    }
    int code = sqlite3_prepare_v3(q->db, text, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (code != SQLITE_OK) return gisa_sql_fail(q->db, code, err);
    *slot = (uint64_t)(uintptr_t)stmt;
    *out = stmt;
    return GISA_OK;
}

gisa_status gisa_sql_step(gisa_sql *q, sqlite3_stmt *stmt, gisa_error *err)
{
    int code = sqlite3_step(stmt);
    if (code == SQLITE_ROW) return GISA_OK;
    gisa_status st = code == SQLITE_DONE ? GISA_END : gisa_sql_fail(q->db, code, err);
    sqlite3_reset(stmt);
    return st;
}

gisa_status gisa_sql_finish(gisa_sql *q, sqlite3_stmt *stmt, gisa_error *err)
{
    gisa_status st;
    while ((st = gisa_sql_step(q, stmt, err)) == GISA_OK) continue;
    return st == GISA_END ? GISA_OK : st;
}

gisa_status gisa_sql_run(gisa_sql *q, const char *text, gisa_error *err)
{
    int code = sqlite3_exec(q->db, text, NULL, NULL, NULL);
    return code == SQLITE_OK ? GISA_OK : gisa_sql_fail(q->db, code, err);
}

gisa_status gisa_sql_run_on(gisa_sql *q, const char *sql, int64_t row, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(q, sql, &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    return gisa_sql_finish(q, stmt, err);
}

gisa_status gisa_sql_number(gisa_sql *q, const char *text, int64_t p1, int64_t otherwise,
                            int64_t *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(q, text, &stmt, err);
    *out = otherwise;
    if (st < 0) return st;
    if (sqlite3_bind_parameter_count(stmt) > 0) sqlite3_bind_int64(stmt, 1, p1);
    st = gisa_sql_step(q, stmt, err);
    if (st == GISA_OK && sqlite3_column_type(stmt, 0) != SQLITE_NULL)
        *out = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

void gisa_sql_bind(sqlite3_stmt *stmt, int at, gisa_str s)
{
    if (s.p)
        sqlite3_bind_text64(stmt, at, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(stmt, at);
}

gisa_str gisa_sql_text(sqlite3_stmt *stmt, int column)
{
    const unsigned char *p = sqlite3_column_text(stmt, column);
    int n = sqlite3_column_bytes(stmt, column);
    return p ? (gisa_str){(const char *)p, (size_t)n} : GISA_NONE;
}

gisa_str gisa_sql_blob(sqlite3_stmt *stmt, int column)
{
    int n = sqlite3_column_bytes(stmt, column);
    const void *p = sqlite3_column_blob(stmt, column);
    return p ? (gisa_str){p, (size_t)n} : GISA_NONE;
}
