/* When a source is due: its seeds, the sitemaps that they lead to, and the pages that wait. */
#include "corpus/url.h"
#include "ingest/fetch/crawl.h"

/* An address is not asked for before its host's rest is over. */
static gisa_status note_due(gisa_frontier *f, gisa_str url, int64_t due_utc, int64_t *earliest,
                            gisa_error *err)
{
    gisa_frontier_host host;
    gisa_status st = gisa_frontier_host_of(f, gisa_url_origin(url), &host, err);
    if (st < 0) return st;
    if (due_utc < host.rests_until_utc) due_utc = host.rests_until_utc;
    if (due_utc < *earliest) *earliest = due_utc;
    return GISA_OK;
}

static gisa_status note_seed(gisa_frontier *f, gisa_str source, gisa_str url, int64_t now_utc,
                             int64_t *earliest, gisa_error *err)
{
    gisa_frontier_seed seed;
    gisa_status st = gisa_frontier_seed_of(f, source, url, &seed, err);
    bool clock_went_back = seed.asked_utc > now_utc;
    return st < 0 ? st : note_due(f, url, clock_went_back ? 0 : seed.due_utc, earliest, err);
}

/* A file of addresses is looked at in each run. */
static gisa_status note_file(gisa_frontier *f, gisa_str source, const gisa_seed *file,
                             int64_t now_utc, int64_t *earliest, gisa_error *err)
{
    bool changed = false;
    gisa_frontier_seed known;
    gisa_status st = gisa_frontier_seed_of(f, source, file->url, &known, err);
    if (st >= 0) st = gisa_crawl_urls_changed(file, &known, now_utc, &changed, err);
    if (st >= 0 && changed) *earliest = 0;
    return st;
}

/* What seeds led to and nobody has read. */
static gisa_status note_unread(gisa_frontier *f, gisa_str source, int64_t now_utc,
                               int64_t *earliest, gisa_error *err)
{
    gisa_buf url = {0};
    gisa_status st = GISA_OK;
    while (st >= 0 && *earliest > now_utc) {
        st = gisa_frontier_next_unread(f, source, INT64_MAX, &url, err);
        if (st != GISA_OK) break;
        st = note_seed(f, source, gisa_buf_view(&url), now_utc, earliest, err);
    }
    gisa_buf_clear(&url);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_crawl_next_due(const gisa_source *source, gisa_frontier *frontier,
                                const gisa_frontier_due *when, int64_t *due_utc, gisa_error *err)
{
    const gisa_frontier_due ever = {INT64_MAX, when->since_utc};
    gisa_frontier_place place = {0};
    gisa_frontier_page page;
    *due_utc = INT64_MAX;
    gisa_status st = gisa_frontier_next(frontier, source->name, &ever, &place, &page, err);
    if (st == GISA_OK) *due_utc = page.due_utc;
    for (size_t i = 0; i < source->n_seeds && st >= 0 && *due_utc > when->now_utc; i++) {
        const gisa_seed *seed = &source->seeds[i];
        st = seed->kind == GISA_SEED_URLS
                 ? note_file(frontier, source->name, seed, when->now_utc, due_utc, err)
                 : note_seed(frontier, source->name, seed->url, when->now_utc, due_utc, err);
    }
    if (st >= 0) st = note_unread(frontier, source->name, when->now_utc, due_utc, err);
    return st < 0 ? st : GISA_OK;
}
