/* What the fetcher knows of one origin (scheme, host and port): its robots.txt, its tdmrep.json,
 * its delay, and whether it answers. Part of ingest/fetch/fetch.h; nothing else needs it. */
#ifndef GISA_INGEST_FETCH_HOST_H
#define GISA_INGEST_FETCH_HOST_H

#include "ingest/fetch/ai_agents.h"
#include "ingest/fetch/exchange.h"
#include "ingest/fetch/rights_signal.h"
#include "ingest/fetch/robots.h"

#define GISA_DELAY_MAX_MS  60000 /* a Crawl-delay above this is kept at this */
#define GISA_HOST_FAILURES 3     /* in a row, and the host is given up */
#define GISA_REASON_BYTES  200

typedef enum gisa_host_state {
    GISA_HOST_NEW,    /* robots.txt is to be asked for */
    GISA_HOST_POLICY, /* then tdmrep.json */
    GISA_HOST_READY,
    GISA_HOST_CLOSED, /* robots.txt is not available, or nothing answers: see reason */
} gisa_host_state;

typedef struct gisa_host {
    gisa_str origin; /* owned */
    gisa_host_state state;
    gisa_robots robots;
    gisa_ai_agents ai;
    gisa_tdmrep tdm;
    int64_t said_ms; /* the longest delay that a request asked for; -1: none did */
    int64_t next_ms; /* not asked again before */
    unsigned failures;
    unsigned tries; /* how often robots.txt was asked for */
    bool named;     /* its address is in the sources file */
    int64_t rest_s; /* of a closed one: it asked for so long a rest; 0: it did not */
    char reason[GISA_REASON_BYTES];
} gisa_host;

/* Errors: GISA_ENOMEM. */
gisa_status gisa_host_open(gisa_str origin, gisa_host **out, gisa_error *err);
void gisa_host_close(gisa_host *h); /* NULL is fine */

/* Milliseconds between two requests: the longer of what the source and Crawl-delay say, else what
 * one of them says, else default_ms. */
int64_t gisa_host_delay(const gisa_host *h, int64_t default_ms);

typedef struct gisa_host_answer { /* to a request for one of the two files */
    int status;                   /* 0: none came */
    gisa_str body;
    const char *reason; /* it came not */
} gisa_host_answer;

/* Takes the answer to the request for robots.txt (RFC 9309, section 2.3.1): 2xx is parsed, 4xx
 * opens everything, 429, 5xx and no answer close everything.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_host_take_robots(gisa_host *h, const gisa_host_answer *a, const char *agent,
                                  gisa_error *err);

/* Takes the answer to the request for tdmrep.json; anything but a good one counts as none.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_host_take_policy(gisa_host *h, const gisa_host_answer *a, gisa_error *err);

/* Nothing is asked of it. */
void gisa_host_shut(gisa_host *h, const char *reason);

/* Closes the host for so many seconds, as it asked. */
void gisa_host_rest(gisa_host *h, int64_t rest_s, const char *reason);

/* Counts an answer or the lack of one; the host closes after GISA_HOST_FAILURES in a row. */
void gisa_host_note(gisa_host *h, bool answered, const char *reason);

/* Appends what robots.txt reserves of a page. */
void gisa_host_add_reserved(const gisa_host *h, gisa_str url, gisa_buf *out);

/* What reserves a page against language models before it is asked for: *by is "robots.txt" or
 * "tdmrep.json", or NULL when neither does. Errors: GISA_ENOMEM. */
gisa_status gisa_host_reserves(const gisa_host *h, gisa_str url, const char **by, gisa_error *err);

/* Appends the fields for the rule of tdmrep.json that covers a page, when its own head
 * says nothing. */
void gisa_host_add_tdm(const gisa_host *h, gisa_str url, gisa_str head, gisa_buf *out);

#endif
