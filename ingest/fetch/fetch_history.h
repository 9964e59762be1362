/* What the archive knows of each address: when it was asked for last, and what came. It is read
 * from the heads of the captures at the start of a crawl, so it is always true and needs no file of
 * its own. */
#ifndef GISA_INGEST_FETCH_FETCH_HISTORY_H
#define GISA_INGEST_FETCH_FETCH_HISTORY_H

#include "base/map.h"
#include "corpus/archive.h"

typedef struct gisa_fetched_page {
    int64_t asked_utc;   /* of the last capture, a revisit included */
    int64_t fetched_utc; /* of the capture that holds the bytes; 0: there is none */
    uint64_t offset;     /* of that capture */
    uint64_t last;       /* where the last response is */
    uint64_t digest;     /* a hash of its payload digest */
    int status;          /* of the last response that was no 304 */
} gisa_fetched_page;

typedef struct gisa_fetch_history { /* {0} knows nothing */
    gisa_map index;
    gisa_fetched_page *pages;
    size_t n, cap;
    char *path; /* of the archive */
} gisa_fetch_history;

/* Reads the heads of an archive into *k (cleared first); a file that is not there knows nothing.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_fetch_history_load(const char *path, gisa_fetch_history *k, gisa_error *err);

/* What is known of an address, or NULL. Dead after the next note. */
const gisa_fetched_page *gisa_fetch_history_find(const gisa_fetch_history *k, gisa_str url);

/* The same, for the address that its redirects lead to; NULL when any step is unknown. Of redirects
 * that do not end, one of them. */
const gisa_fetched_page *gisa_fetch_history_follow(const gisa_fetch_history *k, gisa_str url);

/* Notes a capture, at c->offset; its digest is that of its payload. Errors: GISA_ENOMEM.
 */
gisa_status gisa_fetch_history_note(gisa_fetch_history *k, const gisa_capture *c, gisa_error *err);

/* A hash of "sha256:<hex>", to compare with gisa_fetched_page.digest. */
uint64_t gisa_fetch_history_hash(gisa_str digest);

/* Opens the archive at the capture that holds the page's bytes and reads it.
 *
 * archive: set to what the caller closes when done with *out, also on failure (may be NULL then).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOTFOUND (no bytes), GISA_ENOMEM. */
gisa_status gisa_fetch_history_read(const gisa_fetch_history *k, const gisa_fetched_page *page,
                                    gisa_archive **archive, gisa_capture *out, gisa_error *err);

void gisa_fetch_history_clear(gisa_fetch_history *k);

#endif
