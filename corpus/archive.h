/* The archive (gisa/archive.h): what only the library needs of it. */
#ifndef GISA_CORPUS_ARCHIVE_H
#define GISA_CORPUS_ARCHIVE_H

#include "base/buf.h"
#include "base/time.h"
#include "corpus/archive_origin.h"
#include "gisa/archive.h"

/* Whether a capture can hold an article at all: no warcinfo, note, feed or robots.txt. */
static inline bool gisa_capture_is_page(const gisa_capture *c)
{
    return c->type != GISA_CAPTURE_OTHER && c->type != GISA_CAPTURE_METADATA &&
           c->role == GISA_ROLE_PAGE;
}

/* Opens for appending as gisa_archive_open does.
 *
 * id: of a new archive, or what an old one must have; NULL: a new one gets one of its own, an old
 *     one may have any. Errors: also GISA_EINVAL: it is another archive. */
gisa_status gisa_archive_open_as(const char *path, const char *id, gisa_archive **out,
                                 uint64_t *cut_bytes, gisa_error *err);

/* Its identity. */
const char *gisa_archive_id(const gisa_archive *a);

/* Byte offset after the last record of an archive that is open for appending. */
uint64_t gisa_archive_end(const gisa_archive *a);

/* The same without payload and without checks, for a quick look at what there is: payload is
 * GISA_NONE and digest is what the record says. Records of gisa's own are hopped over. */
gisa_status gisa_archive_next_head(gisa_archive *a, gisa_capture *out, gisa_error *err);

#endif
