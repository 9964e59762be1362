/* The loop: pages that are due are asked for a few at a time, so that memory does not grow with
 * what waits, and every answer goes into the archive and then into the frontier. */
#include "ingest/fetch/crawl.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/mem.h"
#include "corpus/url.h"
#include "ingest/fetch/contact.h"
#include "ingest/fetch/crawl_handle.h"
#include "ingest/fetch/crawl_note.h"
#include "ingest/fetch/placeholder.h"

enum {
    SYNC_EVERY = 50,        /* captures between two syncs, if the caller does not say … */
    SYNC_MS = 5000,         /* … and the longest time */
    COMMIT_AFTER_MS = 5000, /* between two commits of the frontier, which a sync ends with */
    QUEUED = 64,            /* pages of a source that are asked for at a time … */
    LOW = 16,               /* … and how many of them are left when more are added */
    KNOWN_FILE_S = 86400,   /* for how long robots.txt and tdmrep.json are known */
    CLOSED_S = 3600,        /* how long pages of a host wait that does not answer */
};

int64_t gisa_crawl_now(const gisa_crawl_run *c)
{
    return c->opts->now_utc + (gisa_clock_ms() - c->started_ms) / 1000;
}

void gisa_crawl_note_reason(gisa_crawl_run *c, size_t source, gisa_str url, const char *reason)
{
    gisa_crawl_report *r = &c->reports[source];
    if (r->n_reasons == GISA_CRAWL_REASONS) return;
    snprintf(r->reasons[r->n_reasons++], sizeof r->reasons[0], "%.*s: %.180s",
             GISA_ARG(gisa_str_cut(url, 0, 130)), reason);
}

gisa_status gisa_crawl_first_time(gisa_crawl_run *c, gisa_str key, bool *first)
{
    uint64_t *slot;
    if (gisa_map_put(&c->asked, key, &slot, first) < 0) return gisa_fail_mem(c->err);
    return GISA_OK;
}

static gisa_status first_row(gisa_crawl_run *c, int64_t row, bool *first)
{
    return gisa_crawl_first_time(c, (gisa_str){(const char *)&row, sizeof row}, first);
}

gisa_status gisa_crawl_see(gisa_crawl_run *c, size_t source, gisa_str url)
{
    bool first;
    const uint64_t key[2] = {source, gisa_hash64(url, 1)};
    gisa_status st = gisa_crawl_first_time(c, (gisa_str){(const char *)key, sizeof key}, &first);
    c->progress[source].seen += st >= 0 && first;
    return st;
}

/* The frontier never knows more than the archive has for good. It may know less: the next start
 * reads what the archive has besides. */
static gisa_status sync(gisa_crawl_run *c, bool last)
{
    uint64_t end = gisa_archive_end(c->archive);
    gisa_status st = gisa_archive_sync(c->archive, c->err);
    c->synced_ms = gisa_clock_ms();
    if (st >= 0 && (last || c->synced_ms - c->committed_ms >= COMMIT_AFTER_MS)) {
        c->committed_ms = c->synced_ms;
        st = gisa_frontier_commit(c->frontier, end, c->err);
    }
    if (st >= 0 && c->opts->events.durable) c->opts->events.durable(c->opts->events.ctx, end);
    return st;
}

gisa_status gisa_crawl_archive(gisa_crawl_run *c, gisa_capture *capture)
{
    uint64_t offset;
    unsigned every = c->opts->sync_every ? c->opts->sync_every : SYNC_EVERY;
    capture->no_learn = c->opts->no_learn && capture->role == GISA_ROLE_PAGE;
    capture->fetched_utc = gisa_crawl_now(c);
    gisa_status st = gisa_archive_put_digested(c->archive, capture, &offset, c->err);
    if (st == GISA_EINVAL || st == GISA_ELIMIT) return GISA_SKIP;
    if (st < 0) return st;
    capture->offset = offset;
    if ((st = gisa_frontier_take(c->frontier, capture, c->err)) < 0) return st;
    c->captures++;
    const gisa_crawl_events *events = &c->opts->events;
    if (events->progress) {
        const gisa_crawl_state now = gisa_crawl_state_of(c);
        events->progress(events->ctx, &now);
    }
    bool due = c->captures % every == 0 || gisa_clock_ms() - c->synced_ms >= SYNC_MS;
    return due ? sync(c, false) : GISA_OK;
}

