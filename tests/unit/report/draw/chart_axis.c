#include "report/draw/chart_axis.h"

#include <math.h>

#include "base/time.h"
#include "tests/unit/test.h"

static void test_y(void)
{
    static const struct {
        const char *name;
        double most;
        bool whole;
        double top, step;
    } rows[] = {
        {"steps of ten", 45, false, 50, 10},       {"a full house", 100, false, 100, 20},
        {"a tenth", 0.09, false, 0.1, 0.02},       {"a hair over a step", 10.1, false, 15, 5},
        {"counts step by one", 3, true, 3, 1},     {"one article", 1, true, 1, 1},
        {"many articles", 7300, true, 8000, 2000}, {"nothing", 0, false, 1, 0.2},
        {"no number", (double)NAN, true, 1, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_y_axis y = gisa_y_axis_fit(rows[i].most, rows[i].whole);
        OK(fabs(y.top - rows[i].top) < 1e-9 * rows[i].top, rows[i].name);
        OK(fabs(y.step - rows[i].step) < 1e-9, rows[i].name);
    }
}

static void show(gisa_period period, int year, int month, int day, size_t n, size_t most,
                 gisa_lang lang, gisa_buf *out)
{
    int64_t days[600];
    gisa_x_tick ticks[GISA_X_TICKS];
    days[0] = gisa_period_start(period, gisa_days_from_civil(year, month, day));
    for (size_t i = 1; i < n; i++) days[i] = gisa_period_next(period, days[i - 1]);
    size_t k = gisa_x_axis_fit(period, days, n, most, lang, ticks);
    for (size_t i = 0; i < k; i++)
        gisa_buf_addf(out, "%s%s%s%s", i ? " " : "", ticks[i].text, ticks[i].year[0] ? "/" : "",
                      ticks[i].year);
}

static void test_x(void)
{
    static const struct {
        const char *name;
        gisa_period period;
        int year, month, day;
        size_t n, most;
        gisa_lang lang;
        const char *want;
    } rows[] = {
        {"a week of days", GISA_PERIOD_DAY, 2025, 2, 3, 3, 10, GISA_LANG_EN,
         "3 Feb/2025 4 Feb 5 Feb"},
        {"a year of months in quarters", GISA_PERIOD_MONTH, 2025, 1, 1, 12, 5, GISA_LANG_KO,
         "1월/2025 4월 7월 10월"},
        {"a year's end is marked", GISA_PERIOD_MONTH, 2024, 11, 1, 4, 12, GISA_LANG_EN,
         "Nov/2024 Dec Jan/2025 Feb"},
        {"ten years of months are marked by years", GISA_PERIOD_MONTH, 2010, 1, 1, 120, 11,
         GISA_LANG_EN, "2010 2011 2012 2013 2014 2015 2016 2017 2018 2019"},
        {"years are years", GISA_PERIOD_YEAR, 2020, 1, 1, 3, 10, GISA_LANG_EN, "2020 2021 2022"},
        {"no period has no mark", GISA_PERIOD_DAY, 2025, 1, 1, 0, 10, GISA_LANG_EN, ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf out = {0};
        show(rows[i].period, rows[i].year, rows[i].month, rows[i].day, rows[i].n, rows[i].most,
             rows[i].lang, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_buf_clear(&out);
    }
    for (size_t n = 1; n < 600; n += 7) {
        gisa_buf out = {0};
        show(GISA_PERIOD_WEEK, 2015, 1, 1, n, 8, GISA_LANG_EN, &out);
        size_t blanks = 0;
        for (size_t i = 0; i < out.n; i++) blanks += out.p[i] == ' ';
        OK(blanks <= 2 * 8, "never more marks than there is room for");
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    test_y();
    test_x();
    return test_end();
}
