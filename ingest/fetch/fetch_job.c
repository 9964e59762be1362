#include "ingest/fetch/fetch_job.h"

#include <stdio.h>

#include "base/mem.h"
#include "base/time.h"
#include "corpus/http_head.h"
#include "corpus/url.h"
#include "ingest/fetch/feed.h"

enum { CONNECT_MS = 10000, MAX_POLICY_BYTES = 1 << 20, MAX_DOUBLINGS = 9 };

/* How long a host rests that says 429 and not for how long; the longest rest that is granted. */
enum { REST_S = 600, REST_MAX_S = 30 * 86400 };

gisa_status gisa_fetch_job_open(const gisa_fetch_request *request, gisa_fetch_job **out,
                                gisa_error *err)
{
    gisa_fetch_job *job = gisa_calloc(1, sizeof *job);
    if (!job) return gisa_fail_mem(err);
    job->role = request->role;
    job->tag = request->tag;
    job->ca_file = request->ca_file;
    job->skip_reserved = request->skip_reserved;
    gisa_buf_add(&job->asked, request->url);
    gisa_buf_add(&job->url, request->url);
    gisa_buf_add(&job->etag, request->etag);
    gisa_buf_add(&job->last_modified, request->last_modified);
    if (gisa_buf_status(&job->asked) < 0 || gisa_buf_status(&job->url) < 0 ||
        gisa_buf_status(&job->etag) < 0 || gisa_buf_status(&job->last_modified) < 0) {
        gisa_fetch_job_close(job);
        return gisa_fail_mem(err);
    }
    *out = job;
    return GISA_OK;
}

void gisa_fetch_job_close(gisa_fetch_job *job)
{
    if (!job) return;
    gisa_exchange_close(job->exchange);
    gisa_buf_clear(&job->asked);
    gisa_buf_clear(&job->url);
    gisa_buf_clear(&job->etag);
    gisa_buf_clear(&job->last_modified);
    gisa_buf_clear(&job->visited);
    gisa_buf_clear(&job->head);
    gisa_free(job);
}

static size_t max_bytes(const gisa_fetch_job *job, const gisa_fetch_opts *opts)
{
    switch (job->role) {
    case GISA_ROLE_FEED: return GISA_FEED_BYTES_MAX;
    case GISA_ROLE_ROBOTS: return GISA_ROBOTS_MAX + 1;
    case GISA_ROLE_POLICY: return MAX_POLICY_BYTES;
    default: return opts->max_bytes;
    }
}

gisa_status gisa_fetch_job_start(gisa_fetch_job *job, const gisa_fetch_opts *opts, gisa_error *err)
{
    gisa_str origin = gisa_url_origin(gisa_buf_view(&job->url));
    gisa_exchange_opts x = {
        .url = job->url.p,
        .agent = opts->agent,
        .etag = gisa_buf_view(&job->etag),
        .last_modified = gisa_buf_view(&job->last_modified),
        .timeout_ms = opts->timeout_ms,
        .connect_ms = opts->timeout_ms < CONNECT_MS ? opts->timeout_ms : CONNECT_MS,
        .stall_s = opts->stall_s,
        .max_bytes = max_bytes(job, opts),
        .cut = job->role == GISA_ROLE_ROBOTS,
        .text_only = job->role == GISA_ROLE_PAGE,
        .local_ok = opts->connect_to ||
                    (job->host->named && gisa_str_eq(origin, job->host->origin)),
        .connect_to = opts->connect_to,
        .ca_file = job->ca_file ? job->ca_file : opts->ca_file,
        .ca_folder = opts->ca_folder,
    };
    gisa_exchange_close(job->exchange);
    job->exchange = NULL;
    job->tries++;
    return gisa_exchange_open(&x, &job->exchange, err);
}

static bool is_visited(const gisa_fetch_job *job, gisa_str url)
{
    gisa_str rest = gisa_buf_view(&job->visited), line;
    if (gisa_str_eq(url, gisa_buf_view(&job->url))) return true;
    while (gisa_str_next_line(&rest, &line))
        if (gisa_str_eq(line, url)) return true;
    return false;
}

