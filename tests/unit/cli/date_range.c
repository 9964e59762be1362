#include "cli/date_range.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *from, *to;
    int code;
    int64_t first, last; /* 0: no bound */
} rows[] = {
    {"no bounds", NULL, NULL, CLI_GO_ON, 0, 0},
    {"a day is its own first and last", "2025-02-03", "2025-02-03", CLI_GO_ON, 20122, 20122},
    {"a month ends with its last day", "2025-02", "2025-02", CLI_GO_ON, 20120, 20147},
    {"a week begins on Monday", "2025-W06", NULL, CLI_GO_ON, 20122, 0},
    {"a year ends with December", NULL, "2025", CLI_GO_ON, 0, 20453},
    {"the day before the first", "2025-02-04", "2025-02-03", CLI_FAILED, 20123, 20122},
    {"no date", "soon", NULL, CLI_FAILED, 0, 0},
    {"no date after one", "2025", "2025-13", CLI_FAILED, 20089, 0},
};

int main(void)
{
    const cli c = {.log = {.max_level = GISA_LOG_ERROR}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        date_range b = {.from = rows[i].from, .to = rows[i].to};
        EQUAL(date_range_read(&c, &b, "facts"), rows[i].code, rows[i].name);
        if (rows[i].code != CLI_GO_ON) continue;
        OK(b.days.has_from == (rows[i].from != NULL) && b.days.has_to == (rows[i].to != NULL),
           rows[i].name);
        EQUAL(b.days.from, rows[i].first, rows[i].name);
        EQUAL(b.days.to, rows[i].last, rows[i].name);
    }
    date_range both = {.json = true, .csv = true}, json = {.json = true}, csv = {.csv = true};
    EQUAL(date_range_read(&c, &both, "facts"), CLI_FAILED, "two forms at once are refused");
    EQUAL(date_range_format(&json), CLI_JSON, "--json");
    EQUAL(date_range_format(&csv), CLI_CSV, "--csv");
    EQUAL(date_range_format(&(date_range){0}), CLI_TABLE, "a table without either");
    return test_end();
}
