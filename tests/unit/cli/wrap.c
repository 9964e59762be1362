#include "cli/wrap.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    wrapping how;
    const char *want;
} rows[] = {
    {"without columns a text stays as it is", "한  줄\n둘", {0}, "한  줄\n둘"},
    {"Hangul takes two columns",
     "가나다라마 바사아자차 카타",
     {.columns = 21},
     "가나다라마 바사아자차\n카타"},
    {"one column less breaks a word earlier",
     "가나다라마 바사아자차 카타",
     {.columns = 20},
     "가나다라마\n바사아자차 카타"},
    {"later lines are indented",
     "aaaa bbbb cccc dddd eeee ffff",
     {.columns = 24, .indent = 4},
     "aaaa bbbb cccc dddd eeee\n    ffff"},
    {"the first line may begin late",
     "aaaa bbbb cccc",
     {.columns = 20, .used = 12},
     "aaaa\nbbbb cccc"},
    {"a first word without room behind what stands there goes to the next line",
     "aaaabbbbccccdd eeee",
     {.columns = 20, .used = 12},
     "\naaaabbbbccccdd eeee"},
    {"nor is one broken there that fills a line",
     "aaaabbbbccccddddeeee",
     {.columns = 20, .used = 1},
     "\naaaabbbbccccddddeeee"},
    {"blanks at the end are left out", "a b \n ", {.columns = 20}, "a b"},
    {"blanks and line ends are one blank", "a \n b\t c", {.columns = 20}, "a b c"},
    {"a word wider than a line is broken",
     "가나다라마바사아자차카타",
     {.columns = 20},
     "가나다라마바사아자차\n카타"},
    {"an address never is",
     "see https://example.org/a/long/path now",
     {.columns = 20},
     "see\nhttps://example.org/a/long/path\nnow"},
    {"too narrow is not wrapped at all", "aaaa bbbb cccc", {.columns = 10}, "aaaa bbbb cccc"},
    {"nothing is nothing", "", {.columns = 20}, ""},
};

static void test_marks(void)
{
    gisa_buf out = {0};
    gisa_span marks[] = {{0, 3}, {7, 14}, {20, 23}};
    wrapping how = {
        .columns = 20, .indent = 0, .marks = marks, .n_marks = 3, .on = "[", .off = "]"};
    wrap_add(&out, GISA_STR("abc def ghij klmnop qrs"), &how);
    SAME_C(gisa_buf_view(&out), "[abc] def [ghij k]lmnop\n[qrs]",
           "marks stand where they did, but not on blanks at their edge");
    gisa_buf_reset(&out);
    marks[0] = (gisa_span){4, 27};
    how.n_marks = 1;
    wrap_add(&out, GISA_STR("abc defg hijk lmno pqrs tuv xyz"), &how);
    SAME_C(gisa_buf_view(&out), "abc [defg hijk lmno]\n[pqrs tuv] xyz",
           "a mark over a line end is closed and opened");
    gisa_buf_clear(&out);
}

static void test_parts(void)
{
    static const struct {
        const char *name;
        size_t columns, gap;
        const char *want;
    } tests[] = {
        {"without columns all parts are in one line", 0, 0, "나루일보  2025-03-04  0001"},
        {"so they are where they fit", 26, 0, "나루일보  2025-03-04  0001"},
        {"one that does not begins a line", 25, 0, "나루일보  2025-03-04\n    0001"},
        {"blanks between them may be fewer", 24, 1, "나루일보 2025-03-04 0001"},
    };
    for (size_t i = 0; i < sizeof tests / sizeof *tests; i++) {
        gisa_buf out = {0};
        wrap_line line = {
            .out = &out, .columns = tests[i].columns, .indent = 4, .gap = tests[i].gap};
        wrap_part(&line, GISA_STR("나루일보"));
        wrap_part(&line, GISA_STR("2025-03-04"));
        wrap_part(&line, GISA_STR("0001"));
        SAME_C(gisa_buf_view(&out), tests[i].want, tests[i].name);
        gisa_buf_clear(&out);
    }
}

static void test_long_part(void)
{
    gisa_buf out = {0};
    wrap_line line = {.out = &out, .columns = 24, .indent = 4};
    wrap_part(&line, GISA_STR("섬마을 등대의 불빛이 다시 켜졌다"));
    wrap_part(&line, GISA_STR("x"));
    SAME_C(gisa_buf_view(&out), "섬마을 등대의 불빛이\n    다시 켜졌다\n    x",
           "a part that is wider than a line is wrapped, and the next begins a line");
    gisa_buf_clear(&out);
}

/* What each line costs does not grow with what is left: by the square, this would take minutes. */
static void test_long_word(void)
{
    enum { CHARS = 2000000, A_LINE = 40 };
    gisa_buf word = {0}, out = {0};
    size_t ends = 0;
    for (int i = 0; i < CHARS; i++) gisa_buf_add_c(&word, "가");
    wrap_add(&out, gisa_buf_view(&word), &(wrapping){.columns = 2 * A_LINE});
    for (size_t i = 0; i < out.n; i++) ends += out.p[i] == '\n';
    EQUAL(ends, CHARS / A_LINE - 1, "a word of two million characters has lines as all others");
    gisa_buf_clear(&word);
    gisa_buf_clear(&out);
}

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = test_exact(rows[i].text);
        gisa_buf_reset(&out);
        wrap_add(&out, text, &rows[i].how);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        free((char *)(uintptr_t)text.p);
    }
    gisa_buf_clear(&out);
    test_marks();
    test_parts();
    test_long_part();
    test_long_word();
    return test_end();
}