gisa_status gisa_crawl_archive_note(gisa_crawl_run *c, gisa_capture_role role, gisa_str uri,
                                    const gisa_buf *text)
{
    gisa_capture note = {.type = GISA_CAPTURE_METADATA,
                         .role = role,
                         .uri = uri,
                         .content_type = GISA_STR("application/warc-fields"),
                         .payload = gisa_buf_view(text)};
    gisa_status st = gisa_buf_check(text, "a note", c->err);
    return st < 0 ? st : gisa_crawl_archive(c, &note);
}

/* What is known of an address, unless it is at hand; a zero page when nothing is. */
static gisa_status look_up(gisa_crawl_run *c, gisa_capture_role role, gisa_str url,
                           const gisa_frontier_page *known, gisa_frontier_page *out)
{
    *out = known ? *known : (gisa_frontier_page){0};
    gisa_status st = known ? GISA_OK : gisa_frontier_find(c->frontier, role, url, out, c->err);
    return st < 0 ? st : GISA_OK;
}

gisa_status gisa_crawl_archive_result(gisa_crawl_run *c, const gisa_fetch_result *r,
                                      const gisa_frontier_page *known, bool aside, bool *same)
{
    gisa_checksum digest;
    gisa_frontier_page page;
    bool whole = r->outcome == GISA_FETCH_DONE, was_aside = false;
    if (whole) gisa_sha256_add(c->sha, r->body);
    gisa_checksum_finish(c->sha, &digest);
    gisa_capture capture = {.type = GISA_CAPTURE_RESPONSE,
                            .role = r->role,
                            .uri = r->url,
                            .http_status = r->status,
                            .http_head = r->head,
                            .payload = whole ? r->body : GISA_STR(""),
                            .digest = gisa_checksum_text(&digest),
                            .truncated = !whole && r->outcome != GISA_FETCH_UNCHANGED,
                            .aside = aside};
    gisa_status st = look_up(c, r->role, r->url, known, &page);
    if (st < 0) return st;
    *same = r->outcome == GISA_FETCH_UNCHANGED ||
            (whole && page.fetched_utc && page.digest == gisa_frontier_hash(capture.digest));
    if (*same && whole && !aside && r->role == GISA_ROLE_PAGE)
        st = gisa_crawl_is_aside(c, &page, &was_aside);
    if (st < 0) return st;
    *same = *same && !was_aside;
    if (*same) {
        capture.type = GISA_CAPTURE_REVISIT;
        capture.refers_utc = page.fetched_utc;
        if (!whole) capture.digest = GISA_NONE;
        capture.payload = GISA_NONE;
    }
    return gisa_crawl_archive(c, &capture);
}

gisa_status gisa_crawl_ask(gisa_crawl_run *c, gisa_fetch_request *request,
                           const gisa_frontier_page *known)
{
    bool aside = false;
    gisa_frontier_page page;
    gisa_crawl_progress *progress = &c->progress[request->tag];
    const gisa_source *source = c->sources[request->tag];
    gisa_status st = look_up(c, request->role, request->url, known, &page);
    if (st >= 0 && request->role == GISA_ROLE_PAGE) st = gisa_crawl_is_aside(c, &page, &aside);
    if (st < 0) return st;
    if (page.fetched_utc && !aside) {
        request->etag = page.etag;
        request->last_modified = page.last_modified;
    }
    request->delay_ms = source->delay_ms;
    request->ca_file = source->ca.p;
    request->skip_reserved = source->reservations == GISA_RESERVATIONS_SKIP;
    if ((st = gisa_fetcher_add(c->fetcher, request, c->err)) < 0) return st;
    progress->open++;
    progress->open_pages += request->role == GISA_ROLE_PAGE;
    return GISA_OK;
}

