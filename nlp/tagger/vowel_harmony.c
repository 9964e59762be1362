#include "nlp/tagger/vowel_harmony.h"

#include "base/hangul.h"
#include "nlp/word/noun_ending.h"

#define EO  0xC5B4u /* 어 */
#define A   0xC544u /* 아 */
#define YEO 0xC5ECu /* 여 */
#define HA  0xD558u /* 하 */
#define N   0x3134u /* ㄴ */
#define L   0x3139u /* ㄹ */

static uint32_t vowel(uint32_t cp)
{
    return gisa_is_hangul(cp) ? gisa_hangul_vowel(cp) : 99;
}

static bool is_ending(gisa_tag tag)
{
    return tag == GISA_TAG_EP || tag == GISA_TAG_EF || tag == GISA_TAG_EC;
}

static uint32_t harmonize(const gisa_morph_list *out, uint32_t cp, uint32_t surface)
{
    uint32_t final = gisa_hangul_final(cp), v = vowel(surface);
    bool written = gisa_hangul_lead(surface) == GISA_LEAD_IEUNG; /* so the ending is written out */
    const gisa_morph_item *stem = out->n > 0 ? &out->items[out->n - 1] : NULL;
    if (written && v == GISA_VOWEL_YEO) return YEO + final;
    if (written && v == GISA_VOWEL_EO) return cp;
    if (v == GISA_VOWEL_A || v == GISA_VOWEL_YA || v == GISA_VOWEL_WA) return A + final;
    if (!written && stem && stem->n_form && out->forms[stem->form + stem->n_form - 1] == HA)
        return A + final;
    return cp;
}

/* ㄴ and ㄹ by themselves make a modifier, and no other ending. */
static bool is_modifier(gisa_tag tag, const uint32_t *form, uint32_t n_form)
{
    return is_ending(tag) && n_form == 1 && (form[0] == N || form[0] == L);
}

gisa_status gisa_vowel_harmony_put(gisa_morph_list *out, gisa_tag tag, gisa_range at,
                                   uint32_t surface, uint32_t *form, uint32_t n_form,
                                   gisa_error *err)
{
    if (is_ending(tag) && gisa_is_hangul(surface) &&
        (form[0] == EO || form[0] == EO + GISA_FINAL_SS))
        form[0] = harmonize(out, form[0], surface);
    if (is_modifier(tag, form, n_form)) tag = GISA_TAG_ETM;
    if (tag == GISA_TAG_SW) {
        gisa_tag symbol = gisa_symbol_tag(form[0]);
        if (symbol != GISA_TAG_COUNT) tag = symbol;
        if (symbol == GISA_TAG_SF && n_form > 1) tag = GISA_TAG_SE;
    }
    return gisa_morph_list_put(out, tag, at, form, n_form, err);
}
