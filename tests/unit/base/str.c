#include "base/str.h"
#include "tests/unit/test.h"

static void finding(void)
{
    gisa_str s = GISA_STR("오픈AI가 오픈소스를");
    EQUAL(gisa_str_find(s, GISA_STR("오픈"), 1), 12, "the next occurrence is found");
    EQUAL(gisa_str_find(s, GISA_STR("없음"), 0), GISA_NPOS, "what is not there is not found");
    EQUAL(gisa_str_find(s, GISA_STR(""), 5), 5, "nothing is found anywhere");
    EQUAL(gisa_str_find_nocase(s, GISA_STR("ai"), 0), 6, "ASCII case may be ignored");
    EQUAL(gisa_str_find_byte(s, ' ', 0), 11, "a byte is found");
    OK(gisa_str_starts(s, GISA_STR("오픈")) && gisa_str_ends(s, GISA_STR("를")), "edges are seen");
    OK(!gisa_str_starts(GISA_STR("오"), GISA_STR("오픈")), "a prefix longer than the text is none");
    EQUAL(gisa_str_find(s, GISA_STR(""), s.n), s.n, "even at the end");
    EQUAL(gisa_str_find(GISA_STR("ab"), GISA_STR("ab"), 0), 0, "a text is found in itself");
    EQUAL(gisa_str_find(GISA_STR("ab"), GISA_STR("b"), 1), 1, "and its end");
    EQUAL(gisa_str_find(GISA_STR("ab"), GISA_STR(""), 3), GISA_NPOS, "beyond it there is nothing");
    EQUAL(gisa_str_find_nocase(GISA_STR("ab"), GISA_STR("AB"), 0), 0, "in any case");
    EQUAL(gisa_str_find_nocase(GISA_STR("ab"), GISA_STR("B"), 1), 1, "nor does the end matter");
    EQUAL(gisa_str_find_nocase(GISA_STR("ab"), GISA_STR(""), 2), 2, "an empty one too");
    EQUAL(gisa_str_find_nocase(GISA_STR("ab"), GISA_STR(""), 3), GISA_NPOS, "within the text");
    EQUAL(gisa_str_find_nocase(GISA_STR("Zz{[Ab@`aB"), GISA_STR("AB"), 1), 4,
          "of both cases the first");
    EQUAL(gisa_str_find_nocase(GISA_STR("Zz{[aB@`Ab"), GISA_STR("ab"), 5), 8, "and then the next");
    EQUAL(gisa_str_find_nocase(GISA_STR("aAaAAb"), GISA_STR("ab"), 0), 4, "after many beginnings");
    EQUAL(gisa_str_find_nocase(GISA_STR("caacab"), GISA_STR("ab"), 0), 4, "in one case, too");
    EQUAL(gisa_str_find_nocase(GISA_STR("yZ"), GISA_STR("z"), 0), 1, "from a to z");
    EQUAL(gisa_str_find_nocase(GISA_STR("bA"), GISA_STR("a"), 0), 1, "both included");
    EQUAL(gisa_str_find_nocase(GISA_STR("AAAA"), GISA_STR("aab"), 0), GISA_NPOS, "or none");
    EQUAL(gisa_str_find_nocase(GISA_STR("z{`@["), GISA_STR("Z["), 0), GISA_NPOS,
          "marks have no case");
    EQUAL(gisa_str_find_nocase(GISA_STR("{[z["), GISA_STR("["), 0), 1, "and are what they are");
    EQUAL(gisa_str_find_nocase(GISA_STR("각갂가나다A"), GISA_STR("나다a"), 0), 9, "Hangul, too");
    EQUAL(gisa_str_find_nocase(GISA_STR("가나"), GISA_STR("나다"), 0), GISA_NPOS, "to its end");
    EQUAL(gisa_str_find_byte(GISA_NONE, 'a', 0), GISA_NPOS, "no byte is in the unknown");
    OK(gisa_str_starts(s, s) && gisa_str_ends(s, s), "a text has itself at both edges");
    OK(gisa_str_starts(s, GISA_STR("")) && gisa_str_ends(s, GISA_NONE), "and nothing");
    OK(gisa_str_starts(GISA_NONE, GISA_NONE) && gisa_str_ends(GISA_NONE, GISA_NONE),
       "as the unknown has");
    OK(gisa_str_eq_nocase(GISA_STR("Ab"), GISA_STR("aB")) &&
           !gisa_str_eq_nocase(GISA_STR("ab"), GISA_STR("abc")),
       "texts of one length may be the same");
    OK(gisa_str_cmp(GISA_STR("가"), GISA_STR("나")) < 0, "order is by code point");
    static const char *const sorted[] = {
        "",     "a",  "aa",  "aaa",       "aaaa",         "aaab",         "aab",
        "aba",  "az", "baa", "z\x7F\x7F", "\x80",         "가",           "가a",
        "가나", "각", "나",  "나가",      "\xFF\x01\x02", "\xFF\x80\x01", "\xFF\x80\x80"};
    for (size_t i = 0; i < sizeof sorted / sizeof *sorted; i++)
        for (size_t k = 0; k < sizeof sorted / sizeof *sorted; k++) {
            int order = gisa_str_cmp(gisa_str_from(sorted[i]), gisa_str_from(sorted[k]));
            OK((order > 0) - (order < 0) == (i > k) - (i < k), "by bytes, the shorter first");
        }
    OK(gisa_str_cmp(GISA_STR("가"), GISA_STR("가가")) < 0, "a prefix comes first");
    OK(gisa_str_cmp(GISA_STR("가가"), GISA_STR("가")) > 0, "and its longer text after it");
    EQUAL(gisa_str_cmp(GISA_STR("가"), GISA_STR("가")), 0, "a text is where it is");
    EQUAL(gisa_str_cmp(GISA_NONE, GISA_STR("")), 0, "nothing is nothing");
}

