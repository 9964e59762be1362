/* A crawl: what the sources list, fetched politely into the archive.
 *
 * The frontier (ingest/fetch/frontier.h) says what is due: seeds (feeds, sitemaps, pages that list
 * others) as often as they list something new, and pages that were listed and have not come. A
 * page that came is asked for again, with its validators, when a feed says that it has changed
 * since. What did not come is asked for again after minutes, hours and days. What a feed lists and
 * what fails is noted in the archive before anything else happens, so a killed run loses nothing.
 */
#ifndef GISA_INGEST_FETCH_CRAWL_H
#define GISA_INGEST_FETCH_CRAWL_H

#include "ingest/fetch/fetch.h"
#include "ingest/fetch/frontier.h"
#include "ingest/site/source.h"

#define GISA_CRAWL_SITEMAPS_MAX 500 /* of one source in one crawl */

typedef struct gisa_crawl_state { /* of a crawl that goes on */
    uint64_t captures;
    uint64_t pages;   /* that were asked for and answered, or not, for good */
    uint64_t waiting; /* pages that are due, those under way included */
    int64_t left_ms;  /* until the slowest source is done, at its pace; 0: unknown */
} gisa_crawl_state;

typedef struct gisa_crawl_events {                            /* each may be NULL */
    void (*progress)(void *ctx, const gisa_crawl_state *now); /* after each capture */
    void (*durable)(void *ctx, uint64_t archive_end); /* what is before it is, and is taken in */
    bool (*stopped)(void *ctx); /* whether the crawl is to end at once; what is under way is dropped
                                   and stays due */
    void *ctx;
} gisa_crawl_events;

typedef struct gisa_crawl_opts {
    gisa_fetch_opts fetch;
    gisa_str contact;    /* in every request; GISA_NONE: nothing but this machine is asked */
    int64_t now_utc;     /* what captures are dated from; the crawl's own length is added */
    uint64_t limit;      /* pages of one source in one crawl; 0: all */
    int64_t since_utc;   /* pages that feeds date before this stay where they are; 0: none do */
    unsigned sync_every; /* captures between two syncs of the archive (50) */
    bool all_due;        /* seeds are asked for whether they are due or not */
    bool no_learn;       /* captures teach nothing */
    gisa_crawl_events events;
} gisa_crawl_opts;

#define GISA_CRAWL_REASONS 5

typedef struct gisa_crawl_report { /* of one source */
    uint64_t found;                /* addresses of pages that were listed or asked for; of seeds
                                      that are unchanged only the most that one of them lists */
    uint64_t fetched;              /* new pages, or new versions */
    uint64_t unchanged;            /* asked for again, and the same */
    uint64_t known;                /* not asked for: the archive has them, or they rest */
    uint64_t refused;              /* by robots.txt */
    uint64_t reserved;             /* and therefore left out, or in the archive alone */
    char reserved_why[64];         /* the first of them */
    bool reserved_otherwise;       /* others for another reason */
    uint64_t failed;
    uint64_t put_off;  /* their host is not to be asked at present */
    uint64_t left_out; /* over the limit; they are due in the next crawl */
    uint64_t older;    /* due, and dated before the day that this crawl is about */
    uint64_t feeds, feeds_failed;
    char reasons[GISA_CRAWL_REASONS][320]; /* address and reason of the first failures */
    unsigned n_reasons;
} gisa_crawl_report;

/* When a source is due: one of its seeds, or a page that it listed. Of several that are due already
 * it may be any one's time; INT64_MAX: nothing ever is. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_crawl_next_due(const gisa_source *source, gisa_frontier *frontier,
                                const gisa_frontier_due *when, int64_t *due_utc, gisa_error *err);

/* Whether a seed that is a file of addresses is another one than when it was read, or cannot be had
 * and is due. Errors: GISA_ENOMEM. */
gisa_status gisa_crawl_urls_changed(const gisa_seed *seed, const gisa_frontier_seed *known,
                                    int64_t now_utc, bool *changed, gisa_error *err);

/* Crawls sources (n of them) into an archive that is open for appending; the frontier is the
 * archive's, and is kept up to date. reports: one for each source, added to.
 *
 * Errors: GISA_EIO (the archive, the frontier), GISA_ENET (libcurl itself), GISA_ENOMEM. A source
 *         that fails is no error but a line in its report. What was fetched before an error is in
 *         the archive. */
gisa_status gisa_crawl(const gisa_source *const *sources, size_t n, const gisa_crawl_opts *opts,
                       gisa_archive *archive, gisa_frontier *frontier, gisa_crawl_report *reports,
                       gisa_error *err);

#endif
