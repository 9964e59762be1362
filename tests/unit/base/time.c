#include "base/time.h"
#include "tests/unit/test.h"

static void iso(void)
{
    static const struct {
        const char *name, *in, *want;
    } rows[] = {
        {"a year alone", "2025", "2025"},
        {"a month", "2025-02", "2025-02"},
        {"a day", "2025-02-03", "2025-02-03"},
        {"a time without a zone is Korean", "2025-02-03 04:37", "2025-02-03T04:37:00+09:00"},
        {"a zone with a colon", "2025-02-03T04:37:05+09:00", "2025-02-03T04:37:05+09:00"},
        {"a zone without one", "2025-02-03T04:37:00+0900", "2025-02-03T04:37:00+09:00"},
        {"UTC stays UTC", "2024-12-31T15:30:00.000Z", "2024-12-31T15:30:00+00:00"},
        {"so does a zone behind it", "2024-12-31T23:30:00-05:00", "2024-12-31T23:30:00-05:00"},
        {"and half an hour", "2024-12-31T23:30+0530", "2024-12-31T23:30:00+05:30"},
        {"less than an hour behind", "2024-12-31T23:30-00:30", "2024-12-31T23:30:00-00:30"},
        {"a leap day", "2024-02-29", "2024-02-29"},
        {"no leap day", "2025-02-29", ""},
        {"month 13", "2025-13-01", ""},
        {"hour 24", "2025-01-01T24:00", ""},
        {"trailing words", "2025-01-01 오전", ""},
        {"nothing", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_time t = {0};
        char text[GISA_TIME_CHARS] = "";
        if (gisa_time_parse_iso(gisa_str_from(rows[i].in), &t)) gisa_time_format(&t, text);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
    }
}

static void rfc5322(void)
{
    static const struct {
        const char *name, *in, *want;
    } rows[] = {
        {"a feed's date", "Mon, 03 Feb 2025 04:37:00 +0900", "2025-02-03T04:37:00+09:00"},
        {"GMT", "Sun, 02 Feb 2025 19:37:00 GMT", "2025-02-02T19:37:00+00:00"},
        {"a zone by name", "Sun, 02 Feb 2025 19:37:00 PST", "2025-02-02T19:37:00-08:00"},
        {"no weekday, no seconds", "3 Feb 2025 04:37 KST", "2025-02-03T04:37:00+09:00"},
        {"two digits of a year", "03 Feb 25 04:37:00 +0900", "2025-02-03T04:37:00+09:00"},
        {"an HTTP date with dashes", "Monday, 03-Feb-25 04:37:00 GMT", "2025-02-03T04:37:00+00:00"},
        {"an unknown zone", "Mon, 03 Feb 2025 04:37:00 XYZ", ""},
        {"ISO is not it", "2025-02-03", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_time t = {0};
        char text[GISA_TIME_CHARS] = "";
        if (gisa_time_parse_rfc5322(gisa_str_from(rows[i].in), &t)) gisa_time_format(&t, text);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
    }
}

int main(void)
{
    EQUAL(gisa_days_from_civil(1970, 1, 1), 0, "days count from 1970");
    EQUAL(gisa_days_from_civil(2000, 3, 1), 11017, "over a century leap day");
    int wrong = 0;
    for (int64_t day = -200000; day < 200000; day += 7) {
        gisa_civil c = gisa_civil_from_days(day);
        wrong += gisa_days_from_civil(c.year, c.month, c.day) != day || !gisa_civil_valid(&c);
    }
    EQUAL(wrong, 0, "civil dates and days are inverse over a thousand years");
    EQUAL(gisa_weekday(gisa_days_from_civil(2025, 2, 3)), 0, "3 February 2025 is a Monday");
    EQUAL(gisa_weekday(-1), 2, "the last day of 1969 is a Wednesday");
    EQUAL(gisa_kst_day(15 * 3600 - 1), 0, "Seoul's day ends at 15:00 UTC");
    EQUAL(gisa_kst_day(15 * 3600), 1, "and the next begins");
    EQUAL(gisa_kst_day(-9 * 3600 - 1), -1, "before 1970 too");
    gisa_precision p;
    gisa_time here = {0}, there = {0};
    OK(gisa_time_parse_iso(GISA_STR("2025-02-03T04:37+09:00"), &here) &&
           gisa_time_parse_iso(GISA_STR("2025-02-02T14:37-05:00"), &there) &&
           here.utc_s == there.utc_s && here.west_s == 0 && there.west_s == 14 * 3600,
       "two clocks, one instant");
    OK(gisa_precision_parse(GISA_STR("month"), &p) && p == GISA_PRECISION_MONTH,
       "precision by name");
    OK(!gisa_precision_parse(GISA_STR("hour"), &p), "no such precision");
    iso();
    rfc5322();
    return test_end();
}