gisa_status gisa_fetch_job_redirect(gisa_fetch_job *job, gisa_buf *to, gisa_error *err)
{
    int s = job->exchange->status;
    gisa_error inner;
    gisa_str where = gisa_head_field(gisa_buf_view(&job->exchange->head), "Location");
    if (job->exchange->fault != GISA_FAULT_NONE) return GISA_END;
    if (s != 301 && s != 302 && s != 303 && s != 307 && s != 308) return GISA_END;
    gisa_status st = gisa_url_resolve(gisa_buf_view(&job->url), where, to, &inner);
    if (st == GISA_ENOMEM) return gisa_fail_mem(err);
    if (st == GISA_SKIP || !where.n)
        snprintf(job->reason, sizeof job->reason, "redirects to no web address");
    else if (is_visited(job, gisa_buf_view(to)))
        snprintf(job->reason, sizeof job->reason, "redirects in a circle");
    else if (job->redirects >= GISA_REDIRECTS_MAX)
        snprintf(job->reason, sizeof job->reason, "redirects more than %d times",
                 GISA_REDIRECTS_MAX);
    else
        return GISA_OK;
    return GISA_SKIP;
}

gisa_status gisa_fetch_job_follow(const gisa_fetch_job *job, gisa_str to, gisa_fetch_job **out,
                                  gisa_error *err)
{
    gisa_fetch_job *next = NULL;
    gisa_fetch_request request = {.url = to,
                                  .role = job->role,
                                  .tag = job->tag,
                                  .ca_file = job->ca_file,
                                  .skip_reserved = job->skip_reserved};
    gisa_status st = gisa_fetch_job_open(&request, &next, err);
    if (st < 0) return st;
    gisa_buf_reset(&next->asked);
    gisa_buf_add(&next->asked, gisa_buf_view(&job->asked));
    gisa_buf_add(&next->visited, gisa_buf_view(&job->visited));
    gisa_buf_add(&next->visited, gisa_buf_view(&job->url));
    gisa_buf_add_char(&next->visited, '\n');
    next->redirects = job->redirects + 1;
    if (gisa_buf_status(&next->asked) < 0 || gisa_buf_status(&next->visited) < 0) {
        gisa_fetch_job_close(next);
        return gisa_fail_mem(err);
    }
    *out = next;
    return GISA_OK;
}

/* Retry-After is seconds or a date (RFC 9110, section 10.2.3). */
static int64_t retry_after_ms(gisa_str head, int64_t now_utc)
{
    gisa_str value = gisa_head_field(head, "Retry-After");
    uint64_t seconds;
    gisa_time when;
    if (gisa_str_to_u64(value, &seconds))
        return seconds < 1000000 ? (int64_t)seconds * 1000 : INT64_MAX;
    if (!gisa_time_parse_rfc5322(value, &when)) return 0;
    return when.utc_s > now_utc ? (when.utc_s - now_utc) * 1000 : 0;
}

int64_t gisa_fetch_job_retry_after(gisa_fetch_job *job, const gisa_fetch_opts *opts,
                                   int64_t now_utc)
{
    const gisa_exchange *x = job->exchange;
    bool busy = x->fault == GISA_FAULT_NONE && (x->status == 429 || x->status >= 500);
    if (!busy && x->fault != GISA_FAULT_NETWORK && x->fault != GISA_FAULT_CODING) return -1;
    int64_t asked = busy ? retry_after_ms(gisa_buf_view(&x->head), now_utc) : 0;
    bool too_long = asked > opts->wait_max_ms;
    if (too_long || job->tries >= opts->tries) {
        if (too_long) job->rest_s = asked / 1000 < REST_MAX_S ? asked / 1000 : REST_MAX_S;
        if (!too_long && busy && x->status == 429) job->rest_s = REST_S;
        return -1;
    }
    unsigned doubled = job->tries <= MAX_DOUBLINGS ? job->tries - 1 : MAX_DOUBLINGS;
    int64_t wait = opts->retry_ms << doubled;
    return asked > wait ? asked : wait;
}

gisa_status gisa_fetch_job_result(gisa_fetch_job *job, gisa_fetch_result *out, gisa_error *err)
{
    const gisa_exchange *x = job->exchange;
    *out = (gisa_fetch_result){.outcome = job->outcome,
                               .role = job->role,
                               .tag = job->tag,
                               .asked = gisa_buf_view(&job->asked),
                               .url = gisa_buf_view(&job->url),
                               .reason = job->reason,
                               .for_good = job->for_good,
                               .last = job->last,
                               .rest_s = job->rest_s};
    if (!x || !x->status) return GISA_OK;
    gisa_str received = gisa_buf_view(&x->head);
    gisa_exchange_archive_head(received, x->body.n, &job->head);
    if (job->role == GISA_ROLE_PAGE) {
        gisa_host_add_reserved(job->host, gisa_buf_view(&job->url), &job->head);
        gisa_host_add_tdm(job->host, gisa_buf_view(&job->url), received, &job->head);
    }
    out->status = x->status;
    out->head = gisa_buf_view(&job->head);
    out->body = gisa_buf_view(&x->body);
    out->content_type = gisa_head_field(out->head, "Content-Type");
    return gisa_buf_check(&job->head, "an HTTP head", err);
}
