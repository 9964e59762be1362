/* The tagger rarely says EF inside a line, as its training had one sentence a line; so the form of
 * the ending and what comes before it count for more than its tag. */
#include "nlp/tagger/unpunctuated_end.h"

#include "base/hangul.h"

#define NEAR 300 /* characters within which a mark is closed */

static const uint32_t *form_of(const gisa_morph_list *p, uint32_t i)
{
    return p->forms + p->items[i].form;
}

static uint32_t last_of(const gisa_morph_list *p, uint32_t i)
{
    return p->items[i].n_form ? form_of(p, i)[p->items[i].n_form - 1] : 0;
}

/* Whether cp is one of the characters of a UTF-8 string. */
static bool among(uint32_t cp, const char *set)
{
    gisa_str all = gisa_str_from(set);
    for (size_t i = 0; i < all.n;) {
        uint32_t one;
        i += gisa_utf8_next(all, i, &one);
        if (one == cp) return true;
    }
    return false;
}

static bool is_word(uint32_t cp)
{
    gisa_char_class c = gisa_char_class_of(cp);
    return c == GISA_CHAR_HANGUL || (c >= GISA_CHAR_HANJA && c <= GISA_CHAR_DIGIT);
}

/* Whether the mark at i, after a word, is laughter or stress: ㅋㅋ ㅠㅠ ^^ ~ !! :) 😀. */
static bool is_smile(const gisa_text *t, uint32_t i)
{
    uint32_t cp = t->cp[i];
    if (cp == ':') return t->cp[i + 1] == ')' || t->cp[i + 1] == 'D';
    if (cp == ')') return i > 0 && among(t->cp[i - 1], ":;^_");
    return (gisa_is_jamo(cp) && cp != 0x318D) || cp >= 0x1F000 || among(cp, "~^;!?.…*♡♥☆★_ᄏ");
}

/* Whether a mark that opens at i is closed nearby. */
static bool closes(const gisa_text *t, uint32_t i)
{
    uint32_t max = t->n - i > NEAR ? i + NEAR : t->n, cp = t->cp[i];
    for (uint32_t k = i + 1; k < max && t->cp[k] != '\n'; k++)
        if (cp == '"' ? t->cp[k] == '"' : gisa_char_class_of(t->cp[k]) == GISA_CHAR_CLOSE)
            return true;
    return false;
}

/* How many marks the eojeol opens more than it closes; a straight one counts by its place, an angle
 * or one that nothing closes not at all. */
static int opened(const gisa_text *t, gisa_range r, int depth)
{
    for (uint32_t i = r.from; i < r.to; i++) {
        gisa_char_class c = gisa_char_class_of(t->cp[i]);
        bool closing = c == GISA_CHAR_CLOSE || (t->cp[i] == '"' && depth > 0);
        if (t->cp[i] == '<' || t->cp[i] == '>') continue;
        if (closing && depth > 0)
            depth--;
        else if ((c == GISA_CHAR_OPEN || t->cp[i] == '"') && closes(t, i))
            depth++;
    }
    return depth;
}

/* Whether the ending 다, morpheme i, is that of a statement: 했다, 한다, 좋다, 그대로다; not 하다
 * 보니, 하려다. */
static bool plain(const gisa_morph_list *p, uint32_t i)
{
    gisa_tag before = p->items[i - 1].tag;
    uint32_t n = p->items[i].n_form;
    if (n == 2 && among(*form_of(p, i), "ㄴ는")) return true;
    if (n != 1 || before == GISA_TAG_NNB || before == GISA_TAG_XSV) return before == GISA_TAG_EP;
    return before != GISA_TAG_VV || among(last_of(p, i - 1), "있없같");
}

/* What the ending's last syllables say, s the last and s1 the one before it. */
static gisa_unpunctuated_end ending(const gisa_morph_list *p, uint32_t from, uint32_t i, uint32_t s,
                                    uint32_t s1)
{
    const gisa_morph_item *e = &p->items[i];
    gisa_tag before = i > from ? p->items[i - 1].tag : GISA_TAG_COUNT;
    if (among(s, "요죠용염욤욥"))
        return i > from ? GISA_UNPUNCTUATED_POLITE : GISA_UNPUNCTUATED_NONE;
    if (s1 == 0xB2C8 && among(s, "다당")) return GISA_UNPUNCTUATED_POLITE; /* 니다 */
    if (s1 == 0xB2C8 && s == 0xAE4C && e->n_form > 2 && among(*form_of(p, i), "ㅂ습"))
        return GISA_UNPUNCTUATED_POLITE;                              /* 습니까 */
    if (s1 == 0xC2DC && s == 0xC624) return GISA_UNPUNCTUATED_POLITE; /* 십시오 */
    if (s1 == 0xC5D0 && s == 0xC5EC) return GISA_UNPUNCTUATED_POLITE; /* 에여 */
    if (before == GISA_TAG_COUNT) return GISA_UNPUNCTUATED_NONE;
    if (s == 0xB2E4) return plain(p, i) ? GISA_UNPUNCTUATED_PLAIN : GISA_UNPUNCTUATED_NONE;
    if (s == 0xB77C && e->n_form == 2 && among(*form_of(p, i), "아어여거"))
        return GISA_UNPUNCTUATED_PLAIN; /* 찾아라 */
    if (among(s, "네군") || (s1 == 0xAD6C && s == 0xB098)) return GISA_UNPUNCTUATED_PLAIN;
    if (e->tag == GISA_TAG_EF && !among(s, "라자고서냐") && !among(last_of(p, i), "ㄴㄹ은는을"))
        return GISA_UNPUNCTUATED_PLAIN;
    return among(s, "어아지게니냐래대데라자야까든걸가") ? GISA_UNPUNCTUATED_WEAK
                                                        : GISA_UNPUNCTUATED_NONE;
}

