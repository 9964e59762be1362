#include "cli/date_range.h"

#include "cli/hits.h"
#include "index/query/query.h"

void date_range_options(date_range *b, cli_option out[DATE_RANGE_OPTIONS])
{
    const cli_option all[DATE_RANGE_OPTIONS] = {
        {"from", 0, CLI_TEXT, &b->from, "DATE", "from 2025-02-03, 2025-02, 2025-W06, 7d, 지난주 …"},
        {"to", 0, CLI_TEXT, &b->to, "DATE", "up to and with that date"},
    };
    memcpy(out, all, sizeof all);
}

void date_range_formats(date_range *b, cli_option out[DATE_RANGE_FORMATS])
{
    const cli_option all[DATE_RANGE_FORMATS] = {
        {"json", 0, CLI_FLAG, &b->json, NULL, "one JSON object a line"},
        {"csv", 0, CLI_FLAG, &b->csv, NULL, "comma-separated values"},
    };
    memcpy(out, all, sizeof all);
}

static bool read_date(const cli *c, const char *command, const char *option, const char *text,
                      int64_t *first, int64_t *last)
{
    if (gisa_day_range_parse(gisa_str_from(text), first, last)) return true;
    cli_error(c,
              "%s: %s %s: is no date; write 2025, 2025-02, 2025-02-03, 2025-W06, 7d, yesterday or"
              " last-week",
              command, option, text);
    return false;
}

int date_range_read(const cli *c, date_range *b, const char *command)
{
    int64_t other;
    if (b->json && b->csv) return cli_two_formats(c, command);
    b->days.has_from = b->from != NULL;
    b->days.has_to = b->to != NULL;
    if ((b->from && !read_date(c, command, "--from", b->from, &b->days.from, &other)) ||
        (b->to && !read_date(c, command, "--to", b->to, &other, &b->days.to)))
        return CLI_FAILED;
    if (b->from && b->to && b->days.from > b->days.to) {
        cli_error(c, "%s: --from %s is after --to %s", command, b->from, b->to);
        return CLI_FAILED;
    }
    return CLI_GO_ON;
}

int date_range_check(const cli *c, const date_range *b, gisa_str query)
{
    gisa_days days;
    gisa_error err;
    if (gisa_query_days(query, &b->days, &days, &err) < 0) return cli_fail(c, &err);
    hits_say_query(c, query, NULL);
    return CLI_GO_ON;
}

gisa_str date_range_day(bool dated, int64_t day, char out[GISA_PERIOD_CHARS])
{
    if (!dated) return GISA_NONE;
    return (gisa_str){out, gisa_period_format(GISA_PERIOD_DAY, day, out)};
}
