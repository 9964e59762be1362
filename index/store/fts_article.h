/* One article in the posting lists. */
#ifndef GISA_INDEX_STORE_FTS_ARTICLE_H
#define GISA_INDEX_STORE_FTS_ARTICLE_H

#include "index/store/store.h"

/* Positions of a record's terms: its length in the roll (index/store/roll.h). */
uint32_t gisa_fts_article_length(const gisa_terms *title, const gisa_terms *body);

/* Puts a newest version into the posting lists.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, the tokenizer's. */
gisa_status gisa_fts_article_put(gisa_store *s, const gisa_record *r, int64_t row, gisa_error *err);

/* Removes it with its counts of names, while its text and its mentions are still stored.
 *
 * Errors: the same. */
gisa_status gisa_fts_article_delete(gisa_store *s, int64_t row, gisa_error *err);

#endif
