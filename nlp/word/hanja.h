/* Readings of the Hanja that Korean headlines use: 美 is 미, and stands for 미국. */
#ifndef GISA_NLP_WORD_HANJA_H
#define GISA_NLP_WORD_HANJA_H

#include "base/str.h"

/* The Hangul reading of one Hanja inside a word (美 is 미): one syllable, or GISA_NONE when the
 * table does not have it. Static. */
gisa_str gisa_hanja_reading(uint32_t cp);

/* The word that a Hanja stands for when it stands alone in a headline (美 is 미국, 與 is 여당), or
 * GISA_NONE. Static. */
gisa_str gisa_hanja_word(uint32_t cp);

#endif
