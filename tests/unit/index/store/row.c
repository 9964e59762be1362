#include "index/store/row.h"

#include "tests/unit/test.h"

static gisa_time at(const char *s)
{
    gisa_time t = {0};
    gisa_time_parse_iso(gisa_str_from(s), &t);
    return t;
}

static const struct {
    const char *name, *earlier, *later;
    bool by_minute; /* the other layout cannot tell them apart */
} rows[] = {
    {"a later minute has a later row", "2025-02-03T10:00", "2025-02-03T10:01", true},
    {"a day without a time is its midnight", "2025-02-03", "2025-02-03T00:01", true},
    {"a later day has a later row", "2025-02-03T23:59", "2025-02-04", false},
    {"a year is its first day", "2025", "2025-01-02", false},
    {"midnight in Korea begins the day", "2025-02-02T23:59+09:00", "2025-02-03", false},
    {"the first newspapers are in order", "1883-10-31", "1896-04-07", false},
    {"no date comes before every date", "", "1700-01-01", false},
};

static void test_layout(const gisa_rows *r, bool by_minute)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (by_minute || !rows[i].by_minute)
            OK(gisa_row_first(r, at(rows[i].earlier)) < gisa_row_first(r, at(rows[i].later)),
               rows[i].name);
    int64_t day = gisa_days_from_civil(2025, 2, 3), row = gisa_row_first(r, at("2025-02-03T23:59"));
    EQUAL(gisa_row_day(r, row), day, "the day comes back");
    EQUAL(gisa_row_day(r, gisa_row_of_day(r, day)), day, "a day's first row is of that day");
    EQUAL(gisa_row_day(r, gisa_row_of_day(r, day) - 1), day - 1,
          "the row before is of the day before");
    EQUAL(gisa_row_last(r, row) + 1, gisa_row_of_day(r, day + 1),
          "after the last row of the last slot the next day begins");
    EQUAL(gisa_row_last(r, gisa_row_last(r, row)), gisa_row_last(r, row),
          "the last row of a slot is in the slot");
    OK(!gisa_row_is_dated(gisa_row_last(r, gisa_row_first(r, at("")))),
       "rows without a date end before those with one");
    OK(!gisa_row_is_dated(gisa_row_first(r, at(""))), "no date is known from a date");
    OK(gisa_row_is_dated(gisa_row_first(r, at("1700-01-01"))),
       "a date before newspapers is still a date");
    OK(gisa_row_of_day(r, INT64_MAX - 1) > 0, "a day far off does not overflow");
    OK(gisa_row_first(r, at("2025-02-03")) >> r->block_bits ==
           gisa_row_last(r, gisa_row_first(r, at("2025-02-03"))) >> r->block_bits,
       "a slot is in one block of the roll");
}

int main(void)
{
    test_layout(&GISA_ROWS_BY_DAY, false);
    test_layout(&GISA_ROWS_BY_MINUTE, true);
    EQUAL(gisa_row_minute(at("2025-02-03T10:01")), 601, "the minute of the day is known");
    EQUAL(gisa_row_minute(at("2025-02-02T15:01Z")), 1, "as Korea's clocks show it");
    EQUAL(gisa_row_minute(at("")), 0, "no date has none");
    return test_end();
}
