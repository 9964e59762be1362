#include "ingest/fetch/crawl.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"
#include "base/mem.h"
#include "corpus/http_head.h"
#include "corpus/url.h"
#include "ingest/fetch/feed.h"

/* Captures between two syncs of the archive, if the caller does not say; how long a page that is
 * gone is left alone; how much older than its last capture a sitemap's date must be. */
enum { SYNC_EVERY = 50, RETRY_GONE_S = 7 * 86400, SITEMAP_SLACK_S = 86400 };

typedef struct progress { /* of one source */
    uint64_t open;        /* requests under way */
    uint64_t pages, sitemaps;
    bool any_feed; /* one of its seeds could be read */
} progress;

typedef struct crawl {
    const gisa_source *const *sources;
    size_t n;
    const gisa_crawl_opts *opts;
    gisa_archive *archive;
    gisa_fetch_history *known;
    gisa_crawl_report *reports;
    gisa_fetcher *fetcher;
    progress *progress;
    gisa_map asked; /* addresses of this crawl; those of feeds with their source before them */
    gisa_sha256 *sha;
    int64_t started_ms;
    uint64_t captures;
    gisa_error *err;
} crawl;

static void note_failure(crawl *c, size_t source, gisa_str url, const char *reason)
{
    gisa_crawl_report *r = &c->reports[source];
    if (r->n_reasons == GISA_CRAWL_REASONS) return;
    snprintf(r->reasons[r->n_reasons++], sizeof r->reasons[0], "%.*s: %.180s",
             GISA_ARG(gisa_str_cut(url, 0, 130)), reason);
}

static gisa_status archive_capture(crawl *c, gisa_capture *capture)
{
    uint64_t offset;
    unsigned every = c->opts->sync_every ? c->opts->sync_every : SYNC_EVERY;
    capture->no_learn = c->opts->no_learn && capture->role == GISA_ROLE_PAGE;
    capture->fetched_utc = c->opts->now_utc + (gisa_clock_ms() - c->started_ms) / 1000;
    gisa_status st = gisa_archive_put(c->archive, capture, &offset, c->err);
    if (st == GISA_EINVAL || st == GISA_ELIMIT) return GISA_SKIP;
    if (st < 0) return st;
    capture->offset = offset;
    if ((st = gisa_fetch_history_note(c->known, capture, c->err)) < 0) return st;
    c->captures++;
    if (c->opts->progress) c->opts->progress(c->opts->progress_ctx, c->captures);
    return c->captures % every == 0 ? gisa_archive_sync(c->archive, c->err) : GISA_OK;
}

/* Archives a response, as a revisit when the same bytes came before. *same says so. */
static gisa_status archive_result(crawl *c, const gisa_fetch_result *r, bool *same)
{
    gisa_checksum digest;
    gisa_sha256_add(c->sha, r->body);
    gisa_checksum_finish(c->sha, &digest);
    bool whole = r->outcome == GISA_FETCH_DONE;
    gisa_capture capture = {.type = GISA_CAPTURE_RESPONSE,
                            .role = r->role,
                            .uri = r->url,
                            .http_status = r->status,
                            .http_head = r->head,
                            .payload = whole ? r->body : GISA_STR(""),
                            .digest = gisa_checksum_text(&digest),
                            .truncated = !whole && r->outcome != GISA_FETCH_UNCHANGED};
    const gisa_fetched_page *page = gisa_fetch_history_find(c->known, r->url);
    *same = r->outcome == GISA_FETCH_UNCHANGED ||
            (whole && page && page->fetched_utc &&
             page->digest == gisa_fetch_history_hash(capture.digest));
    if (*same) {
        capture.type = GISA_CAPTURE_REVISIT;
        capture.refers_utc = page ? page->fetched_utc : 0;
        if (!whole) capture.digest = GISA_NONE;
        capture.payload = GISA_NONE;
    }
    return archive_capture(c, &capture);
}

/* Validators of what the archive holds, for a conditional request. */
static gisa_status add_request(crawl *c, gisa_fetch_request *request)
{
    gisa_archive *a = NULL;
    gisa_capture held;
    gisa_error ignored;
    const gisa_fetched_page *page = gisa_fetch_history_find(c->known, request->url);
    if (page && page->fetched_utc &&
        gisa_fetch_history_read(c->known, page, &a, &held, &ignored) == GISA_OK) {
        request->etag = gisa_head_field(held.http_head, "ETag");
        request->last_modified = gisa_head_field(held.http_head, "Last-Modified");
    }
    request->delay_ms = c->sources[request->tag]->delay_ms;
    gisa_status st = gisa_fetcher_add(c->fetcher, request, c->err);
    if (st >= 0) c->progress[request->tag].open++;
    gisa_archive_close(a);
    return st;
}

static gisa_status first_time(crawl *c, gisa_str url, bool *first)
{
    uint64_t *slot;
    if (gisa_map_put(&c->asked, url, &slot, first) < 0) return gisa_fail_mem(c->err);
    return GISA_OK;
}

