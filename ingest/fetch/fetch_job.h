/* One request of the fetcher on its way through redirects and retries, and the result it becomes.
 * Part of ingest/fetch/fetch.h; nothing else needs it. */
#ifndef GISA_INGEST_FETCH_FETCH_JOB_H
#define GISA_INGEST_FETCH_FETCH_JOB_H

#include "ingest/fetch/fetch.h"
#include "ingest/fetch/host.h"

#define GISA_REDIRECTS_MAX 5

typedef struct gisa_fetch_job {
    struct gisa_fetch_job *next;
    gisa_host *host; /* borrowed */
    gisa_capture_role role;
    uint64_t tag;
    gisa_buf asked, url, etag, last_modified;
    gisa_buf visited;    /* addresses before url, a line each */
    const char *ca_file; /* borrowed */
    bool skip_reserved;
    unsigned redirects, tries;
    int64_t ready_ms; /* not before */
    gisa_exchange *exchange;

    gisa_fetch_outcome outcome; /* of a job that waits to be taken as a result */
    gisa_buf head;
    bool for_good, last;
    int64_t rest_s;
    char reason[GISA_REASON_BYTES];
} gisa_fetch_job;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_fetch_job_open(const gisa_fetch_request *request, gisa_fetch_job **out,
                                gisa_error *err);
void gisa_fetch_job_close(gisa_fetch_job *job); /* NULL is fine */

/* Starts the exchange for url. Errors: GISA_ENOMEM. */
gisa_status gisa_fetch_job_start(gisa_fetch_job *job, const gisa_fetch_opts *opts, gisa_error *err);

/* Whether the response is a redirect, and where to: replaces *to by the new address.
 *
 * Returns: GISA_OK, GISA_END when it is no redirect, GISA_SKIP when it leads nowhere (in a circle,
 *          too often, to no web address; job->reason says so).
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_fetch_job_redirect(gisa_fetch_job *job, gisa_buf *to, gisa_error *err);

/* A new job that goes on at the address `to`; validators are not taken along. Errors: GISA_ENOMEM.
 */
gisa_status gisa_fetch_job_follow(const gisa_fetch_job *job, gisa_str to, gisa_fetch_job **out,
                                  gisa_error *err);

/* How long to wait before the next try, or -1 when there is no use or no try left. job->rest_s says
 * then for how long the host wants no requests at all, when it does. */
int64_t gisa_fetch_job_retry_after(gisa_fetch_job *job, const gisa_fetch_opts *opts,
                                   int64_t now_utc);

/* Fills the result's views. Errors: GISA_ENOMEM. */
gisa_status gisa_fetch_job_result(gisa_fetch_job *job, gisa_fetch_result *out, gisa_error *err);

#endif
