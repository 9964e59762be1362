/* What a word that no article has is when it was typed on the other layer of the keyboard, written
 * together with the next, or apart from it. */
#ifndef GISA_INDEX_QUERY_SUGGEST_TYPING_H
#define GISA_INDEX_QUERY_SUGGEST_TYPING_H

#include "base/buf.h"
#include "index/query/query.h"
#include "index/store/store.h"

/* Sets *out to what articles have: 구글 for rnrmf, gpt for 헷; empty: nothing.
 *
 * Errors: those of gisa_plan_make. */
gisa_status gisa_suggest_layer(gisa_store *s, gisa_str word, gisa_buf *out, gisa_error *err);

/* Sets *out to the fewest terms of two letters or more that the word is written together of,
 * with blanks between; empty: none.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_suggest_apart(gisa_store *s, gisa_str word, gisa_buf *out, gisa_error *err);

/* Sets *out to the term that an item of a query is with others beside it, as many as can be; empty:
 * none. first, n: set to the items.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_suggest_together(gisa_store *s, const gisa_query *q, size_t item, size_t *first,
                                  size_t *n, gisa_buf *out, gisa_error *err);

#endif
