#include "base/time.h"
#include <stdlib.h>

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
        {"the first year", "0001-01-01", "0001-01-01"},
        {"no year", "0000-01-01", ""},
        {"the last", "9999-12-31", "9999-12-31"},
        {"three digits of a month", "2025-011", ""},
        {"month 0", "2025-00", ""},
        {"day 0", "2025-01-00", ""},
        {"a small t", "2025-02-03t04:37z", "2025-02-03T04:37:00+00:00"},
        {"another letter", "2025-02-03x04:37", ""},
        {"the last second of a day", "2025-02-03T23:59:59", "2025-02-03T23:59:59+09:00"},
        {"a leap second", "2016-12-31T23:59:60Z", "2017-01-01T00:00:00+00:00"},
        {"no second 61", "2016-12-31T23:59:61Z", ""},
        {"no minute 60", "2016-12-31T23:60", ""},
        {"a colon and no seconds", "2016-12-31T23:59:", ""},
        {"a comma before a fraction", "2016-12-31T23:59:58,5", "2016-12-31T23:59:58+09:00"},
        {"a point and no fraction", "2016-12-31T23:59:58.", ""},
        {"a zone of hours alone", "2025-02-03T04:37+05", "2025-02-03T04:37:00+05:00"},
        {"the farthest zone", "2025-02-03T04:37-15:59", "2025-02-03T04:37:00-15:59"},
        {"one beyond it", "2025-02-03T04:37+16:00", ""},
        {"60 minutes of a zone", "2025-02-03T04:37+05:60", ""},
        {"half a zone", "2025-02-03T04:37+05:", ""},
        {"words after a zone", "2025-02-03T04:37Z 입력", ""},
        {"trailing words", "2025-01-01 오전", ""},
        {"nothing", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_time t = {0};
        char text[GISA_TIME_CHARS] = "";
        gisa_str in = test_exact(rows[i].in);
        bool read = gisa_time_parse_iso(in, &t);
        if (read) gisa_time_format(&t, text);
        EQUAL(read, rows[i].want[0] != '\0', rows[i].name);
        free((char *)(uintptr_t)in.p);
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
        {"no zone is UTC", "03 Feb 2025 04:37", "2025-02-03T04:37:00+00:00"},
        {"a zone and its name", "03 Feb 2025 04:37 +0900 KST", "2025-02-03T04:37:00+09:00"},
        {"its name in brackets", "03 Feb 2025 04:37 +0900(KST)", "2025-02-03T04:37:00+09:00"},
        {"a letter after a zone", "03 Feb 2025 04:37 +0900x", ""},
        {"the year 49", "03 Feb 49 04:37 GMT", "2049-02-03T04:37:00+00:00"},
        {"the year 50", "03 Feb 50 04:37 GMT", "1950-02-03T04:37:00+00:00"},
        {"three digits of a year", "03 Feb 125 04:37 GMT", "2025-02-03T04:37:00+00:00"},
        {"a month in full", "3 September 2025 04:37 GMT", "2025-09-03T04:37:00+00:00"},
        {"no month", "3 Foo 2025 04:37 GMT", ""},
        {"a month and no more", "3 Feb", ""},
        {"a day and no more", "3", ""},
        {"names in Korean", "월, 03 2월 2025 04:37:00 +0900", "2025-02-03T04:37:00+09:00"},
        {"a month in Korean", "3 12월 2025 04:37 GMT", "2025-12-03T04:37:00+00:00"},
        {"a month by number", "3 2 2025 04:37 GMT", ""},
        {"month 13 in Korean", "3 13월 2025 04:37 GMT", ""},
        {"an unknown zone", "Mon, 03 Feb 2025 04:37:00 XYZ", ""},
        {"ISO is not it", "2025-02-03", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_time t = {0};
        char text[GISA_TIME_CHARS] = "";
        gisa_str in = test_exact(rows[i].in);
        bool read = gisa_time_parse_rfc5322(in, &t);
        if (read) gisa_time_format(&t, text);
        EQUAL(read, rows[i].want[0] != '\0', rows[i].name);
        free((char *)(uintptr_t)in.p);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
    }
}

