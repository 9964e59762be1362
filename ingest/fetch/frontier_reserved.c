/* Pages that are left out, as their use is reserved: gisa_frontier_reserve and what undoes it. */
#include "ingest/fetch/frontier_handle.h"

enum { RESERVED_S = 7 * 86400 }; /* until robots.txt and tdmrep.json are looked at again */

gisa_status gisa_frontier_reserve(gisa_frontier *f, gisa_str url, const char *why, int64_t now_utc,
                                  gisa_error *err)
{
    int64_t row;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_row_or_new(f, GISA_ROLE_PAGE, url, &row, err);
    if (st >= 0)
        st = gisa_frontier_write(f, "UPDATE page SET state=?2, due=?3, tries=0, why=?4 WHERE id=?1",
                                 &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, row);
    sqlite3_bind_int(stmt, 2, GISA_FRONTIER_RESERVED);
    sqlite3_bind_int64(stmt, 3, now_utc + RESERVED_S);
    gisa_sql_bind(stmt, 4, gisa_str_from(why));
    return gisa_sql_finish(&f->sql, stmt, err);
}

/* state>=4 has its own index, which names the states that end a page. */
#define RESERVED_OF "source=?1 AND state>=4 AND state=6"

gisa_status gisa_frontier_release(gisa_frontier *f, gisa_str source, int64_t now_utc,
                                  gisa_error *err)
{
    int64_t id, first;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st < 0 || !id) return st;
    st = gisa_sql_number(&f->sql, "SELECT id FROM page WHERE " RESERVED_OF " LIMIT 1", id, 0,
                         &first, err);
    if (st < 0 || !first) return st;
    st = gisa_frontier_write(f, "UPDATE page SET state=?3, due=?2, why=NULL WHERE " RESERVED_OF,
                             &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, now_utc);
    sqlite3_bind_int(stmt, 3, GISA_FRONTIER_WAITING);
    return gisa_sql_finish(&f->sql, stmt, err);
}

gisa_status gisa_frontier_next_reserved(gisa_frontier *f, gisa_str source, int64_t *after,
                                        gisa_frontier_page *out, gisa_error *err)
{
    int64_t id;
    sqlite3_stmt *stmt;
    gisa_status st = gisa_frontier_source_find(f, source, &id, err);
    if (st >= 0)
        st = gisa_sql_get(&f->sql,
                          "SELECT " GISA_FRONTIER_COLUMNS
                          " FROM page JOIN source ON source.id=page.source WHERE page." RESERVED_OF
                          " AND page.id>?2 ORDER BY page.id LIMIT 1",
                          &stmt, err);
    if (st < 0) return st;
    sqlite3_bind_int64(stmt, 1, id);
    sqlite3_bind_int64(stmt, 2, *after);
    if ((st = gisa_sql_step(&f->sql, stmt, err)) != GISA_OK) return st;
    gisa_frontier_read_page(stmt, out);
    *after = out->row;
    return GISA_OK;
}
