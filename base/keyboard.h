/* The two layers of a Korean keyboard (two-set, KS X 5002): what a word is that was typed on the
 * wrong one. 구글 is typed on the keys of rnrmf, and gpt on those of 헷. */
#ifndef GISA_BASE_KEYBOARD_H
#define GISA_BASE_KEYBOARD_H

#include "base/buf.h"

/* Appends the Hangul that Latin letters are the keys of; other characters stay as they are.
 *
 * Returns: false when they do not make up whole syllables, or when there are none. */
bool gisa_keyboard_hangul(gisa_str text, gisa_buf *out);

/* Appends the keys of syllables and of single letters of Hangul; other characters stay.
 *
 * Returns: false when there are none. */
bool gisa_keyboard_latin(gisa_str text, gisa_buf *out);

#endif
