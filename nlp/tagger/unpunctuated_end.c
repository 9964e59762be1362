/* The tagger rarely says EF inside a line, as its training had one sentence a line; so the form of
 * the ending and what comes before it count for more than its tag. */
#include "nlp/tagger/unpunctuated_end.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"

#define NEAR        300 /* characters within which a mark is closed */
#define ASKED_REACH 5   /* words from one that asks to the end of its question */
#define ORDER_WORDS 7   /* of a sentence that asks somebody for something: 사진 좀 보여줘 */

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
    if (before == GISA_TAG_VX && n == 1) /* 싶다, 못하다; not 달아나다 */
        return among(last_of(p, i - 1), "있없싶않") ||
               (last_of(p, i - 1) == 0xD558 && p->items[i - 1].n_form > 1);
    if (n == 2 && among(*form_of(p, i), "ㄴ는")) return true;
    if (n != 1 || before == GISA_TAG_NNB || before == GISA_TAG_XSV) return before == GISA_TAG_EP;
    return before != GISA_TAG_VV || among(last_of(p, i - 1), "있없같");
}

/* Whether the ending follows an auxiliary that asks for something: 보여줘, 해 봐; not 할까봐. */
static bool is_order(const gisa_morph_list *p, uint32_t from, uint32_t i)
{
    return p->items[i].n_form == 1 && among(*form_of(p, i), "어아") && i > from &&
           p->items[i - 1].tag == GISA_TAG_VX && p->items[i - 1].n_form == 1 &&
           among(*form_of(p, i - 1), "주보") &&
           (i < from + 2 || (last_of(p, i - 2) != 0xAE4C && p->items[i - 2].tag == GISA_TAG_EC));
}

