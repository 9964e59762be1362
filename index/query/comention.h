/* Names that stand in the same articles. */
#ifndef GISA_INDEX_QUERY_COMENTION_H
#define GISA_INDEX_QUERY_COMENTION_H

#include "index/query/facet.h"

typedef struct gisa_comention {
    uint32_t a, b;     /* places in names, a < b */
    uint64_t articles; /* that have both */
} gisa_comention;

typedef struct gisa_comentions {
    gisa_names names;
    gisa_comention *pairs; /* in the order of a, then b; none without an article */
    size_t n;
} gisa_comentions;

/* The most frequent names of a query and a time (as gisa_names_run has them) and in how many of its
 * articles each two stand together. A family and its members, and members of one family, are no
 * pairs.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_comentions_run(gisa_store *s, const gisa_names_opts *opts, gisa_comentions *out,
                                gisa_error *err);
void gisa_comentions_clear(gisa_comentions *c);

#endif
