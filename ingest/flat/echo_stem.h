/* What a word is known by when a headline and its text are compared: its first two characters
 * behind marks, as particles and endings differ. */
#ifndef GISA_INGEST_FLAT_ECHO_STEM_H
#define GISA_INGEST_FLAT_ECHO_STEM_H

#include "base/utf8.h"

static inline gisa_str gisa_echo_stem(gisa_str word)
{
    while (word.n && (unsigned char)word.p[0] < 0xE3 && !gisa_is_alpha(word.p[0]) &&
           !gisa_is_digit(word.p[0]))
        word = gisa_str_cut(word, gisa_utf8_offset(word, 1), word.n);
    return gisa_str_cut(word, 0, gisa_utf8_offset(word, 2));
}

#endif
