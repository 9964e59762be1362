/* What a crawl says of itself in the end. */
#ifndef GISA_CLI_FETCH_REPORT_H
#define GISA_CLI_FETCH_REPORT_H

#include "cli/cli.h"
#include "ingest/fetch/crawl.h"

typedef struct fetch_report {
    const cli *c;
    const gisa_source *const *sources; /* that were crawled, and */
    const gisa_crawl_report *reports;  /* what came of each */
    size_t n;
    bool json, csv;
    uint64_t round; /* of --watch: a table has no sources in which nothing happened; 0: none */
} fetch_report;

/* One line a source on stdout, the first reasons of failures on stderr. */
void fetch_report_print(const fetch_report *f);

/* 2 when a source gave nothing at all, 1 when no page was found, else 0. */
int fetch_report_code(const fetch_report *f);

#endif
