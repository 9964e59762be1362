/* --from, --to, --json and --csv: the days a command looks at, and how it prints. */
#ifndef GISA_CLI_DATE_RANGE_H
#define GISA_CLI_DATE_RANGE_H

#include "cli/cli.h"

typedef struct date_range {
    const char *from, *to; /* as typed: 2025, 2025-02, 2025-02-03, 2025-W06; NULL: no bound */
    bool json, csv;
    gisa_days days;
} date_range;

enum { DATE_RANGE_OPTIONS = 4 };

/* Fills the options. */
void date_range_options(date_range *b, cli_option out[DATE_RANGE_OPTIONS]);

/* Reads the dates; what makes no sense is said. Returns: CLI_GO_ON, or the exit code. */
int date_range_read(const cli *c, date_range *b, const char *command);

static inline cli_format date_range_format(const date_range *b)
{
    return b->json ? CLI_JSON : b->csv ? CLI_CSV : CLI_TABLE;
}

#endif