/* Whether the ending may close a question: 가니, 되지, 걸려; not 찾아내어, 에 따라. */
static bool is_asking(const gisa_morph_list *p, uint32_t i, uint32_t s, uint32_t s1)
{
    const gisa_morph_item *e = &p->items[i];
    if (e->n_form == 1 && among(*form_of(p, i), "어아"))
        return !(among(s, "어아") && gisa_is_hangul(s1) && !gisa_has_final(s1)) &&
               !among(s, "따위통의관향비") && !(s == 0xD574 && among(s1, "위대통의관향비"));
    return among(s, "지니나까야냐") && !(e->n_form > 1 && among(s1, "든는은을"));
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
        return GISA_UNPUNCTUATED_POLITE;                                             /* 습니까 */
    if (s1 == 0xC2DC && s == 0xC624) return GISA_UNPUNCTUATED_POLITE;                /* 십시오 */
    if (s == 0xC5EC && among(s1, "에아어네내까줘")) return GISA_UNPUNCTUATED_POLITE; /* 좋아여 */
    if (before == GISA_TAG_COUNT) return GISA_UNPUNCTUATED_NONE;
    if (s == 0xB2E4) return plain(p, i) ? GISA_UNPUNCTUATED_PLAIN : GISA_UNPUNCTUATED_NONE;
    if (s == 0xB77C && e->n_form == 2 && among(*form_of(p, i), "아어여거"))
        return GISA_UNPUNCTUATED_PLAIN; /* 찾아라 */
    if ((s == 0xB0D0 && before != GISA_TAG_VCP && s1 != 0xB290) || (s == 0xAE4C && s1 != 0xB2C8) ||
        (s == 0xB77C && s1 == 0xB354))
        return GISA_UNPUNCTUATED_PLAIN; /* 있냐, 있을까, 좋더라 */
    if (is_order(p, from, i)) return GISA_UNPUNCTUATED_ORDER;
    if (among(s, "네군") || (s1 == 0xAD6C && s == 0xB098)) return GISA_UNPUNCTUATED_PLAIN;
    if (e->tag == GISA_TAG_EF && !among(s, "라자고서니데대") && !among(last_of(p, i), "ㄴㄹ은는을"))
        return GISA_UNPUNCTUATED_PLAIN;
    if (is_asking(p, i, s, s1)) return GISA_UNPUNCTUATED_ASKING;
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

/* The form of a morpheme in UTF-8, or as much of it as there is room for. */
static gisa_str utf8_of(const gisa_morph_list *p, uint32_t i, char out[32])
{
    size_t n = 0;
    for (uint32_t k = 0; k < p->items[i].n_form && n + 4 <= 32; k++)
        n += gisa_utf8_put(out + n, form_of(p, i)[k]);
    return (gisa_str){out, n};
}

/* Whether the word ends in what makes a question a part of a sentence: 무엇인지, 있는지, 누군가. */
static bool is_indirect(const gisa_morph_list *p, uint32_t from, uint32_t to)
{
    if (to < from + 2 || p->items[to - 1].n_form < 2) return false;
    return among(last_of(p, to - 1), "지가") && among(*form_of(p, to - 1), "ㄴㄹ는은을");
}

static bool is_tail(gisa_tag tag)
{
    return tag >= GISA_TAG_JKS && tag <= GISA_TAG_ETM;
}

/* Whether the word asks: 어디, 어떻게, 얼마나; not 어딘가, 누구나. */
static bool asks(const gisa_morph_list *p, uint32_t from, uint32_t to)
{
    char form[32];
    if (from == to || is_indirect(p, from, to)) return false;
    if (to > from + 1 && among(last_of(p, to - 1), "나든지도") &&
        p->items[to - 1].tag != GISA_TAG_EF)
        return false;
    for (uint32_t i = from; i < to; i++)
        if (!is_tail(p->items[i].tag) &&
            gisa_wordlist_find(&gisa_list_question_words, utf8_of(p, i, form)))
            return true;
    return false;
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
    b->words++;
    if (asks(p, word.from, to))
        b->asked = 1;
    else if (b->asked && (++b->asked > ASKED_REACH || is_indirect(p, word.from, to)))
        b->asked = 0;
    b->end = stopped && !smile ? GISA_UNPUNCTUATED_NONE : end_of(p, word.from, to, s1, s);
    b->smile = stopped && smile;
}

/* Whether the eojeol takes up what was said: 라고, 고, 라며, 하고 …; not 고려대. */
static bool quotes(const gisa_text *t, const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    gisa_range r = next.at;
    uint32_t a = t->cp[r.from], b = r.from + 1 < r.to ? t->cp[r.from + 1] : 0;
    if (among(a, "고며는")) return next.from == next.to || is_tail(p->items[next.from].tag);
    return (a == 0xB77C || a == 0xD558) && among(b, "고며는거");
}

/* Whether the eojeol begins with a word that takes up a question or doubt: 걱정, 궁금, 모르. */
static bool doubts(const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    char form[32];
    return gisa_wordlist_prefix(&gisa_list_doubting_words, utf8_of(p, next.from, form)) != NULL;
}

/* Whether a plain ending goes on in this word: 했다 하더라도, 갈까 싶다, 좋다 보니, 정하자 했다,
 * 다름 없다, 왔다 갔다, 있을까 걱정이다. */
static bool goes_on(const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    if (next.from == next.to) return true;
    const gisa_morph_item *first = &p->items[next.from];
    uint32_t a = first->n_form ? form_of(p, next.from)[0] : 0;
    uint32_t b = next.to - next.from > 1 && p->items[next.from + 1].n_form > 1
                     ? form_of(p, next.from + 1)[0]
                     : 0;
    if (a == 0xD558 && b == 0xC9C0) return false;                        /* 하지만 */
    if (first->tag == GISA_TAG_MAJ && among(a, "혹또")) return true;     /* 좋음 혹은 나쁨 */
    if (first->tag == GISA_TAG_NNB) return among(a, "등뿐듯만척채줄것"); /* 함 등 */
    if (a == 0xC5C6 || first->tag == GISA_TAG_VCN) return true;          /* 빠짐 없이 */
    if (first->tag == GISA_TAG_VX || is_tail(first->tag) || doubts(p, next)) return true;
    return (first->tag == GISA_TAG_VV || first->tag == GISA_TAG_VA) && among(a, "하보싶말치두오가");
}

/* Whether a weak ending that asks goes on besides: 하지 못했다, 만들어 내기도. */
static bool is_taken_up(const gisa_morph_list *p, gisa_unpunctuated_word next)
{
    const gisa_morph_item *first = &p->items[next.from];
    uint32_t a = first->n_form ? form_of(p, next.from)[0] : 0;
    return goes_on(p, next) || among(a, "못말않") ||
           ((first->tag == GISA_TAG_VV || first->tag == GISA_TAG_VA) && among(a, "주내있놓버드"));
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
    if (!is_word(first) && !among(first, "\"'“‘《〈「『【[<△▲▷▶◇◆□■○●☞※￡$㈜")) return false;
    if (quotes(t, p, next)) return false;
    switch (b->end) {
    case GISA_UNPUNCTUATED_NOUN: return b->smile;
    case GISA_UNPUNCTUATED_WEAK: return b->smile || turns(p, next);
    case GISA_UNPUNCTUATED_ASKING:
        return b->smile || turns(p, next) || (b->asked && !is_taken_up(p, next));
    case GISA_UNPUNCTUATED_ORDER:
        return b->smile || turns(p, next) ||
               ((b->asked || b->words <= ORDER_WORDS) && !is_taken_up(p, next));
    case GISA_UNPUNCTUATED_PLAIN: return b->smile || !goes_on(p, next);
    default: return true;
    }
}
