/* The rows of one article of a batch. */
#ifndef GISA_INDEX_STORE_WRITE_ROWS_H
#define GISA_INDEX_STORE_WRITE_ROWS_H

#include "index/store/batch.h"

/* Writes one article's rows besides the posting lists.
 *
 * outlet, section: their numbers; 0: unknown.
 * Errors:          GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_write_article(gisa_store *s, const gisa_batch_item *item, uint32_t outlet,
                               uint32_t section, gisa_error *err);

/* Writes what analysis found in one article. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_write_annotation(gisa_store *s, const gisa_batch_item *item, gisa_error *err);

#endif
