/* A text as the analyser reads it: code points in Normalization Form C (Unicode Standard Annex
 * 15), full-width ASCII made half width, quotation marks unified, soft hyphens, zero-width and
 * control characters left out; and for each of them the bytes it came from.
 *
 * The index reads more characters as one: with `compatible`, what is a letter, a digit or a unit in
 * another dress is taken apart as Normalization Form KC does (㎏ is kg, ㈜ is (주), ① is 1, each of
 * them with the bytes of the whole), and all middle dots are ·.
 *
 * Spans always point into the original bytes. Ill-formed bytes become U+FFFD, one for each maximal
 * subpart, and are counted. What is in no span (a soft hyphen, say) is a gap. {0} is empty. */
#ifndef GISA_NLP_TEXT_H
#define GISA_NLP_TEXT_H

#include "base/hangul.h"
#include "base/status.h"
#include "base/str.h"
#include "base/utf8.h"
#include "corpus/annotation.h"

typedef struct gisa_text {
    gisa_str bytes; /* the original; borrowed */
    uint32_t *cp;   /* n code points and a 0 after them */
    uint32_t *at;   /* n + 1 byte offsets: where each begins; at[n] is the length of bytes */
    uint32_t *end;  /* n byte offsets: where each ends */
    uint32_t n;
    uint32_t cap;
    uint32_t n_bad;  /* ill-formed sequences replaced by U+FFFD */
    bool compatible; /* set before the put; kept by it */
} gisa_text;

#define GISA_TEXT_MAX ((size_t)1 << 28) /* bytes */

/* Stands for a blank inside a word of the user's, set after the put: no text holds it by itself, as
 * it has no width. Forms have a blank for it. */
#define GISA_TEXT_GLUE 0x2060u

static inline uint32_t gisa_text_shown(uint32_t cp)
{
    return cp == GISA_TEXT_GLUE ? ' ' : cp;
}

/* Replaces the contents by a normalised view of `bytes`; memory is reused.
 *
 * bytes:  any bytes; borrowed until the next put or the clear.
 * Errors: GISA_ENOMEM, GISA_ELIMIT above GISA_TEXT_MAX. */
gisa_status gisa_text_put(gisa_text *t, gisa_str bytes, gisa_error *err);
void gisa_text_clear(gisa_text *t);

/* The bytes that the code points [from, to) came from; from < to <= t->n. */
static inline gisa_span gisa_text_span(const gisa_text *t, uint32_t from, uint32_t to)
{
    return (gisa_span){t->at[from], t->end[to - 1]};
}

/* Whether character i of a text is a letter of ASCII, a digit of ASCII, a syllable of Hangul; none
 * is past the end. */
static inline bool gisa_text_is_letter(const gisa_text *t, uint32_t i)
{
    return i < t->n && t->cp[i] < 0x80 && gisa_is_alpha((char)t->cp[i]);
}

static inline bool gisa_text_is_digit(const gisa_text *t, uint32_t i)
{
    return i < t->n && t->cp[i] >= '0' && t->cp[i] <= '9';
}

static inline bool gisa_text_is_hangul(const gisa_text *t, uint32_t i)
{
    return i < t->n && gisa_is_hangul(t->cp[i]);
}

/* The index of the first code point that begins at or after a byte offset (t->n: none). */
uint32_t gisa_text_index(const gisa_text *t, uint32_t byte);

/* What the analyser tells apart in a character. */
typedef enum gisa_char_class {
    GISA_CHAR_SPACE,
    GISA_CHAR_HANGUL, /* a composed syllable */
    GISA_CHAR_JAMO,
    GISA_CHAR_HANJA,
    GISA_CHAR_KANA,
    GISA_CHAR_UPPER, /* Latin capital */
    GISA_CHAR_LOWER, /* any other letter */
    GISA_CHAR_DIGIT,
    GISA_CHAR_OPEN,  /* opening bracket or quotation mark */
    GISA_CHAR_CLOSE, /* closing bracket or quotation mark */
    GISA_CHAR_QUOTE, /* a straight quotation mark, which is either */
    GISA_CHAR_STOP,  /* . ? ! */
    GISA_CHAR_COMMA, /* , : ; · / */
    GISA_CHAR_SYMBOL,
} gisa_char_class;

static inline gisa_char_class gisa_char_class_of(uint32_t cp);
gisa_char_class gisa_char_class_of_other(uint32_t cp); /* which is no syllable of Hangul */

static inline gisa_char_class gisa_char_class_of(uint32_t cp)
{
    return gisa_is_hangul(cp) ? GISA_CHAR_HANGUL : gisa_char_class_of_other(cp);
}

/* The tag of a character that the character alone decides (SF, SP, SS, SE, SO, SW, SL, SH, SN),
 * GISA_TAG_COUNT for Hangul and jamo. */
gisa_tag gisa_symbol_tag(uint32_t cp);

#endif
