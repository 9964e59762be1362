#include "ingest/fetch/crawl.h"
#include "tests/unit/ingest/fetch/frontier_bench.h"

static gisa_seed seeds[] = {{.kind = GISA_SEED_FEED, .url = GISA_STR("http://n.example/rss")},
                            {.kind = GISA_SEED_SITEMAP, .url = GISA_STR("http://m.example/map")}};

/* Seconds from now. */
static int64_t due_in(frontier_bench *b, int64_t since_utc)
{
    int64_t due = 7;
    const gisa_source naru = {.name = GISA_STR("naru"), .seeds = seeds, .n_seeds = 2};
    const gisa_frontier_due when = {b->now, since_utc};
    WENT(gisa_crawl_next_due(&naru, b->f, &when, &due, &b->err), b->err, "when it is due");
    return due == INT64_MAX ? -1 : due - b->now;
}

static void read_seed(frontier_bench *b, const char *url, int64_t period_s)
{
    const gisa_seed_reading r = {
        .now_utc = b->now, .least_s = period_s, .most_s = period_s, .listed = 1, .digest = 1};
    WENT(gisa_frontier_seed_read(b->f, GISA_STR("naru"), gisa_str_from(url), &r, &b->err), b->err,
         "a seed is read");
}

static void fail_seed(frontier_bench *b, const char *url, int64_t rest_s)
{
    const gisa_seed_reading r = {.now_utc = b->now, .least_s = rest_s, .most_s = rest_s};
    WENT(gisa_frontier_seed_failed(b->f, GISA_STR("naru"), gisa_str_from(url), "x", &r, &b->err),
         b->err, "a seed fails");
}

static void test_seeds(frontier_bench *b)
{
    OK(due_in(b, 0) <= 0, "what was never asked is due");
    read_seed(b, "http://n.example/rss", 3600);
    OK(due_in(b, 0) <= 0, "each seed is");
    read_seed(b, "http://m.example/map", 1800);
    EQUAL(due_in(b, 0), 1800, "then the one that comes first decides");
    b->now -= 100;
    OK(due_in(b, 0) <= 0, "a clock that went back makes all of them due");
    b->now += 100;
    WENT(gisa_frontier_seed_add(b->f, GISA_STR("naru"), GISA_STR("http://m.example/1"), &b->err),
         b->err, "a sitemap that another one led to");
    OK(due_in(b, 0) <= 0, "is due while it is unread");
    fail_seed(b, "http://m.example/1", 900);
    EQUAL(due_in(b, 0), 900, "and when it has failed, after its rest");
    read_seed(b, "http://m.example/1", 60);
    EQUAL(due_in(b, 0), 1800, "one that was read is its sitemap's affair");
}

static void test_pages(frontier_bench *b)
{
    bench_list(b, "naru", "page: http://n.example/1\r\npage: http://n.example/2 2025-02-02\r\n");
    OK(due_in(b, 0) <= 0, "a page that was listed is due");
    bench_fail(b, "http://n.example/1", "source: naru\r\nreason: x\r\n");
    OK(due_in(b, 0) <= 0, "each page is");
    EQUAL(due_in(b, 1738508400), 600, "but none that is passed over");
    bench_answer(b, "http://n.example/2", 200, "HTTP/1.1 200 OK\r\n");
    EQUAL(due_in(b, 0), 600, "a page that failed is due after its rest");
    bench_answer(b, "http://n.example/1", 200, "HTTP/1.1 200 OK\r\n");
    EQUAL(due_in(b, 0), 1800, "what has come is due no more");
}

static void test_rest(frontier_bench *b)
{
    b->now += 4000;
    OK(due_in(b, 0) <= 0, "both seeds are due");
    bench_fail(b, "http://m.example/9", "source: other\r\nreason: x\r\nrest: 5000\r\n");
    OK(due_in(b, 0) <= 0, "when one host rests the other is not kept from it");
    read_seed(b, "http://n.example/rss", 9000);
    EQUAL(due_in(b, 0), 5000, "a seed waits for the end of its host's rest");
}

int main(void)
{
    frontier_bench b = {0};
    bench_open(&b);
    test_seeds(&b);
    test_pages(&b);
    test_rest(&b);
    bench_close(&b);
    return test_end();
}
