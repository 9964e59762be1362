/* The loop: give every host that may be asked its next request, let libcurl work, sort what comes
 * back into results, retries and redirects. */
#include "ingest/fetch/fetch.h"

#include <stdio.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/time.h"
#include "corpus/url.h"
#include "ingest/fetch/contact.h"
#include "ingest/fetch/fetch_job.h"

/* The defaults of gisa_fetch_opts. */
enum {
    TIMEOUT_MS = 60000,
    STALL_S = 15,
    RETRY_MS = 1000,
    MAX_WAIT_MS = 60000,
    DELAY_MS = 1000,
    MAX_PAGE_BYTES = 16 << 20,
    TRIES = 3,
    MAX_PARALLEL = 16,
};

enum { POLL_MS = 1000 }; /* the longest wait for libcurl at a time */

typedef struct queue {
    gisa_fetch_job *first, *last;
} queue;

typedef struct host_queue { /* a host and what is to be asked of it */
    gisa_host *host;
    queue waiting;
    gisa_fetch_job *active;
} host_queue;

struct gisa_fetcher {
    gisa_fetch_opts opts;
    CURLM *multi;
    gisa_map index; /* origin → place in hosts */
    host_queue *hosts;
    size_t n_hosts, cap_hosts;
    unsigned running;
    queue results;
    gisa_fetch_job *shown; /* whose views the caller holds */
};

static void queue_push(queue *q, gisa_fetch_job *job)
{
    job->next = NULL;
    if (q->last)
        q->last->next = job;
    else
        q->first = job;
    q->last = job;
}

static gisa_fetch_job *queue_pop(queue *q)
{
    gisa_fetch_job *job = q->first;
    if (!job) return NULL;
    q->first = job->next;
    if (!q->first) q->last = NULL;
    job->next = NULL;
    return job;
}

/* Takes out the first job that is ready. */
static gisa_fetch_job *queue_pop_ready(queue *q, int64_t now)
{
    gisa_fetch_job *before = NULL;
    for (gisa_fetch_job *job = q->first; job; before = job, job = job->next) {
        if (job->ready_ms > now) continue;
        if (!before) return queue_pop(q);
        before->next = job->next;
        if (q->last == job) q->last = before;
        job->next = NULL;
        return job;
    }
    return NULL;
}

static void fill_defaults(gisa_fetch_opts *o)
{
    if (!o->agent) o->agent = GISA_AGENT;
    if (!o->timeout_ms) o->timeout_ms = TIMEOUT_MS;
    if (!o->stall_s) o->stall_s = STALL_S;
    if (!o->retry_ms) o->retry_ms = RETRY_MS;
    if (!o->wait_max_ms) o->wait_max_ms = MAX_WAIT_MS;
    if (!o->delay_ms) o->delay_ms = DELAY_MS;
    if (!o->max_bytes) o->max_bytes = MAX_PAGE_BYTES;
    if (!o->tries) o->tries = TRIES;
    if (!o->max_parallel) o->max_parallel = MAX_PARALLEL;
}

gisa_status gisa_fetcher_open(const gisa_fetch_opts *opts, gisa_fetcher **out, gisa_error *err)
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
        return gisa_fail(err, GISA_ENET, "libcurl does not start");
    gisa_fetcher *f = gisa_calloc(1, sizeof *f);
    if (f) f->multi = curl_multi_init();
    if (!f || !f->multi) {
        gisa_free(f);
        curl_global_cleanup();
        return gisa_fail_mem(err);
    }
    f->opts = *opts;
    fill_defaults(&f->opts);
    *out = f;
    return GISA_OK;
}

static void queue_clear(queue *q)
{
    for (gisa_fetch_job *job; (job = queue_pop(q));) gisa_fetch_job_close(job);
}

