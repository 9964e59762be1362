/* --from, --to, --json and --csv: the days a command looks at, and how it prints. */
#ifndef GISA_CLI_BOUNDS_H
#define GISA_CLI_BOUNDS_H

#include "cli/cli.h"

typedef struct bounds {
    const char *from, *to; /* as typed: 2025, 2025-02, 2025-02-03, 2025-W06; NULL: no bound */
    bool json, csv;
    bool has_from, has_to;
    int64_t from_day, to_day; /* KST days since 1970-01-01, inclusive */
} bounds;

enum { BOUNDS_OPTIONS = 4 };

/* Fills the options. */
void bounds_options(bounds *b, cli_option out[BOUNDS_OPTIONS]);

/* Reads the dates; what makes no sense is said. Returns: CLI_GO_ON, or the exit code. */
int bounds_take(const cli *c, bounds *b, const char *command);

static inline cli_format bounds_format(const bounds *b)
{
    return b->json ? CLI_JSON : b->csv ? CLI_CSV : CLI_TABLE;
}

#endif
