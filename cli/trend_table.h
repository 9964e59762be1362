/* The table of gisa trend: a row a period. */
#ifndef GISA_CLI_TREND_TABLE_H
#define GISA_CLI_TREND_TABLE_H

#include "cli/cli.h"
#include "report/trend/trend.h"

/* What a table shows: so many queries from one on, and the columns there is room for. */
typedef struct trend_table {
    const gisa_trend *t;
    size_t first, n;
    bool from, interval, sources;
} trend_table;

/* Prints as many tables as it takes for each to fit the terminal; part says afterwards which
 * columns the last one has.
 *
 * all: stretches in which nothing happens are not folded. Errors: GISA_ENOMEM. */
gisa_status trend_table_say(const cli *c, bool all, trend_table *part, gisa_buf *out,
                            gisa_error *err);

#endif
