/* The reading side of corpus/archive.h: records of one open file. Use gisa_archive_read. */
#ifndef GISA_CORPUS_ARCHIVE_READER_H
#define GISA_CORPUS_ARCHIVE_READER_H

#include "corpus/archive.h"

typedef struct gisa_archive_reader gisa_archive_reader;

/* fd and path are borrowed. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_archive_reader_open(int fd, const char *path, uint64_t offset,
                                     gisa_archive_reader **out, gisa_error *err);

/* whole: gisa_archive_next, else gisa_archive_next_head. */
gisa_status gisa_archive_reader_next(gisa_archive_reader *r, bool whole, gisa_capture *out,
                                     gisa_error *err);

void gisa_archive_reader_close(gisa_archive_reader *r); /* NULL is fine */

#endif
