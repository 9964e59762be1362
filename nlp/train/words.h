/* The word list of the model: Debian's hunspell-ko and the forms that training saw often. */
#ifndef GISA_NLP_TRAIN_WORDS_H
#define GISA_NLP_TRAIN_WORDS_H

#include "nlp/train/corpus.h"

/* Builds a packed set from words seen `least` times and from a file of "class TAB word" lines.
 *
 * slots: new memory, freed by gisa_free; out points into it.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status train_words_make(const train_words *seen, uint64_t min, const char *path,
                             uint32_t **slots, gisa_wordset *out, gisa_error *err);

#endif
