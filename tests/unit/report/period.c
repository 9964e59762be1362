#include "report/period.h"

#include "base/time.h"
#include "tests/unit/test.h"

static int64_t day(int y, int m, int d)
{
    return gisa_days_from_civil(y, m, d);
}

static void test_labels(void)
{
    static const struct {
        const char *name;
        gisa_period unit;
        int y, m, d;
        const char *want;
    } rows[] = {
        {"a Monday begins its week", GISA_PERIOD_WEEK, 2025, 2, 3, "2025-W06"},
        {"a Sunday ends its week", GISA_PERIOD_WEEK, 2025, 2, 9, "2025-W06"},
        {"the last days of December belong to week 1", GISA_PERIOD_WEEK, 2024, 12, 30, "2025-W01"},
        {"the first of January may be in week 53", GISA_PERIOD_WEEK, 2021, 1, 1, "2020-W53"},
        {"the last of a leap February", GISA_PERIOD_MONTH, 2024, 2, 29, "2024-02"},
        {"a day is a day", GISA_PERIOD_DAY, 2025, 12, 31, "2025-12-31"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char got[GISA_PERIOD_CHARS];
        int64_t start = gisa_period_start(rows[i].unit, day(rows[i].y, rows[i].m, rows[i].d));
        size_t n = gisa_period_label(rows[i].unit, start, got);
        SAME_C(((gisa_str){got, n}), rows[i].want, rows[i].name);
    }
}

static void test_bounds(void)
{
    static const struct {
        const char *name, *text;
        bool good;
        int first[3], last[3];
    } rows[] = {
        {"a day", "2025-02-03", true, {2025, 2, 3}, {2025, 2, 3}},
        {"a month ends on its last day", "2024-12", true, {2024, 12, 1}, {2024, 12, 31}},
        {"a year", "2025", true, {2025, 1, 1}, {2025, 12, 31}},
        {"an ISO week", "2025-W01", true, {2024, 12, 30}, {2025, 1, 5}},
        {"a year without a week 53", "2025-W53", false, {0}, {0}},
        {"week 0", "2025-W00", false, {0}, {0}},
        {"the 30th of February", "2025-02-30", false, {0}, {0}},
        {"an hour is no bound", "2025-02-03T04:00", false, {0}, {0}},
        {"words", "yesterday", false, {0}, {0}},
        {"nothing", "", false, {0}, {0}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t first = 0, last = 0;
        bool good = gisa_period_parse(gisa_str_from(rows[i].text), &first, &last);
        EQUAL(good, rows[i].good, rows[i].name);
        if (!good) continue;
        EQUAL(first, day(rows[i].first[0], rows[i].first[1], rows[i].first[2]), rows[i].name);
        EQUAL(last, day(rows[i].last[0], rows[i].last[1], rows[i].last[2]), rows[i].name);
    }
}

int main(void)
{
    gisa_period unit = GISA_PERIOD_DAY;
    test_labels();
    test_bounds();
    EQUAL(gisa_period_step(GISA_PERIOD_MONTH, day(2025, 1, 1), -1), day(2024, 12, 1),
          "the month before January is December");
    EQUAL(gisa_period_step(GISA_PERIOD_MONTH, day(2024, 11, 1), 3), day(2025, 2, 1),
          "months step over a year's end");
    OK(!gisa_period_find(GISA_STR("fortnight"), &unit), "a fortnight is no unit");
    OK(gisa_period_find(GISA_STR("week"), &unit) && unit == GISA_PERIOD_WEEK, "a week is one");
    return test_end();
}
