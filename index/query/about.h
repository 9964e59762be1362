/* Which sentences of an article are about what was asked.
 *
 * An article whose title has all words of a query is about it; one that says them below is so in
 * places: in a sentence that has one of the words, in any spelling, when the others are in it, in
 * the sentence before it in the paragraph, or in the title; and in the sentence after that in the
 * paragraph, when it names nobody, so that the subject is carried on. entity: is a word whose
 * places are the entity's. A query without words (only filters) is what every sentence is about. */
#ifndef GISA_INDEX_QUERY_ABOUT_H
#define GISA_INDEX_QUERY_ABOUT_H

#include "gisa/store.h"

typedef struct gisa_about gisa_about; /* for one query; one thread */

/* Borrows the store, within a read that has begun. exact: only the spellings that were typed.
 *
 * Errors: GISA_ENOMEM, GISA_EIO, and those of the query. */
gisa_status gisa_about_open(gisa_store *s, gisa_str query, bool exact, gisa_about **out,
                            gisa_error *err);
void gisa_about_close(gisa_about *w); /* NULL is fine */

/* The sentences, in order, as spans of the article's text (title, line end, body); *spans is dead
 * after the next call. The article has its annotation.
 *
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_about_find(gisa_about *w, const gisa_stored *article, const gisa_span **spans,
                            size_t *n, gisa_error *err);

#endif
