#include "tests/unit/ingest/fetch/frontier_bench.h"

static void test_keys(frontier_bench *b)
{
    bench_list(b, "hanbit", "page: http://a.example/view?id=1\r\n");
    int64_t row = bench_page(b, "http://a.example/view?id=1").row;
    EQUAL(bench_page(b, "https://www.a.example/view?utm_source=x&id=1").row, row,
          "an address in another dress is the same page");
    EQUAL(bench_page(b, "http://m.a.example/view?id=1#top").row, row, "so is that of a phone");
    EQUAL(bench_page(b, "http://a.example/view?id=2").row, -1, "another article is another page");
    bench_list(b, "hanbit", "page: http://b.example/\r\npage: http://c.example/\r\n");
    OK(bench_page(b, "http://b.example/").row != bench_page(b, "http://c.example/").row,
       "the home pages of two sites are two");
    gisa_frontier_page page;
    EQUAL(gisa_frontier_find(b->f, GISA_ROLE_FEED, GISA_STR("http://b.example/"), &page, &b->err),
          GISA_SKIP, "and a page is no feed");
}

static void test_order(frontier_bench *b)
{
    gisa_frontier_place place = {0};
    gisa_frontier_page page = {0};
    uint64_t n;
    char seen[200] = "";
    b->now += 100;
    const gisa_frontier_due now = {.now_utc = b->now}, later = {.now_utc = b->now + 600};
    bench_list(b, "naru", "page: http://n.example/1\r\npage: http://n.example/2\r\n");
    bench_fail(b, "http://n.example/1", "source: naru\r\nreason: x\r\n");
    bench_list(b, "naru", "page: http://n.example/3\r\n");
    WENT(gisa_frontier_count_due(b->f, GISA_STR("naru"), &now, &n, &b->err), b->err, "due");
    EQUAL(n, 2, "a page that failed is not due at once");
    while (gisa_frontier_next(b->f, GISA_STR("naru"), &later, &place, &page, &b->err) == GISA_OK)
        strncat(seen, page.url.p + page.url.n - 1, 1);
    SAME_C(gisa_str_from(seen), "231", "what has waited longest comes first");
    WENT(gisa_frontier_put_off(b->f, page.row, b->now + 5000, &b->err), b->err, "put off");
    place = (gisa_frontier_place){0};
    WENT(gisa_frontier_count_due(b->f, GISA_STR("naru"), &later, &n, &b->err), b->err, "due");
    EQUAL(n, 2, "what is put off is not due");
    EQUAL(gisa_frontier_next(b->f, GISA_STR("nobody"), &now, &place, &page, &b->err), GISA_END,
          "a source that listed nothing has nothing");
}

static void test_since(frontier_bench *b)
{
    int64_t day = 1738508400; /* 2025-02-03 in Seoul */
    const gisa_frontier_due since = {b->now, day}, all = {.now_utc = b->now};
    gisa_frontier_place place = {0};
    gisa_frontier_page page = {0};
    uint64_t n;
    char seen[200] = "";
    bench_list(b, "soso",
               "page: http://s.example/1 2025-02-02T23:59:00+09:00\r\npage: http://s.example/2\r\n"
               "page: http://s.example/3 2025-02-03\r\npage: http://s.example/4 2025-01\r\n"
               "page: http://s.example/5 2024-12-31\r\n");
    while (gisa_frontier_next(b->f, GISA_STR("soso"), &since, &place, &page, &b->err) == GISA_OK)
        strncat(seen, page.url.p + page.url.n - 1, 1);
    SAME_C(gisa_str_from(seen), "234", "what is dated before the day is passed over");
    WENT(gisa_frontier_count_due(b->f, GISA_STR("soso"), &since, &n, &b->err), b->err, "due");
    EQUAL(n, 3, "and not counted");
    WENT(gisa_frontier_count_due(b->f, GISA_STR("soso"), &all, &n, &b->err), b->err, "due");
    EQUAL(n, 5, "and stays due");
    bench_answer(b, "http://s.example/1", 200, "HTTP/1.1 200 OK\r\n");
    b->now += 100;
    bench_list(b, "soso", "page: http://s.example/1 2025-02-04\r\npage: http://s.example/5\r\n");
    WENT(gisa_frontier_find(b->f, GISA_ROLE_PAGE, GISA_STR("http://s.example/1"), &page, &b->err),
         b->err, "a page that changed");
    EQUAL(page.dated_utc, day + 86400, "has the later date");
    WENT(gisa_frontier_find(b->f, GISA_ROLE_PAGE, GISA_STR("http://s.example/5"), &page, &b->err),
         b->err, "and one that is listed without a date");
    EQUAL(page.dated_utc, day - 34 * 86400, "keeps the one it had");
}

static bool is_news(frontier_bench *b, const char *url, const char *changed)
{
    gisa_time t = {0};
    bool news = false;
    if (changed) gisa_time_parse_iso(gisa_str_from(changed), &t);
    WENT(gisa_frontier_is_news(b->f, gisa_str_from(url), &t, b->now, &news, &b->err), b->err, url);
    return news;
}

static void test_news(frontier_bench *b)
{
    OK(is_news(b, "http://e.example/1", NULL), "what nobody heard of is news");
    bench_list(b, "hanbit", "page: http://e.example/1\r\n");
    OK(!is_news(b, "http://e.example/1", "2035-01-01"), "what waits is none");
    bench_answer(b, "http://e.example/1", 200, "HTTP/1.1 200 OK\r\n");
    OK(!is_news(b, "http://e.example/1", NULL), "nor is what is held");
    OK(!is_news(b, "http://e.example/1", "2020-01-01"), "nor with an old date");
    OK(!is_news(b, "http://e.example/1", "2035"), "nor with one that says little");
    OK(is_news(b, "http://e.example/1", "2035-01-01"), "with a new date it is");
    bench_answer(b, "http://e.example/2", 404, "HTTP/1.1 404 No\r\n");
    OK(!is_news(b, "http://e.example/2", NULL), "what is gone is none");
    b->now += 8 * 86400;
    OK(!is_news(b, "http://e.example/2", NULL), "nor while it is due anyway");
    for (int i = 0; i < 3; i++) bench_answer(b, "http://e.example/2", 404, "HTTP/1.1 404 No\r\n");
    OK(!is_news(b, "http://e.example/2", NULL), "nor after the last try");
    b->now += 7 * 86400;
    OK(is_news(b, "http://e.example/2", NULL), "but a week later it is again");
    WENT(gisa_frontier_refuse(b->f, GISA_STR("http://e.example/3"), b->now, &b->err), b->err,
         "robots.txt refuses one");
    OK(!is_news(b, "http://e.example/3", NULL), "which is no news");
    EQUAL(bench_page(b, "http://e.example/3").state, GISA_FRONTIER_REFUSED, "but known");
    EQUAL(bench_page(b, "http://e.example/3").due_utc, b->now + 7 * 86400, "and asked in a week");
    bench_answer(b, "http://e.example/4", 301, "HTTP/1.1 301 M\r\nLocation: /1\r\n");
    OK(!is_news(b, "http://e.example/4", NULL), "what leads to a page that is held is no news");
}

int main(void)
{
    frontier_bench b = {0};
    bench_open(&b);
    test_keys(&b);
    test_order(&b);
    test_since(&b);
    test_news(&b);
    bench_close(&b);
    return test_end();
}
