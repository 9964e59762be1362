/* The archive (gisa/archive.h): what only the library needs of it. */
#ifndef GISA_CORPUS_ARCHIVE_H
#define GISA_CORPUS_ARCHIVE_H

#include "base/buf.h"
#include "base/time.h"
#include "gisa/archive.h"

/* Whether a capture can hold an article at all: no warcinfo, note, feed or robots.txt. */
static inline bool gisa_capture_is_page(const gisa_capture *c)
{
    return c->type != GISA_CAPTURE_OTHER && c->type != GISA_CAPTURE_METADATA &&
           c->role == GISA_ROLE_PAGE;
}

/* Byte offset after the last record of an archive that is open for appending. */
uint64_t gisa_archive_end(const gisa_archive *a);

/* The same without payload and without checks, for a quick look at what there is: payload is
 * GISA_NONE and digest is what the record says. Records of gisa's own are hopped over. */
gisa_status gisa_archive_next_head(gisa_archive *a, gisa_capture *out, gisa_error *err);

#endif
