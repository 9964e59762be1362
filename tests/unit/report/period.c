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

int main(void)
{
    gisa_period unit = GISA_PERIOD_DAY;
    test_labels();
    EQUAL(gisa_period_step(GISA_PERIOD_MONTH, day(2025, 1, 1), -1), day(2024, 12, 1),
          "the month before January is December");
    EQUAL(gisa_period_step(GISA_PERIOD_MONTH, day(2024, 11, 1), 3), day(2025, 2, 1),
          "months step over a year's end");
    OK(!gisa_period_find(GISA_STR("fortnight"), &unit), "a fortnight is no unit");
    OK(gisa_period_find(GISA_STR("week"), &unit) && unit == GISA_PERIOD_WEEK, "a week is one");
    return test_end();
}
