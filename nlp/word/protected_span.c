#include "nlp/word/protected_span.h"

#include "nlp/tagger/tagger.h"
#include "nlp/word/abbreviation.h"
#include "nlp/word/bare_surname.h"

#define ADDRESS_MAX 2000 /* characters of an address */

static gisa_char_class kind(const gisa_text *t, uint32_t i)
{
    return i < t->n ? gisa_char_class_of(t->cp[i]) : GISA_CHAR_SPACE;
}

static bool is_word(const gisa_text *t, uint32_t i)
{
    return gisa_text_is_letter(t, i) || gisa_text_is_digit(t, i);
}

static void mark(uint16_t *presets, uint32_t from, uint32_t to, gisa_tag tag)
{
    for (uint32_t i = from; i < to; i++)
        presets[i] = (uint16_t)((i == from ? GISA_PRESET_BEGIN : GISA_PRESET_INSIDE) |
                                ((unsigned)tag + 1));
}

static bool starts(const gisa_text *t, uint32_t i, const char *word)
{
    for (; *word; word++, i++)
        if (i >= t->n || t->cp[i] >= 0x80 || gisa_lower((char)t->cp[i]) != *word) return false;
    return true;
}

/* The end of a URL at i; i when there is none. */
static uint32_t url_end(const gisa_text *t, uint32_t i)
{
    if (!starts(t, i, "http://") && !starts(t, i, "https://") && !starts(t, i, "www.")) return i;
    uint32_t to = i;
    while (to < t->n && to - i < ADDRESS_MAX && t->cp[to] > 0x20 && t->cp[to] < 0x7F &&
           t->cp[to] != '"' && t->cp[to] != '<' && t->cp[to] != '>' && t->cp[to] != ')' &&
           t->cp[to] != ']' && t->cp[to] != '\'')
        to++;
    while (to > i && (t->cp[to - 1] == '.' || t->cp[to - 1] == ',')) to--;
    return to;
}

/* The end of an e-mail address at i; i when there is none. */
static uint32_t mail_end(const gisa_text *t, uint32_t i)
{
    uint32_t at = i;
    while (at < t->n && at - i < 64 &&
           (is_word(t, at) || t->cp[at] == '.' || t->cp[at] == '_' || t->cp[at] == '-' ||
            t->cp[at] == '+' || t->cp[at] == '%'))
        at++;
    if (at == i || at >= t->n || t->cp[at] != '@') return i;
    uint32_t to = at + 1, dots = 0;
    while (is_word(t, to) ||
           (to < t->n && (t->cp[to] == '-' || t->cp[to] == '.') && is_word(t, to + 1))) {
        dots += t->cp[to] == '.';
        to++;
    }
    return dots ? to : i;
}

/* The end of a number with points and commas at i; i when there is no mark in it. */
static uint32_t number_end(const gisa_text *t, uint32_t i)
{
    uint32_t to = i, marks = 0;
    while (gisa_text_is_digit(t, to)) {
        while (gisa_text_is_digit(t, to)) to++;
        if (to < t->n && (t->cp[to] == '.' || t->cp[to] == ',') && gisa_text_is_digit(t, to + 1)) {
            marks++;
            to++;
        }
    }
    return marks && !gisa_text_is_letter(t, to) ? to : i;
}

/* The end of a mixed name of letters and digits at i; i when it is plain. */
static uint32_t mixed_end(const gisa_text *t, uint32_t i)
{
    uint32_t to = i, marks = 0, digits = 0, letters = 0;
    while (is_word(t, to)) {
        while (is_word(t, to)) {
            digits += gisa_text_is_digit(t, to);
            letters += gisa_text_is_letter(t, to);
            to++;
        }
        uint32_t cp = to < t->n ? t->cp[to] : 0;
        if ((cp == '-' || cp == '&' || cp == '.') && is_word(t, to + 1)) {
            marks++;
            to++;
        }
    }
    if (letters == 0) return i;
    if (gisa_text_is_letter(t, i)) return marks || digits ? to : i;
    /* a digit first: 5G, 4o, 3D; but 10km and 3m2 are a number and a unit */
    bool capital = to - i <= 3 && gisa_text_is_letter(t, to - 1) && t->cp[to - 1] < 0x60 &&
                   letters == 1;
    return marks || capital ? to : i;
}

