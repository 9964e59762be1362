/* Which labels a character may take, from the labels that training saw it with. */
#ifndef GISA_NLP_TRAIN_CANDIDATES_H
#define GISA_NLP_TRAIN_CANDIDATES_H

#include "nlp/train/learn.h"

/* Labels seen twice or more with a character and in .03% of its uses; syllables may also begin and
 * continue nouns and names, and rare ones take what three syllables with the same vowel and final
 * consonant took. Other characters share the lists of their class. Errors: GISA_ENOMEM. */
gisa_status train_candidates_make(const train_corpus *c, const train_labels *l,
                                  train_candidates *out, gisa_error *err);

#endif
