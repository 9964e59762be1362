#include "cli/source_trouble.h"

#include <inttypes.h>

#include "cli/closed_by.h"

gisa_status source_trouble_find(source_trouble *t, gisa_store *store, int64_t now_utc,
                                gisa_error *err)
{
    gisa_status st = gisa_frontier_told(t->frontier, t->source->name, &t->told, err);
    t->pages = (source_pages){.was_emptied = t->told & SOURCE_TOLD_PAGES};
    if (st >= 0)
        st = source_pages_find(t->frontier, store, t->source->name, now_utc, &t->pages, err);
    if (st >= 0) st = gisa_source_health_of(t->frontier, t->source, now_utc, &t->health, err);
    if (st >= 0)
        t->state = gisa_source_health_state(&t->health,
                                            (gisa_source_state)(t->told & SOURCE_TOLD_STATE));
    return st;
}

static bool is_well(const source_trouble *t)
{
    return t->state == GISA_SOURCE_WELL || t->state == GISA_SOURCE_NEW;
}

unsigned source_trouble_bits(const source_trouble *t)
{
    return (is_well(t) ? 0 : t->state) | (t->pages.emptied ? SOURCE_TOLD_PAGES : 0);
}

/* The span in which fewer pages came, also where they are no longer so few that it was to be told.
 */
static void add_shrunk(const gisa_source_custom *custom, gisa_buf *out)
{
    const gisa_source_span *s = gisa_source_custom_shrunk(custom, false);
    if (!s) s = gisa_source_custom_shrunk(custom, true);
    if (s)
        gisa_buf_addf(out, "%" PRIu64 " page%s in %u days, where %.0f or more are usual", s->pages,
                      s->pages == 1 ? "" : "s", s->days, s->usual);
}

static void add_state(const source_trouble *t, gisa_buf *out)
{
    const gisa_source_health *h = &t->health;
    char last[GISA_TIME_CHARS] = "";
    const gisa_time at = {h->last_utc, GISA_PRECISION_DAY, 0};
    gisa_buf_addf(out, "%.*s: ", GISA_ARG(t->source->name));
    switch (t->state) {
    case GISA_SOURCE_SILENT:
        gisa_buf_addf(out, "nothing since %.*s, where %.0f pages a week are usual",
                      (int)gisa_time_format(&at, last), last, h->custom.usual);
        break;
    case GISA_SOURCE_SHRUNK: add_shrunk(&h->custom, out); break;
    case GISA_SOURCE_FAILING:
        gisa_buf_addf(out, "%.*s: %.*s", GISA_ARG(h->url), GISA_ARG(h->why));
        break;
    case GISA_SOURCE_CLOSED:
        gisa_buf_addf(out, "robots.txt refuses all %" PRIu64 " pages that it lists", h->refused);
        break;
    case GISA_SOURCE_RESERVED:
        gisa_buf_addf(out, "all %" PRIu64 " pages that it lists are reserved, and left out",
                      h->reserved);
        break;
    case GISA_SOURCE_WELL:
    case GISA_SOURCE_NEW: break;
    }
    if (h->reserved && (t->state == GISA_SOURCE_SILENT || t->state == GISA_SOURCE_SHRUNK))
        gisa_buf_addf(out, "; %" PRIu64 " page%s left out, as reserved", h->reserved,
                      h->reserved == 1 ? " is" : "s are");
}

gisa_status source_trouble_add(const source_trouble *t, gisa_buf *out, gisa_buf *pages,
                               gisa_error *err)
{
    gisa_status st = GISA_OK;
    if (!is_well(t)) add_state(t, out);
    bool closed = t->state == GISA_SOURCE_CLOSED ||
                  (t->state == GISA_SOURCE_FAILING &&
                   gisa_str_has(t->health.why, GISA_STR("robots.txt says")));
    if (closed) st = closed_by_add(t->frontier, t->archive, t->source, out, err);
    if (t->pages.emptied) source_pages_add(t->source->name, &t->pages, pages);
    if (st >= 0) st = gisa_buf_check(out, "a message", err);
    return st < 0 ? st : gisa_buf_check(pages, "a message", err);
}
