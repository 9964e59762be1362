/* The parts of Hangul syllables, against ICU's decomposition of all 11,172. */
#include "base/hangul.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "tests/unit/test.h"

/* Conjoining jamo begin at U+1100, U+1161 and, one before the first final, U+11A7. */
static bool parts_agree(const UNormalizer2 *nfd, uint32_t cp)
{
    const UChar text[1] = {(UChar)cp};
    UChar out[4];
    UErrorCode code = U_ZERO_ERROR;
    int32_t n = unorm2_normalize(nfd, text, 1, out, 4, &code);
    uint32_t final = n == 3 ? out[2] - 0x11A7u : 0;
    return !U_FAILURE(code) && out[0] == 0x1100 + gisa_hangul_lead(cp) &&
           out[1] == 0x1161 + gisa_hangul_vowel(cp) && final == gisa_hangul_final(cp) &&
           gisa_has_final(cp) == (n == 3);
}

static void test_syllables(void)
{
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&code);
    unsigned n = 0, wrong = 0, torn = 0;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        if (!gisa_is_hangul(cp)) continue;
        uint32_t lead = gisa_hangul_lead(cp), vowel = gisa_hangul_vowel(cp);
        uint32_t final = gisa_hangul_final(cp);
        n++;
        wrong += !parts_agree(nfd, cp);
        torn += gisa_hangul_compose(lead, vowel, final) != cp ||
                gisa_hangul_rhyme(cp) != vowel * GISA_HANGUL_FINALS + final ||
                gisa_hangul_with_final(cp, 0) + final != cp ||
                gisa_hangul_with_rhyme(cp, 0) != gisa_hangul_compose(lead, 0, 0);
    }
    EQUAL(n, 11172, "there are so many syllables");
    EQUAL(wrong, 0, "their parts are those of ICU's decomposition");
    EQUAL(torn, 0, "and compose to the syllable again");
}

static void test_classes(void)
{
    unsigned wrong = 0;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        int32_t type = u_getIntPropertyValue((UChar32)cp, UCHAR_HANGUL_SYLLABLE_TYPE);
        bool syllable = type == U_HST_LV_SYLLABLE || type == U_HST_LVT_SYLLABLE;
        bool conjoining = type != U_HST_NOT_APPLICABLE && !syllable;
        wrong += gisa_is_hangul(cp) != syllable || (conjoining && !gisa_is_jamo(cp));
        if (ublock_getCode((UChar32)cp) == UBLOCK_HANGUL_COMPATIBILITY_JAMO)
            wrong += !gisa_is_jamo(cp);
    }
    EQUAL(wrong, 0, "syllables and jamo are what ICU says, for every code point");
    unsigned others = 0;
    for (uint32_t cp = 0; cp < 0x110000; cp++) {
        UBlockCode block = ublock_getCode((UChar32)cp);
        bool jamo = block == UBLOCK_HANGUL_JAMO || block == UBLOCK_HANGUL_COMPATIBILITY_JAMO ||
                    block == UBLOCK_HANGUL_JAMO_EXTENDED_A ||
                    block == UBLOCK_HANGUL_JAMO_EXTENDED_B;
        others += gisa_is_jamo(cp) != jamo;
    }
    EQUAL(others, 0, "jamo have four blocks for themselves");
}

static void test_names(void)
{
    static const struct {
        const char *name;
        uint32_t cp, lead, vowel, final;
    } rows[] = {
        {"아", 0xC544, GISA_LEAD_IEUNG, GISA_VOWEL_A, GISA_FINAL_NONE},
        {"얀", 0xC580, GISA_LEAD_IEUNG, GISA_VOWEL_YA, GISA_FINAL_N},
        {"얼", 0xC5BC, GISA_LEAD_IEUNG, GISA_VOWEL_EO, GISA_FINAL_L},
        {"염", 0xC5FC, GISA_LEAD_IEUNG, GISA_VOWEL_YEO, GISA_FINAL_M},
        {"왔", 0xC654, GISA_LEAD_IEUNG, GISA_VOWEL_WA, GISA_FINAL_SS},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(gisa_hangul_compose(rows[i].lead, rows[i].vowel, rows[i].final), rows[i].cp,
              rows[i].name);
    EQUAL(gisa_hangul_final('I') + gisa_hangul_final(0x7F8E), 0,
          "what is no syllable has no final");
}

int main(void)
{
    test_syllables();
    test_classes();
    test_names();
    return test_end();
}
