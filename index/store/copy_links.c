#include "index/store/copy_links.h"

#include <stdlib.h>

#include "base/mem.h"

static int by_row(const void *a, const void *b)
{
    int64_t x = ((const gisa_copy_link *)a)->row, y = ((const gisa_copy_link *)b)->row;
    return x < y ? -1 : x > y;
}

/* The index of copies has both numbers, so that no article is read. */
gisa_status gisa_copy_links_load(gisa_sql *q, gisa_copy_links *out, gisa_error *err)
{
    sqlite3_stmt *stmt;
    out->n = 0;
    out->known = false;
    gisa_status st = gisa_sql_get(
        q, "SELECT row, copy_of FROM article WHERE copy_of IS NOT NULL ORDER BY copy_of", &stmt,
        err);
    if (st < 0) return st;
    while ((st = gisa_sql_step(q, stmt, err)) == GISA_OK) {
        if (GISA_GROW(out->items, out->n, out->cap) < 0) {
            st = gisa_fail_mem(err);
            break;
        }
        out->items[out->n++] = (gisa_copy_link){sqlite3_column_int64(stmt, 0),
                                                sqlite3_column_int64(stmt, 1)};
    }
    sqlite3_reset(stmt);
    if (st < 0) return st;
    if (out->n) qsort(out->items, out->n, sizeof *out->items, by_row);
    out->known = true;
    return GISA_OK;
}

void gisa_copy_links_clear(gisa_copy_links *l)
{
    gisa_free(l->items);
    *l = (gisa_copy_links){0};
}

int64_t gisa_copy_links_root(const gisa_copy_links *l, int64_t row)
{
    for (int i = 0; i < GISA_COPY_CHAIN && l->n; i++) {
        const gisa_copy_link key = {.row = row}, *link;
        link = bsearch(&key, l->items, l->n, sizeof key, by_row);
        if (!link || !link->source) break;
        row = link->source;
    }
    return row;
}
