/* Josa and the forms of 하다 and 되다 stand in tables; each is looked for at a word's end. */
#include "nlp/word/noun_ending.h"

#include "base/hangul.h"

typedef enum agree { ANY, AFTER_FINAL, AFTER_VOWEL, AFTER_VOWEL_OR_L } agree;

typedef struct ending {
    const char *text;
    size_t bytes;
    gisa_tag tag;
    agree want;
} ending;

#define T(text) text, sizeof(text) - 1

/* Longest first. */
static const ending josa[] = {
    {T("에서부터"), GISA_TAG_JKB, ANY},
    {T("으로부터"), GISA_TAG_JKB, AFTER_FINAL},
    {T("이라고는"), GISA_TAG_JX, AFTER_FINAL},
    {T("에서는"), GISA_TAG_JKB, ANY},
    {T("에서도"), GISA_TAG_JKB, ANY},
    {T("에게서"), GISA_TAG_JKB, ANY},
    {T("으로서"), GISA_TAG_JKB, AFTER_FINAL},
    {T("으로써"), GISA_TAG_JKB, AFTER_FINAL},
    {T("으로는"), GISA_TAG_JKB, AFTER_FINAL},
    {T("으로도"), GISA_TAG_JKB, AFTER_FINAL},
    {T("이라는"), GISA_TAG_VCP, AFTER_FINAL},
    {T("이라고"), GISA_TAG_JKQ, AFTER_FINAL},
    {T("까지도"), GISA_TAG_JX, ANY},
    {T("로부터"), GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {T("에서"), GISA_TAG_JKB, ANY},
    {T("에게"), GISA_TAG_JKB, ANY},
    {T("으로"), GISA_TAG_JKB, AFTER_FINAL},
    {T("로서"), GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {T("로써"), GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {T("로는"), GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {T("라는"), GISA_TAG_VCP, AFTER_VOWEL},
    {T("라고"), GISA_TAG_JKQ, AFTER_VOWEL},
    {T("이나"), GISA_TAG_JC, AFTER_FINAL},
    {T("이란"), GISA_TAG_JX, AFTER_FINAL},
    {T("에는"), GISA_TAG_JKB, ANY},
    {T("에도"), GISA_TAG_JKB, ANY},
    {T("까지"), GISA_TAG_JX, ANY},
    {T("부터"), GISA_TAG_JX, ANY},
    {T("보다"), GISA_TAG_JKB, ANY},
    {T("처럼"), GISA_TAG_JKB, ANY},
    {T("만큼"), GISA_TAG_JKB, ANY},
    {T("조차"), GISA_TAG_JX, ANY},
    {T("마다"), GISA_TAG_JX, ANY},
    {T("이다"), GISA_TAG_VCP, AFTER_FINAL},
    {T("과의"), GISA_TAG_JC, AFTER_FINAL},
    {T("와의"), GISA_TAG_JC, AFTER_VOWEL},
    {T("은"), GISA_TAG_JX, AFTER_FINAL},
    {T("는"), GISA_TAG_JX, AFTER_VOWEL},
    {T("이"), GISA_TAG_JKS, AFTER_FINAL},
    {T("가"), GISA_TAG_JKS, AFTER_VOWEL},
    {T("을"), GISA_TAG_JKO, AFTER_FINAL},
    {T("를"), GISA_TAG_JKO, AFTER_VOWEL},
    {T("과"), GISA_TAG_JC, AFTER_FINAL},
    {T("와"), GISA_TAG_JC, AFTER_VOWEL},
    {T("로"), GISA_TAG_JKB, AFTER_VOWEL_OR_L},
    {T("의"), GISA_TAG_JKG, ANY},
    {T("에"), GISA_TAG_JKB, ANY},
    {T("도"), GISA_TAG_JX, ANY},
    {T("만"), GISA_TAG_JX, ANY},
};

/* Endings of 하다 and 되다 behind a noun. */
static const ending light_verbs[] = {
    {T("했습니다"), GISA_TAG_XSV, ANY}, {T("됐습니다"), GISA_TAG_XSV, ANY},
    {T("합니다"), GISA_TAG_XSV, ANY},   {T("됩니다"), GISA_TAG_XSV, ANY},
    {T("하면서"), GISA_TAG_XSV, ANY},   {T("했다고"), GISA_TAG_XSV, ANY},
    {T("한다고"), GISA_TAG_XSV, ANY},   {T("하기로"), GISA_TAG_XSV, ANY},
    {T("하도록"), GISA_TAG_XSV, ANY},   {T("했다"), GISA_TAG_XSV, ANY},
    {T("됐다"), GISA_TAG_XSV, ANY},     {T("한다"), GISA_TAG_XSV, ANY},
    {T("된다"), GISA_TAG_XSV, ANY},     {T("하는"), GISA_TAG_XSV, ANY},
    {T("되는"), GISA_TAG_XSV, ANY},     {T("하고"), GISA_TAG_XSV, ANY},
    {T("하며"), GISA_TAG_XSV, ANY},     {T("하지"), GISA_TAG_XSV, ANY},
    {T("하기"), GISA_TAG_XSV, ANY},     {T("하게"), GISA_TAG_XSV, ANY},
    {T("하면"), GISA_TAG_XSV, ANY},     {T("되고"), GISA_TAG_XSV, ANY},
    {T("되며"), GISA_TAG_XSV, ANY},     {T("해서"), GISA_TAG_XSV, ANY},
    {T("하여"), GISA_TAG_XSV, ANY},     {T("되어"), GISA_TAG_XSV, ANY},
    {T("하려"), GISA_TAG_XSV, ANY},     {T("한"), GISA_TAG_XSV, ANY},
    {T("할"), GISA_TAG_XSV, ANY},       {T("해"), GISA_TAG_XSV, ANY},
    {T("된"), GISA_TAG_XSV, ANY},       {T("될"), GISA_TAG_XSV, ANY},
    {T("돼"), GISA_TAG_XSV, ANY},
};

static bool agrees(agree want, uint32_t before)
{
    uint32_t final = gisa_hangul_final(before);
    if (!gisa_is_hangul(before) || want == ANY) return true; /* 3가, AI는: read aloud, unknown */
    if (want == AFTER_FINAL) return final != GISA_FINAL_NONE;
    return final == GISA_FINAL_NONE || (want == AFTER_VOWEL_OR_L && final == GISA_FINAL_L);
}

enum { BYTES = 3 }; /* of a Hangul syllable in UTF-8 */

/* How many code points of [from, to) the ending covers at its end, leaving at least `least` of
 * the word; 0: it does not stand there. The last syllable is known to agree. */
static uint32_t matches(const gisa_text *t, uint32_t from, uint32_t to, const ending *e,
                        uint32_t least, bool loose)
{
    uint32_t n = (uint32_t)(e->bytes / BYTES);
    if (to - from < n + least) return 0;
    for (uint32_t i = 1; i < n; i++) {
        const char *p = e->text + e->bytes - (i + 1) * BYTES;
        uint32_t cp = ((uint32_t)p[0] & 0xF) << 12 | ((uint32_t)p[1] & 0x3F) << 6 |
                      ((uint32_t)p[2] & 0x3F);
        if (t->cp[to - 1 - i] != cp) return 0;
    }
    return loose || agrees(e->want, t->cp[to - n - 1]) ? n : 0;
}

/* Each word meets every ending: those of another last syllable are passed over by its bytes. */
static const ending *find(const gisa_text *t, gisa_range word, const ending *list, size_t n_list,
                          uint32_t least, bool loose, uint32_t *n)
{
    char last[4];
    if (gisa_utf8_put(last, t->cp[word.to - 1]) != BYTES) return NULL;
    for (size_t i = 0; i < n_list; i++) {
        if (memcmp(list[i].text + list[i].bytes - BYTES, last, BYTES) != 0) continue;
        if ((*n = matches(t, word.from, word.to, &list[i], least, loose)) > 0) return &list[i];
    }
    return NULL;
}

gisa_tag gisa_symbol_tag(uint32_t cp)
{
    switch (gisa_char_class_of(cp)) {
    case GISA_CHAR_HANGUL:
    case GISA_CHAR_JAMO: return GISA_TAG_COUNT;
    case GISA_CHAR_HANJA: return GISA_TAG_SH;
    case GISA_CHAR_KANA:
    case GISA_CHAR_UPPER:
    case GISA_CHAR_LOWER: return GISA_TAG_SL;
    case GISA_CHAR_DIGIT: return GISA_TAG_SN;
    case GISA_CHAR_OPEN:
    case GISA_CHAR_CLOSE:
    case GISA_CHAR_QUOTE: return GISA_TAG_SS;
    case GISA_CHAR_STOP: return cp == 0x2026 ? GISA_TAG_SE : GISA_TAG_SF;
    case GISA_CHAR_COMMA: return GISA_TAG_SP;
    default: return cp == '-' || cp == '~' || cp == 0x223C ? GISA_TAG_SO : GISA_TAG_SW;
    }
}

static gisa_noun_ending ending_of(const ending *e, uint32_t n)
{
    return e ? (gisa_noun_ending){n, e->tag, e->tag == GISA_TAG_XSV} : (gisa_noun_ending){0};
}

gisa_noun_ending gisa_noun_ending_find(const gisa_text *t, gisa_range word, uint32_t least)
{
    uint32_t n = 0;
    const ending *e = find(t, word, light_verbs, sizeof light_verbs / sizeof *light_verbs, least,
                           false, &n);
    if (!e) e = find(t, word, josa, sizeof josa / sizeof *josa, least, false, &n);
    if (!e) e = find(t, word, josa, sizeof josa / sizeof *josa, least, true, &n);
    return ending_of(e, n);
}
