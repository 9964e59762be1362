#include "report/trend/value_text.h"

#include "tests/unit/test.h"

static void test_numbers(void)
{
    gisa_buf out = {0};
    gisa_count_text(&out, 1234567);
    gisa_buf_add_char(&out, ' ');
    gisa_count_text(&out, 999);
    gisa_buf_add_char(&out, ' ');
    gisa_count_text(&out, 1000);
    gisa_buf_add_char(&out, ' ');
    gisa_share_text(&out, 0.12345);
    gisa_buf_add_char(&out, ' ');
    gisa_share_text(&out, 0.0004);
    gisa_buf_add_char(&out, ' ');
    gisa_share_text(&out, 1);
    SAME_C(gisa_buf_view(&out), "1,234,567 999 1,000 12.3% 0.04% 100%", "numbers for people");
    gisa_buf_clear(&out);
}

static void test_p(void)
{
    static const struct {
        double p;
        const char *text, *number;
    } rows[] = {
        {1, "1", "1"},
        {0.095238095238, "0.095238095", "0.095238095"},
        {0.0001, "0.0001", "0.0001"},
        {0.00009999, "1e-4", "1e-4"},
        {6.123e-7, "6.12e-7", "6.12e-7"},
        {1e-15, "1e-15", "1e-15"},
        {6.123e-16, "<1e-15", "6.12e-16"},
        {0, "<1e-15", "1e-300"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf out = {0};
        gisa_p_text(&out, rows[i].p);
        SAME_C(gisa_buf_view(&out), rows[i].text, "a p-value for people is never 0");
        gisa_buf_reset(&out);
        gisa_p_number(&out, rows[i].p);
        SAME_C(gisa_buf_view(&out), rows[i].number, "nor as a number");
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    test_numbers();
    test_p();
    return test_end();
}
