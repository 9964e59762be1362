/* The sources of all near-duplicates, in memory: for what asks for the groups of so many articles
 * that a look-up in the database for each would cost more. */
#ifndef GISA_INDEX_STORE_COPY_LINKS_H
#define GISA_INDEX_STORE_COPY_LINKS_H

#include "base/sql.h"

enum { GISA_COPY_CHAIN = 16 }; /* links that are followed from a copy to its source */

typedef struct gisa_copy_link {
    int64_t row, source; /* which may be a copy itself */
} gisa_copy_link;

typedef struct gisa_copy_links {
    gisa_copy_link *items; /* by row */
    size_t n, cap;
    bool known;
} gisa_copy_links;

/* Reads all links. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_copy_links_load(gisa_sql *q, gisa_copy_links *out, gisa_error *err);
void gisa_copy_links_clear(gisa_copy_links *l);

/* The row at the end of the chain of sources; the row itself when it is no copy. */
int64_t gisa_copy_links_root(const gisa_copy_links *l, int64_t row);

#endif