static void tell_put_off(gisa_crawl_run *c, size_t source, gisa_str url, const char *why)
{
    c->reports[source].put_off++;
    if (c->progress[source].put_off_told) return;
    c->progress[source].put_off_told = true;
    gisa_crawl_note_reason(c, source, gisa_url_origin(url), why);
}

gisa_status gisa_crawl_rest_of(gisa_crawl_run *c, size_t source, gisa_str url, int64_t *until_utc)
{
    gisa_frontier_host host;
    char why[80], until[GISA_TIME_CHARS];
    gisa_status st = gisa_frontier_host_of(c->frontier, gisa_url_origin(url), &host, c->err);
    *until_utc = 0;
    if (st < 0 || host.rests_until_utc <= gisa_crawl_now(c)) return st;
    const gisa_time when = {host.rests_until_utc, GISA_PRECISION_MINUTE, 0};
    gisa_time_format(&when, until);
    snprintf(why, sizeof why, "asked to be left alone until %s", until);
    tell_put_off(c, source, url, why);
    *until_utc = host.rests_until_utc;
    return GISA_OK;
}

/* Asks for what is due, up to QUEUED pages at a time. */
static gisa_status refill(gisa_crawl_run *c, size_t source)
{
    const gisa_frontier_due due = {gisa_crawl_now(c), c->opts->since_utc};
    bool first;
    int64_t rests_until;
    gisa_frontier_page page;
    gisa_crawl_progress *p = &c->progress[source];
    gisa_status st = GISA_OK;
    while (st >= 0 && !p->exhausted && p->open_pages < QUEUED &&
           (!c->opts->limit || p->pages < c->opts->limit)) {
        st = gisa_frontier_next(c->frontier, c->sources[source]->name, &due, &p->place, &page,
                                c->err);
        p->exhausted = st == GISA_END;
        if (st != GISA_OK) break;
        st = first_row(c, page.row, &first);
        if (st < 0 || !first) continue;
        st = gisa_crawl_rest_of(c, source, page.url, &rests_until);
        if (st >= 0 && rests_until) {
            p->waiting -= p->waiting > 0;
            st = gisa_frontier_put_off(c->frontier, page.row, rests_until, c->err);
        }
        if (st < 0 || rests_until) continue;
        gisa_fetch_request request = {.url = page.url, .role = GISA_ROLE_PAGE, .tag = source};
        p->pages++;
        st = gisa_crawl_see(c, source, page.url);
        if (st >= 0) st = gisa_crawl_ask(c, &request, &page);
    }
    return st < 0 ? st : GISA_OK;
}

/* Did not come, and may yet: noted, so that it is asked for again. */
static gisa_status fail_page(gisa_crawl_run *c, const gisa_fetch_result *r, const char *reason)
{
    gisa_buf text = {0};
    const gisa_crawl_failure failure = {.source = c->sources[r->tag]->name,
                                        .reason = gisa_str_from(reason),
                                        .status = r->status,
                                        .rest_s = r->rest_s};
    c->reports[r->tag].failed++;
    gisa_crawl_note_reason(c, r->tag, r->url, reason);
    gisa_crawl_note_failure(&failure, &text);
    gisa_status st = gisa_crawl_archive_note(c, GISA_ROLE_FAILURE, r->url, &text);
    gisa_buf_clear(&text);
    return st;
}

/* The host is closed for this crawl; what waits for it is due again when it may be open. */
static gisa_status put_off(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    gisa_frontier_page page;
    int64_t until = gisa_crawl_now(c) + (r->rest_s > CLOSED_S ? r->rest_s : CLOSED_S);
    tell_put_off(c, r->tag, r->url, r->reason);
    gisa_status st = gisa_frontier_find(c->frontier, GISA_ROLE_PAGE, r->url, &page, c->err);
    if (st == GISA_OK) st = gisa_frontier_put_off(c->frontier, page.row, until, c->err);
    return st < 0 ? st : GISA_OK;
}

