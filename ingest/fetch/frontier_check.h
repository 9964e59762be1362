/* How a frontier is, without a change to it: for a person who wants to know. */
#ifndef GISA_INGEST_FETCH_FRONTIER_CHECK_H
#define GISA_INGEST_FETCH_FRONTIER_CHECK_H

#include "ingest/fetch/frontier.h"

typedef enum gisa_frontier_condition {
    GISA_FRONTIER_SOUND,         /* it knows all that the archive has */
    GISA_FRONTIER_BEHIND,        /* the archive has more, which the next crawl reads */
    GISA_FRONTIER_UNNEEDED,      /* there is none, and nothing was crawled */
    GISA_FRONTIER_MISSING,       /* there is none, and there is an archive */
    GISA_FRONTIER_OTHER_EDITION, /* of an older or newer gisa */
    GISA_FRONTIER_OTHER_ARCHIVE, /* or of this one before it was cut off or made whole again */
    GISA_FRONTIER_DAMAGED,
} gisa_frontier_condition;

typedef struct gisa_frontier_report {
    gisa_frontier_condition condition;
    uint64_t behind; /* bytes of the archive that it has not read */
    int64_t edition; /* of its tables … */
    int64_t current; /* … and of this gisa's */
    char damage[200];
} gisa_frontier_report;

/* Looks at the frontier at a path and at the archive beside it; neither need be there.
 *
 * whole:  read all of the file, and without one all of the archive for signs of a crawl; else a
 *         frontier that is not there is always missing when there is an archive.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EBUSY. Damage of the frontier is none. */
gisa_status gisa_frontier_check(const char *path, const char *archive, bool whole,
                                gisa_frontier_report *out, gisa_error *err);

#endif
