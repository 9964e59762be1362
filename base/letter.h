/* Which characters are letters, marks and white space: one table for all that cut text into words
 * or compare it by its letters.
 *
 * Letters are the general categories L, M, Nd and Nl of Unicode 15 (letters, what combines with
 * them, digits, and numerals such as Ⅱ), so that words of any script hold together. All else is a
 * mark, ① and ½ too, or white space as the property White_Space has it. Two exceptions: ㆍ (U+318D)
 * is a letter of old Korean that the press uses as a middle dot, and what is invisible
 * (Default_Ignorable_Code_Point) is never a letter. What Unicode 15 has not assigned follows its
 * neighbours. */
#ifndef GISA_BASE_LETTER_H
#define GISA_BASE_LETTER_H

#include "base/hangul.h"
#include "base/str.h"

typedef enum gisa_letter_class {
    GISA_LETTER,
    GISA_MARK,
    GISA_WHITE,
} gisa_letter_class;

/* The same for what is no Hangul syllable. */
gisa_letter_class gisa_letter_class_other(uint32_t cp);

static inline gisa_letter_class gisa_letter_class_of(uint32_t cp)
{
    return gisa_is_hangul(cp) ? GISA_LETTER : gisa_letter_class_other(cp);
}

static inline bool gisa_is_letter(uint32_t cp)
{
    return gisa_letter_class_of(cp) == GISA_LETTER;
}

static inline bool gisa_is_white(uint32_t cp)
{
    return gisa_letter_class_of(cp) == GISA_WHITE;
}

static inline bool gisa_is_hanja(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFF);
}

/* Soft hyphen, zero-width spaces and joiners, marks of direction, byte order mark. */
bool gisa_is_zero_width(uint32_t cp);

/* What ends a sentence: . ? ! … 。 and the full-width forms. */
bool gisa_is_stop(uint32_t cp);

/* Brackets and quotation marks that open or close; the straight ' and " do either and are in
 * neither set. */
bool gisa_is_opening(uint32_t cp);
bool gisa_is_closing(uint32_t cp);

/* ASCII for its full-width forms (U+FF01 to U+FF5E), anything else unchanged. */
static inline uint32_t gisa_half_width(uint32_t cp)
{
    return cp >= 0xFF01 && cp <= 0xFF5E ? cp - 0xFEE0 : cp;
}

/* The letter as texts are compared by: half width, ASCII in lower case; 0: no letter. */
static inline uint32_t gisa_letter_fold(uint32_t cp)
{
    if (gisa_is_hangul(cp)) return cp;
    cp = gisa_half_width(cp);
    if (cp < 0x80) { /* mutate: equivalent, U+0080 is no letter */
        char c = gisa_lower((char)cp);
        return gisa_is_alpha(c) || gisa_is_digit(c) ? (uint32_t)c : 0;
    }
    return gisa_letter_class_other(cp) == GISA_LETTER ? cp : 0;
}

/* The next letter of s at or after byte *at, folded, with *at moved past it; 0 at the end. */
uint32_t gisa_letter_next(gisa_str s, size_t *at);

#endif
