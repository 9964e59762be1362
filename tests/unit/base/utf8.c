#include "base/utf8.h"

#include <unicode/uchar.h>

#include "base/control.h"
#include "tests/unit/test.h"

static void ill_formed(void)
{
    static const struct {
        const char *name;
        gisa_str in;
        size_t bad, length;
    } rows[] = {
        {"an overlong slash", {"\xC0\xAF", 2}, 0, 1},
        {"an overlong three-byte form", {"a\xE0\x80\x80", 4}, 1, 1},
        {"a surrogate", {"ab\xED\xA0\x80", 5}, 2, 1},
        {"above U+10FFFF", {"\xF4\x90\x80\x80", 4}, 0, 1},
        {"a cut character is one maximal subpart", {"\xEA\xB0", 2}, 0, 2},
        {"a second byte of three that is none", {"\xEA(\x80", 3}, 0, 1},
        {"a third byte that is none", {"\xEA\xB0(", 3}, 0, 2},
        {"a lone continuation byte", {"\x80", 1}, 0, 1},
        {"behind a run of eight plain bytes", {"12345678\xFF", 9}, 8, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        uint32_t cp;
        EQUAL(gisa_utf8_bad(rows[i].in), rows[i].bad, rows[i].name);
        EQUAL(gisa_utf8_next(rows[i].in, rows[i].bad, &cp), rows[i].length, rows[i].name);
        EQUAL(cp, GISA_CP_BAD, rows[i].name);
    }
    EQUAL(gisa_utf8_bad(GISA_STR("값 \xEF\xBF\xBD 값")), GISA_NPOS, "U+FFFD itself is well-formed");
}

/* Texts that end where a character would go on, which a sanitizer sees. */
static void test_ends(void)
{
    static const struct {
        const char *text;
        size_t bad;
    } rows[] = {{"", GISA_NPOS},      {"12345678", GISA_NPOS}, {"1234567\xC2", 7},
                {"\xEA\xB0", 0},      {"가\xF0\x9F\x98", 3},   {"\xF0", 0},
                {"1234가", GISA_NPOS}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str s = test_exact(rows[i].text);
        EQUAL(gisa_utf8_bad(s), rows[i].bad, "the first bad byte of a text that is cut");
        gisa_utf8_width(s);
        gisa_utf8_chars(s);
        gisa_utf8_offset(s, 1);
        gisa_utf8_head(s, 100);
        SAME(gisa_utf8_clip(s, s.n), s, "a text that fits is whole");
        free((char *)(uintptr_t)s.p);
    }
    SAME_C(gisa_utf8_clip(GISA_STR("\x80\x80"), 1), "", "a text of no first byte is cut to none");
    EQUAL(gisa_utf8_prev(GISA_STR("\x80\x80"), 2), 0, "and its first byte is at its start");
    SAME_C(gisa_utf8_head(GISA_STR("가나다"), 4), "가나", "a head fills its columns");
    SAME_C(gisa_utf8_tail(GISA_STR("가나다"), 4), "나다", "and so does a tail");
    EQUAL(gisa_utf8_offset(GISA_STR("가나다"), 0), 0, "the first character is at the start");
}

static bool is_seen_format(UChar32 cp)
{
    return cp == 0xAD || u_hasBinaryProperty(cp, UCHAR_PREPENDED_CONCATENATION_MARK) ||
           (cp >= 0x13430 && cp <= 0x1345F);
}

static int width_by_icu(UChar32 cp)
{
    int east = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
    int hangul = u_getIntPropertyValue(cp, UCHAR_HANGUL_SYLLABLE_TYPE);
    int8_t type = u_charType(cp);
    if (cp == '\n' || cp == '\t') return 0;
    if (gisa_is_control((uint32_t)cp)) return GISA_CONTROL_COLUMNS;
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) return 0;
    if (type == U_FORMAT_CHAR && !is_seen_format(cp)) return 0;
    if (hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO) return 0;
    return east == U_EA_WIDE || east == U_EA_FULLWIDTH ? 2 : 1;
}

