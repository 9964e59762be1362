/* A frontier in a folder of its own, and captures to take into it. */
#ifndef GISA_TEST_FRONTIER_BENCH_H
#define GISA_TEST_FRONTIER_BENCH_H

#include <unistd.h>

#include "ingest/fetch/frontier.h"
#include "tests/unit/test.h"

#define BENCH_ID "urn:uuid:0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f"

typedef struct frontier_bench {
    char folder[40], archive[60], file[60];
    gisa_frontier *f;
    gisa_error err;
    int64_t now;
} frontier_bench;

static inline void bench_open(frontier_bench *b)
{
    strcpy(b->folder, "/tmp/gisa-frontier-XXXXXX");
    if (!mkdtemp(b->folder)) abort();
    snprintf(b->archive, sizeof b->archive, "%s/a.warc.gz", b->folder);
    snprintf(b->file, sizeof b->file, "%s/a.frontier", b->folder);
    b->now = 1738567020;
    WENT(gisa_frontier_open(b->file, b->archive, BENCH_ID, &b->f, NULL, &b->err), b->err,
         "a frontier of an archive that is not there yet");
}

static inline void bench_close(frontier_bench *b)
{
    gisa_frontier_close(b->f);
    unlink(b->file);
    unlink(b->archive);
    rmdir(b->folder);
}

static inline void bench_take(frontier_bench *b, gisa_capture c)
{
    c.fetched_utc = b->now;
    WENT(gisa_frontier_take(b->f, &c, &b->err), b->err, "a capture is taken in");
}

static inline void bench_list(frontier_bench *b, const char *source, const char *pages)
{
    char text[1000];
    snprintf(text, sizeof text, "source: %s\r\n%s", source, pages);
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_METADATA,
                                 .role = GISA_ROLE_LISTING,
                                 .uri = GISA_STR("http://a.example/rss"),
                                 .payload = gisa_str_from(text)});
}

static inline void bench_answer(frontier_bench *b, const char *url, int status, const char *head)
{
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_RESPONSE,
                                 .uri = gisa_str_from(url),
                                 .http_status = status,
                                 .http_head = gisa_str_from(head),
                                 .truncated = status != 200,
                                 .digest = GISA_STR("sha256:00"),
                                 .offset = 100});
}

static inline void bench_fail(frontier_bench *b, const char *url, const char *text)
{
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_METADATA,
                                 .role = GISA_ROLE_FAILURE,
                                 .uri = gisa_str_from(url),
                                 .payload = gisa_str_from(text)});
}

static inline gisa_frontier_page bench_page(frontier_bench *b, const char *url)
{
    gisa_frontier_page page = {0};
    gisa_status st = gisa_frontier_find(b->f, GISA_ROLE_PAGE, gisa_str_from(url), &page, &b->err);
    if (st == GISA_SKIP) page.row = -1;
    return page;
}

#endif
