/* A server, an archive and a frontier to crawl with, in a folder of their own. */
#ifndef GISA_TEST_CRAWL_BENCH_H
#define GISA_TEST_CRAWL_BENCH_H

#include <stdlib.h>

#include "ingest/fetch/crawl.h"
#include "tests/unit/server.h"
#include "tests/unit/test.h"

typedef struct crawl_bench {
    server *server;
    server_answer *answers;
    size_t n_answers;
    gisa_sources sources;
    char folder[40], archive[60], frontier[60];
    int64_t now;
} crawl_bench;

static inline void bench_begin(crawl_bench *b, const char *sources, server_answer *answers,
                               size_t n)
{
    gisa_error err = {0};
    *b = (crawl_bench){.answers = answers, .n_answers = n, .now = 1738567020};
    strcpy(b->folder, "/tmp/gisa-crawl-XXXXXX");
    if (!mkdtemp(b->folder)) abort();
    snprintf(b->archive, sizeof b->archive, "%s/a.warc.gz", b->folder);
    snprintf(b->frontier, sizeof b->frontier, "%s/a.frontier", b->folder);
    b->server = server_start(answers, n);
    WENT(gisa_sources_parse(gisa_str_from(sources), &b->sources, &err), err, "the sources");
}

static inline void bench_end(crawl_bench *b)
{
    server_stop(b->server);
    gisa_sources_clear(&b->sources);
    unlink(b->archive);
    unlink(b->frontier);
    rmdir(b->folder);
}

/* What the server says from now on. */
static inline void bench_say(crawl_bench *b, const char *where, const char *bytes)
{
    for (size_t i = 0; i < b->n_answers; i++)
        if (strcmp(b->answers[i].where, where) == 0) b->answers[i].bytes = bytes;
}

static inline void bench_open_both(crawl_bench *b, gisa_archive **a, gisa_frontier **f)
{
    gisa_error err = {0};
    WENT(gisa_archive_open(b->archive, a, NULL, &err), err, "the archive opens");
    WENT(gisa_frontier_open(b->frontier, b->archive, gisa_archive_id(*a), f, NULL, &err), err,
         "so does the frontier");
}

/* Crawls one source and gives its report. */
static inline gisa_crawl_report bench_crawl(crawl_bench *b, const char *name, uint64_t limit)
{
    gisa_archive *a = NULL;
    gisa_frontier *f = NULL;
    gisa_error err = {0};
    gisa_crawl_report report = {0};
    const gisa_source *source = gisa_sources_find(&b->sources, gisa_str_from(name));
    gisa_crawl_opts opts = {
        .fetch = {.connect_to = b->server->address, .delay_ms = 1, .retry_ms = 1, .tries = 2},
        .now_utc = b->now,
        .limit = limit};
    bench_open_both(b, &a, &f);
    WENT(gisa_crawl(&source, 1, &opts, a, f, &report, &err), err, "the crawl runs");
    gisa_frontier_close(f);
    gisa_archive_close(a);
    return report;
}

static inline bool bench_is_due(crawl_bench *b, const char *name)
{
    gisa_archive *a = NULL;
    gisa_frontier *f = NULL;
    gisa_error err = {0};
    int64_t due;
    const gisa_frontier_due when = {.now_utc = b->now};
    bench_open_both(b, &a, &f);
    WENT(gisa_crawl_next_due(gisa_sources_find(&b->sources, gisa_str_from(name)), f, &when, &due,
                             &err),
         err, "when it is due");
    gisa_frontier_close(f);
    gisa_archive_close(a);
    return due <= b->now;
}

static inline unsigned bench_requests(const crawl_bench *b)
{
    return atomic_load(&b->server->requests);
}

#endif
