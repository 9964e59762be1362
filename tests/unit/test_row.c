#include "index/row.h"

#include "tests/unit/test.h"

static gisa_time at(const char *s)
{
    gisa_time t = {0};
    gisa_time_parse_iso(gisa_str_from(s), &t);
    return t;
}

static const struct {
    const char *name, *earlier, *later;
} rows[] = {
    {"a later minute has a later row", "2025-02-03T10:00", "2025-02-03T10:01"},
    {"a day without a time is its midnight", "2025-02-03", "2025-02-03T00:01"},
    {"a year is its first day", "2025", "2025-01-02"},
    {"midnight in Korea begins the day", "2025-02-02T23:59+09:00", "2025-02-03"},
    {"the first newspapers are in order", "1883-10-31", "1896-04-07"},
    {"no date comes before every date", "", "1700-01-01"},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        OK(gisa_row_first(at(rows[i].earlier)) < gisa_row_first(at(rows[i].later)), rows[i].name);
    int64_t day = gisa_days_from_civil(2025, 2, 3);
    EQUAL(gisa_row_day(gisa_row_first(at("2025-02-03T23:59"))), day, "the day comes back");
    EQUAL(gisa_row_day(gisa_row_of_day(day)), day, "a day's first row is of that day");
    EQUAL(gisa_row_day(gisa_row_of_day(day) - 1), day - 1, "the row before is of the day before");
    OK(!gisa_row_is_dated(gisa_row_first(at(""))), "no date is told from a date");
    OK(gisa_row_is_dated(gisa_row_first(at("1700-01-01"))), "a date before 1868 is still a date");
    OK(gisa_row_of_day(INT64_MAX - 1) > 0, "a day far off does not overflow");
    return test_end();
}
