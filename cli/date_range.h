/* --from, --to, --json and --csv: the days a command looks at, and how it prints. */
#ifndef GISA_CLI_DATE_RANGE_H
#define GISA_CLI_DATE_RANGE_H

#include "cli/cli.h"
#include "gisa/search.h"

typedef struct date_range {
    const char *from, *to; /* as typed (gisa_day_range_parse); NULL: no bound */
    bool json, csv;
    gisa_days days;
} date_range;

enum { DATE_RANGE_OPTIONS = 2, DATE_RANGE_FORMATS = 2 };

/* Fills --from and --to, which come first, and --json and --csv, which come last. */
void date_range_options(date_range *b, cli_option out[DATE_RANGE_OPTIONS]);
void date_range_formats(date_range *b, cli_option out[DATE_RANGE_FORMATS]);

/* Reads the dates; what makes no sense is said. Returns: CLI_GO_ON, or the exit code. */
int date_range_read(const cli *c, date_range *b, const char *command);

/* Says what is wrong with a query, also that it and the options ask for days that do not meet.
 * Returns: CLI_GO_ON, or the exit code. */
int date_range_check(const cli *c, const date_range *b, gisa_str query);

/* A day as a cell, in out; GISA_NONE where there is none. */
gisa_str date_range_day(bool dated, int64_t day, char out[GISA_PERIOD_CHARS]);

static inline cli_format date_range_format(const date_range *b)
{
    return b->json ? CLI_JSON : b->csv ? CLI_CSV : CLI_TABLE;
}

#endif