void gisa_fetcher_close(gisa_fetcher *f)
{
    if (!f) return;
    for (size_t i = 0; i < f->n_hosts; i++) {
        host_queue *hq = &f->hosts[i];
        if (hq->active) curl_multi_remove_handle(f->multi, hq->active->exchange->easy);
        gisa_fetch_job_close(hq->active);
        queue_clear(&hq->waiting);
        gisa_host_close(hq->host);
    }
    queue_clear(&f->results);
    gisa_fetch_job_close(f->shown);
    gisa_free(f->hosts);
    gisa_map_clear(&f->index);
    curl_multi_cleanup(f->multi);
    curl_global_cleanup();
    gisa_free(f);
}

static gisa_status find_host(gisa_fetcher *f, gisa_str url, host_queue **out, gisa_error *err)
{
    gisa_str origin = gisa_url_origin(url);
    uint64_t *place = gisa_map_find(&f->index, origin);
    if (place) {
        *out = &f->hosts[*place];
        return GISA_OK;
    }
    if (GISA_GROW(f->hosts, f->n_hosts, f->cap_hosts) < 0) return gisa_fail_mem(err);
    host_queue hq = {0};
    gisa_status st = gisa_host_open(origin, &hq.host, err);
    if (st < 0) return st;
    if (f->opts.loopback_only && !gisa_host_is_loopback(gisa_url_parse(origin).authority))
        gisa_host_shut(hq.host, "no contact is given, without which only this machine is asked");
    if (gisa_map_put(&f->index, origin, &place, NULL) < 0) {
        gisa_host_close(hq.host);
        return gisa_fail_mem(err);
    }
    *place = f->n_hosts;
    f->hosts[f->n_hosts] = hq;
    *out = &f->hosts[f->n_hosts++];
    return GISA_OK;
}

static gisa_status enqueue(gisa_fetcher *f, gisa_fetch_job *job, host_queue **out, gisa_error *err)
{
    gisa_status st = find_host(f, gisa_buf_view(&job->url), out, err);
    if (st < 0) {
        gisa_fetch_job_close(job);
        return st;
    }
    job->host = (*out)->host;
    queue_push(&(*out)->waiting, job);
    return GISA_OK;
}

gisa_status gisa_fetcher_add(gisa_fetcher *f, const gisa_fetch_request *request, gisa_error *err)
{
    gisa_fetch_job *job = NULL;
    host_queue *hq = NULL;
    gisa_status st = gisa_fetch_job_open(request, &job, err);
    if (st >= 0) st = enqueue(f, job, &hq, err);
    if (st < 0) return st;
    if (request->delay_ms > hq->host->said_ms) hq->host->said_ms = request->delay_ms;
    hq->host->named = hq->host->named || request->named;
    return GISA_OK;
}

static void queue_result(gisa_fetcher *f, gisa_fetch_job *job, gisa_fetch_outcome outcome)
{
    job->outcome = outcome;
    queue_push(&f->results, job);
}

/* The request for a file at a fixed place of every host. */
static gisa_status make_well_known(const host_queue *hq, gisa_capture_role role,
                                   gisa_fetch_job **out, gisa_error *err)
{
    gisa_buf url = {0};
    gisa_buf_add(&url, hq->host->origin);
    gisa_buf_add_c(&url, role == GISA_ROLE_ROBOTS ? "/robots.txt" : "/.well-known/tdmrep.json");
    gisa_status st = gisa_buf_check(&url, "an address", err);
    gisa_fetch_request request = {.url = gisa_buf_view(&url),
                                  .role = role,
                                  .ca_file = hq->waiting.first ? hq->waiting.first->ca_file : NULL};
    if (st >= 0) st = gisa_fetch_job_open(&request, out, err);
    gisa_buf_clear(&url);
    if (st >= 0) (*out)->host = hq->host;
    return st;
}

static gisa_status start_job(gisa_fetcher *f, host_queue *hq, gisa_fetch_job *job, gisa_error *err)
{
    gisa_status st = gisa_fetch_job_start(job, &f->opts, err);
    if (st >= 0 && curl_multi_add_handle(f->multi, job->exchange->easy) != CURLM_OK)
        st = gisa_fail(err, GISA_ENET, "libcurl takes no more requests");
    if (st < 0) {
        gisa_fetch_job_close(job);
        return st;
    }
    curl_easy_setopt(job->exchange->easy, CURLOPT_PRIVATE, (char *)(uintptr_t)(hq - f->hosts));
    gisa_log_line(f->opts.log, GISA_LOG_DEBUG, "GET %s", job->url.p);
    hq->active = job;
    f->running++;
    return GISA_OK;
}

