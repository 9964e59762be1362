/* In how many articles a term occurs.
 *
 * FTS5 has to read a posting list to know its length. The document frequencies of frequent terms
 * are therefore kept in the table term_frequency. They are counted at the end of a run once the
 * corpus has grown by a quarter since the last count, and during a run whenever it has doubled; a
 * count is scaled by the growth since. The posting lists of all other terms are short enough to
 * read. */
#ifndef GISA_INDEX_POSTINGS_FREQUENCY_H
#define GISA_INDEX_POSTINGS_FREQUENCY_H

#include "index/postings/phrase.h"
#include "index/store/store.h"

/* The document frequency of a term. For a frequent term this is an estimate, or, as long as the
 * roll is not loaded, its last count.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frequency_find(gisa_store *s, gisa_str term, double *out, gisa_error *err);

/* The same for a phrase; `rarest` is the frequency of its rarest term. */
gisa_status gisa_frequency_of_phrase(gisa_store *s, const gisa_phrase *phrase, double rarest,
                                     double *out, gisa_error *err);

#endif
