/* The reading side of corpus/archive.h: records of one open file, WARC or ARC. Use
 * gisa_archive_read.
 *
 * Files of other programs are read with forbearance: a record whose length is wrong ends before the
 * next one, which then comes after a GISA_SKIP that says so. */
#ifndef GISA_CORPUS_ARCHIVE_READER_H
#define GISA_CORPUS_ARCHIVE_READER_H

#include "corpus/archive.h"

typedef struct gisa_archive_reader gisa_archive_reader;

/* fd and path are borrowed. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_archive_reader_open(int fd, const char *path, uint64_t offset,
                                     gisa_archive_reader **out, gisa_error *err);

/* The same over a stream of which `begun` has been read, expanded, and is to be read first. The
 * stream becomes the reader's, if this succeeds. Errors: GISA_ENOMEM. */
gisa_status gisa_archive_reader_take(gisa_stream *stream, gisa_str begun, const char *path,
                                     gisa_archive_reader **out, gisa_error *err);

/* whole: gisa_archive_next, else gisa_archive_next_head. */
gisa_status gisa_archive_reader_next(gisa_archive_reader *r, bool whole, gisa_capture *out,
                                     gisa_error *err);

/* Whether the last call met the end of the file. */
bool gisa_archive_reader_ended(const gisa_archive_reader *r);

/* Goes on at the first record after a damaged one; *to is the end of the file when there is none.
 * Errors: GISA_EIO. */
gisa_status gisa_archive_reader_step_over(gisa_archive_reader *r, uint64_t damaged, uint64_t *to,
                                          gisa_error *err);

void gisa_archive_reader_close(gisa_archive_reader *r); /* NULL is fine */

#endif
