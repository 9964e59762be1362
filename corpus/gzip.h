/* Gzip (RFC 1952) as archives use it: one member a record, written in one piece and read as a
 * stream that stops at the end of each member. */
#ifndef GISA_CORPUS_GZIP_H
#define GISA_CORPUS_GZIP_H

#include "base/buf.h"

typedef struct gisa_deflater gisa_deflater;

/* A reusable compressor. Errors: GISA_ENOMEM. */
gisa_status gisa_deflater_open(gisa_deflater **out, gisa_error *err);
void gisa_deflater_close(gisa_deflater *d); /* NULL is fine */

#define GISA_GZIP_HEAD 24

/* Appends data (under 4 GB) as one gzip member. Its header has no time and no name, and an extra
 * field "sl" (skip length) with the member's whole length and the length of the data, each a
 * 32-bit little-endian number, so that a reader can hop from member to member. */
void gisa_deflater_put(gisa_deflater *d, gisa_str data, gisa_buf *out);

#define GISA_GZIP_STORED_MAX 65535

/* The same without compression, for up to GISA_GZIP_STORED_MAX bytes: its length depends on that of
 * the data alone. */
void gisa_gzip_put_stored(gisa_str data, gisa_buf *out);

/* The member's length from its first GISA_GZIP_HEAD bytes; 0 when it does not say. */
uint64_t gisa_gzip_skip_length(gisa_str head);

/* Expands gzip (all members), zlib or raw deflate data, whichever it is, appending to out.
 *
 * max:    ceiling for the expanded bytes.
 * Errors: GISA_ECORRUPT with err->offset in data; GISA_ELIMIT; GISA_ENOMEM. */
gisa_status gisa_gzip_expand(gisa_str data, size_t max, gisa_buf *out, gisa_error *err);

/* The bytes of a file, plain or of several gzip members. {0} is a closed stream. */
typedef struct gisa_stream gisa_stream;

/* Reads fd (not owned) from byte `offset`, which must be the start of a member or, in a plain
 * file, any byte. path serves messages and must live as long as the stream.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_stream_open(int fd, const char *path, uint64_t offset, gisa_stream **out,
                             gisa_error *err);
void gisa_stream_close(gisa_stream *s); /* NULL is fine */

/* The same of a pipe, which is read on from where it is: nothing in it can be gone back to, and
 * offsets count from there. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_stream_open_pipe(int fd, const char *path, gisa_stream **out, gisa_error *err);

/* Reads up to n (> 0) bytes; never crosses the end of a member.
 *
 * *got:    0 at the end of the file.
 * Returns: GISA_OK; GISA_SKIP when the last member is cut off (err->offset is its start).
 * Errors:  GISA_EIO; GISA_ECORRUPT with err->offset at the member; GISA_ENOMEM. */
gisa_status gisa_stream_read(gisa_stream *s, char *to, size_t n, size_t *got, gisa_error *err);

bool gisa_stream_is_gzip(const gisa_stream *s);

/* The start of the member that the last bytes came from. */
uint64_t gisa_stream_member(const gisa_stream *s);

/* Where the next byte comes from: the start of the member at hand, or of the next one when the
 * last is settled; in a plain file the byte's own offset. */
uint64_t gisa_stream_offset(const gisa_stream *s);

/* Moves past the end of the current member, checking its trailer, if none of its bytes is left to
 * read; does nothing otherwise.
 *
 * Returns and errors: as gisa_stream_read. */
gisa_status gisa_stream_settle(gisa_stream *s, gisa_error *err);

/* Goes on at the start of another member (or byte). Errors: GISA_EIO. */
gisa_status gisa_stream_seek(gisa_stream *s, uint64_t offset, gisa_error *err);

/* The first member after a damaged one, of those that say their length; *next is the end of the
 * file when there is none. Where the stream goes on is left to gisa_stream_seek.
 *
 * Returns: GISA_OK, GISA_END. Errors: GISA_EIO. */
gisa_status gisa_stream_find_member(gisa_stream *s, uint64_t damaged, uint64_t *next,
                                    gisa_error *err);

/* The first place after byte `after` where any member may begin; the same otherwise. */
gisa_status gisa_stream_find_gzip(gisa_stream *s, uint64_t after, uint64_t *next, gisa_error *err);

/* The skip length of the member at `offset`, or 0 when it has none, or one that leads nowhere. */
uint64_t gisa_stream_skip_length(const gisa_stream *s, uint64_t offset);

#endif
