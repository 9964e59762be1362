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

/* Puts the article that is counted in the place of each match that is a near-duplicate: the source
 * if it is within the time and the outlets of the plan, else the earliest of its copies that is,
 * whether it matches or not. So what matches is part of all that is there, folded in the same way.
 * Only m->at is kept.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_collapse_count(gisa_store *s, const gisa_plan *p, gisa_matches *m,
                                gisa_error *err);

#endif
