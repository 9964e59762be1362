/* Near-duplicates in the store: corpus/neardup.h wired to a batch.
 *
 * A copy carries the row of its source in article.copy_of, which may be a copy itself. The roll's
 * flags say which articles are copies and which are sources. */
#ifndef GISA_INDEX_COPIES_H
#define GISA_INDEX_COPIES_H

#include "index/inside.h"

/* Finds the sources of a batch's articles, and new sources of stored ones, inside the commit: rows
 * and roll are written. orphans: stored rows whose source is no longer the newest version.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_copies_link(gisa_store *s, const gisa_batch_item *const *items, size_t n,
                             const int64_t *orphans, size_t n_orphans, gisa_error *err);

/* The row of the article at the end of the chain of sources; the row itself when it is no copy.
 * Errors: GISA_EIO. */
gisa_status gisa_copies_root(gisa_store *s, int64_t row, int64_t *out, gisa_error *err);

#endif
