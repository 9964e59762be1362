/* UTF-8 by The Unicode Standard, chapter 3.9 (well-formed sequences, table 3-7), and the few
 * character classes that Korean text needs. Counts are code points where they say `_chars`. */
#ifndef GISA_BASE_UTF8_H
#define GISA_BASE_UTF8_H

#include "base/str.h"
#include "gisa/text.h"

#define GISA_CP_BAD 0xFFFDu

/* Decodes the character at s.p[at] (at < s.n) into *cp and returns its length in bytes. An
 * ill-formed sequence gives U+FFFD and the length of its maximal subpart (1 to 3 bytes). */
static inline size_t gisa_utf8_next(gisa_str s, size_t at, uint32_t *cp);

/* Where the character that ends before byte `at` (at > 0) begins. s must be valid UTF-8. */
size_t gisa_utf8_prev(gisa_str s, size_t at);

/* The last character of a text that is not empty. s must be valid UTF-8. */
static inline uint32_t gisa_utf8_last(gisa_str s);

/* Writes a code point (up to 4 bytes) and returns the length; no scalar value gives U+FFFD. */
size_t gisa_utf8_put(char out[4], uint32_t cp);

/* Byte offset of the first ill-formed sequence, or GISA_NPOS when s is valid UTF-8. */
size_t gisa_utf8_bad(gisa_str s);

/* Byte offset of code point number `chars`, or s.n when the text is shorter. */
size_t gisa_utf8_offset(gisa_str s, size_t chars);

/* The longest prefix of at most max bytes that does not cut a character. */
gisa_str gisa_utf8_clip(gisa_str s, size_t max);

/* Columns on a terminal: 2 for East Asian wide and full-width characters, 0 for combining marks
 * and zero-width characters, 1 otherwise (Unicode Standard Annex 11); those of its mark for a
 * control (base/control.h), but 0 for a line end and a tab. */
int gisa_utf8_width_cp(uint32_t cp);
size_t gisa_utf8_width(gisa_str s);

/* The longest prefix, and the longest suffix, of at most `columns` columns. */
gisa_str gisa_utf8_head(gisa_str s, size_t columns);
gisa_str gisa_utf8_tail(gisa_str s, size_t columns);

size_t gisa_utf8_next_other(gisa_str s, size_t at, uint32_t *cp); /* of any length, for the next */

/* ASCII, most of Hangul and Hanja in place. */
static inline size_t gisa_utf8_next(gisa_str s, size_t at, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)s.p + at;
    if (p[0] < 0x80) {
        *cp = p[0];
        return 1;
    }
    /* mutate: equivalent, what is not read here is read by the other */
    bool three = p[0] >= 0xE1 && p[0] <= 0xEF && s.n - at >= 3;
    if (three && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 && (p[0] != 0xED || p[1] < 0xA0)) {
        *cp = (p[0] & 0xFu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
        return 3;
    }
    return gisa_utf8_next_other(s, at, cp);
}

static inline uint32_t gisa_utf8_last(gisa_str s)
{
    uint32_t cp;
    gisa_utf8_next(s, gisa_utf8_prev(s, s.n), &cp);
    return cp;
}

#endif
