#include "base/time.h"
#include "ingest/fetch/crawl_handle.h"
#include "tests/unit/ingest/fetch/crawl_bench.h"

static void test_sum(void)
{
    gisa_crawl_progress sources[] = {
        {.answered = 10, .waiting = 20}, {.answered = 1, .waiting = 6}, {.waiting = 5}};
    gisa_crawl_opts opts = {0};
    const gisa_crawl_run c = {.n = 3,
                              .opts = &opts,
                              .progress = sources,
                              .captures = 14,
                              .started_ms = gisa_clock_ms() - 10000};
    gisa_crawl_state s = gisa_crawl_state_of(&c);
    EQUAL(s.captures, 14, "captures are those of the crawl");
    EQUAL(s.pages, 11, "pages those of all sources");
    EQUAL(s.waiting, 31, "and so is what waits");
    OK(s.left_ms >= 60000 && s.left_ms < 70000, "the slowest source decides what is left");
    opts.limit = 12;
    s = gisa_crawl_state_of(&c);
    EQUAL(s.waiting, 2 + 6 + 5, "what is over a limit does not wait");
    opts.limit = 5;
    EQUAL(gisa_crawl_state_of(&c).waiting, 4 + 5, "nor when the limit is behind");
    opts.limit = 30;
    EQUAL(gisa_crawl_state_of(&c).waiting, 31, "what a limit just allows does");
}

typedef struct seen {
    uint64_t most, last, pages, captures;
} seen;

static void on_progress(void *ctx, const gisa_crawl_state *now)
{
    seen *s = ctx;
    EQUAL(now->captures, s->captures + 1, "each capture is told");
    s->captures = now->captures;
    if (now->waiting > s->most) s->most = now->waiting;
    s->last = now->waiting;
    s->pages = now->pages;
}

#define PAGE "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>"
static server_answer answers[] = {
    {"a.example/rss",
     "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<rss><channel>"
     "<item><link>/1</link></item><item><link>/2</link></item>"
     "<item><link>/3</link><pubDate>Mon, 03 Feb 2025 00:00:00 +0900</pubDate></item>"
     "<item><link>/4</link><pubDate>Sun, 02 Feb 2025 00:00:00 +0900</pubDate></item>"
     "</channel></rss>",
     0, 0},
    {"/1", PAGE, 0, 0},
    {"/2", PAGE, 0, 0},
    {"/3", PAGE, 0, 0},
    {"/4", PAGE, 0, 0},
};

static void crawl(crawl_bench *b, int64_t since_utc, seen *s)
{
    gisa_archive *a = NULL;
    gisa_frontier *f = NULL;
    gisa_error err = {0};
    gisa_crawl_report report = {0};
    const gisa_source *source = &b->sources.items[0];
    gisa_crawl_opts opts = {
        .fetch = {.connect_to = b->server->address, .delay_ms = 1, .retry_ms = 1, .tries = 1},
        .now_utc = b->now,
        .since_utc = since_utc,
        .events = {.progress = on_progress, .ctx = s}};
    bench_open_both(b, &a, &f);
    WENT(gisa_crawl(&source, 1, &opts, a, f, &report, &err), err, "the crawl runs");
    gisa_frontier_close(f);
    gisa_archive_close(a);
}

static void test_crawl(void)
{
    crawl_bench b;
    seen first = {0}, second = {0};
    bench_begin(&b, "[a]\nfeed = http://a.example/rss\ndelay_ms = 0\n", answers,
                sizeof answers / sizeof answers[0]);
    crawl(&b, 1738508400, &first);
    EQUAL(first.most, 3, "what the feed lists waits, unless it is too old");
    EQUAL(first.pages, 3, "and is answered");
    EQUAL(first.last, 0, "till nothing waits");
    crawl(&b, 0, &second);
    EQUAL(second.pages, 1, "what was left is asked for");
    EQUAL(second.last, 0, "and waits no more");
    bench_end(&b);
}

int main(void)
{
    test_sum();
    test_crawl();
    return test_end();
}