/* Everything that waits for a closed host comes back with the host's reason. */
static void fail_waiting(gisa_fetcher *f, host_queue *hq)
{
    for (gisa_fetch_job *job; (job = queue_pop(&hq->waiting));) {
        memcpy(job->reason, hq->host->reason, sizeof job->reason);
        job->rest_s = hq->host->rest_s;
        queue_result(f, job, GISA_FETCH_RESTED);
    }
}

static gisa_status take_well_known(gisa_fetcher *f, gisa_host *host, gisa_capture_role role,
                                   const gisa_host_answer *answer, gisa_error *err)
{
    return role == GISA_ROLE_ROBOTS ? gisa_host_take_robots(host, answer, f->opts.agent, err)
                                    : gisa_host_take_policy(host, answer, err);
}

/* What the host is to be asked for before all else; what is known from before is not. */
static gisa_status recall(gisa_fetcher *f, gisa_host *host, bool *ask, gisa_error *err)
{
    gisa_buf body = {0};
    gisa_host_answer answer = {.reason = "it could not be had before"};
    gisa_capture_role role = host->state == GISA_HOST_NEW ? GISA_ROLE_ROBOTS : GISA_ROLE_POLICY;
    *ask = true;
    if (!f->opts.recall) return GISA_OK;
    gisa_status st = f->opts.recall(f->opts.ctx, host->origin, role, &answer.status, &body, err);
    answer.body = gisa_buf_view(&body);
    if (st == GISA_OK) st = gisa_buf_check(&body, "robots.txt", err);
    *ask = st == GISA_SKIP;
    if (st == GISA_OK) st = take_well_known(f, host, role, &answer, err);
    gisa_buf_clear(&body);
    return st < 0 ? st : GISA_OK;
}

/* Whether a job may be started; one that may not becomes a result. */
static gisa_status check_job(gisa_fetcher *f, const gisa_host *host, gisa_fetch_job *job, bool *may,
                             gisa_error *err)
{
    const char *by = NULL;
    gisa_str url = gisa_buf_view(&job->url);
    bool allowed = gisa_robots_allows(&host->robots, url);
    gisa_status st = GISA_OK;
    if (allowed && job->skip_reserved && job->role == GISA_ROLE_PAGE)
        st = gisa_host_reserves(host, url, &by, err);
    if (st < 0) {
        gisa_fetch_job_close(job);
        return st;
    }
    *may = allowed && !by;
    if (*may) return GISA_OK;
    if (by)
        snprintf(job->reason, sizeof job->reason, "reserved by %s", by);
    else
        snprintf(job->reason, sizeof job->reason, "robots.txt says no");
    queue_result(f, job, by ? GISA_FETCH_RESERVED : GISA_FETCH_REFUSED);
    return GISA_OK;
}

/* Gives the host its next request, if it may be asked now. */
static gisa_status ask_host(gisa_fetcher *f, host_queue *hq, int64_t now, gisa_error *err)
{
    gisa_fetch_job *job = NULL;
    if (hq->active || !hq->waiting.first) return GISA_OK;
    if (hq->host->state == GISA_HOST_CLOSED) {
        fail_waiting(f, hq);
        return GISA_OK;
    }
    if (f->running >= f->opts.max_parallel || now < hq->host->next_ms) return GISA_OK;
    while (hq->host->state != GISA_HOST_READY) {
        bool ask, first = hq->host->state == GISA_HOST_NEW;
        gisa_status st = recall(f, hq->host, &ask, err);
        if (st < 0) return st;
        if (!ask && hq->host->state == GISA_HOST_CLOSED) return GISA_OK;
        if (!ask) continue;
        st = make_well_known(hq, first ? GISA_ROLE_ROBOTS : GISA_ROLE_POLICY, &job, err);
        if (st < 0) return st;
        job->tries = first ? hq->host->tries : 0;
        return start_job(f, hq, job, err);
    }
    while ((job = queue_pop_ready(&hq->waiting, now))) {
        bool may;
        gisa_status st = check_job(f, hq->host, job, &may, err);
        if (st < 0) return st;
        if (may) return start_job(f, hq, job, err);
    }
    return GISA_OK;
}

