/* How a source does: what came of it lately beside what usually comes, what waits, what fails. */
#ifndef GISA_INGEST_FETCH_SOURCE_HEALTH_H
#define GISA_INGEST_FETCH_SOURCE_HEALTH_H

#include "ingest/fetch/frontier.h"
#include "ingest/fetch/source_custom.h"
#include "ingest/site/source.h"

#define GISA_HEALTH_WEEK_S (7 * 86400)
#define GISA_HEALTH_NEWEST 20 /* pages that are held against those before them */

typedef struct gisa_source_health {
    int64_t last_utc;          /* when its last page came; 0: none ever */
    int64_t ended_utc;         /* when it was crawled to the end; 0: never */
    gisa_source_custom custom; /* until what lists its pages came last, or else until now */
    uint64_t waiting;   /* listed, and not yet had: failed ones that are asked for again included */
    int64_t oldest_utc; /* since when the oldest of them was due first; 0: none waits */
    uint64_t gone, refused;
    uint64_t reserved;  /* and left out for that */
    int64_t next_utc;   /* when a seed or a page is due; 0: now */
    bool seeds_failing; /* none of its seeds could be had when it was asked for last */
    bool listed_once;   /* it has only files that list addresses: nothing new is awaited */
    gisa_str url, why;  /* of the last failure that still stands; views, dead after the next call */
    int64_t why_utc;
} gisa_source_health;

/* Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_source_health_of(gisa_frontier *f, const gisa_source *source, int64_t now_utc,
                                  gisa_source_health *out, gisa_error *err);

/* The newest captures of a source's pages, the newest first, at most `most` of them.
 *
 * out: room for them. Errors: as above. */
typedef struct gisa_source_capture {
    uint64_t offset;
    int64_t fetched_utc;
} gisa_source_capture;
gisa_status gisa_source_health_captures(gisa_frontier *f, gisa_str source, gisa_source_capture *out,
                                        size_t most, size_t *n, gisa_error *err);

typedef enum gisa_source_state {
    GISA_SOURCE_WELL,
    GISA_SOURCE_NEW,      /* nothing came of it yet, and nothing failed */
    GISA_SOURCE_SILENT,   /* nothing comes for longer than its custom */
    GISA_SOURCE_SHRUNK,   /* far less comes than usual */
    GISA_SOURCE_FAILING,  /* what lists its pages cannot be had */
    GISA_SOURCE_CLOSED,   /* robots.txt refuses all that waits */
    GISA_SOURCE_RESERVED, /* nothing came, as all that it lists is reserved */
} gisa_source_state;

/* was: the state that a person was told last (gisa_frontier_told), as what has shrunk is well again
 * only when half of the usual comes; GISA_SOURCE_WELL: none. */
gisa_source_state gisa_source_health_state(const gisa_source_health *h, gisa_source_state was);

/* Whether extraction gives nothing where it gave something, or hardly ever gives anything.
 *
 * empty: which of the newest pages, the newest first, gave no article. Of the newest twenty, or the
 *        newer half of sixteen or more, it must be more than half, or the newest eight, and less
 *        than a fifth of the older half; or nine of ten, and half of all.
 * was:   a person was told already; then a quarter of the newest ones is enough. */
bool gisa_source_health_emptied(const bool *empty, size_t n, bool was);

#endif