/* A newer ICU may know more characters than the tables' Unicode 15, and calls some wide. */
static bool is_assigned(UChar32 cp)
{
    UVersionInfo age;
    u_charAge(cp, age);
    int8_t type = u_charType(cp);
    return age[0] > 0 && (age[0] < 15 || (age[0] == 15 && age[1] == 0)) && type != U_UNASSIGNED &&
           type != U_SURROGATE;
}

static void test_widths(void)
{
    UVersionInfo unicode;
    unsigned wrong = 0, n = 0;
    u_getUnicodeVersion(unicode);
    for (UChar32 cp = 0; cp < 0x110000; cp++) {
        if (!is_assigned(cp)) continue;
        n++;
        if (gisa_utf8_width_cp((uint32_t)cp) != width_by_icu(cp) && wrong++ < 5)
            printf("# U+%04X\n", (unsigned)cp);
    }
    OK(n > 280000, "all assigned code points are looked at");
    OK(wrong <= (unicode[0] > 15 ? 200 : 0), "columns are those that ICU's properties say");
    EQUAL(gisa_utf8_width_cp(0x10FFFF), 1, "the last code point");
}

int main(void)
{
    gisa_str s = GISA_STR("a¢가\xF0\x9F\x98\x80");
    uint32_t cps[4], cp;
    size_t n = 0;
    for (size_t i = 0; i < s.n; n++) i += gisa_utf8_next(s, i, &cps[n]);
    OK(n == 4 && cps[0] == 'a' && cps[1] == 0xA2 && cps[2] == 0xAC00 && cps[3] == 0x1F600,
       "characters of every length are decoded");
    EQUAL(gisa_utf8_prev(s, s.n), 6, "the character before is found");
    EQUAL(gisa_utf8_last(GISA_STR("a가")), 0xAC00, "and the last of a text");
    EQUAL(gisa_utf8_last(GISA_STR("가a")), 'a', "which may be a letter");
    int wrong = 0;
    for (cp = 0; cp < 0x110000; cp++) {
        char out[4];
        uint32_t back;
        size_t k = gisa_utf8_put(out, cp);
        if (gisa_utf8_next((gisa_str){out, k}, 0, &back) != k) wrong++;
        if (back != (cp >= 0xD800 && cp <= 0xDFFF ? GISA_CP_BAD : cp)) wrong++;
    }
    EQUAL(wrong, 0, "every code point comes back");
    char replaced[4];
    SAME_C(((gisa_str){replaced, gisa_utf8_put(replaced, 0xD800)}), "\xEF\xBF\xBD",
           "a surrogate is written as U+FFFD");
    SAME_C(((gisa_str){replaced, gisa_utf8_put(replaced, 0x110000)}), "\xEF\xBF\xBD",
           "and so is what is no code point");
    EQUAL(gisa_utf8_chars(s), 4, "characters are counted");
    EQUAL(gisa_utf8_offset(s, 3), 6, "the offset of a character");
    EQUAL(gisa_utf8_offset(s, 9), s.n, "beyond the end is the end");
    SAME_C(gisa_utf8_clip(GISA_STR("가나다"), 7), "가나", "clipping never cuts a character");
    EQUAL(gisa_utf8_width(GISA_STR("가a\xCC\x81")), 3, "Hangul is two columns, an accent none");
    SAME_C(gisa_utf8_head(GISA_STR("가나다"), 5), "가나", "half a syllable does not fit a column");
    SAME_C(gisa_utf8_tail(GISA_STR("ab가나다"), 7), "b가나다", "the end of a line by columns");
    SAME_C(gisa_utf8_tail(GISA_STR("가나"), 9), "가나", "a short text fits whole");
    ill_formed();
    test_ends();
    test_widths();
    return test_end();
}
