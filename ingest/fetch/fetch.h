/* Polite HTTP for many hosts at once: one request at a time and a delay for each host, hosts side
 * by side, robots.txt (RFC 9309) asked first and kept to, at every step of a redirect, too.
 *
 *     gisa_fetcher_add(f, &request, err);
 *     while ((st = gisa_fetcher_next(f, &result, err)) == GISA_OK)
 *         ... archive the result, add what it links to ...
 *
 * A server that hangs, lies or loops costs a bounded time: each exchange has a limit, is tried a
 * few times, and a host that fails three times in a row is given up. Every other exchange with a
 * server (robots.txt, tdmrep.json, each redirect) is a result as well, so that it can be archived.
 * Addresses of this machine and of private networks are asked only when a request names their host
 * itself, never because a page or a redirect leads there. */
#ifndef GISA_INGEST_FETCH_FETCH_H
#define GISA_INGEST_FETCH_FETCH_H

#include "base/buf.h"
#include "base/log.h"
#include "corpus/archive.h"

#define GISA_AGENT "gisa/0.1 (research crawler; keeps to robots.txt)"

typedef struct gisa_fetch_opts { /* a zero means the default in parentheses */
    const char *agent;      /* User-Agent; its first word is the robots.txt token (GISA_AGENT) */
    int64_t timeout_ms;     /* for one exchange (60,000) */
    int64_t stall_s;        /* without 64 bytes a second for so long, it fails (15) */
    int64_t retry_ms;       /* before the second try; doubles (1,000) */
    int64_t wait_max_ms;    /* a Retry-After above this is a failure (60,000) */
    int64_t delay_ms;       /* between requests to a host when neither says (1,000) */
    size_t max_bytes;       /* of a page; a feed may have 50 MB (16 MB) */
    unsigned tries;         /* for 429, 5xx and network failures (3) */
    unsigned max_parallel;  /* hosts at a time (16) */
    bool loopback_only;     /* hosts that are not this machine are not asked */
    const char *connect_to; /* "ADDR:PORT": all connections go there; for tests and mirrors */
    const char *ca_file;    /* authorities that vouch for servers, as PEM; NULL: the system's … */
    const char *ca_folder;  /* … and a folder of such, as OpenSSL hashes it */
    const gisa_log *log;    /* NULL: silence */

    /* What an origin's robots.txt or tdmrep.json (role) was when it was asked for lately: GISA_OK
     * with its status and bytes, which are appended to *body; GISA_SKIP: it is to be asked for.
     * May be NULL. Errors end the crawl. */
    gisa_status (*recall)(void *ctx, gisa_str origin, gisa_capture_role role, int *status,
                          gisa_buf *body, gisa_error *err);
    /* Whether a page that another one redirects to is to be asked for, too. May be NULL. */
    bool (*wants)(void *ctx, gisa_str url);
    /* Whether nothing more is wanted, asked about once a second at least. May be NULL. */
    bool (*stopped)(void *ctx);
    void *ctx; /* of all three */
} gisa_fetch_opts;

typedef struct gisa_fetch_request {
    gisa_str url;                 /* in normal form; copied, like the rest */
    gisa_capture_role role;       /* GISA_ROLE_PAGE or GISA_ROLE_FEED */
    uint64_t tag;                 /* comes back in the results */
    gisa_str etag, last_modified; /* validators for a conditional request; GISA_NONE */
    int64_t delay_ms;             /* what the source says; -1: nothing */
    const char *ca_file;          /* instead of that of the options; NULL; borrowed */
    bool named;                   /* the user's own word, not a link */
    bool skip_reserved; /* a page is not asked for that its host reserves against language models */
} gisa_fetch_request;

typedef enum gisa_fetch_outcome {
    GISA_FETCH_DONE,      /* 2xx, whole */
    GISA_FETCH_UNCHANGED, /* 304 */
    GISA_FETCH_MOVED,     /* a redirect; the result for the new address follows, unless it is the
                             last one */
    GISA_FETCH_REFUSED,   /* robots.txt says no */
    GISA_FETCH_RESERVED,  /* not asked: robots.txt or tdmrep.json reserves it */
    GISA_FETCH_RESTED,    /* not asked: its host is not to be asked any more at present */
    GISA_FETCH_FAILED,
} gisa_fetch_outcome;

typedef struct gisa_fetch_result { /* views, dead after the next call */
    gisa_fetch_outcome outcome;
    gisa_capture_role role; /* the request's, or that of robots.txt or tdmrep.json */
    uint64_t tag;
    gisa_str asked; /* the address of the request */
    gisa_str url;   /* of this exchange: another one after a redirect */
    int status;     /* 0: no response */
    gisa_str head;  /* as an archive stores it */
    gisa_str body;
    gisa_str content_type;
    const char *reason; /* of REFUSED, RESERVED, RESTED and FAILED; else "" */
    bool for_good;      /* of FAILED: asking again soon is pointless (404, a film) */
    bool last;          /* of MOVED: nobody wants the new address */
    int64_t rest_s;     /* of FAILED and RESTED: for how long the host wants no requests; 0: it
                           did not say */
} gisa_fetch_result;

typedef struct gisa_fetcher gisa_fetcher;

/* opts is copied, its texts are borrowed. Errors: GISA_ENOMEM, GISA_ENET (libcurl does not start).
 */
gisa_status gisa_fetcher_open(const gisa_fetch_opts *opts, gisa_fetcher **out, gisa_error *err);

/* Queues a request. Errors: GISA_ENOMEM. */
gisa_status gisa_fetcher_add(gisa_fetcher *f, const gisa_fetch_request *request, gisa_error *err);

/* Waits for the next result. Results of one host come in the order of its requests, retries aside.
 *
 * Returns: GISA_OK, or GISA_END when no request is left, or nothing more is wanted.
 * Errors:  GISA_ENOMEM, GISA_ENET (libcurl itself fails). */
gisa_status gisa_fetcher_next(gisa_fetcher *f, gisa_fetch_result *out, gisa_error *err);

void gisa_fetcher_close(gisa_fetcher *f); /* NULL is fine */

#endif
