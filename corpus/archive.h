/* The archive: append-only WARC 1.1 (ISO 28500:2017), one gzip member a record, the only truth.
 * Everything after it can be deleted and rebuilt from it.
 *
 * One file, one writer at a time (an advisory lock), any number of readers. A capture is what was
 * received, untouched. A torn last record, as kill -9 leaves it, is cut off by the next open for
 * writing and reported through *cut_bytes. */
#ifndef GISA_CORPUS_ARCHIVE_H
#define GISA_CORPUS_ARCHIVE_H

#include "base/buf.h"
#include "base/time.h"

typedef enum gisa_capture_type {
    GISA_CAPTURE_RESPONSE, /* a fetched HTTP exchange: head and body */
    GISA_CAPTURE_RESOURCE, /* local material taken in by import */
    GISA_CAPTURE_REVISIT,  /* the server said 304, or the same bytes came again */
    GISA_CAPTURE_OTHER,    /* warcinfo, request, metadata … of other writers' files */
} gisa_capture_type;

typedef struct gisa_capture {
    gisa_capture_type type;
    gisa_str uri;          /* WARC-Target-URI */
    gisa_str content_type; /* of the payload: text/html; charset=euc-kr */
    int64_t fetched_utc;   /* WARC-Date */
    int http_status;       /* 0: none */
    gisa_str http_head;    /* status line and header fields as received; GISA_NONE for a resource */
    gisa_str payload; /* the entity body after transfer- and content-encoding, or as imported */
    gisa_str digest;  /* "sha256:<hex>" of the payload */
    uint64_t offset;  /* of the record in the archive */
    uint64_t length;  /* compressed bytes of the record */
} gisa_capture;

typedef struct gisa_archive gisa_archive;

/* Opens for appending; creates the file with a warcinfo record when it is not there.
 *
 * cut_bytes: may be NULL; how many bytes of a torn last record were removed.
 * Errors:    GISA_EIO, GISA_EBUSY (another writer), GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_archive_open(const char *path, gisa_archive **out, uint64_t *cut_bytes,
                              gisa_error *err);

/* Appends a capture (type, uri, content_type, fetched_utc, http_* and payload are read; digest may
 * be GISA_NONE) and sets *offset to where it stands. Not durable before the next sync.
 *
 * Errors: GISA_EIO (the file is cut back to before the record), GISA_ENOMEM, GISA_ELIMIT. */
gisa_status gisa_archive_put(gisa_archive *a, const gisa_capture *capture, uint64_t *offset,
                             gisa_error *err);

/* Makes everything put so far durable. Errors: GISA_EIO. */
gisa_status gisa_archive_sync(gisa_archive *a, gisa_error *err);

/* Opens any WARC file, gzipped or plain, for reading from byte `offset` (a record's start).
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_archive_read(const char *path, uint64_t offset, gisa_archive **out,
                              gisa_error *err);

/* Moves to the next capture.
 *
 * out:     borrowed from the archive; dead after the next call or the close.
 * Returns: GISA_OK with *out filled, GISA_END after the last capture, GISA_SKIP for a record that
 *          is unusable by itself (err says why; carry on).
 * Errors:  GISA_EIO; GISA_ECORRUPT with err->offset at the bad record (also a digest that does not
 *          match); GISA_ELIMIT; GISA_ENOMEM. */
gisa_status gisa_archive_next(gisa_archive *a, gisa_capture *out, gisa_error *err);

void gisa_archive_close(gisa_archive *a); /* NULL is fine */

#endif
