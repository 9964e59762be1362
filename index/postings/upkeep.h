/* Counting the frequent terms; the rest of the upkeep is declared in index/store/store.h. */
#ifndef GISA_INDEX_POSTINGS_UPKEEP_H
#define GISA_INDEX_POSTINGS_UPKEEP_H

#include "index/store/store.h"

/* Counts the frequent terms again (index/postings/frequency.h). Not inside a batch.
 *
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_store_count_terms(gisa_store *s, gisa_error *err);

#endif
