/* The archive (gisa/archive.h): what only the library needs of it. */
#ifndef GISA_CORPUS_ARCHIVE_H
#define GISA_CORPUS_ARCHIVE_H

#include "base/buf.h"
#include "base/time.h"
#include "corpus/archive_origin.h"
#include "corpus/gzip.h"
#include "gisa/archive.h"

/* Whether a capture can hold an article at all: no warcinfo, note, feed or robots.txt. */
static inline bool gisa_capture_is_page(const gisa_capture *c)
{
    return c->type != GISA_CAPTURE_OTHER && c->type != GISA_CAPTURE_METADATA &&
           c->role == GISA_ROLE_PAGE;
}

/* Opens for appending as gisa_archive_open does.
 *
 * sound: a record ends there, and what is before it was whole when it was read; 0: look at all of
 *     it. What lies before is not looked at, so that a start does not take longer with the years.
 * id: of a new archive, or what an old one must have; NULL: a new one gets one of its own, an old
 *     one may have any. Errors: also GISA_EINVAL: it is another archive. */
gisa_status gisa_archive_open_as(const char *path, const char *id, uint64_t sound,
                                 gisa_archive **out, uint64_t *cut_bytes, gisa_error *err);

/* Reads a WARC file from a stream of which `begun` has been read, expanded. The stream becomes the
 * archive's, if this succeeds; path is for messages. Errors: GISA_ENOMEM. */
gisa_status gisa_archive_read_stream(gisa_stream *stream, gisa_str begun, const char *path,
                                     gisa_archive **out, gisa_error *err);

/* Its identity. */
const char *gisa_archive_id(const gisa_archive *a);

/* Where its file is; the archive's own text. */
const char *gisa_archive_path(const gisa_archive *a);

/* Byte offset after the last record of an archive that is open for appending. */
uint64_t gisa_archive_end(const gisa_archive *a);

/* The same without payload and without checks, for a quick look at what there is: payload is
 * GISA_NONE and digest is what the record says. Records of gisa's own are hopped over. */
gisa_status gisa_archive_next_head(gisa_archive *a, gisa_capture *out, gisa_error *err);

/* Takes the lock without a look at what is in the file, where gisa_archive_open finds damage.
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_archive_lock(const char *path, gisa_archive **out, gisa_error *err);

/* Who holds the lock of the file at a path, which nobody has to be asked for; ended: the process is
 * no longer there, and one that it started still has the file. */
typedef struct gisa_archive_lock_holder {
    uint64_t process; /* 0: none, or it is not known */
    bool ended;
} gisa_archive_lock_holder;
gisa_archive_lock_holder gisa_archive_find_holder(const char *path);

/* A part of a file; from == to: none. */
typedef struct gisa_stretch {
    uint64_t from, to;
} gisa_stretch;

/* As gisa_archive_next, but damage is GISA_SKIP: *damaged is the stretch that is given up, and the
 * next call goes on after it; so is a last record that is cut off. GISA_SKIP with an empty stretch
 * is a record that is unusable by itself, as there.
 *
 * In an archive that gisa wrote the next record is where the members say it is; in a file of
 * another program where one looks like it. */
gisa_status gisa_archive_next_sound(gisa_archive *a, gisa_capture *out, gisa_stretch *damaged,
                                    gisa_error *err);

/* As gisa_archive_put; the capture's digest, if it has one, is that of its payload, which the
 * caller has made. */
gisa_status gisa_archive_put_digested(gisa_archive *a, const gisa_capture *capture,
                                      uint64_t *offset, gisa_error *err);

/* Appends a warcinfo record, which a file begins with: for one whose first members are another's.
 */
gisa_status gisa_archive_put_info(gisa_archive *a, int64_t date_utc, gisa_error *err);

/* Appends a warcinfo record that says who crawls from there on; fields is application/warc-fields.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_archive_put_crawler(gisa_archive *a, gisa_str fields, int64_t date_utc,
                                     gisa_error *err);

/* Appends the members of another archive as they are; *offset is where they begin.
 * Errors: GISA_EIO (the file is cut back to before them). */
gisa_status gisa_archive_put_members(gisa_archive *a, gisa_str members, uint64_t *offset,
                                     gisa_error *err);

#endif