static void taking_apart(void)
{
    gisa_str rest = GISA_STR("a\r\n\nb"), line;
    OK(gisa_str_next_line(&rest, &line), "a first line");
    SAME_C(line, "a", "CRLF ends a line");
    gisa_str_next_line(&rest, &line);
    SAME_C(line, "", "an empty line is a line");
    gisa_str_next_line(&rest, &line);
    SAME_C(line, "b", "the last line needs no end");
    OK(!gisa_str_next_line(&rest, &line), "then there is none");
    rest = GISA_STR("x\t");
    gisa_str_next_field(&rest, '\t', &line);
    OK(gisa_str_next_field(&rest, '\t', &line) && line.n == 0, "an empty last field counts");
    OK(!gisa_str_next_field(&rest, '\t', &line), "and is the last");
    SAME_C(gisa_str_trim(GISA_STR(" \t\xC2\xA0\xE3\x80\x80글 자\xE2\x80\x8B\n")), "글 자",
           "all blanks of the press are trimmed");
}

/* Views against C strings, neither of which is read beyond its end. */
static void test_c_strings(void)
{
    static const struct {
        const char *text, *word;
        bool same;
        size_t begins;
    } rows[] = {
        {"ab", "ab", true, 2},  {"ab", "abc", false, 0}, {"abc", "ab", false, 2}, {"", "", true, 0},
        {"ab", "ac", false, 0}, {"", "a", false, 0},     {"a", "", false, 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str s = test_exact(rows[i].text);
        EQUAL(gisa_str_is(s, rows[i].word), rows[i].same, rows[i].word);
        EQUAL(gisa_str_begins(s, rows[i].word), rows[i].begins, rows[i].word);
        free((char *)(uintptr_t)s.p);
    }
}

/* The position of a byte in a list; -1: it is not there. */
static int position(const char *list, char c)
{
    const char *at = c ? strchr(list, c) : NULL;
    return at ? (int)(at - list) : -1;
}

static void test_bytes(void)
{
    static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                      lower[] = "abcdefghijklmnopqrstuvwxyz";
    int wrong = 0;
    for (int i = 0; i < 256; i++) {
        char c = (char)i;
        int digit = position("0123456789", c), capital = position(upper, c);
        int hex = position("0123456789abcdef", c), capital_hex = position("0123456789ABCDEF", c);
        wrong += gisa_is_digit(c) != (digit >= 0);
        wrong += gisa_is_alpha(c) != (capital >= 0 || position(lower, c) >= 0);
        wrong += gisa_is_space(c) != (position(" \t\n\v\f\r", c) >= 0);
        wrong += gisa_lower(c) != (capital >= 0 ? lower[capital] : c);
        wrong += gisa_hex_value(c) != (hex >= 0 ? hex : capital_hex);
    }
    EQUAL(wrong, 0, "every byte is of the classes of ASCII, whatever the locale");
}

/* Reads of one byte too many, which a sanitizer sees. */
static void test_ends(void)
{
    static const char *const texts[] = {"", "1", "12.5", "-", "\n1", "\r", "\t1", " ", "1."};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        gisa_str s = test_exact(texts[i]), rest = s, line;
        uint64_t u;
        int64_t n;
        double d;
        OK(gisa_str_to_u64(s, &u) == (strcmp(texts[i], "1") == 0), "digits only are a number");
        OK(gisa_str_to_i64(s, &n) == (strcmp(texts[i], "1") == 0), "with or without a sign");
        gisa_str_to_double(s, &d);
        gisa_str_trim(s);
        while (gisa_str_next_line(&rest, &line)) continue;
        for (rest = s; gisa_str_next_field(&rest, '\t', &line);) continue;
        free((char *)(uintptr_t)s.p);
    }
}