/* Letters and digits that a hyphen joins with Hangul, from the first Hangul or letter on. */
static uint32_t joined_end(const gisa_text *t, uint32_t i, uint32_t *from)
{
    uint32_t to = i, digits = 0;
    while (is_word(t, to)) digits += gisa_text_is_digit(t, to), to++;
    if (to > i && gisa_text_is_letter(t, i) && (to == i + 1 || digits) && to < t->n &&
        t->cp[to] == '-' && gisa_text_is_hangul(t, to + 1)) {
        *from = i;
        return to + 2;
    }
    if (i < 2 || t->cp[i - 1] != '-' || !gisa_text_is_hangul(t, i - 2) || !digits ||
        !gisa_text_is_letter(t, i))
        return i;
    uint32_t start = i - 1;
    while (start > 0 && gisa_text_is_hangul(t, start - 1) && i - start < 8) start--;
    *from = start;
    return to;
}

/* Whether the code points are a common noun as well, such as 경찰: the tagger knows those. */
static bool is_noun(const gisa_text *t, uint32_t from, uint32_t to, gisa_wordset words)
{
    return (gisa_wordset_classes(words, t->cp + from, to - from) & GISA_WORD_NOUN) != 0;
}

static bool has_space(const gisa_text *t, uint32_t from, uint32_t to)
{
    while (from < to && kind(t, from) != GISA_CHAR_SPACE) from++;
    return from < to;
}

static void mark_names(const gisa_text *t, const gisa_gazetteer_hits *names, gisa_wordset words,
                       uint16_t *presets)
{
    for (size_t k = 0; k < names->n; k++) {
        const gisa_gazetteer_hit *hit = &names->items[k];
        if (hit->type == GISA_ENTITY_LC) continue;
        uint32_t from = gisa_text_index(t, hit->span.start), to = gisa_text_index(t, hit->span.end);
        if (has_space(t, from, to)) to = gisa_text_index(t, hit->version); /* 제미나이 3 */
        bool whole = to > from + 1 && !has_space(t, from, to) && !is_noun(t, from, to, words);
        if (whole) mark(presets, from, to, GISA_TAG_NNP);
        bool coined = hit->type == GISA_ENTITY_MODEL || hit->type == GISA_ENTITY_PRODUCT;
        for (uint32_t i = from; i < to && whole && coined; i++) presets[i] |= GISA_PRESET_WHOLE;
        if (whole && presets[to] & GISA_PRESET_INSIDE)
            while (to < t->n && presets[to] & GISA_PRESET_INSIDE) presets[to++] = 0;
    }
}

/* 제1조(목적) 이 법은: after a space no josa begins a word, though a bracket closes before it. */
static void mark_determiners(const gisa_text *t, uint16_t *presets)
{
    for (uint32_t i = 2; i + 2 < t->n; i++)
        if (t->cp[i] == 0xC774 && t->cp[i - 1] == ' ' && t->cp[i - 2] == ')' &&
            t->cp[i + 1] == ' ' && gisa_text_is_hangul(t, i + 2) && !presets[i])
            mark(presets, i, i + 1, GISA_TAG_MM);
}

void gisa_protected_spans_mark(const gisa_text *t, const gisa_gazetteer_hits *names,
                               gisa_wordset words, uint16_t *presets)
{
    for (uint32_t i = 0; i < t->n;) {
        uint32_t from = i, to = i;
        gisa_tag tag = GISA_TAG_SL;
        if (!is_word(t, i)) {
            i++;
            continue;
        }
        if ((to = url_end(t, i)) == i && (to = mail_end(t, i)) == i) {
            if ((to = joined_end(t, i, &from)) > i)
                tag = GISA_TAG_NNP;
            else if ((to = number_end(t, i)) > i)
                tag = GISA_TAG_SN;
            else if ((to = gisa_abbreviation_end(t, i)) == i)
                to = mixed_end(t, i);
        }
        if (to > i) {
            mark(presets, from, to, tag);
            if (gisa_text_is_hangul(t, to - 1)) presets[to - 1] |= GISA_PRESET_OPEN;
            i = to;
        }
        while (is_word(t, i)) i++;
    }
    gisa_bare_surnames_mark(t, presets);
    mark_determiners(t, presets);
    if (names) mark_names(t, names, words, presets);
}
