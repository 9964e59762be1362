#include "report/trend/trend_format.h"

#include "tests/unit/press.h"

static void test_csv(const gisa_trend *t)
{
    gisa_buf out = {0};
    gisa_str line, rest;
    size_t rows = 0;
    gisa_trend_csv(t, &out);
    rest = gisa_buf_view(&out);
    while (gisa_str_next_line(&rest, &line)) rows++;
    EQUAL(rows, 11, "a header and ten weeks");
    OK(press_has(&out, "\r\n딥시크,2025-W10,2025-03-03,2025-03-09,6,12,0.5,0.253782,0.746218,"),
       "a row has counts, share and interval");
    OK(press_has(&out, ",above,0,1,0,"), "and says that it is above, in a burst");
    OK(press_has(&out, "\r\n딥시크,2025-W02,2025-01-06,2025-01-12,0,6,0,"), "a zero is a zero");
    gisa_buf_clear(&out);
}

static void test_json(const gisa_trend *t)
{
    gisa_buf out = {0};
    gisa_trend_json(t, &out);
    OK(press_has(&out, "{\"query\":\"딥시크\",\"spellings\":[\"딥시크\",\"DeepSeek\",\"딥 시크\"],"
                       "\"by\":\"week\",\"articles\":12,\"total\":72,\"of\":\"articles\","
                       "\"within\":false,\"undated\":0,"),
       "a line begins with its query");
    OK(press_has(&out, "\"first_seen\":{\"date\":\"2025-03-03\","), "says when it was first seen");
    OK(press_has(&out, "\"bursts\":[{\"from\":\"2025-03-03\",\"to\":\"2025-03-16\",\"weight\":"),
       "and its burst");
    OK(gisa_str_ends(gisa_buf_view(&out), GISA_STR("]}\n")), "and ends its line");
    gisa_buf_clear(&out);
}

static void test_spark(const gisa_trend *t)
{
    gisa_buf out = {0};
    gisa_trend_spark(t, &t->lines[0], 20, &out);
    SAME_C(gisa_buf_view(&out), "▁▁▁▁▁▁▁▁██", "a cell a week");
    gisa_buf_reset(&out);
    gisa_trend_spark(t, &t->lines[0], 5, &out);
    SAME_C(gisa_buf_view(&out), "▁▁▁▁█", "two weeks a cell where there is no room");
    gisa_buf_clear(&out);
}

static void test_words(void)
{
    gisa_trend_of of = GISA_TREND_ARTICLES;
    OK(gisa_trend_of_find(GISA_STR("outlets"), &of) && of == GISA_TREND_OUTLETS, "outlets");
    OK(!gisa_trend_of_find(GISA_STR("words"), &of), "words cannot be counted");
    SAME_C(gisa_str_from(gisa_trend_of_name(GISA_TREND_MENTIONS)), "mentions", "mentions");
    gisa_slope s = {.n = 9, .slope = 0.1, .q = 0.01};
    SAME_C(gisa_str_from(gisa_slope_word(&s)), "rises", "a slope with evidence");
    s.slope = -0.1;
    SAME_C(gisa_str_from(gisa_slope_word(&s)), "falls", "or down");
    s.q = 0.05;
    OK(!gisa_slope_word(&s), "without evidence");
    s = (gisa_slope){.n = 9, .q = 0.01};
    OK(!gisa_slope_word(&s), "or without a slope there is no word");
    s = (gisa_slope){.n = 3, .slope = 1};
    OK(!gisa_slope_word(&s), "nor with three points");
}

int main(void)
{
    test_words();
    press p;
    gisa_trend t = {0};
    gisa_error err;
    const gisa_str query = GISA_STR("딥시크");
    gisa_trend_opts opts = {.period = GISA_PERIOD_WEEK};
    if (!press_open(&p)) return 2;
    WENT(gisa_trend_run(p.store, &query, 1, &opts, &t, &err), err, "a trend");
    if (t.n_lines == 1) {
        test_csv(&t);
        test_json(&t);
        test_spark(&t);
    }
    gisa_trend_clear(&t);
    press_close(&p);
    return test_end();
}
