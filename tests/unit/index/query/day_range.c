#include "index/query/day_range.h"

#include "base/time.h"
#include "tests/unit/test.h"

/* Friday, 29 March 2024, whose month before has a 29th by leap, and whose week began on the 25th.
 */
static const int today[3] = {2024, 3, 29};

static int64_t day(const int d[3])
{
    return gisa_days_from_civil(d[0], d[1], d[2]);
}

static const struct {
    const char *name, *text;
    bool good;
    int first[3], last[3];
} rows[] = {
    {"a day", "2025-02-03", true, {2025, 2, 3}, {2025, 2, 3}},
    {"a month ends on its last day", "2024-12", true, {2024, 12, 1}, {2024, 12, 31}},
    {"a leap February too", "2024-02", true, {2024, 2, 1}, {2024, 2, 29}},
    {"a year", "2025", true, {2025, 1, 1}, {2025, 12, 31}},
    {"a day with points", "2025.2.3", true, {2025, 2, 3}, {2025, 2, 3}},
    {"and with blanks and a last point", "2025. 02. 03.", true, {2025, 2, 3}, {2025, 2, 3}},
    {"and with strokes", "2025/02/03", true, {2025, 2, 3}, {2025, 2, 3}},
    {"and in Korean", "2025년 2월 3일", true, {2025, 2, 3}, {2025, 2, 3}},
    {"a Korean month", "2025년2월", true, {2025, 2, 1}, {2025, 2, 28}},
    {"a Korean year", "2025년", true, {2025, 1, 1}, {2025, 12, 31}},
    {"eight digits", "20250203", true, {2025, 2, 3}, {2025, 2, 3}},
    {"six digits may be two things", "202502", false, {0}, {0}},
    {"two digits are no year", "25-02-03", false, {0}, {0}},
    {"a mark at the end wants a number", "2025-", false, {0}, {0}},
    {"so do two marks", "2025--02", false, {0}, {0}},
    {"a fourth number", "2025-02-03-04", false, {0}, {0}},
    {"digits with a blank between", "2025 3", false, {0}, {0}},
    {"a month of three digits", "2025-002", false, {0}, {0}},
    {"the year nothing", "0000", false, {0}, {0}},
    {"an ISO week", "2025-W01", true, {2024, 12, 30}, {2025, 1, 5}},
    {"in small letters", "2025-w53", false, {0}, {0}},
    {"the last week of a long year", "2020-w53", true, {2020, 12, 28}, {2021, 1, 3}},
    {"week 0", "2025-W00", false, {0}, {0}},
    {"the 30th of February", "2025-02-30", false, {0}, {0}},
    {"the 13th month", "2025-13", false, {0}, {0}},
    {"an hour is no bound", "2025-02-03T04:00", false, {0}, {0}},
    {"today", "today", true, {2024, 3, 29}, {2024, 3, 29}},
    {"in Korean", "오늘", true, {2024, 3, 29}, {2024, 3, 29}},
    {"yesterday", "Yesterday", true, {2024, 3, 28}, {2024, 3, 28}},
    {"in Korean", "어제", true, {2024, 3, 28}, {2024, 3, 28}},
    {"the day before", "그저께", true, {2024, 3, 27}, {2024, 3, 27}},
    {"the week goes on to its Sunday", "this-week", true, {2024, 3, 25}, {2024, 3, 31}},
    {"written in two words", "이번 주", true, {2024, 3, 25}, {2024, 3, 31}},
    {"the week before", "지난주", true, {2024, 3, 18}, {2024, 3, 24}},
    {"however it is written", "LAST_WEEK", true, {2024, 3, 18}, {2024, 3, 24}},
    {"this month", "this month", true, {2024, 3, 1}, {2024, 3, 31}},
    {"the month before", "지난달", true, {2024, 2, 1}, {2024, 2, 29}},
    {"this year", "올해", true, {2024, 1, 1}, {2024, 12, 31}},
    {"the year before", "작년", true, {2023, 1, 1}, {2023, 12, 31}},
    {"days back", "7d", true, {2024, 3, 22}, {2024, 3, 22}},
    {"no day back is today", "0d", true, {2024, 3, 29}, {2024, 3, 29}},
    {"in words", "10 days ago", true, {2024, 3, 19}, {2024, 3, 19}},
    {"in Korean", "7일 전", true, {2024, 3, 22}, {2024, 3, 22}},
    {"weeks back", "2w", true, {2024, 3, 15}, {2024, 3, 15}},
    {"in Korean", "2주일전", true, {2024, 3, 15}, {2024, 3, 15}},
    {"months back", "3개월 전", true, {2023, 12, 29}, {2023, 12, 29}},
    {"to the last day of a shorter one", "13m", true, {2023, 2, 28}, {2023, 2, 28}},
    {"years back", "1y", true, {2023, 3, 29}, {2023, 3, 29}},
    {"a hundred years", "100y", true, {1924, 3, 29}, {1924, 3, 29}},
    {"a thousand are no bound", "1000y", false, {0}, {0}},
    {"a hundred thousand days neither", "100000d", false, {0}, {0}},
    {"a unit alone", "d", false, {0}, {0}},
    {"a number alone", "7", false, {0}, {0}},
    {"a day of the month is none", "7일", false, {0}, {0}},
    {"some word", "soon", false, {0}, {0}},
    {"a very long word", "thisweekthisweekthisweekthisweekthisweekthisweek", false, {0}, {0}},
    {"nothing", "", false, {0}, {0}},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t first = 0, last = 0;
        bool good = gisa_day_range_parse_on(gisa_str_from(rows[i].text), day(today), &first, &last);
        EQUAL(good, rows[i].good, rows[i].name);
        if (!good) continue;
        EQUAL(first, day(rows[i].first), rows[i].name);
        EQUAL(last, day(rows[i].last), rows[i].name);
    }
    int64_t first, last;
    OK(gisa_day_range_parse(GISA_STR("today"), &first, &last) && first == gisa_today() &&
           last == first,
       "today is that of the clock");
    int wrong = 0;
    for (int64_t d = gisa_days_from_civil(2019, 12, 1); d < gisa_days_from_civil(2029, 2, 1); d++) {
        wrong += !gisa_day_range_parse_on(GISA_STR("지난주"), d, &first, &last) ||
                 gisa_weekday(first) != 0 || last != first + 6 || d - last < 1 || d - last > 7;
        wrong += !gisa_day_range_parse_on(GISA_STR("지난달"), d, &first, &last) ||
                 gisa_civil_from_days(first).day != 1 ||
                 gisa_civil_from_days(last + 1).month != gisa_civil_from_days(d).month ||
                 gisa_civil_from_days(last + 1).day != 1 || last >= d;
    }
    EQUAL(wrong, 0, "the last week and month are whole, and just over, on any day");
    return test_end();
}
