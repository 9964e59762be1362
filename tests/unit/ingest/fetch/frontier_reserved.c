#include "tests/unit/ingest/fetch/frontier_bench.h"

static unsigned count(frontier_bench *b, const char *source)
{
    int64_t after = 0;
    gisa_frontier_page page;
    unsigned n = 0;
    while (gisa_frontier_next_reserved(b->f, gisa_str_from(source), &after, &page, &b->err) ==
           GISA_OK)
        n++;
    return n;
}

static uint64_t due(frontier_bench *b, const char *source)
{
    uint64_t n;
    const gisa_frontier_due now = {.now_utc = b->now};
    WENT(gisa_frontier_count_due(b->f, gisa_str_from(source), &now, &n, &b->err), b->err, "due");
    return n;
}

static bool is_news(frontier_bench *b, const char *url, int64_t changed_utc)
{
    bool news = false;
    const gisa_time when = {changed_utc, GISA_PRECISION_MINUTE, 0};
    gisa_frontier_is_news(b->f, gisa_str_from(url), &when, b->now, &news, &b->err);
    return news;
}

/* One that its host reserves is looked at again in a week, one that says so itself when a feed says
 * that it has changed. */
static void test_left_out(frontier_bench *b)
{
    gisa_frontier_page page;
    bench_list(b, "naru",
               "page: http://a.example/1\r\npage: http://a.example/2\r\n"
               "page: http://a.example/3\r\n");
    bench_list(b, "dasan", "page: http://d.example/1\r\n");
    bench_fail(b, "http://a.example/1", "source: naru\r\nreason: no answer\r\n");
    WENT(gisa_frontier_reserve(b->f, GISA_STR("http://a.example/1"), "reserved by robots.txt",
                               b->now, &b->err),
         b->err, "a page is left out");
    page = bench_page(b, "http://a.example/1");
    EQUAL(page.state, GISA_FRONTIER_RESERVED, "which is its state");
    SAME_C(page.why, "reserved by robots.txt", "with the reason");
    EQUAL(page.due_utc, b->now + 7 * 86400, "for a week");
    EQUAL(page.tries, 0, "and it is no failure");
    OK(!is_news(b, "http://a.example/1", b->now + 60), "nor news before that");
    bench_fail(b, "http://a.example/2",
               "source: naru\r\nreason: reserved by x\r\nreserved: yes\r\n");
    page = bench_page(b, "http://a.example/2");
    EQUAL(page.state, GISA_FRONTIER_RESERVED, "what a note says was dropped is left out, too");
    SAME_C(page.why, "reserved by x", "with the reason");
    EQUAL(page.tries, 0, "is no failure");
    EQUAL(page.due_utc, 0, "and is not due");
    OK(!is_news(b, "http://a.example/2", b->now - 60), "unless");
    OK(is_news(b, "http://a.example/2", b->now + 60), "a feed says that it has changed");
    EQUAL(count(b, "naru"), 2, "they are counted");
    EQUAL(count(b, "dasan"), 0, "by their source");
    EQUAL(count(b, "nobody"), 0, "if there is one");
}

static void test_release(frontier_bench *b)
{
    WENT(gisa_frontier_release(b->f, GISA_STR("dasan"), b->now, &b->err), b->err, "of another");
    EQUAL(due(b, "naru"), 1, "what is released of another source makes nothing due");
    WENT(gisa_frontier_release(b->f, GISA_STR("nobody"), b->now, &b->err), b->err, "of none");
    WENT(gisa_frontier_release(b->f, GISA_STR("naru"), b->now, &b->err), b->err, "of the source");
    EQUAL(due(b, "naru"), 3, "what is released is due");
    EQUAL(count(b, "naru"), 0, "and no longer left out");
    EQUAL(bench_page(b, "http://a.example/2").state, GISA_FRONTIER_WAITING, "but waits");
    OK(!bench_page(b, "http://a.example/2").why.n, "for no reason");
}

int main(void)
{
    frontier_bench b = {0};
    bench_open(&b);
    test_left_out(&b);
    test_release(&b);
    bench_close(&b);
    return test_end();
}
