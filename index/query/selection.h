/* The rows of a query as a temporary table, for SQL that joins them. */
#ifndef GISA_INDEX_QUERY_SELECTION_H
#define GISA_INDEX_QUERY_SELECTION_H

#include "index/query/match.h"

typedef struct gisa_selection_opts {
    bool exact;
    bool keep_copies;
    bool counted;   /* near-duplicates are where they are counted (gisa_collapse_count) */
    gisa_days days; /* besides the query's own */
} gisa_selection_opts;

/* Finds what matches all words of a query; with an empty one everything that passes. The caller has
 * begun a read, and clears *out.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_selection_find(gisa_store *s, gisa_str query, const gisa_selection_opts *opts,
                                gisa_matches *out, gisa_error *err);

/* Fills temp.selection (row INTEGER PRIMARY KEY) with the matches. Errors: GISA_EIO, GISA_ENOMEM.
 */
gisa_status gisa_selection_table(gisa_store *s, const gisa_matches *m, gisa_error *err);

#endif
