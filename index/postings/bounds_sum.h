/* What the units of a query can add to a score at most, range by range (index/postings/bounds.h).
 */
#ifndef GISA_INDEX_POSTINGS_BOUNDS_SUM_H
#define GISA_INDEX_POSTINGS_BOUNDS_SUM_H

#include "index/postings/sweep.h"

/* Finds the bounds of the units that count, and sums them up; HUGE_VAL for a range that must be
 * read. The store's bounds must be there. Terms that have none are read.
 *
 * bounds:  by unit and range.
 * sums:    by range, store->bounds.n of them.
 * Returns: GISA_OK, GISA_SKIP (a format of posting lists that only FTS5 reads).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_bounds_sum(gisa_store *s, const gisa_sweep_unit *units, size_t n, float *bounds,
                            double *sums, gisa_error *err);

#endif