static void test_numbers(void)
{
    char digits[302];
    int64_t i = 0;
    double d = 0;
    OK(gisa_str_to_i64(GISA_STR("9223372036854775807"), &i) && i == INT64_MAX,
       "the largest with a sign");
    OK(!gisa_str_to_i64(GISA_STR("9223372036854775808"), &i), "and one more");
    memset(digits, '0', sizeof digits);
    digits[0] = '1';
    OK(gisa_str_to_double((gisa_str){digits, 300}, &d) && d > 9e298, "300 digits are a number");
    OK(!gisa_str_to_double((gisa_str){digits, 301}, &d), "one more is too many");
    OK(gisa_str_to_double(GISA_STR("12"), &d) && d == 12, "a number needs no point");
    OK(gisa_str_to_double(GISA_STR("0.125"), &d) && d == .125, "each digit is worth a tenth");
}

int main(void)
{
    uint64_t u = 9;
    int64_t i = 0;
    double d = 0;
    OK(gisa_str_to_u64(GISA_STR("18446744073709551615"), &u) && u == UINT64_MAX,
       "the largest number");
    OK(!gisa_str_to_u64(GISA_STR("18446744073709551616"), &u), "one more overflows");
    OK(!gisa_str_to_u64(GISA_STR(""), &u) && !gisa_str_to_u64(GISA_STR("1 "), &u), "digits only");
    OK(gisa_str_to_i64(GISA_STR("-5"), &i) && i == -5, "a negative number");
    OK(gisa_str_to_double(GISA_STR("-3.25"), &d) && d == -3.25, "a fraction with a point");
    OK(!gisa_str_to_double(GISA_STR("3,5"), &d), "a comma is no point, whatever the locale");
    OK(!gisa_str_to_double(GISA_STR("."), &d), "a point alone is no number");
    OK(gisa_str_eq(GISA_NONE, GISA_STR("")), "the unknown equals the empty text by bytes");
    finding();
    test_c_strings();
    test_bytes();
    test_ends();
    test_numbers();
    taking_apart();
    return test_end();
}
