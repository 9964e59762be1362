#include "index/store/lost.h"

#include "base/mem.h"
#include "index/store/store_handle.h"

void gisa_capture_key(gisa_str digest, gisa_str uri, gisa_buf *out)
{
    gisa_buf_add(out, digest);
    gisa_buf_add_char(out, ' ');
    gisa_buf_add(out, uri);
}

void gisa_lost_clear(gisa_lost_list *list)
{
    gisa_arena_clear(&list->arena);
    gisa_free(list->items);
    *list = (gisa_lost_list){0};
}

static gisa_status add(gisa_lost_list *list, const gisa_lost *lost, gisa_error *err)
{
    if (GISA_GROW(list->items, list->n, list->cap) < 0) return gisa_fail_mem(err);
    gisa_lost *item = &list->items[list->n];
    *item = *lost;
    if (gisa_arena_copy(&list->arena, lost->uri, &item->uri) < 0) return gisa_fail_mem(err);
    list->n++;
    return GISA_OK;
}

gisa_status gisa_lost_find(gisa_store *s, const gisa_map *held, gisa_lost_list *out,
                           gisa_error *err)
{
    gisa_buf key = {0};
    sqlite3_stmt *stmt;
    gisa_lost_clear(out);
    gisa_status st = gisa_sql_get(&s->sql,
                                  "SELECT a.row, a.capture, c.fetched, c.digest, c.uri"
                                  " FROM article a LEFT JOIN capture c ON c.start = a.capture"
                                  " ORDER BY a.capture, a.version",
                                  &stmt, err);
    while (st == GISA_OK && (st = gisa_sql_step(&s->sql, stmt, err)) == GISA_OK) {
        const gisa_lost lost = {.row = sqlite3_column_int64(stmt, 0),
                                .capture = (uint64_t)sqlite3_column_int64(stmt, 1),
                                .fetched_utc = sqlite3_column_int64(stmt, 2),
                                .uri = gisa_sql_text(stmt, 4)};
        gisa_buf_reset(&key);
        gisa_capture_key(gisa_sql_text(stmt, 3), lost.uri, &key);
        st = gisa_buf_check(&key, "a capture's key", err);
        if (st >= 0 && !gisa_map_find(held, gisa_buf_view(&key))) st = add(out, &lost, err);
    }
    gisa_buf_clear(&key);
    return st == GISA_END ? GISA_OK : st;
}
