/* Makes the bounds of frequent terms (index/postings/bounds.h). */
#ifndef GISA_INDEX_POSTINGS_BOUNDS_MAKE_H
#define GISA_INDEX_POSTINGS_BOUNDS_MAKE_H

#include "index/store/store.h"

/* Replaces all bounds inside a transaction: of the terms that term_frequency has. No entry of the
 * roll is fresh then. Posting lists in a format that only FTS5 reads get none.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_bounds_make(gisa_store *s, gisa_error *err);

#endif