static gisa_status take_page(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    gisa_crawl_report *report = &c->reports[r->tag];
    bool same = false;
    const char *why = NULL;
    gisa_crawl_verdict verdict;
    switch (r->outcome) {
    case GISA_FETCH_REFUSED:
        report->refused++;
        return gisa_frontier_refuse(c->frontier, r->url, gisa_crawl_now(c), c->err);
    case GISA_FETCH_RESERVED: return gisa_crawl_leave_out(c, r);
    case GISA_FETCH_RESTED: return put_off(c, r);
    case GISA_FETCH_FAILED:
        if (!r->for_good || !r->status || r->status / 100 == 3) return fail_page(c, r, r->reason);
        report->failed++;
        gisa_crawl_note_reason(c, r->tag, r->url, r->reason);
        return gisa_crawl_archive_result(c, r, NULL, false, &same);
    case GISA_FETCH_DONE: why = gisa_placeholder_why(r->status, r->body, r->content_type); break;
    case GISA_FETCH_UNCHANGED:
    case GISA_FETCH_MOVED: break;
    }
    gisa_frontier_page page;
    gisa_status st = look_up(c, r->role, r->url, NULL, &page);
    if (st < 0) return st;
    if (r->outcome == GISA_FETCH_UNCHANGED && !page.fetched_utc)
        why = "unchanged, it says, and was never had";
    if (why && page.tries + 1 < GISA_FRONTIER_TRIES) return fail_page(c, r, why);
    st = gisa_crawl_judge(c, r, &verdict);
    if (st < 0 || verdict == GISA_CRAWL_DROP) return st;
    st = gisa_crawl_archive_result(c, r, &page, verdict == GISA_CRAWL_SET_ASIDE, &same);
    report->unchanged += same;
    report->fetched += !same && st == GISA_OK;
    report->failed += st == GISA_SKIP;
    return st;
}

/* The note that a source has been crawled to the end. */
static gisa_status end_source(gisa_crawl_run *c, size_t source)
{
    const gisa_crawl_report *r = &c->reports[source];
    gisa_buf uri = {0}, text = {0};
    if (!c->progress[source].any_feed) return GISA_OK;
    gisa_buf_addf(&uri, "urn:gisa:source:%.*s", GISA_ARG(c->sources[source]->name));
    gisa_buf_addf(&text,
                  "found: %" PRIu64 "\r\nfetched: %" PRIu64 "\r\nunchanged: %" PRIu64
                  "\r\nrefused: %" PRIu64 "\r\nreserved: %" PRIu64 "\r\nfailed: %" PRIu64 "\r\n",
                  r->found, r->fetched, r->unchanged, r->refused, r->reserved, r->failed);
    gisa_status st = gisa_buf_check(&uri, "an address", c->err);
    if (st >= 0) st = gisa_crawl_archive_note(c, GISA_ROLE_SOURCE, gisa_buf_view(&uri), &text);
    gisa_buf_clear(&uri);
    gisa_buf_clear(&text);
    return st;
}

/* A redirect's own record, and that its target is being asked for. */
static gisa_status take_redirect(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    bool same, first;
    gisa_frontier_page target;
    gisa_status st = gisa_crawl_archive_result(c, r, NULL, false, &same);
    if (st != GISA_OK || r->role != GISA_ROLE_PAGE) return st;
    st = gisa_frontier_follow(c->frontier, r->url, &target, c->err);
    return st == GISA_OK ? first_row(c, target.row, &first) : st;
}

/* robots.txt and tdmrep.json are kept when there is an answer that holds for a day. */
static gisa_status take_host_file(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    bool same;
    bool worth = r->status && r->status != 429 && r->status < 500;
    return worth ? gisa_crawl_archive_result(c, r, NULL, false, &same) : GISA_OK;
}

