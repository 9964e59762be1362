/* Files of addresses. Their listings are noted in parts, so that memory does not grow with them. */
#include <inttypes.h>
#include <stdio.h>

#include "ingest/fetch/crawl_handle.h"
#include "ingest/fetch/crawl_note.h"
#include "ingest/fetch/url_list.h"

enum { PART = 1000 }; /* pages of a note */

typedef struct reading {
    gisa_crawl_run *c;
    size_t source;
    const gisa_seed *seed;
    gisa_buf listing;
    uint64_t pages, news, bad;
    size_t bad_line; /* the first of them */
    char bad_why[120];
    bool broken; /* the crawl is, and not the file */
} reading;

static gisa_str path_of(const gisa_seed *seed)
{
    return gisa_str_cut(seed->url, gisa_str_begins(seed->url, "file:"), seed->url.n);
}

gisa_status gisa_crawl_urls_changed(const gisa_seed *seed, const gisa_frontier_seed *known,
                                    int64_t now_utc, bool *changed, gisa_error *err)
{
    uint64_t hash;
    gisa_error why;
    gisa_status st = gisa_url_list_hash(path_of(seed).p, &hash, &why);
    if (st == GISA_ENOMEM) return gisa_fail_mem(err);
    *changed = st < 0 ? known->due_utc <= now_utc : !known->asked_utc || hash != known->digest;
    return GISA_OK;
}

/* Its source's name, not its path, which is nobody's business, is in the archive. */
static gisa_status end_part(reading *r)
{
    gisa_crawl_run *c = r->c;
    gisa_buf uri = {0};
    if (!r->news || !r->listing.n) return GISA_OK;
    gisa_buf_addf(&uri, "urn:gisa:urls:%.*s", GISA_ARG(c->sources[r->source]->name));
    gisa_status st = gisa_buf_check(&uri, "an address", c->err);
    if (st >= 0)
        st = gisa_crawl_archive_note(c, GISA_ROLE_LISTING, gisa_buf_view(&uri), &r->listing);
    gisa_buf_clear(&uri);
    gisa_buf_reset(&r->listing);
    return st;
}

static gisa_status add_url(reading *r, gisa_str url)
{
    gisa_crawl_run *c = r->c;
    const gisa_time unknown = {0};
    bool news;
    if (!gisa_source_takes(c->sources[r->source], url)) return GISA_OK;
    r->pages++;
    gisa_status st = gisa_address_rules_apply(&c->sources[r->source]->rules, url, &c->address,
                                              c->err);
    url = gisa_buf_view(&c->address);
    if (st >= 0)
        st = gisa_frontier_is_news(c->frontier, url, &unknown, gisa_crawl_now(c), &news, c->err);
    if (st < 0 || !news) return st;
    c->progress[r->source].waiting++;
    if (!r->listing.n) gisa_crawl_note_listing(c->sources[r->source]->name, &r->listing);
    gisa_crawl_note_page(url, &unknown, &r->listing);
    return ++r->news % PART == 0 ? end_part(r) : GISA_OK;
}

static gisa_status read_urls(reading *r, gisa_url_list *list, gisa_error *why)
{
    gisa_str url;
    size_t line;
    gisa_status st = GISA_OK;
    while (st >= 0 && (st = gisa_url_list_next(list, &url, &line, why)) != GISA_END && st >= 0) {
        if (st == GISA_OK) {
            st = add_url(r, url);
            r->broken = st < 0;
        } else if (!r->bad++) {
            r->bad_line = line;
            snprintf(r->bad_why, sizeof r->bad_why, "%.110s", why->text);
        }
    }
    if (st < 0) return st;
    st = end_part(r);
    r->broken = st < 0;
    return st;
}

static void tell_bad(reading *r)
{
    char why[180], more[40] = "";
    if (!r->bad) return;
    if (r->bad > 1) snprintf(more, sizeof more, ", and %" PRIu64 " more lines", r->bad - 1);
    snprintf(why, sizeof why, "line %zu: %s%s", r->bad_line, r->bad_why, more);
    gisa_crawl_note_reason(r->c, r->source, path_of(r->seed), why);
}

/* A reason without the path before it, which is told anyway. */
static const char *reason_of(const reading *r, const gisa_error *why)
{
    gisa_str path = path_of(r->seed), text = gisa_str_from(why->text);
    bool told = gisa_str_starts(text, path) &&
                gisa_str_starts(gisa_str_cut(text, path.n, text.n), GISA_STR(": "));
    return told ? why->text + path.n + 2 : why->text;
}

static gisa_status end_reading(reading *r, gisa_status st, const gisa_error *why, uint64_t hash)
{
    gisa_crawl_run *c = r->c;
    const gisa_source *s = c->sources[r->source];
    gisa_crawl_report *report = &c->reports[r->source];
    const gisa_seed_reading read = {.now_utc = gisa_crawl_now(c),
                                    .least_s = s->every_s,
                                    .most_s = s->every_most_s,
                                    .listed = r->pages,
                                    .news = r->news,
                                    .digest = st >= 0 ? hash : 0};
    tell_bad(r);
    if (st >= 0) {
        c->progress[r->source].any_feed = true;
        report->feeds++;
        gisa_crawl_note_listed(c, r->source, r->pages);
        return gisa_frontier_seed_read(c->frontier, s->name, r->seed->url, &read, c->err);
    }
    report->feeds_failed++;
    const char *reason = reason_of(r, why);
    gisa_crawl_note_reason(c, r->source, path_of(r->seed), reason);
    return gisa_frontier_seed_failed(c->frontier, s->name, r->seed->url, reason, &read, c->err);
}

gisa_status gisa_crawl_read_urls(gisa_crawl_run *c, size_t source, const gisa_seed *seed)
{
    reading r = {.c = c, .source = source, .seed = seed};
    gisa_url_list *list = NULL;
    gisa_frontier_seed known;
    gisa_error why = {0};
    uint64_t hash;
    gisa_status st = gisa_frontier_seed_of(c->frontier, c->sources[source]->name, seed->url, &known,
                                           c->err);
    if (st < 0) return st;
    st = gisa_url_list_hash(path_of(seed).p, &hash, &why);
    if (st >= 0 && known.asked_utc && hash == known.digest && !c->opts->all_due) {
        gisa_crawl_note_listed(c, source, known.listed);
        c->progress[source].any_feed = true;
        return GISA_OK;
    }
    if (st >= 0) st = gisa_url_list_open(path_of(seed).p, &list, &why);
    if (st >= 0) st = read_urls(&r, list, &why);
    gisa_url_list_close(list);
    gisa_buf_clear(&r.listing);
    if (r.broken) return st;
    if (st == GISA_ENOMEM) return gisa_fail_mem(c->err);
    return end_reading(&r, st, &why, hash);
}
