#include "base/utf8.h"
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

int main(void)
{
    gisa_str s = GISA_STR("a¢가\xF0\x9F\x98\x80");
    uint32_t cps[4], cp;
    size_t n = 0;
    for (size_t i = 0; i < s.n; n++) i += gisa_utf8_next(s, i, &cps[n]);
    OK(n == 4 && cps[0] == 'a' && cps[1] == 0xA2 && cps[2] == 0xAC00 && cps[3] == 0x1F600,
       "characters of every length are decoded");
    EQUAL(gisa_utf8_prev(s, s.n), 6, "the character before is found");
    int wrong = 0;
    for (cp = 0; cp < 0x110000; cp++) {
        char out[4];
        uint32_t back;
        size_t k = gisa_utf8_put(out, cp);
        if (gisa_utf8_next((gisa_str){out, k}, 0, &back) != k) wrong++;
        if (back != (cp >= 0xD800 && cp <= 0xDFFF ? GISA_CP_BAD : cp)) wrong++;
    }
    EQUAL(wrong, 0, "every code point comes back");
    EQUAL(gisa_utf8_chars(s), 4, "characters are counted");
    EQUAL(gisa_utf8_offset(s, 3), 6, "the offset of a character");
    EQUAL(gisa_utf8_offset(s, 9), s.n, "beyond the end is the end");
    SAME_C(gisa_utf8_clip(GISA_STR("가나다"), 7), "가나", "clipping never cuts a character");
    EQUAL(gisa_utf8_width(GISA_STR("가a\xCC\x81")), 3, "Hangul is two columns, an accent none");
    SAME_C(gisa_utf8_head(GISA_STR("가나다"), 5), "가나", "half a syllable does not fit a column");
    SAME_C(gisa_utf8_tail(GISA_STR("ab가나다"), 7), "b가나다", "the end of a line by columns");
    SAME_C(gisa_utf8_tail(GISA_STR("가나"), 9), "가나", "a short text fits whole");
    ill_formed();
    return test_end();
}
