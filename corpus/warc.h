/* The text of WARC 1.1 records (ISO 28500:2017, clauses 4 to 6): header fields in and out. */
#ifndef GISA_CORPUS_WARC_H
#define GISA_CORPUS_WARC_H

#include "base/hash.h"
#include "corpus/archive.h"

#define GISA_WARC_HEAD_MAX ((size_t)64 << 10)

typedef struct gisa_warc_head {
    gisa_str type; /* response, resource, revisit … */
    gisa_str id;   /* WARC-Record-ID without its brackets */
    gisa_str uri;
    gisa_str content_type; /* of the block */
    gisa_str payload_digest, block_digest;
    gisa_str role;
    int64_t date_utc, refers_utc; /* 0: unknown */
    uint64_t length;              /* of the block */
    bool truncated, no_learn, keep_duplicates, aside;
} gisa_warc_head;

/* Reads a record's header, from "WARC/" to before the empty line. Views point into text.
 *
 * Errors: GISA_ECORRUPT (no version line, no Content-Length, a bad number). */
gisa_status gisa_warc_parse(gisa_str text, gisa_warc_head *out, gisa_error *err);

/* Whether a capture can be written as a record. Errors: GISA_EINVAL, GISA_ELIMIT. */
gisa_status gisa_warc_check(const gisa_capture *c, gisa_error *err);

/* Appends a whole record (header, block, the two empty lines) for a capture that is to be at byte
 * `offset`. h: any running digest of the caller's, left at its start. The capture's digest, if it
 * has one, is believed.
 *
 * Errors: GISA_EINVAL, GISA_ELIMIT as gisa_archive_put says; the buffer's own stay in it. */
gisa_status gisa_warc_format(const gisa_capture *c, uint64_t offset, gisa_sha256 *h, gisa_buf *out,
                             gisa_error *err);

/* Appends the warcinfo record that opens a file. id: corpus/archive_origin.h. */
void gisa_warc_format_info(int64_t date_utc, const char *id, gisa_sha256 *h, gisa_buf *out);

/* Appends a warcinfo record that says who crawls from there on.
 *
 * fields: application/warc-fields. offset, h: as above. */
void gisa_warc_format_crawler(gisa_str fields, int64_t date_utc, uint64_t offset, gisa_sha256 *h,
                              gisa_buf *out);

/* Undoes "Transfer-Encoding: chunked" (RFC 9112, section 7.1), appending to out.
 *
 * Returns: false when the bytes are not chunks from start to end; out is then as before. */
bool gisa_warc_unchunk(gisa_str body, gisa_buf *out);

#endif
