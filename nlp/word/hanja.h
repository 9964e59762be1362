/* How Hanja are read: 美 is 미, and stands for 미국 alone in a headline; 女性 is 여성 and 男女
 * 남녀, by the initial sound rule (한글 맞춤법 제10항에서 제12항). */
#ifndef GISA_NLP_WORD_HANJA_H
#define GISA_NLP_WORD_HANJA_H

#include "base/buf.h"

/* The Hangul readings of one Hanja inside a word, the usual one first, divided by | (樂 is
 * 악|락|요), without what the initial sound rule makes of them; GISA_NONE when the table does not
 * have it. Static. */
gisa_str gisa_hanja_readings(uint32_t cp);

/* The word that a Hanja stands for when it stands alone in a headline (美 is 미국, 與 is 여당), or
 * GISA_NONE. Static. */
gisa_str gisa_hanja_word(uint32_t cp);

#define GISA_HANJA_WAYS 4 /* of reading one word */

typedef struct gisa_hanja_spelling {
    char bytes[256];
    size_t n;
} gisa_hanja_spelling;

/* A word with its Hanja read as Hangul, in the ways that the table and the initial sound rule give,
 * the usual one first.
 *
 * Returns: their number; 0 when the word has no Hanja, or one without a reading, or is too long. */
size_t gisa_hanja_spell(gisa_str word, gisa_hanja_spelling out[GISA_HANJA_WAYS]);

#endif
