/* What a reader sees: one moment of the store, and the roll of that moment. */
#ifndef GISA_INDEX_STORE_SNAPSHOT_H
#define GISA_INDEX_STORE_SNAPSHOT_H

#include "index/store/store.h"

/* Reads see one moment between these two; also inside a batch. Errors: GISA_EIO. */
gisa_status gisa_store_begin_read(gisa_store *s, bool *began, gisa_error *err);
void gisa_store_end_read(gisa_store *s, bool began);

/* Brings store->roll up to what the open transaction sees. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_store_need_roll(gisa_store *s, gisa_error *err);

/* How many newest versions there are; counted once, then kept by the batches. Errors: GISA_EIO. */
gisa_status gisa_store_count_articles(gisa_store *s, int64_t *out, gisa_error *err);

/* Creates temp.article_term if need be: the terms of the index and how many articles have each
 * (SQLite's fts5vocab, kind "row"). Errors: GISA_EIO. */
gisa_status gisa_store_need_terms(gisa_store *s, gisa_error *err);

#endif
