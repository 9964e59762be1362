/* What a capture is before anybody reads it: a page, or something that crawlers keep beside pages.
 */
#ifndef GISA_PIPELINE_PAGE_TYPE_H
#define GISA_PIPELINE_PAGE_TYPE_H

#include "corpus/archive.h"
#include "ingest/extract.h"

/* "images", "name lookups", …: what never holds an article, in the plural. NULL: it may hold one.
 */
const char *gisa_page_type_other(const gisa_capture *c);

/* Whether a capture holds a page, and of which format; servers mislabel pages, so one that begins
 * as HTML is one, unless it is called something else.
 *
 * Returns: NULL for a page, else why it is none; static or in scratch. */
const char *gisa_page_type_find(const gisa_capture *c, gisa_format *format, char scratch[32]);

#endif
