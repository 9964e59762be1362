/* The table of letters against ICU, over all code points. */
#include "base/letter.h"

#include <unicode/uchar.h>

#include "tests/unit/test.h"

static gisa_letter_class class_by_icu(UChar32 cp)
{
    uint32_t mask = U_MASK(u_charType(cp));
    if (u_isUWhiteSpace(cp)) return GISA_WHITE;
    if (u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return GISA_MARK;
    return mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK) ? GISA_LETTER
                                                                            : GISA_MARK;
}

/* A newer ICU may know more letters than the table's Unicode 15. */
static bool is_assigned(UChar32 cp)
{
    UVersionInfo age;
    u_charAge(cp, age);
    int8_t type = u_charType(cp);
    return age[0] > 0 && (age[0] < 15 || (age[0] == 15 && age[1] == 0)) && type != U_UNASSIGNED &&
           type != U_SURROGATE && type != U_PRIVATE_USE_CHAR;
}

static void test_table(void)
{
    unsigned wrong = 0, n = 0;
    for (UChar32 cp = 0; cp < 0x110000; cp++) {
        if (!is_assigned(cp) || cp == 0x318D) continue;
        n++;
        if (gisa_letter_class_of((uint32_t)cp) != class_by_icu(cp) && wrong++ < 5)
            printf("# U+%04X\n", (unsigned)cp);
    }
    OK(n > 140000, "all assigned code points are looked at");
    EQUAL(wrong, 0, "letters, marks and white space are ICU's");
    for (uint32_t cp = 0; cp < 0x110000; cp++)
        if (gisa_is_white(cp) != (gisa_letter_class_of(cp) == GISA_WHITE)) wrong++;
    EQUAL(wrong, 0, "and what is white says so");
    EQUAL(gisa_letter_class_of(0x10FFFF), GISA_LETTER, "what lies beyond all marks is none");
    EQUAL(gisa_letter_class_of(0x318D), GISA_MARK, "but ㆍ is the press's middle dot");
}

static void test_pairs(void)
{
    unsigned wrong = 0, n = 0;
    for (UChar32 cp = 0; cp < 0x110000; cp++) {
        bool opens = gisa_is_opening((uint32_t)cp), closes = gisa_is_closing((uint32_t)cp);
        if (!opens && !closes) continue;
        UChar32 other = u_getBidiPairedBracket(cp);
        n++;
        wrong += opens == closes || gisa_is_letter((uint32_t)cp);
        if (other != cp)
            wrong += opens ? !gisa_is_closing((uint32_t)other) : !gisa_is_opening((uint32_t)other);
    }
    EQUAL(n, 2 * (4 + 4 + 2 + 1 + 5 + 4), "brackets and quotation marks, with the full-width ones");
    EQUAL(wrong, 0, "what is paired with one that opens closes");
}

static void test_folding(void)
{
    size_t at = 0;
    const gisa_str text = GISA_STR("“ＡＩ！ B-2.”");
    uint32_t letters[5];
    for (size_t i = 0; i < 5; i++) letters[i] = gisa_letter_next(text, &at);
    OK(letters[0] == 'a' && letters[1] == 'i' && letters[2] == 'b' && letters[3] == '2' &&
           letters[4] == 0,
       "letters are compared in half width and lower case, without marks");
    EQUAL(gisa_letter_fold(0xFF01), 0, "a full-width exclamation mark is no letter");
    OK(gisa_letter_fold(0xAC00) == 0xAC00 && gisa_letter_fold(0x7F8E) == 0x7F8E,
       "Hangul and Hanja are");
    OK(gisa_is_stop(0xFF01) && gisa_is_stop('.') && gisa_is_stop(0x3002) && !gisa_is_stop(','),
       "stops have full-width forms");
    OK(gisa_is_zero_width(0x200B) && gisa_is_zero_width(0xFEFF) && !gisa_is_zero_width(0x2010) &&
           !gisa_is_zero_width(' '),
       "a zero-width space is invisible, a hyphen is not");
    OK(gisa_is_hanja(0x7F8E) && gisa_is_hanja(0x20000) && !gisa_is_hanja(0x3131), "Hanja");
}

/* The first and the last of each range, and what lies beside them. */
static void test_edges(void)
{
    static const uint32_t hanja[] = {0x3400, 0x4DBF, 0x4E00,  0x9FFF,
                                     0xF900, 0xFAFF, 0x20000, 0x3FFFF};
    static const uint32_t no_hanja[] = {0x33FF, 0x4DC0, 0x4DFF,  0xA000,
                                        0xF8FF, 0xFB00, 0x1FFFF, 0x40000};
    static const uint32_t zero[] = {0xAD,   0x200B, 0x200F, 0x202A, 0x202E,
                                    0x2060, 0x2066, 0x206F, 0xFEFF};
    static const uint32_t no_zero[] = {0xAC,   0x200A, 0x2010, 0x2029, 0x202F,
                                       0x2061, 0x2065, 0x2070, 0xFEFE};
    for (size_t i = 0; i < 8; i++)
        OK(gisa_is_hanja(hanja[i]) && !gisa_is_hanja(no_hanja[i]), "Hanja end where they do");
    for (size_t i = 0; i < 9; i++)
        OK(gisa_is_zero_width(zero[i]) && !gisa_is_zero_width(no_zero[i]), "what has no width too");
    OK(gisa_half_width(0xFF01) == '!' && gisa_half_width(0xFF5E) == '~', "full width has an end");
    OK(gisa_half_width(0xFF00) == 0xFF00 && gisa_half_width(0xFF5F) == 0xFF5F, "on both sides");
    gisa_str marks = test_exact("...");
    size_t at = 0;
    EQUAL(gisa_letter_next(marks, &at), 0, "marks have no letter, to their end");
    free((char *)(uintptr_t)marks.p);
}

int main(void)
{
    test_table();
    test_pairs();
    test_folding();
    test_edges();
    return test_end();
}
