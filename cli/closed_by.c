#include "cli/closed_by.h"

#include "corpus/archive.h"
#include "corpus/url.h"
#include "ingest/fetch/fetch.h"
#include "ingest/fetch/robots.h"

/* Line `number` of the file, from 1. */
static gisa_str line_at(gisa_str bytes, size_t number)
{
    gisa_str rest = bytes, line = GISA_NONE;
    while (number-- && gisa_str_next_line(&rest, &line)) continue;
    return gisa_str_trim(line);
}

void closed_by_add_line(gisa_str robots, size_t line, size_t agent_line, gisa_buf *out)
{
    gisa_buf_addf(out, "line %zu: %.*s (of line %zu: %.*s)", line, GISA_ARG(line_at(robots, line)),
                  agent_line, GISA_ARG(line_at(robots, agent_line)));
}

/* A page of the source that is refused, or its first seed. */
static gisa_status find_refused(gisa_frontier *f, const gisa_source *source, gisa_buf *url,
                                gisa_error *err)
{
    const gisa_frontier_due ever = {.now_utc = INT64_MAX};
    gisa_frontier_place place = {0};
    gisa_frontier_page page;
    gisa_status st;
    while ((st = gisa_frontier_next(f, source->name, &ever, &place, &page, err)) == GISA_OK)
        if (page.state == GISA_FRONTIER_REFUSED) break;
    if (st == GISA_OK)
        gisa_buf_add(url, page.url);
    else if (source->n_seeds)
        gisa_buf_add(url, source->seeds[0].url);
    return st < 0 ? st : gisa_buf_check(url, "an address", err);
}

static void explain(gisa_str robots, gisa_str url, gisa_buf *out)
{
    gisa_error ignored;
    gisa_robots parsed = {0};
    const gisa_robots_rule *rule = NULL;
    if (gisa_robots_parse(robots, GISA_STR(GISA_AGENT), &parsed, &ignored) >= 0 &&
        !gisa_robots_decide(&parsed, url, &rule) && rule) {
        gisa_buf_add_c(out, "; ");
        closed_by_add_line(robots, rule->line, rule->agent_line, out);
    }
    gisa_robots_clear(&parsed);
}

gisa_status closed_by_add(gisa_frontier *f, const char *archive, const gisa_source *source,
                          gisa_buf *out, gisa_error *err)
{
    gisa_buf url = {0};
    gisa_frontier_host host = {.offset = {-1, -1}};
    gisa_archive *a = NULL;
    gisa_capture held;
    gisa_error ignored;
    gisa_status st = find_refused(f, source, &url, err);
    if (st >= 0) st = gisa_frontier_host_of(f, gisa_url_origin(gisa_buf_view(&url)), &host, err);
    if (st >= 0 && host.offset[0] >= 0 &&
        gisa_archive_read(archive, (uint64_t)host.offset[0], &a, &ignored) >= 0 &&
        gisa_archive_next(a, &held, &ignored) == GISA_OK)
        explain(held.payload, gisa_buf_view(&url), out);
    gisa_archive_close(a);
    gisa_buf_clear(&url);
    return st;
}
