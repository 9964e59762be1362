/* Near-duplicates in the store: applies corpus/neardup.h to a batch.
 *
 * A copy carries the row of its source in article.copy_of, which may be a copy itself. The roll's
 * flags say which articles are copies and which are sources.
 *
 * Looking for links reads all stored fingerprints. So that its cost grows with the number of
 * articles and not with its square, the blocks of several batches wait until they are a sixteenth
 * of the rest, or 9,000 articles, or the run ends (GISA_COPIES_ in index/index_tuning.h). The meta
 * number copies_linked is the last block whose links are known, copies_bytes the size of those up
 * to it. */
#ifndef GISA_INDEX_STORE_COPIES_H
#define GISA_INDEX_STORE_COPIES_H

#include "index/store/batch.h"

/* Stores the fingerprints of a batch's articles, inside the commit. *due: they should be linked
 * now.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_copies_put(gisa_store *s, const gisa_batch_item *const *items, size_t n, bool *due,
                            gisa_error *err);

/* Finds the sources of the articles that wait, and new sources of stored ones, inside a
 * transaction: rows and roll are written. orphans: stored rows whose source is no longer the newest
 * version.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_copies_link(gisa_store *s, const int64_t *orphans, size_t n_orphans,
                             gisa_error *err);

/* Whether articles wait for their links. Errors: GISA_EIO. */
gisa_status gisa_copies_wait(gisa_store *s, bool *out, gisa_error *err);

/* The row of the article at the end of the chain of sources; the row itself when it is no copy.
 * Errors: GISA_EIO. */
gisa_status gisa_copies_root(gisa_store *s, int64_t row, int64_t *out, gisa_error *err);

/* Before that is asked of many: reads the links of all articles, where the store only reads. They
 * are kept as long as the roll is. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_copies_know(gisa_store *s, gisa_error *err);

#endif
