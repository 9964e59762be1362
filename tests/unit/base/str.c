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
    OK(gisa_str_cmp(GISA_STR("가"), GISA_STR("나")) < 0, "order is by code point");
    OK(gisa_str_cmp(GISA_STR("가"), GISA_STR("가가")) < 0, "a prefix comes first");
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
    taking_apart();
    return test_end();
}
