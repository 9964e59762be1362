#include "cli/source_pages.h"

/* Captures of a source that are looked at, of this week and of the time before. */
enum { SAMPLE = 200 };

/* How many of a source's captures between two times gave no article. */
static gisa_status count_empty(gisa_frontier *f, gisa_store *store, gisa_str source,
                               const int64_t between_utc[2], source_pages *out, gisa_error *err)
{
    uint64_t offsets[SAMPLE];
    size_t n = 0;
    gisa_status st = gisa_source_health_captures(f, source, between_utc[0], between_utc[1], offsets,
                                                 SAMPLE, &n, err);
    for (size_t i = 0; i < n && st >= 0; i++) {
        bool known = false, empty = false;
        st = gisa_store_capture_is_empty(store, offsets[i], &known, &empty, err);
        out->looked_at += known;
        out->empty += known && empty;
    }
    return st;
}

gisa_status source_pages_find(gisa_frontier *f, gisa_store *store, gisa_str source, int64_t now_utc,
                              source_pages *out, gisa_error *err)
{
    source_pages before = {0};
    int64_t week = now_utc - GISA_HEALTH_WEEK_S;
    *out = (source_pages){0};
    if (!store) return GISA_OK;
    gisa_status st = count_empty(f, store, source, (int64_t[]){week, now_utc}, out, err);
    if (st >= 0)
        st = count_empty(f, store, source, (int64_t[]){week - GISA_HEALTH_BEFORE_S, week}, &before,
                         err);
    if (st >= 0)
        out->emptied = gisa_source_health_emptied(out->empty, out->looked_at, before.empty,
                                                  before.looked_at);
    return st;
}

void source_pages_add(gisa_str source, const source_pages *pages, gisa_buf *out)
{
    gisa_buf_addf(out,
                  "%.*s: %zu of this week's %zu pages gave no article, and few did so before;"
                  " gisa extract --explain tells why",
                  GISA_ARG(source), pages->empty, pages->looked_at);
}
