#include "index/store/store_meta.h"

#include "index/store/store_handle.h"

gisa_status gisa_meta_number(gisa_store *s, const char *key, int64_t otherwise, int64_t *out,
                             gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(&s->sql, "SELECT value FROM meta WHERE key = ?1", &stmt, err);
    *out = otherwise;
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(key));
    st = gisa_sql_step(&s->sql, stmt, err);
    if (st == GISA_OK) *out = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_meta_set_number(gisa_store *s, const char *key, int64_t value, gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_status st = gisa_sql_get(
        &s->sql, "INSERT OR REPLACE INTO meta (key, value) VALUES (?1, ?2)", &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, gisa_str_from(key));
    sqlite3_bind_int64(stmt, 2, value);
    return gisa_sql_finish(&s->sql, stmt, err);
}
