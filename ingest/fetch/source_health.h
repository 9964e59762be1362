/* How a source does: what came of it lately beside what usually comes, what waits, what fails. */
#ifndef GISA_INGEST_FETCH_SOURCE_HEALTH_H
#define GISA_INGEST_FETCH_SOURCE_HEALTH_H

#include "ingest/fetch/frontier.h"
#include "ingest/site/source.h"

#define GISA_HEALTH_WEEK_S   (7 * 86400)
#define GISA_HEALTH_BEFORE_S (28 * 86400) /* the time that the week is compared with */

typedef struct gisa_source_health {
    int64_t last_utc;   /* when its last page came; 0: none ever */
    int64_t ended_utc;  /* when it was crawled to the end; 0: never */
    uint64_t week;      /* pages that came in the last seven days */
    double usual;       /* pages a week in the four weeks before; of fewer where it is younger */
    uint64_t waiting;   /* listed, and not yet had: failed ones that are asked for again included */
    int64_t oldest_utc; /* since when the oldest of them was due first; 0: none waits */
    uint64_t gone, refused;
    int64_t next_utc;   /* when a seed or a page is due; 0: now */
    bool seeds_failing; /* none of its seeds could be had when it was asked for last */
    gisa_str url, why;  /* of the last failure that still stands; views, dead after the next call */
    int64_t why_utc;
} gisa_source_health;

/* Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_source_health_of(gisa_frontier *f, const gisa_source *source, int64_t now_utc,
                                  gisa_source_health *out, gisa_error *err);

/* The newest captures of a source's pages between two times, at most `most` of them.
 *
 * offsets: room for them. Errors: as above. */
gisa_status gisa_source_health_captures(gisa_frontier *f, gisa_str source, int64_t from_utc,
                                        int64_t to_utc, uint64_t *offsets, size_t most, size_t *n,
                                        gisa_error *err);

typedef enum gisa_source_state {
    GISA_SOURCE_WELL,
    GISA_SOURCE_NEW,     /* nothing came of it yet, and nothing failed */
    GISA_SOURCE_SILENT,  /* nothing comes, where five pages or more would have come by custom */
    GISA_SOURCE_SHRUNK,  /* less than a third of what usually comes in a week */
    GISA_SOURCE_FAILING, /* what lists its pages cannot be had */
    GISA_SOURCE_CLOSED,  /* robots.txt refuses all that waits */
} gisa_source_state;

gisa_source_state gisa_source_health_state(const gisa_source_health *h, int64_t now_utc);

/* Whether extraction suddenly gives nothing: of the pages of this week half or more were empty
 * (five at least were looked at), of those before less than a fifth. */
bool gisa_source_health_emptied(size_t empty_now, size_t n_now, size_t empty_before,
                                size_t n_before);

#endif
