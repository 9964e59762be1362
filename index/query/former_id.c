#include "index/query/former_id.h"

#include "index/store/store_handle.h"

gisa_status gisa_former_id_find(gisa_store *s, gisa_str start, gisa_buf *out, bool *several,
                                gisa_error *err)
{
    sqlite3_stmt *stmt;
    gisa_buf former = {0};
    gisa_buf_reset(out);
    *several = false;
    gisa_status st = gisa_sql_get(
        &s->sql,
        "SELECT former, id FROM former_id WHERE former >= ?1 AND former < ?1 || 'g'"
        " ORDER BY former, capture DESC, id",
        &stmt, err);
    if (st < 0) return st;
    gisa_sql_bind(stmt, 1, start);
    while ((st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        gisa_str found = gisa_sql_text(stmt, 0);
        bool other = former.n && !gisa_str_eq(found, gisa_buf_view(&former));
        if (other && gisa_str_eq(gisa_buf_view(&former), start)) break;
        *several = *several || other;
        if (!former.n) gisa_buf_add(&former, found);
        if (out->n) gisa_buf_add_char(out, '\n');
        gisa_buf_add(out, gisa_sql_text(stmt, 1));
    }
    sqlite3_reset(stmt);
    gisa_buf_clear(&former);
    if (*several) gisa_buf_reset(out);
    return st < 0 ? st : gisa_buf_check(out, "ids", err);
}
