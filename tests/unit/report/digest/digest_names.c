#include "report/digest/digest_names.h"

#include "tests/unit/press.h"

static void put(const gisa_digest *d, gisa_sheet_form form, gisa_buf *out)
{
    gisa_page p = {.d = d, .sheet = {.out = out, .form = form}};
    gisa_page_names(&p);
    gisa_buf_clear(&p.scratch);
    gisa_buf_clear(&p.label);
}

int main(void)
{
    press p;
    gisa_digest d = {0}, none = {0};
    gisa_error err;
    gisa_buf out = {0};
    if (!press_open(&p)) return 2;
    gisa_digest_opts opts = {
        .period = GISA_PERIOD_WEEK, .day = press_day(8), .tokenizer = press_tokenizer()};
    EQUAL(gisa_digest_run(p.store, &opts, &d, &err), GISA_OK, "the week of the ban");
    put(&d, GISA_SHEET_MARKDOWN, &out);
    OK(press_has(&out, "| **딥시크** new | 6 (50%) | 0 (0%) | ▁▁▁▁▁▁▁▁█ | "),
       "a name has its figures, its history and its flag");
    OK(press_has(&out, "| **누리챗** | 0 (0%) | 16 (33.3%) | "), "a falling one too");
    gisa_buf_reset(&out);
    put(&d, GISA_SHEET_HTML, &out);
    OK(press_has(&out, "<svg xmlns") && press_has(&out, "class=\"gisa-spark\""),
       "HTML has the chart and the sparklines");
    gisa_buf_reset(&out);
    put(&none, GISA_SHEET_HTML, &out);
    OK(press_has(&out, "No name moved."), "nothing is said to be nothing");
    gisa_page page = {.d = &d};
    SAME_C(gisa_page_count(&page, 1234567), "1,234,567", "counts have commas");
    SAME_C(gisa_page_count(&page, 12045), "12,045", "and keep their zeros");
    SAME_C(gisa_page_day(&page, press_day(0)), "2025-01-06", "days are ISO 8601");
    gisa_buf_clear(&out);
    gisa_digest_clear(&d);
    press_close(&p);
    return test_end();
}