static gisa_status take_result(gisa_crawl_run *c, const gisa_fetch_result *r)
{
    gisa_crawl_progress *p = &c->progress[r->tag];
    gisa_status st;
    if (r->role == GISA_ROLE_ROBOTS || r->role == GISA_ROLE_POLICY) return take_host_file(c, r);
    if (r->role == GISA_ROLE_PAGE && (r->outcome != GISA_FETCH_MOVED || r->last)) {
        p->answered++;
        p->waiting -= p->waiting > 0;
    }
    if (r->outcome == GISA_FETCH_MOVED) {
        st = take_redirect(c, r);
        c->reports[r->tag].known += r->last;
        if (st < 0 || !r->last) return st;
    } else {
        st = r->role == GISA_ROLE_FEED ? gisa_crawl_take_feed(c, r) : take_page(c, r);
    }
    p->open--;
    p->open_pages -= r->role == GISA_ROLE_PAGE;
    if (st < 0) return st;
    if (r->role == GISA_ROLE_FEED) { /* what it listed may be due before what was looked at */
        p->exhausted = false;
        p->place = (gisa_frontier_place){0};
    }
    if (p->open_pages <= LOW) st = refill(c, r->tag);
    return st < 0 || p->open ? st : end_source(c, r->tag);
}

static gisa_status count_due(gisa_crawl_run *c, size_t source, int64_t since_utc, uint64_t *n)
{
    const gisa_frontier_due due = {gisa_crawl_now(c), since_utc};
    return gisa_frontier_count_due(c->frontier, c->sources[source]->name, &due, n, c->err);
}

static gisa_status end_reports(gisa_crawl_run *c)
{
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < c->n && st >= 0; i++) {
        uint64_t left = 0, all = 0;
        int64_t since = c->opts->since_utc;
        gisa_crawl_report *r = &c->reports[i];
        const gisa_crawl_progress *p = &c->progress[i];
        r->found += p->seen > p->listed ? p->seen : p->listed;
        if (c->opts->limit || since) st = count_due(c, i, since, &left);
        if (st >= 0 && since) st = count_due(c, i, 0, &all);
        r->older += since ? all - left : 0;
        r->left_out += left;
        r->known += r->found > p->pages + left ? r->found - p->pages - left : 0;
    }
    return st;
}

static gisa_status run_crawl(gisa_crawl_run *c)
{
    gisa_fetch_result result;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < c->n && st >= 0; i++) {
        st = gisa_crawl_release(c, i);
        if (st >= 0) st = count_due(c, i, c->opts->since_utc, &c->progress[i].waiting);
        if (st >= 0) st = gisa_crawl_start_source(c, i);
        if (st >= 0) st = refill(c, i);
    }
    while (st >= 0 && (st = gisa_fetcher_next(c->fetcher, &result, c->err)) == GISA_OK)
        st = take_result(c, &result);
    if (st >= 0) st = end_reports(c);
    return st < 0 ? st : sync(c, true);
}

/* What robots.txt or tdmrep.json of an origin said, in the last day. */
static gisa_status recall(void *ctx, gisa_str origin, gisa_capture_role role, int *status,
                          gisa_buf *body, gisa_error *err)
{
    gisa_crawl_run *c = ctx;
    gisa_frontier_host host;
    gisa_archive *a = NULL;
    gisa_capture held;
    int which = role == GISA_ROLE_POLICY;
    gisa_status st = gisa_frontier_host_of(c->frontier, origin, &host, err);
    if (st < 0) return st;
    int64_t age = c->opts->now_utc - host.asked_utc[which];
    if (host.offset[which] < 0 || age < 0 || age >= KNOWN_FILE_S) return GISA_SKIP;
    st = gisa_archive_read(c->path, (uint64_t)host.offset[which], &a, err);
    if (st >= 0) st = gisa_archive_next(a, &held, err);
    bool known = st == GISA_OK && (held.http_status < 300 || held.http_status >= 400);
    if (known) {
        *status = held.http_status;
        gisa_buf_add(body, held.payload);
    }
    gisa_archive_close(a);
    return st < 0 ? st : known ? GISA_OK : GISA_SKIP;
}