static gisa_status retry_job(gisa_fetcher *f, host_queue *hq, gisa_fetch_job *job, int64_t wait)
{
    int64_t now = gisa_clock_ms();
    gisa_log_line(f->opts.log, GISA_LOG_DEBUG, "%s: %s; again in %lld ms", job->url.p, job->reason,
                  (long long)wait);
    job->ready_ms = now + wait;
    if (job->exchange->status == 429 || job->exchange->status == 503)
        if (hq->host->next_ms < job->ready_ms) hq->host->next_ms = job->ready_ms;
    gisa_exchange_close(job->exchange);
    job->exchange = NULL;
    queue_push(&hq->waiting, job);
    return GISA_OK;
}

/* The redirect is a result of its own, and a new job goes on from it. A file at a fixed place
 * is asked for on behalf of the host that it is about, wherever it leads. */
static gisa_status follow_redirect(gisa_fetcher *f, host_queue *hq, gisa_fetch_job *job,
                                   gisa_str to, gisa_error *err)
{
    gisa_fetch_job *next = NULL;
    host_queue *other;
    gisa_status st = gisa_fetch_job_follow(job, to, &next, err);
    if (st < 0) {
        gisa_fetch_job_close(job);
        return st;
    }
    job->last = job->role == GISA_ROLE_PAGE && f->opts.wants && !f->opts.wants(f->opts.ctx, to);
    queue_result(f, job, GISA_FETCH_MOVED);
    if (job->last) {
        gisa_fetch_job_close(next);
        return GISA_OK;
    }
    if (job->role == GISA_ROLE_PAGE || job->role == GISA_ROLE_FEED)
        return enqueue(f, next, &other, err);
    next->host = hq->host;
    next->tries = job->tries - 1;
    return start_job(f, hq, next, err);
}

static gisa_status finish_well_known(gisa_fetcher *f, host_queue *hq, gisa_fetch_job *job,
                                     gisa_error *err)
{
    const gisa_exchange *x = job->exchange;
    bool came = x->fault == GISA_FAULT_NONE;
    gisa_host_answer answer = {came ? x->status : 0, gisa_buf_view(&x->body), job->reason};
    gisa_status st = take_well_known(f, hq->host, job->role, &answer, err);
    job->for_good = true;
    queue_result(f, job, came && x->status == 200 ? GISA_FETCH_DONE : GISA_FETCH_FAILED);
    return st;
}

static void finish_job(gisa_fetcher *f, gisa_fetch_job *job)
{
    const gisa_exchange *x = job->exchange;
    bool good = x->fault == GISA_FAULT_NONE && x->status >= 200 && x->status < 300;
    bool same = x->fault == GISA_FAULT_NONE && x->status == 304;
    bool permanent = x->fault == GISA_FAULT_NONE
                         ? x->status >= 300 && x->status < 500 && x->status != 429 &&
                               x->status != 408
                         : x->fault == GISA_FAULT_TYPE || x->fault == GISA_FAULT_LARGE;
    job->for_good = permanent && !same;
    if (good || same) job->reason[0] = '\0';
    queue_result(f, job, good ? GISA_FETCH_DONE : same ? GISA_FETCH_UNCHANGED : GISA_FETCH_FAILED);
}

