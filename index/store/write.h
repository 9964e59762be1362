/* Writing a batch into the open transaction. */
#ifndef GISA_INDEX_STORE_WRITE_H
#define GISA_INDEX_STORE_WRITE_H

#include "index/store/store.h"

/* Writes the rows of the store's batch in order of their ids, and links near-duplicates when that
 * is due. The batch stays as it is.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_ECORRUPT, the tokenizer's. */
gisa_status gisa_batch_write(gisa_store *s, gisa_error *err);

#endif
