#include "nlp/word/number_term.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/letter.h"
#include "base/utf8.h"
#include "nlp/facts/figure_scan.h"
#include "nlp/facts/numeral.h"

#define VALUE_MAX 1e18 /* a double is a whole number up to here */

/* Plain digits, without the commas and the width. Returns: false when there are too many. */
static bool put_digits(gisa_str written, gisa_number_term *out)
{
    out->n = 0;
    for (size_t i = 0; i < written.n;) {
        uint32_t cp;
        i += gisa_utf8_next(written, i, &cp);
        cp = gisa_half_width(cp);
        if (cp == ',') continue;
        if (out->n == sizeof out->form) return false;
        out->form[out->n++] = (char)cp;
    }
    return true;
}

static bool put_value(double value, gisa_number_term *out)
{
    if (value < 0 || value >= VALUE_MAX || value != (double)(uint64_t)value) return false;
    int n = snprintf(out->form, sizeof out->form, "%" PRIu64, (uint64_t)value);
    out->n = (size_t)n;
    return true;
}

/* Whether the number ends where a morpheme does, or before the unit that ends one (5 만장). */
static bool ends_well(gisa_str text, const gisa_annotation *a, size_t i, size_t end)
{
    size_t unit;
    while (i < a->n_morphs && a->morphs[i].span.end < end) i++;
    if (i == a->n_morphs || a->morphs[i].span.end == end || a->morphs[i].span.start >= end)
        return true;
    return gisa_measure_at(text, end, &unit) != NULL;
}

/* 백만, 십억, 천만: a unit of ten and a big one. */
static bool is_pair(gisa_str word)
{
    static const char *const small[] = {"십", "백", "천"};
    bool begins = false;
    for (size_t i = 0; i < sizeof small / sizeof *small; i++)
        begins |= gisa_str_begins(word, small[i]) > 0;
    return begins && (gisa_str_ends(word, GISA_STR("만")) || gisa_str_ends(word, GISA_STR("억")));
}

/* Whether a number in words can be no other word: not 이천, 오만, 구조, 백조. */
static bool is_certain(gisa_str word)
{
    size_t chars = gisa_utf8_chars(word);
    return chars > 2 || (chars == 2 && is_pair(word));
}

/* Whether the tag allows a number in words. */
static bool is_number(gisa_tag tag, gisa_str word, double value)
{
    enum { LONGER_THAN_NAMES = 4 }; /* syllables */
    switch (tag) {
    case GISA_TAG_NR: return value >= 10;
    case GISA_TAG_NNG: return is_certain(word);
    case GISA_TAG_NNP: return is_certain(word) && gisa_utf8_chars(word) >= LONGER_THAN_NAMES;
    default: return false;
    }
}

/* Whether a noun that is not counted goes on at the number's end: 백만장자, 천만다행. */
static bool is_in_word(gisa_str text, const gisa_annotation *a, size_t i, size_t end)
{
    size_t unit;
    while (i < a->n_morphs && a->morphs[i].span.start < end) i++;
    if (i == a->n_morphs || a->morphs[i].span.start > end) return false;
    gisa_tag tag = a->morphs[i].tag;
    return (tag == GISA_TAG_NNG || tag == GISA_TAG_NNP) && !gisa_measure_at(text, end, &unit);
}

/* Whether a number may begin with this syllable; most words end here. */
static bool begins_as_number(gisa_str text, size_t at)
{
    uint32_t first = 0;
    if (at < text.n) gisa_utf8_next(text, at, &first);
    switch (first) {
    case 0xAD6C: /* 구 */
    case 0xB9CC: /* 만 */
    case 0xBC31: /* 백 */
    case 0xC0AC: /* 사 */
    case 0xC0BC: /* 삼 */
    case 0xC2ED: /* 십 */
    case 0xC624: /* 오 */
    case 0xC721: /* 육 */
    case 0xC774: /* 이 */
    case 0xC77C: /* 일 */
    case 0xCC9C: /* 천 */
    case 0xCE60: /* 칠 */
    case 0xD314: /* 팔 */ return true;
    default: return false;
    }
}

/* Whether a word is a number to its end in some reading: 일 is one, 일본 is none. */
static bool is_whole(gisa_str text, gisa_span word)
{
    static const gisa_numeral_reading readings[] = {GISA_NUMERAL_LOOSE, GISA_NUMERAL_STRICT};
    gisa_numeral n;
    for (size_t k = 0; k < sizeof readings / sizeof *readings; k++)
        if (gisa_numeral_read_word(text, word.start, readings[k], &n) && n.end >= word.end)
            return true;
    return false;
}

/* Whether nothing goes on with a number in ASCII digits: no comma, point, big unit or wide digit.
 */
static bool ends_plainly(gisa_str text, size_t at)
{
    static const char more[] = "십백천만억조경여";
    while (at < text.n && gisa_is_digit(text.p[at])) at++;
    if (at < text.n && text.p[at] == ' ') at++;
    if (at == text.n) return true;
    unsigned char c = (unsigned char)text.p[at];
    if (c < 0x80) return c == ' ' || gisa_is_alpha((char)c) || c == '(' || c == ')' || c == '%';
    gisa_str next = gisa_str_cut(text, at, at + 3);
    return next.n == 3 && c >= 0xEA && c <= 0xED && !gisa_str_has(gisa_str_from(more), next);
}

bool gisa_number_term_read(gisa_str text, const gisa_annotation *a, size_t i, gisa_number_term *out)
{
    const gisa_morph *first = &a->morphs[i];
    size_t start = first->span.start;
    gisa_numeral n;
    bool digits = start < text.n &&
                  (gisa_is_digit(text.p[start]) || gisa_numeral_is_wide_digit(text, start));
    out->word = !digits;
    if (digits ? ends_plainly(text, start)
               : !begins_as_number(text, start) || !is_whole(text, first->span))
        return false;
    if (!gisa_figure_number(text, start, !digits, &n) || n.end < first->span.end) return false;
    if (!ends_well(text, a, i, n.end)) return false;
    out->span = (gisa_span){(uint32_t)start, (uint32_t)n.end};
    gisa_str written = gisa_span_text(out->span, text);
    if (!digits)
        return is_number(first->tag, written, n.value) && !is_in_word(text, a, i, n.end) &&
               put_value(n.value, out);
    bool plain = n.end == first->span.end && n.chain <= 1 && n.big <= 1 && !n.scaled;
    bool commas = gisa_str_has(written, GISA_STR(",")) || gisa_str_has(written, GISA_STR("，"));
    if (plain) return commas && put_digits(written, out);
    out->word = out->word || n.scaled;
    return put_value(n.value, out);
}

bool gisa_number_term_of_word(gisa_str word, gisa_number_term *out)
{
    gisa_numeral n;
    if (!is_certain(word)) return false;
    if (!gisa_numeral_read_word(word, 0, GISA_NUMERAL_STRICT, &n) || n.end != word.n) return false;
    out->span = (gisa_span){0, (uint32_t)word.n};
    out->word = true;
    return put_value(n.value, out);
}
