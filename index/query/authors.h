/* Who wrote: gisa_authors_run of gisa/search.h, and which authors a typed name means. */
#ifndef GISA_INDEX_QUERY_AUTHORS_H
#define GISA_INDEX_QUERY_AUTHORS_H

#include "base/buf.h"
#include "gisa/search.h"
#include "index/store/store.h"

/* A typed name without the role at its end: 배윤경 기자, 배윤경기자 are 배윤경. */
gisa_str gisa_author_name(gisa_str typed);

/* An author whom the words of a query name. {0} is empty. */
typedef struct gisa_named_author {
    gisa_buf name;
    gisa_buf query;    /* the same query with author:name in place of the words */
    bool role;         /* the name has a role after it: 배윤경 기자 */
    uint64_t articles; /* that have this author */
} gisa_named_author;

/* Finds the first author whose full name stands among the words of a query.
 *
 * Returns: GISA_OK with *out filled, GISA_END when there is none. Errors: GISA_EIO, GISA_ENOMEM,
 *          GISA_EINVAL (a bad query). */
gisa_status gisa_named_author_find(gisa_store *s, gisa_str query, gisa_named_author *out,
                                   gisa_error *err);
void gisa_named_author_clear(gisa_named_author *a);

#endif
