/* gisa entities --proposals and --accept: names that the lexicon lacks, and taking them into it. */
#ifndef GISA_CLI_PROPOSALS_H
#define GISA_CLI_PROPOSALS_H

#include "cli/listing.h"

typedef struct proposals_opts {
    bool list;          /* --proposals */
    bool once;          /* --all */
    const char *accept; /* "all", or names separated by commas; NULL: none */
} proposals_opts;

/* Prints the proposals of a query and a time, or accepts them and prints the lines that were
 * written. Returns: the exit code. */
int proposals_run(cli *c, const listing *p, const proposals_opts *opts);

#endif
