/* What the sources of the crawl share (ingest/fetch/crawl.h); nothing else needs it. */
#ifndef GISA_INGEST_FETCH_CRAWL_HANDLE_H
#define GISA_INGEST_FETCH_CRAWL_HANDLE_H

#include "base/hash.h"
#include "base/map.h"
#include "ingest/fetch/crawl.h"
#include "ingest/fetch/reservation.h"

typedef struct gisa_crawl_progress { /* of one source */
    uint64_t open;                   /* requests under way */
    uint64_t open_pages;             /* of them */
    uint64_t pages, sitemaps;
    uint64_t answered;         /* of the pages */
    uint64_t waiting;          /* pages that are due, those under way included */
    gisa_frontier_place place; /* in what is due */
    bool exhausted;            /* nothing after it is */
    bool any_feed;             /* one of its seeds could be read */
    uint64_t seen;             /* addresses of pages that were listed or asked for, each once */
    uint64_t listed;           /* by a seed that is unchanged, the most of one */
    bool put_off_told;
} gisa_crawl_progress;

typedef struct gisa_crawl_run {
    const gisa_source *const *sources;
    size_t n;
    const gisa_crawl_opts *opts;
    const char *path; /* of the archive */
    gisa_archive *archive;
    gisa_frontier *frontier;
    gisa_crawl_report *reports;
    gisa_fetcher *fetcher;
    gisa_crawl_progress *progress;
    gisa_map asked; /* rows of pages in this crawl, and feeds with their source before them */
    gisa_sha256 *sha;
    int64_t started_ms, synced_ms, committed_ms;
    gisa_match *match; /* of links */
    gisa_reservation_reader reservations;
    gisa_buf address; /* of a link, by its source's rules */
    uint64_t captures;
    gisa_error *err;
} gisa_crawl_run;

int64_t gisa_crawl_now(const gisa_crawl_run *c);

/* ingest/fetch/crawl_state.c: how far all sources are. */
gisa_crawl_state gisa_crawl_state_of(const gisa_crawl_run *c);

void gisa_crawl_note_reason(gisa_crawl_run *c, size_t source, gisa_str url, const char *reason);

/* Whether a key is new in this crawl. */
gisa_status gisa_crawl_first_time(gisa_crawl_run *c, gisa_str key, bool *first);

/* Counts the address of a page as found for a source, once in a crawl. */
gisa_status gisa_crawl_see(gisa_crawl_run *c, size_t source, gisa_str url);

/* Appends a capture to the archive and takes it into the frontier. GISA_SKIP: it cannot be
 * archived. */
gisa_status gisa_crawl_archive(gisa_crawl_run *c, gisa_capture *capture);

/* The same for a note about a source or an address. */
gisa_status gisa_crawl_archive_note(gisa_crawl_run *c, gisa_capture_role role, gisa_str uri,
                                    const gisa_buf *text);

/* The same for a response, as a revisit when the same bytes came before. *same says so.
 *
 * known: what is known of its address, a zero page when nothing is; NULL: it is looked up.
 * aside: the archive alone is to have it. */
gisa_status gisa_crawl_archive_result(gisa_crawl_run *c, const gisa_fetch_result *r,
                                      const gisa_frontier_page *known, bool aside, bool *same);

/* Until when a host asked to be left alone, in this crawl or an earlier one; 0: it does not rest.
 * What is told once of a source is told. */
gisa_status gisa_crawl_rest_of(gisa_crawl_run *c, size_t source, gisa_str url, int64_t *until_utc);

/* ingest/fetch/crawl_reserved.c: counts a page that is reserved, and why. */
void gisa_crawl_count_reserved(gisa_crawl_run *c, size_t source, const char *reason);

/* Takes the result of a page that its host reserves. */
gisa_status gisa_crawl_leave_out(gisa_crawl_run *c, const gisa_fetch_result *r);

typedef enum gisa_crawl_verdict {
    GISA_CRAWL_TAKE,
    GISA_CRAWL_DROP,      /* and the archive has a note of it already */
    GISA_CRAWL_SET_ASIDE, /* in the archive */
} gisa_crawl_verdict;

/* What is to be done with a page that came, by what its source says of reservations. */
gisa_status gisa_crawl_judge(gisa_crawl_run *c, const gisa_fetch_result *r,
                             gisa_crawl_verdict *verdict);

/* Whether the archive holds a page, and alone. One that does must come whole to be taken in. */
gisa_status gisa_crawl_is_aside(gisa_crawl_run *c, const gisa_frontier_page *page, bool *aside);

/* Makes pages due that were left out, when their source does not want that any more. */
gisa_status gisa_crawl_release(gisa_crawl_run *c, size_t source);

/* Asks for an address, with the validators of what the archive holds; known as above. */
gisa_status gisa_crawl_ask(gisa_crawl_run *c, gisa_fetch_request *request,
                           const gisa_frontier_page *known);

/* Counts the addresses that a seed lists which nobody has counted one by one. */
void gisa_crawl_note_listed(gisa_crawl_run *c, size_t source, uint64_t listed);

/* ingest/fetch/crawl_urls.c: takes what a file of addresses lists, if it is another one than
 * before. */
gisa_status gisa_crawl_read_urls(gisa_crawl_run *c, size_t source, const gisa_seed *seed);

/* ingest/fetch/crawl_feed.c: asks for the seeds of a source that are due, and takes what came. */
gisa_status gisa_crawl_start_source(gisa_crawl_run *c, size_t source);
gisa_status gisa_crawl_take_feed(gisa_crawl_run *c, const gisa_fetch_result *r);

#endif
