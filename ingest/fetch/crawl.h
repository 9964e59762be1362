/* A crawl: what the sources list, fetched politely into the archive.
 *
 * A page is fetched once. It is asked for again, with its validators, when a feed says that it has
 * changed since; a page that is gone (404) after a week. Feeds are asked for with
 * their validators, and when nothing has changed their archived copy is read again, so that pages
 * which an earlier run did not reach are found. When a source has been crawled to the end, a note
 * in the archive says so; a killed run leaves none, and the source stays due. */
#ifndef GISA_INGEST_FETCH_CRAWL_H
#define GISA_INGEST_FETCH_CRAWL_H

#include "ingest/fetch/fetch.h"
#include "ingest/fetch/fetch_history.h"
#include "ingest/site/source.h"

#define GISA_CRAWL_SITEMAPS_MAX 500 /* of one source in one crawl */

typedef struct gisa_crawl_opts {
    gisa_fetch_opts fetch;
    int64_t now_utc;     /* what captures are dated from; the crawl's own length is added */
    uint64_t limit;      /* pages of one source in one crawl; 0: all */
    unsigned sync_every; /* captures between two syncs of the archive (50) */
    bool no_learn;       /* captures teach nothing */
    void (*progress)(void *ctx, uint64_t captures); /* may be NULL */
    void *progress_ctx;
} gisa_crawl_opts;

#define GISA_CRAWL_REASONS 5

typedef struct gisa_crawl_report { /* of one source */
    uint64_t found;                /* addresses of pages that feeds and sitemaps name */
    uint64_t fetched;              /* new pages, or new versions */
    uint64_t unchanged;            /* asked for again, and the same */
    uint64_t known;                /* not asked for: the archive has them */
    uint64_t refused;              /* by robots.txt */
    uint64_t failed;
    uint64_t left_out; /* over the limit */
    uint64_t feeds, feeds_failed;
    char reasons[GISA_CRAWL_REASONS][320]; /* address and reason of the first failures */
    unsigned n_reasons;
} gisa_crawl_report;

/* Whether a source is due: it was not crawled to the end within its period. */
bool gisa_crawl_is_due(const gisa_source *source, const gisa_fetch_history *known, int64_t now_utc);

/* Crawls sources (n of them) into an archive that is open for appending; known is what
 * gisa_fetch_history_load read from it, and is kept up to date. reports: one for each source, added
 * to.
 *
 * Errors: GISA_EIO (the archive), GISA_ENET (libcurl itself), GISA_ENOMEM. A source that fails is
 *         no error but a line in its report. What was fetched before an error is in the archive. */
gisa_status gisa_crawl(const gisa_source *const *sources, size_t n, const gisa_crawl_opts *opts,
                       gisa_archive *archive, gisa_fetch_history *known, gisa_crawl_report *reports,
                       gisa_error *err);

#endif
