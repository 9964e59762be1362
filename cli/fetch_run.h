/* One run of gisa fetch, or what it would be. */
#ifndef GISA_CLI_FETCH_RUN_H
#define GISA_CLI_FETCH_RUN_H

#include "cli/cli.h"
#include "ingest/fetch/crawl.h"

typedef struct fetch {
    cli *c;
    const char *sources_path, *connect_to, *agent, *since;
    int64_t since_utc; /* 0: of any date */
    uint64_t limit, timeout_s;
    bool force, dry_run, json, csv, no_ingest, no_learn;
    char **names; /* of sources, as typed; none: those that are due */
    size_t n_names;
    gisa_sources sources;
} fetch;

/* Crawls, takes in what came, and prints the report. *code: the exit code.
 * Errors: the crawl's and the pipeline's. */
gisa_status fetch_run(fetch *f, int *code, gisa_error *err);

/* Prints what would be asked for. Errors: as fetch_plan_print, GISA_EINVAL (no such source). */
gisa_status fetch_run_plan(fetch *f, int *code, gisa_error *err);

#endif