/* Whether the archive makes a request pointless. */
static bool is_up_to_date(const crawl *c, const gisa_fetched_page *page, const gisa_time *changed)
{
    if (!page) return false;
    if (page->status >= 300 || page->status == 0)
        return c->opts->now_utc - page->asked_utc < RETRY_GONE_S;
    return changed->precision < GISA_PRECISION_DAY || changed->utc_s <= page->asked_utc;
}

static gisa_status add_page(crawl *c, size_t source, const gisa_link *link)
{
    gisa_crawl_report *report = &c->reports[source];
    bool first;
    gisa_status st = first_time(c, link->url, &first);
    if (st < 0 || !first) return st;
    report->found++;
    const gisa_fetched_page *page = gisa_fetch_history_follow(c->known, link->url);
    if (is_up_to_date(c, page, &link->changed)) {
        report->known++;
        return GISA_OK;
    }
    if (c->opts->limit && c->progress[source].pages >= c->opts->limit) {
        report->left_out++;
        return GISA_OK;
    }
    c->progress[source].pages++;
    gisa_fetch_request request = {.url = link->url, .role = GISA_ROLE_PAGE, .tag = source};
    return add_request(c, &request);
}

/* Of a page that lists others only links within its site count, unless match lines say more. */
static bool accepts_link(const gisa_source *s, gisa_feed_kind kind, const gisa_link *link,
                         gisa_str from)
{
    if (kind == GISA_FEED_PAGE && !s->n_match &&
        !gisa_str_eq(gisa_url_origin(link->url), gisa_url_origin(from)))
        return false;
    return gisa_source_takes(s, link->url);
}

static gisa_status read_feed(crawl *c, size_t source, gisa_str bytes, gisa_str type, gisa_str url);

/* Reads the archive's copy of a feed. */
static gisa_status read_held(crawl *c, size_t source, const gisa_fetched_page *page)
{
    gisa_archive *a = NULL;
    gisa_capture held;
    gisa_status st = gisa_fetch_history_read(c->known, page, &a, &held, c->err);
    if (st == GISA_OK) st = read_feed(c, source, held.payload, held.content_type, held.uri);
    gisa_archive_close(a);
    return st == GISA_ENOTFOUND ? GISA_OK : st;
}

/* A sitemap that has not changed since it was asked for last, as its index says. */
static bool is_unchanged_sitemap(const gisa_fetched_page *page, const gisa_time *changed)
{
    return page && page->fetched_utc && changed->precision >= GISA_PRECISION_DAY &&
           changed->utc_s < page->asked_utc - SITEMAP_SLACK_S;
}

static gisa_status add_feed(crawl *c, size_t source, const gisa_link *link, bool named)
{
    bool first;
    gisa_buf key = {0};
    gisa_buf_addf(&key, "%zu ", source);
    gisa_buf_add(&key, link->url);
    gisa_status st = gisa_buf_check(&key, "an address", c->err);
    if (st >= 0) st = first_time(c, gisa_buf_view(&key), &first);
    gisa_buf_clear(&key);
    if (st < 0 || !first) return st;
    const gisa_fetched_page *page = gisa_fetch_history_find(c->known, link->url);
    if (!named && c->progress[source].sitemaps++ >= GISA_CRAWL_SITEMAPS_MAX) {
        c->reports[source].left_out++;
        return GISA_OK;
    }
    if (!named && is_unchanged_sitemap(page, &link->changed)) return read_held(c, source, page);
    gisa_fetch_request request = {
        .url = link->url, .role = GISA_ROLE_FEED, .tag = source, .named = named};
    return add_request(c, &request);
}

static gisa_status add_links(crawl *c, size_t source, const gisa_feed *feed, gisa_str from)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < feed->n && st >= 0; i++) {
        const gisa_link *link = &feed->links[i];
        if (feed->kind == GISA_FEED_INDEX || link->is_feed)
            st = add_feed(c, source, link, false);
        else if (accepts_link(c->sources[source], feed->kind, link, from))
            st = add_page(c, source, link);
    }
    return st;
}

static gisa_status read_feed(crawl *c, size_t source, gisa_str bytes, gisa_str type, gisa_str url)
{
    gisa_error why;
    gisa_feed feed = {0};
    gisa_crawl_report *report = &c->reports[source];
    gisa_status st = gisa_feed_parse(bytes, type, url, &feed, &why);
    if (st == GISA_OK) {
        c->progress[source].any_feed = true;
        report->left_out += feed.n_left_out;
        st = add_links(c, source, &feed, url);
    } else if (st == GISA_ENOMEM) {
        gisa_fail_mem(c->err);
    } else {
        report->feeds_failed++;
        note_failure(c, source, url, why.text);
        st = GISA_OK;
    }
    gisa_feed_clear(&feed);
    return st;
}

static gisa_status feed_result(crawl *c, const gisa_fetch_result *r)
{
    bool same;
    gisa_crawl_report *report = &c->reports[r->tag];
    if (r->outcome == GISA_FETCH_REFUSED || r->outcome == GISA_FETCH_FAILED) {
        report->feeds_failed++;
        note_failure(c, r->tag, r->url, r->reason);
        return GISA_OK;
    }
    gisa_status st = archive_result(c, r, &same);
    if (st < 0) return st;
    report->feeds++;
    if (r->outcome == GISA_FETCH_DONE)
        return read_feed(c, r->tag, r->body, r->content_type, r->url);
    const gisa_fetched_page *page = gisa_fetch_history_find(c->known, r->url);
    return page ? read_held(c, r->tag, page) : GISA_OK;
}