/* A page that is held is not fetched once more because another one redirects to it. */
static bool wants(void *ctx, gisa_str url)
{
    gisa_crawl_run *c = ctx;
    gisa_frontier_page page;
    gisa_error ignored;
    gisa_status st = gisa_frontier_follow(c->frontier, url, &page, &ignored);
    return st != GISA_OK || page.state != GISA_FRONTIER_HELD;
}

static bool is_stopped(void *ctx)
{
    const gisa_crawl_events *events = &((const gisa_crawl_run *)ctx)->opts->events;
    return events->stopped && events->stopped(events->ctx);
}

/* Who crawls is in the archive before what comes. */
static gisa_status put_crawler(gisa_crawl_run *c, gisa_str agent)
{
    bool news = false;
    gisa_buf fields = {0};
    if (!c->opts->contact.n) return GISA_OK;
    gisa_contact_add_info(agent, c->opts->contact, &fields);
    gisa_status st = gisa_buf_check(&fields, "a warcinfo record", c->err);
    if (st >= 0)
        st = gisa_frontier_note_crawler(c->frontier, gisa_buf_view(&fields), &news, c->err);
    if (st >= 0 && news)
        st = gisa_archive_put_crawler(c->archive, gisa_buf_view(&fields), c->opts->now_utc, c->err);
    gisa_buf_clear(&fields);
    return st;
}

static gisa_status open_fetcher(gisa_crawl_run *c, gisa_buf *agent)
{
    gisa_fetch_opts fetch = c->opts->fetch;
    gisa_str said = gisa_str_from(fetch.agent ? fetch.agent : GISA_AGENT);
    gisa_contact_add_agent(said, c->opts->contact, agent);
    gisa_status st = gisa_buf_check(agent, "a User-Agent", c->err);
    if (st < 0) return st;
    fetch.agent = agent->p;
    fetch.loopback_only = gisa_contact_confines(c->opts->contact, fetch.connect_to);
    fetch.recall = recall;
    fetch.wants = wants;
    fetch.stopped = is_stopped;
    fetch.ctx = c;
    st = gisa_fetcher_open(&fetch, &c->fetcher, c->err);
    return st < 0 ? st : put_crawler(c, gisa_buf_view(agent));
}

gisa_status gisa_crawl(const gisa_source *const *sources, size_t n, const gisa_crawl_opts *opts,
                       gisa_archive *archive, gisa_frontier *frontier, gisa_crawl_report *reports,
                       gisa_error *err)
{
    gisa_crawl_run c = {.sources = sources,
                        .n = n,
                        .opts = opts,
                        .path = gisa_archive_path(archive),
                        .archive = archive,
                        .frontier = frontier,
                        .reports = reports,
                        .started_ms = gisa_clock_ms(),
                        .synced_ms = gisa_clock_ms(),
                        .err = err};
    gisa_buf agent = {0};
    gisa_status st = open_fetcher(&c, &agent);
    c.progress = gisa_calloc(n, sizeof *c.progress);
    c.sha = gisa_sha256_open();
    if (st >= 0 && (!c.progress || !c.sha)) st = gisa_fail_mem(err);
    if (st >= 0) st = gisa_match_open(&c.match, err);
    if (st >= 0) st = run_crawl(&c);
    gisa_fetcher_close(c.fetcher);
    gisa_sha256_close(c.sha);
    gisa_match_close(c.match);
    gisa_reservation_reader_clear(&c.reservations);
    gisa_buf_clear(&c.address);
    gisa_map_clear(&c.asked);
    gisa_buf_clear(&agent);
    gisa_free(c.progress);
    return st;
}
