/* Words of the user that the language has another use for. */
#ifndef GISA_NLP_WORD_LEXICON_CONFLICT_H
#define GISA_NLP_WORD_LEXICON_CONFLICT_H

#include "nlp/word/lexicon.h"

/* Appends a line for each noun of one of the lexicon's files that is also a verb's stem, or a noun
 * with its josa, or a single syllable, saying how it is read; in the order of the file.
 *
 * words: of the model. */
void gisa_lexicon_conflicts_put(const gisa_lexicon *l, uint32_t file, gisa_wordset words,
                                gisa_buf *notes);

#endif