/* How the word of morphemes [from, to) ends; its last syllables are s1 and s. */
static gisa_unpunctuated_end end_of(const gisa_morph_list *p, uint32_t from, uint32_t to,
                                    uint32_t s1, uint32_t s)
{
    if (to == from) return GISA_UNPUNCTUATED_NONE;
    uint32_t i = to - 1;
    gisa_tag tag = p->items[i].tag;
    if (tag == GISA_TAG_JX && i > from && among(s, "요염용여")) return GISA_UNPUNCTUATED_POLITE;
    if (tag == GISA_TAG_ETN || (tag == GISA_TAG_EF && among(last_of(p, i), "ㅁ음")))
        return last_of(p, i) == 0xAE30 || i == from ? GISA_UNPUNCTUATED_NONE
                                                    : GISA_UNPUNCTUATED_PLAIN; /* 기 */
    if (tag == GISA_TAG_EF || tag == GISA_TAG_EC) return ending(p, from, i, s, s1);
    if (s1 == 0xB2C8 && among(s, "다당"))
        return GISA_UNPUNCTUATED_POLITE; /* read as something else */
    if (among(s, "요염") && among(s1, "세해돼네데어아예에워져줘봐"))
        return GISA_UNPUNCTUATED_POLITE;
    if (tag <= GISA_TAG_NP || tag == GISA_TAG_MAG || tag == GISA_TAG_IC || tag == GISA_TAG_XSN ||
        tag == GISA_TAG_XR)
        return GISA_UNPUNCTUATED_NOUN;
    return GISA_UNPUNCTUATED_NONE;
}

void gisa_unpunctuated_put(gisa_unpunctuated *b, const gisa_text *t, const gisa_morph_list *p,
                           gisa_unpunctuated_word word)
{
    uint32_t end = word.at.to, to = word.to;
    bool smile = true, stopped = false;
    while (end > word.at.from && !is_word(t->cp[end - 1])) {
        smile = is_smile(t, --end) && smile;
        stopped = true;
    }
    b->depth = opened(t, word.at, b->depth);
    if (end == word.at.from) { /* marks alone */
        b->smile = b->smile || (smile && !among(t->cp[end], "~*_."));
        if (!smile) b->end = GISA_UNPUNCTUATED_NONE;
        return;
    }
    while (to > word.from && p->items[to - 1].at.from >= end) to--;
    uint32_t s = t->cp[end - 1], s1 = end - word.at.from > 1 ? t->cp[end - 2] : 0;
    b->end = stopped && !smile ? GISA_UNPUNCTUATED_NONE : end_of(p, word.from, to, s1, s);
    b->smile = stopped && smile;
}

/* Whether the eojeol takes up what was said: 라고, 고, 라며, 하고 … */
static bool quotes(const gisa_text *t, gisa_range r)
{
    uint32_t a = t->cp[r.from], b = r.from + 1 < r.to ? t->cp[r.from + 1] : 0;
    return among(a, "고며는") || ((a == 0xB77C || a == 0xD558) && among(b, "고며는거"));
}

/* Whether a plain ending goes on in this word: 했다 하더라도, 갈까 싶다, 좋다 보니, 정하자 했다,
 * 다름 없다. */
static bool goes_on(const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    if (next.from == next.to) return true;
    const gisa_morph_item *first = &p->items[next.from];
    uint32_t a = first->n_form ? form_of(p, next.from)[0] : 0;
    if (first->tag == GISA_TAG_MAJ && among(a, "혹또")) return true; /* 좋음 혹은 나쁨 */
    if (a == 0xC5C6 || first->tag == GISA_TAG_NNB) return true;      /* 빠짐 없이, 함 등 */
    if (first->tag == GISA_TAG_VX || (first->tag >= GISA_TAG_JKS && first->tag <= GISA_TAG_ETM))
        return true;
    return (first->tag == GISA_TAG_VV || first->tag == GISA_TAG_VA || first->tag == GISA_TAG_VCN) &&
           among(a, "하보싶말치두아");
}

/* Whether the word opens a new thought: 그런데, 근데, 그래도; not 그리고, which joins. */
static bool turns(const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    const gisa_morph_item *first = &p->items[next.from];
    return next.from < next.to &&
           ((first->tag == GISA_TAG_MAJ && last_of(p, next.from) != 0xACE0) ||
            (first->tag == GISA_TAG_MAG && first->n_form > 1 &&
             form_of(p, next.from)[0] == 0xADF8));
}

bool gisa_unpunctuated_cuts(const gisa_unpunctuated *b, const gisa_text *t,
                            const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    uint32_t first = t->cp[next.at.from];
    if (b->end == GISA_UNPUNCTUATED_NONE || b->depth > 0) return false;
    if (!is_word(first) && !among(first, "\"'“‘")) return false;
    if (quotes(t, next.at)) return false;
    switch (b->end) {
    case GISA_UNPUNCTUATED_NOUN: return b->smile;
    case GISA_UNPUNCTUATED_WEAK: return b->smile || turns(p, next);
    case GISA_UNPUNCTUATED_PLAIN: return b->smile || !goes_on(p, next);
    default: return true;
    }
}
