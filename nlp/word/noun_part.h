/* Parts of a noun that stays whole in the index and that a reader looks for by themselves: 기차 in
 * 기차역, 고양 in 고양시. */
#ifndef GISA_NLP_WORD_NOUN_PART_H
#define GISA_NLP_WORD_NOUN_PART_H

#include "base/str.h"
#include "nlp/word/wordset.h"

/* Whether a syllable ends nouns as a word of its own does (역, 률), so that it is no letter out of
 * the middle of another word. */
bool gisa_is_noun_tail(uint32_t cp);

/* Whether a noun is a city, county or district of Korea, or a town of one: 고양시, 가곡면. */
bool gisa_noun_is_place(gisa_str noun);

/* The noun that another of Hangul begins with, two syllables or more, when one syllable follows:
 * the name of a place (고양 of 고양시), or a known noun before a tail (기차 of 기차역) or before
 * what may also be a josa (부인 of 부인과). GISA_NONE: there is none.
 *
 * *loose: the whole is something else than its head (노동자). */
gisa_str gisa_noun_head(gisa_wordset words, gisa_str noun, bool *loose);

#endif
