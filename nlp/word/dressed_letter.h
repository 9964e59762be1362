/* Letters, digits and units in another dress, and what the index reads them as: ㎏ is kg, ㈜ is
 * (주), ① and ❶ are 1, Ⅲ is III, m² is m2, and every middle dot is ·. */
#ifndef GISA_NLP_WORD_DRESSED_LETTER_H
#define GISA_NLP_WORD_DRESSED_LETTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GISA_UNDRESSED_MAX 8 /* code points; what is made of more stays as it is */

/* The code points that a character is read as, and their number; 0: it is read as it is. */
size_t gisa_undress(uint32_t cp, uint32_t out[GISA_UNDRESSED_MAX]);

/* The dots that the press writes between parts of a word or of a list: · ㆍ ‧ ・ ･ • ∙ ⋅ … */
bool gisa_is_middle_dot(uint32_t cp);

#endif
