/* Folds near-duplicates: of the matches that are copies of one article, one is kept. */
#ifndef GISA_INDEX_QUERY_COLLAPSE_H
#define GISA_INDEX_QUERY_COLLAPSE_H

#include "index/query/match.h"

/* Removes matches that are near-duplicates of another match. The source is kept when it matches,
 * otherwise the best copy (without scores the earliest).
 *
 * copies: set to an array by match, how many were folded under it (freed by gisa_free), or to NULL
 *         when there was nothing to fold; may be NULL.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_collapse_run(gisa_store *s, gisa_matches *m, uint64_t **copies, gisa_error *err);

#endif
