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
    bool force, watch, dry_run, json, csv, no_ingest, no_learn;
    char **names; /* of sources, as typed; none: those that are due */
    size_t n_names;
    gisa_sources sources;
    uint64_t round; /* of --watch, from 1; 0: the only one */
} fetch;

/* Crawls, takes in what came, and prints the report. *code: the exit code.
 * Errors: the crawl's and the pipeline's. */
gisa_status fetch_run(fetch *f, int *code, gisa_error *err);

/* Reads --since, which may count from today, anew. False: it is no day. */
bool fetch_read_since(fetch *f);

/* Whether a source was named, or none is. */
bool fetch_is_wanted(const fetch *f, const gisa_source *source);

/* Prints what would be asked for. Errors: as fetch_plan_print, GISA_EINVAL (no such source). */
gisa_status fetch_run_plan(fetch *f, int *code, gisa_error *err);

#endif
