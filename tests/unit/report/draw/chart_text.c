#include "report/draw/chart_text.h"

#include "base/buf.h"
#include "tests/unit/test.h"

static void test_lines(void)
{
    static const struct {
        const char *name, *text;
        double width;
        const char *want;
    } rows[] = {
        {"what fits is one line", "one two", 100, "one two|"},
        {"a line breaks at a blank", "one two three", 40, "one two|three|"},
        {"a word that is too wide is cut", "abcdefghijkl mn", 32, "abcdef|ghijkl|mn|"},
        {"Hangul is not cut in the middle of a letter", "가나다라", 22, "가나|다라|"},
        {"blanks alone are nothing", "  ", 40, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str rest = gisa_str_from(rows[i].text), line;
        gisa_buf out = {0};
        while (gisa_chart_text_line(&rest, 10, rows[i].width, &line)) {
            gisa_buf_add(&out, line);
            gisa_buf_add_char(&out, '|');
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    test_lines();
    EQUAL(gisa_chart_text_lines(GISA_STR("one two three"), 10, 40), 2, "two lines");
    return test_end();
}
