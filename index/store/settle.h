/* Whether an article that comes in is a form of one that the store has, when its own id does not
 * tell (corpus/identity.h): one without an address whose text was edited, or one whose stated id
 * stands for another article. */
#ifndef GISA_INDEX_STORE_SETTLE_H
#define GISA_INDEX_STORE_SETTLE_H

#include "index/store/store.h"

/* Gives the record the id under which it is stored. Inside a batch, before gisa_store_put, with
 * record->capture set.
 *
 * text:   the body before lines learned from its site were left out, so that what is decided does
 *         not depend on when they were.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_settle_id(gisa_store *s, gisa_record *record, gisa_str text,
                                 gisa_error *err);

/* Notes the record's former ids, also when its text is stored already. Inside a batch. */
gisa_status gisa_store_put_former_ids(gisa_store *s, const gisa_article *a, uint64_t capture,
                                      gisa_error *err);

#endif
