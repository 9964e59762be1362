/* Whether a name in Hangul and one in Latin letters are one name by their sound: 럭스 캐피탈, Lux
 * Capital. */
#ifndef GISA_NLP_NAMES_TRANSLITERATION_H
#define GISA_NLP_NAMES_TRANSLITERATION_H

#include "base/str.h"

/* Compares the consonants of two texts, either of which may mix Hangul and Latin letters. Both have
 * to begin alike; most of the first's consonants have to be in the second in their order, and half
 * of the second's in the first: Latin has silent letters, Hangul hardly any.
 *
 * Digits have to be the same. Texts of more than 40 consonants never sound alike. */
bool gisa_sounds_alike(gisa_str hangul, gisa_str latin);

#endif