/* One exchange has ended, well or not. */
static gisa_status handle_end(gisa_fetcher *f, host_queue *hq, CURLcode code, gisa_error *err)
{
    gisa_fetch_job *job = hq->active;
    gisa_buf to = {0};
    curl_multi_remove_handle(f->multi, job->exchange->easy);
    hq->active = NULL;
    f->running--;
    gisa_exchange_finish(job->exchange, code, job->reason, sizeof job->reason);
    hq->host->next_ms = gisa_clock_ms() + gisa_host_delay(hq->host, f->opts.delay_ms);
    bool page = job->role == GISA_ROLE_PAGE || job->role == GISA_ROLE_FEED;
    if (page) gisa_host_note(hq->host, job->exchange->fault != GISA_FAULT_NETWORK, job->reason);
    gisa_status st = gisa_fetch_job_redirect(job, &to, err);
    if (st == GISA_OK) {
        st = follow_redirect(f, hq, job, gisa_buf_view(&to), err);
        gisa_buf_clear(&to);
        return st;
    }
    gisa_buf_clear(&to);
    if (st < 0) {
        gisa_fetch_job_close(job);
        return st;
    }
    bool again = hq->host->state != GISA_HOST_CLOSED && job->role != GISA_ROLE_POLICY;
    int64_t wait = again ? gisa_fetch_job_retry_after(job, &f->opts, gisa_now_utc()) : -1;
    if (wait >= 0 && page) return retry_job(f, hq, job, wait);
    if (wait >= 0) { /* robots.txt: the host waits with it */
        hq->host->next_ms = gisa_clock_ms() + wait;
        hq->host->tries = job->tries;
        gisa_fetch_job_close(job);
        return GISA_OK;
    }
    if (page && job->rest_s) gisa_host_rest(hq->host, job->rest_s, job->reason);
    if (!page) return finish_well_known(f, hq, job, err);
    finish_job(f, job);
    return GISA_OK;
}

static gisa_status handle_ends(gisa_fetcher *f, gisa_error *err)
{
    int left;
    gisa_status st = GISA_OK;
    for (CURLMsg *m; st >= 0 && (m = curl_multi_info_read(f->multi, &left));) {
        char *place = NULL;
        if (m->msg != CURLMSG_DONE) continue;
        CURLcode code = m->data.result;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, &place);
        st = handle_end(f, &f->hosts[(uintptr_t)place], code, err);
    }
    return st;
}

/* How long nothing can happen but what libcurl itself waits for; -1: nothing is left to do. */
static int64_t idle_ms(const gisa_fetcher *f, int64_t now)
{
    int64_t wait = f->running ? POLL_MS : -1;
    for (size_t i = 0; i < f->n_hosts; i++) {
        const host_queue *hq = &f->hosts[i];
        if (hq->active || !hq->waiting.first) continue;
        int64_t ready = INT64_MAX;
        for (const gisa_fetch_job *job = hq->waiting.first; job && ready > now; job = job->next)
            if (job->ready_ms < ready) ready = job->ready_ms;
        if (ready < hq->host->next_ms) ready = hq->host->next_ms;
        int64_t own = ready > now ? ready - now : f->running ? POLL_MS : 1;
        if (wait < 0 || own < wait) wait = own;
    }
    return wait > POLL_MS ? POLL_MS : wait;
}

static gisa_status work_once(gisa_fetcher *f, gisa_error *err)
{
    int running, events;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < f->n_hosts && st >= 0; i++)
        st = ask_host(f, &f->hosts[i], gisa_clock_ms(), err);
    if (st < 0) return st;
    if (curl_multi_perform(f->multi, &running) != CURLM_OK)
        return gisa_fail(err, GISA_ENET, "libcurl fails");
    if ((st = handle_ends(f, err)) < 0 || f->results.first) return st;
    int64_t wait = idle_ms(f, gisa_clock_ms());
    if (wait < 0) return GISA_END;
    if (curl_multi_poll(f->multi, NULL, 0, (int)wait, &events) != CURLM_OK)
        return gisa_fail(err, GISA_ENET, "libcurl fails");
    return GISA_OK;
}

gisa_status gisa_fetcher_next(gisa_fetcher *f, gisa_fetch_result *out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_fetch_job_close(f->shown);
    f->shown = NULL;
    while (st == GISA_OK && !f->results.first)
        st = f->opts.stopped && f->opts.stopped(f->opts.ctx) ? GISA_END : work_once(f, err);
    if (st != GISA_OK) return st;
    f->shown = queue_pop(&f->results);
    return gisa_fetch_job_result(f->shown, out, err);
}
