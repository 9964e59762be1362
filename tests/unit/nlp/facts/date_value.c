#include "nlp/facts/date_value.h"

#include "tests/unit/test.h"

/* Published on 2024-03-01, a leap year. */
static const struct {
    const char *name;
    gisa_date_parts parts;
    const char *want;
} rows[] = {
    {"a leap day", {.day = 29, .side = GISA_SIDE_PAST}, "2024-02-29"},
    {"a day that the month before has not", {.day = 31, .side = GISA_SIDE_PAST}, ""},
    {"yesterday crosses the month", {.has_relative_day = true, .relative_day = -1}, "2024-02-29"},
    {"today is no day of the past", {.day = 1}, "2024-03-01"},
    {"the week before crosses the month", {.has_week = true, .week = -1}, "2024-02-19/2024-02-25"},
    {"a weekend", {.has_week = true, .week = -1, .weekday = GISA_WEEKEND}, "2024-02-24/2024-02-25"},
    {"three months back cross the year",
     {.has_relative_month = true, .relative_month = -3},
     "2023-12"},
    {"the last first half was last year's", {.half = 1, .side = GISA_SIDE_PAST}, "2023-H1"},
    {"the fourth quarter now is last year's", {.quarter = 4}, "2023-Q4"},
    {"the last winter ends on a leap day",
     {.season = GISA_SEASON_WINTER, .side = GISA_SIDE_PAST},
     "2023-12-01/2024-02-29"},
    {"a year alone", {.year = 1999}, "1999"},
    {"days that cross the month",
     {.year = 2024, .month = 1, .day = 30, .last_day = 2},
     "2024-01-30/2024-02-02"},
    {"the new year in spring is this one", {.new_year = true}, "2024"},
};

int main(void)
{
    char out[GISA_DATE_CHARS];
    gisa_date_context known = {0}, unknown = {0};
    gisa_time_parse_iso(GISA_STR("2024-03-01"), &known.reference);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t n = gisa_date_resolve(&rows[i].parts, &known, out);
        SAME_C(((gisa_str){out, n}), rows[i].want, rows[i].name);
    }
    gisa_date_parts today = {.has_relative_day = true}, year = {.year = 2020, .month = 2};
    EQUAL(gisa_date_resolve(&today, &unknown, out), 0, "nothing relative without a publication");
    EQUAL(gisa_date_resolve(&year, &unknown, out), 7, "an absolute month needs none");
    EQUAL(unknown.month, 2, "the month is remembered");
    return test_end();
}
