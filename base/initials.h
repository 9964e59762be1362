/* Initial consonants, as people type them for a word: ㄷㅅㅋ is 딥시크. */
#ifndef GISA_BASE_INITIALS_H
#define GISA_BASE_INITIALS_H

#include "base/str.h"

#define GISA_INITIALS 24 /* syllables of the longest word */

typedef struct gisa_initials {
    uint8_t leads[GISA_INITIALS]; /* numbers of lead consonants (base/hangul.h) */
    size_t n;
} gisa_initials;

/* Reads a text that is nothing but consonants; those that an input method joined (ㄳ) are two.
 * Returns: false for anything else, and for a single one. */
bool gisa_initials_parse(gisa_str typed, gisa_initials *out);

/* Whether a text has one syllable for each, that begins so. Blanks do not count. */
bool gisa_initials_match(const gisa_initials *initials, gisa_str text);

#endif
