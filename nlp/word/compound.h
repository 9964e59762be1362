/* Compound nouns and names of Hangul, split by the words of the model. */
#ifndef GISA_NLP_WORD_COMPOUND_H
#define GISA_NLP_WORD_COMPOUND_H

#include "nlp/word/wordset.h"

#define GISA_COMPOUND_MIN 4 /* syllables of a word that is split */
#define GISA_COMPOUND_MAX 24

/* Finds the parts of a word: known nouns of two syllables or more, the fewest that are not long
 * themselves, each perhaps with a tail (nlp/word/noun_part.h). Only the first may be unknown
 * (딥마인드연구소 is 딥마인드 + 연구소), and none is of a word that is known as a whole.
 *
 * cp:      n syllables of Hangul.
 * is_name: the word is a known name, no part of which is unknown: 제미나이 has no 나이.
 * ends:    where each part ends, room for GISA_COMPOUND_MAX / 2.
 * Returns: how many parts, 1: it stays whole. */
unsigned gisa_compound_split(gisa_wordset words, const uint32_t *cp, uint32_t n, bool is_name,
                             uint8_t *ends);

#endif
