/* The archive: append-only WARC 1.1 (ISO 28500:2017), one gzip member a record, the only truth.
 * Everything after it can be deleted and rebuilt from it.
 *
 * One file, one writer at a time (an advisory lock), any number of readers; a handle belongs to one
 * thread. A torn last record, as kill -9 leaves it, is cut off by the next open for writing and
 * reported through *cut_bytes.
 *
 * Record ids are made from digest, address, date and place, so the same captures give the same
 * bytes after the first record, whose id is the archive's own and random. Payloads are stored after
 * transfer- and content-decoding, with the fields that described the coding renamed to
 * X-Archive-Orig-*; digests are written as "sha256:<hex>". */
#ifndef GISA_ARCHIVE_H
#define GISA_ARCHIVE_H

#include "gisa/text.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum gisa_capture_type {
    GISA_CAPTURE_RESPONSE, /* a fetched HTTP exchange: head and body */
    GISA_CAPTURE_RESOURCE, /* local material taken in by import */
    GISA_CAPTURE_REVISIT,  /* the server said 304, or the same bytes came again */
    GISA_CAPTURE_METADATA, /* a note about a crawl or an address */
    GISA_CAPTURE_OTHER,    /* warcinfo, request … of other writers' files; cannot be put */
} gisa_capture_type;

/* What a capture was fetched for: only pages can hold articles. Written as the field "Gisa-Role";
 * records of other writers are pages. */
typedef enum gisa_capture_role {
    GISA_ROLE_PAGE,
    GISA_ROLE_FEED,    /* a feed, a sitemap or a page that lists others */
    GISA_ROLE_ROBOTS,  /* robots.txt */
    GISA_ROLE_POLICY,  /* /.well-known/tdmrep.json */
    GISA_ROLE_SOURCE,  /* metadata: a source has been crawled to the end */
    GISA_ROLE_LISTING, /* metadata: addresses that a feed listed, and that were news */
    GISA_ROLE_FAILURE, /* metadata: an address that did not come, and why */
} gisa_capture_role;

#define GISA_RECORD_MAX ((uint64_t)64 << 20) /* bytes of a record's block */

typedef struct gisa_capture {
    gisa_capture_type type;
    gisa_capture_role role;
    gisa_str uri;          /* WARC-Target-URI */
    gisa_str content_type; /* of the payload: text/html; charset=euc-kr */
    int64_t fetched_utc;   /* WARC-Date */
    int http_status;       /* 0: none */
    gisa_str http_head;    /* status line and header fields as received, without the empty line;
                              GISA_NONE for a resource */
    gisa_str payload;     /* the entity body after transfer- and content-encoding, or as imported */
    gisa_str digest;      /* "sha256:<hex>" of the payload; of a revisit, of what it stands for */
    int64_t refers_utc;   /* of a revisit: the date of the capture it stands for; 0: unknown */
    bool truncated;       /* the payload was left out or cut on purpose */
    bool no_learn;        /* stands aside from learning; written as "Gisa-Learn: no" */
    bool keep_duplicates; /* an article of the same title is another; "Gisa-Duplicates: keep" */
    bool aside;           /* of the archive, and not to be taken in; "Gisa-Ingest: no" */
    uint64_t offset;      /* of the record in the archive */
    uint64_t length;      /* compressed bytes of the record; 0 when it shares a gzip member */
} gisa_capture;

typedef struct gisa_archive gisa_archive;

/* Opens for appending; creates the file when it is not there. The warcinfo record comes with the
 * first capture and bears its date.
 *
 * Only archives that gisa wrote are opened: those of other programs are not changed.
 *
 * cut_bytes: may be NULL; how many bytes of a torn last record were removed.
 * Errors:    GISA_EIO, GISA_EBUSY (another writer), GISA_ECORRUPT with err->offset at the damage
 *            (nothing is changed then), GISA_EINVAL (no gzipped WARC, or none of gisa),
 * GISA_ENOMEM. */
GISA_API gisa_status gisa_archive_open(const char *path, gisa_archive **out, uint64_t *cut_bytes,
                                       gisa_error *err);

/* Appends a capture (type, role, uri, content_type, fetched_utc, http_*, payload, truncated,
 * no_learn, keep_duplicates, aside are read; digest and refers_utc for a revisit only) and sets
 * *offset to where it stands. Handed to the kernel in one piece, so it survives the process; it
 * survives the machine after a sync.
 *
 * content_type: of a response it is read from http_head; for other types it is written.
 * Errors: GISA_EIO (the file is cut back to before the record), GISA_EINVAL (a control character in
 *         the uri or the type, a type that cannot be put), GISA_ELIMIT (over GISA_RECORD_MAX),
 *         GISA_ENOMEM. */
GISA_API gisa_status gisa_archive_put(gisa_archive *a, const gisa_capture *capture,
                                      uint64_t *offset, gisa_error *err);

/* Makes everything put so far durable. Errors: GISA_EIO. */
GISA_API gisa_status gisa_archive_sync(gisa_archive *a, gisa_error *err);

/* Opens any WARC or ARC file, gzipped or plain, for reading from byte `offset` (a record's start).
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
GISA_API gisa_status gisa_archive_read(const char *path, uint64_t offset, gisa_archive **out,
                                       gisa_error *err);

/* Moves to the next capture. A sha256 digest in the record is checked; digests of other kinds are
 * not. The payloads of other writers are freed of chunks, gzip, deflate and brotli; a response
 * without a status line comes as a resource.
 *
 * out:     borrowed from the archive; dead after the next call or the close.
 * Returns: GISA_OK with *out filled, GISA_END after the last capture, GISA_SKIP for a record that
 *          is unusable by itself (over GISA_RECORD_MAX, an unknown coding, cut off at the end of
 *          the file, of another length than it says: err says why and err->offset where; carry
 *          on).
 * Errors:  GISA_EIO; GISA_ECORRUPT with err->offset at the bad record (also a digest that does not
 *          match); GISA_ENOMEM. */
GISA_API gisa_status gisa_archive_next(gisa_archive *a, gisa_capture *out, gisa_error *err);

GISA_API void gisa_archive_close(gisa_archive *a); /* NULL is fine */

#ifdef __cplusplus
}
#endif

#endif