static void test_ctime(void)
{
    static const struct {
        const char *name, *in, *want;
    } rows[] = {
        {"as Java prints a date", "Mon Feb 03 04:37:00 KST 2025", "2025-02-03T04:37:00+09:00"},
        {"in another zone", "Sun Feb 02 19:37:00 GMT 2025", "2025-02-02T19:37:00+00:00"},
        {"a zone as a number", "Mon Feb 03 04:37:00 +0900 2025", "2025-02-03T04:37:00+09:00"},
        {"as C prints it", " Mon Feb  3 04:37:00 2025 ", "2025-02-03T04:37:00+09:00"},
        {"a weekday in Hangul", "월 2월 03 04:37:00 KST 2025", "2025-02-03T04:37:00+09:00"},
        {"no weekday", "Feb 03 04:37:00 KST 2025", ""},
        {"an unknown zone", "Mon Feb 03 04:37:00 XYZ 2025", ""},
        {"a day that is none", "Mon Feb 30 04:37:00 KST 2025", ""},
        {"something after it", "Mon Feb 03 04:37:00 KST 2025 x", ""},
        {"two digits of a year", "Mon Feb 03 04:37:00 KST 25", ""},
        {"no time", "Mon Feb 03 2025", ""},
        {"no year", "Mon Feb 03 04:37:00 ", ""},
        {"a weekday alone", "Mon", ""},
        {"nothing", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_time t = {0};
        char text[GISA_TIME_CHARS] = "";
        gisa_str in = test_exact(rows[i].in);
        if (gisa_time_parse_ctime(in, &t)) gisa_time_format(&t, text);
        free((char *)(uintptr_t)in.p);
        SAME_C(gisa_str_from(text), rows[i].want, rows[i].name);
    }
}

static void test_odd_bytes(void)
{
    gisa_time t = {0};
    gisa_str odd = {"3 \0\0\0 2025 04:37", 16};
    OK(!gisa_time_parse_rfc5322(odd, &t), "three NULs are no month");
}

/* RFC 5322, 4.3, and three that feeds write. */
static void test_zones(void)
{
    static const struct {
        const char *zone, *want;
    } rows[] = {
        {"UT", "+00:00"},  {"GMT", "+00:00"}, {"EST", "-05:00"}, {"EDT", "-04:00"},
        {"CST", "-06:00"}, {"CDT", "-05:00"}, {"MST", "-07:00"}, {"MDT", "-06:00"},
        {"PST", "-08:00"}, {"PDT", "-07:00"}, {"Z", "+00:00"},   {"utc", "+00:00"},
        {"KST", "+09:00"}, {"JST", "+09:00"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char in[40], text[GISA_TIME_CHARS] = "";
        gisa_time t = {0};
        snprintf(in, sizeof in, "3 Feb 2025 04:37 %s", rows[i].zone);
        if (gisa_time_parse_rfc5322(gisa_str_from(in), &t)) gisa_time_format(&t, text);
        SAME_C(gisa_str_from(strlen(text) > 19 ? text + 19 : text), rows[i].want, rows[i].zone);
    }
}

/* Each month has as many days as lie between its first and the next one's. */
static void test_months(void)
{
    static const int years[] = {1900, 2000, 2023, 2024};
    for (int i = 0; i < 48; i++) {
        gisa_civil c = {.year = years[i / 12], .month = i % 12 + 1};
        int64_t first = gisa_days_from_civil(c.year, c.month, 1);
        c.day = (int)(gisa_days_from_civil(c.year + c.month / 12, c.month % 12 + 1, 1) - first);
        OK(gisa_civil_valid(&c), "the last day of a month is one");
        c.day++;
        OK(!gisa_civil_valid(&c), "and the next is none");
    }
    gisa_civil before = {.year = 2025, .month = 1, .day = 1, .hour = -1};
    OK(!gisa_civil_valid(&before), "no hour is before the first");
    before.hour = 0;
    before.minute = -1;
    OK(!gisa_civil_valid(&before), "nor a minute");
    before.minute = 0;
    before.second = -1;
    OK(!gisa_civil_valid(&before), "nor a second");
}

static void test_precisions(void)
{
    static const char *const names[] = {"unknown", "year", "month", "day", "minute"};
    static const gisa_precision all[] = {GISA_PRECISION_UNKNOWN, GISA_PRECISION_YEAR,
                                         GISA_PRECISION_MONTH, GISA_PRECISION_DAY,
                                         GISA_PRECISION_MINUTE};
    for (size_t i = 0; i < 5; i++) {
        gisa_precision p = GISA_PRECISION_UNKNOWN;
        SAME_C(gisa_str_from(gisa_precision_name(all[i])), names[i], "a precision has its name");
        OK(gisa_precision_parse(gisa_str_from(names[i]), &p) && p == all[i], "which is understood");
    }
}

static void test_today(void)
{
    OK(gisa_today() - gisa_kst_day(gisa_now_utc()) < 2, "today is the clock's");
    setenv("GISA_NOW", "2025-02-03", 1);
    EQUAL(gisa_today(), gisa_days_from_civil(2025, 2, 3), "or the one that is set");
    setenv("GISA_NOW", "2025-02-03T15:30:00Z", 1);
    EQUAL(gisa_today(), gisa_days_from_civil(2025, 2, 4), "in Seoul");
    OK(gisa_today_readable(), "which can be read");
    setenv("GISA_NOW", "2025-02", 1);
    OK(!gisa_today_readable(), "a month is no day");
    OK(gisa_today() > gisa_days_from_civil(2026, 1, 1), "and the clock holds");
    setenv("GISA_NOW", "", 1);
    OK(gisa_today_readable(), "nothing is as unset");
    unsetenv("GISA_NOW");
    OK(gisa_today_readable(), "as is none at all");
}

int main(void)
{
    test_today();
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
    test_ctime();
    test_zones();
    test_odd_bytes();
    test_months();
    test_precisions();
    return test_end();
}
