/* gisa fetch --dry-run: what would be asked for, in which order, and what would not, with the
 * reason. Nothing is asked of anybody, and nothing is written. */
#ifndef GISA_CLI_FETCH_PLAN_H
#define GISA_CLI_FETCH_PLAN_H

#include "cli/cli.h"
#include "ingest/site/source.h"

typedef struct fetch_plan {
    cli *c;
    const gisa_source *const *sources; /* that were named, or all */
    size_t n_sources;
    bool all_due; /* also seeds that are not due */
    uint64_t limit;
    int64_t since_utc; /* 0: of any date */
    cli_format format;
    int64_t now_utc;
} fetch_plan;

/* Lists it on standard output. *code: CLI_FOUND, or CLI_NOTHING when nothing would be asked for.
 * Errors: GISA_EIO, GISA_EINVAL (a frontier of another edition), GISA_ENOMEM. */
gisa_status fetch_plan_print(const fetch_plan *plan, int *code, gisa_error *err);

#endif
