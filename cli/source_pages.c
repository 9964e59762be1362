#include "cli/source_pages.h"

enum { SAMPLE = 200 }; /* captures of a source that are looked at */

gisa_status source_pages_find(gisa_frontier *f, gisa_store *store, gisa_str source, int64_t now_utc,
                              source_pages *out, gisa_error *err)
{
    gisa_source_capture captures[SAMPLE];
    bool empty[SAMPLE];
    size_t n = 0, n_known = 0;
    if (!store) return GISA_OK;
    gisa_status st = gisa_source_health_captures(f, source, captures, SAMPLE, &n, err);
    for (size_t i = 0; i < n && st >= 0; i++) {
        bool known = false, none = false;
        st = gisa_store_capture_is_empty(store, captures[i].offset, &known, &none, err);
        if (!known) continue;
        bool this_week = captures[i].fetched_utc > now_utc - GISA_HEALTH_WEEK_S;
        out->looked_at += this_week;
        out->empty += this_week && none;
        empty[n_known++] = none;
    }
    out->newest = n_known / 2 < GISA_HEALTH_NEWEST ? n_known / 2 : GISA_HEALTH_NEWEST;
    for (size_t i = 0; i < out->newest; i++) out->newest_empty += empty[i];
    if (st >= 0) out->emptied = gisa_source_health_emptied(empty, n_known, out->was_emptied);
    return st;
}

void source_pages_add(gisa_str source, const source_pages *pages, gisa_buf *out)
{
    gisa_buf_addf(out,
                  "%.*s: %zu of its newest %zu pages gave no article; gisa extract --explain says"
                  " why",
                  GISA_ARG(source), pages->newest_empty, pages->newest);
}
