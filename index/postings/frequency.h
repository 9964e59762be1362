/* In how many articles a term occurs.
 *
 * FTS5 has to walk a posting list to know its length. Frequent terms therefore stand in the table
 * term_frequency, counted at the end of a run that let the corpus grow by a quarter since the last
 * count, and during one whenever it has doubled; a count is scaled by the growth since. The lists
 * of all other terms are short enough to walk. */
#ifndef GISA_INDEX_POSTINGS_FREQUENCY_H
#define GISA_INDEX_POSTINGS_FREQUENCY_H

#include "index/postings/phrase.h"
#include "index/store/store.h"

/* The frequency of a term; an estimate when it is frequent, as of its last count unless
 * the roll is loaded.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frequency_find(gisa_store *s, gisa_str term, double *out, gisa_error *err);

/* The same for a phrase; `rarest` is the frequency of its rarest term. */
gisa_status gisa_frequency_of_phrase(gisa_store *s, const gisa_phrase *phrase, double rarest,
                                     double *out, gisa_error *err);

/* Makes sure of temp.article_term, the terms of the index and how many articles have each (SQLite's
 * fts5vocab, kind "row"). Errors: GISA_EIO. */
gisa_status gisa_store_need_terms(gisa_store *s, gisa_error *err);

/* Counts the frequent terms anew. Not inside a batch.
 *
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ENOMEM. */
gisa_status gisa_frequency_refresh(gisa_store *s, gisa_error *err);

#endif