static gisa_status page_result(crawl *c, const gisa_fetch_result *r)
{
    gisa_crawl_report *report = &c->reports[r->tag];
    bool same = false;
    if (r->outcome == GISA_FETCH_REFUSED) {
        report->refused++;
        return GISA_OK;
    }
    gisa_status st = GISA_OK;
    if (r->outcome == GISA_FETCH_FAILED) {
        report->failed++;
        note_failure(c, r->tag, r->url, r->reason);
        return r->for_good && r->status ? archive_result(c, r, &same) : GISA_OK;
    }
    st = archive_result(c, r, &same);
    report->unchanged += same;
    report->fetched += !same && st == GISA_OK;
    report->failed += st == GISA_SKIP;
    return st;
}

/* The note that a source has been crawled to the end. */
static gisa_status end_source(crawl *c, size_t source)
{
    const gisa_crawl_report *r = &c->reports[source];
    gisa_buf uri = {0}, text = {0};
    if (!c->progress[source].any_feed) return GISA_OK;
    gisa_buf_addf(&uri, "urn:gisa:source:%.*s", GISA_ARG(c->sources[source]->name));
    gisa_buf_addf(&text,
                  "found: %" PRIu64 "\r\nfetched: %" PRIu64 "\r\nunchanged: %" PRIu64
                  "\r\nrefused: %" PRIu64 "\r\nfailed: %" PRIu64 "\r\n",
                  r->found, r->fetched, r->unchanged, r->refused, r->failed);
    gisa_status st = gisa_buf_check(&uri, "an address", c->err);
    if (st >= 0) st = gisa_buf_check(&text, "a note", c->err);
    gisa_capture note = {.type = GISA_CAPTURE_METADATA,
                         .role = GISA_ROLE_SOURCE,
                         .uri = gisa_buf_view(&uri),
                         .content_type = GISA_STR("application/warc-fields"),
                         .payload = gisa_buf_view(&text)};
    if (st >= 0) st = archive_capture(c, &note);
    gisa_buf_clear(&uri);
    gisa_buf_clear(&text);
    return st;
}

static gisa_status handle_result(crawl *c, const gisa_fetch_result *r)
{
    bool same;
    bool besides = r->role == GISA_ROLE_ROBOTS || r->role == GISA_ROLE_POLICY;
    if (besides || r->outcome == GISA_FETCH_MOVED) {
        bool worth = r->status && (r->outcome == GISA_FETCH_DONE || !besides);
        return worth ? archive_result(c, r, &same) : GISA_OK;
    }
    gisa_status st = r->role == GISA_ROLE_FEED ? feed_result(c, r) : page_result(c, r);
    if (st < 0 || --c->progress[r->tag].open) return st;
    return end_source(c, r->tag);
}

static gisa_status run_crawl(crawl *c)
{
    gisa_fetch_result result;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < c->n && st >= 0; i++)
        for (size_t k = 0; k < c->sources[i]->n_seeds && st >= 0; k++)
            st = add_feed(c, i, &(gisa_link){.url = c->sources[i]->seeds[k].url}, true);
    while (st >= 0 && (st = gisa_fetcher_next(c->fetcher, &result, c->err)) == GISA_OK)
        st = handle_result(c, &result);
    return st;
}

bool gisa_crawl_is_due(const gisa_source *source, const gisa_fetch_history *known, int64_t now_utc)
{
    char uri[128];
    int n = snprintf(uri, sizeof uri, "urn:gisa:source:%.*s", GISA_ARG(source->name));
    const gisa_fetched_page *page = gisa_fetch_history_find(known, (gisa_str){uri, (size_t)n});
    return !page || now_utc - page->asked_utc >= source->every_s || page->asked_utc > now_utc;
}

gisa_status gisa_crawl(const gisa_source *const *sources, size_t n, const gisa_crawl_opts *opts,
                       gisa_archive *archive, gisa_fetch_history *known, gisa_crawl_report *reports,
                       gisa_error *err)
{
    crawl c = {.sources = sources,
               .n = n,
               .opts = opts,
               .archive = archive,
               .known = known,
               .reports = reports,
               .started_ms = gisa_clock_ms(),
               .err = err};
    gisa_status st = gisa_fetcher_open(&opts->fetch, &c.fetcher, err);
    c.progress = gisa_calloc(n, sizeof *c.progress);
    c.sha = gisa_sha256_open();
    if (st >= 0 && (!c.progress || !c.sha)) st = gisa_fail_mem(err);
    if (st >= 0) st = run_crawl(&c);
    if (st >= 0) st = gisa_archive_sync(archive, err);
    gisa_fetcher_close(c.fetcher);
    gisa_sha256_close(c.sha);
    gisa_map_clear(&c.asked);
    gisa_free(c.progress);
    return st;
}
