/* Whether the title of an article is the query. Letters and digits are compared, in any case and
 * width; blanks and marks are not. */
#ifndef GISA_INDEX_QUERY_TITLE_H
#define GISA_INDEX_QUERY_TITLE_H

#include "base/buf.h"
#include "index/query/query.h"

/* Appends what a title is compared with: the letters of the wanted words. Nothing for a query that
 * no title is: with OR, groups that matter, or a star. Errors: GISA_ENOMEM. */
gisa_status gisa_title_key(const gisa_query *q, gisa_buf *out, gisa_error *err);

/* Whether a title is a key; none is the empty one. */
bool gisa_title_is(gisa_str key, gisa_str title);

#endif
