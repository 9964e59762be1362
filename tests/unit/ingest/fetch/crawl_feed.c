#include "tests/unit/ingest/fetch/crawl_bench.h"

#define HTML  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
#define XML   "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n"
#define EMPTY XML "<rss><channel></channel></rss>"

static server_answer answers[] = {
    {"a.example/rss.xml", "", 0, 0},
    {"a.example/index.xml",
     XML "<sitemapindex><sitemap><loc>/part.xml</loc></sitemap></sitemapindex>", 0, 0},
    {"a.example/part.xml", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"a.example/1", HTML "<p>one</p>", 0, 0},
    {"a.example/2", HTML "<p>two</p>", 0, 0},
    {"a.example/3", HTML "<p>three</p>", 0, 0},
    {"a.example/4", HTML "<p>four</p>", 0, 0},
};

static const char first_feed[] = XML
    "<rss><channel><item><link>/1</link></item><item><link>/2</link></item></channel></rss>";
static const char later_feed[] = XML
    "<rss><channel><item><link>/3</link></item><item><link>/4</link></item></channel></rss>";

static const char sources_text[] =
    "[rss]\nfeed = http://a.example/rss.xml\ndelay_ms = 0\nevery = 1h\n"
    "[other]\nfeed = http://a.example/rss.xml\ndelay_ms = 0\nevery = 1h\nskip = */4\n"
    "[index]\nsitemap = http://a.example/index.xml\ndelay_ms = 0\nevery = 1h..30d\n";

static crawl_bench begin(const char *feed)
{
    crawl_bench b;
    bench_begin(&b, sources_text, answers, sizeof answers / sizeof answers[0]);
    bench_say(&b, "a.example/rss.xml", feed);
    return b;
}

/* A feed that came and was not read, as kill -9 leaves it. */
static void put_unread(crawl_bench *b)
{
    gisa_archive *a = NULL;
    gisa_error err = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESPONSE,
                      .role = GISA_ROLE_FEED,
                      .uri = GISA_STR("http://a.example/rss.xml"),
                      .fetched_utc = b->now,
                      .http_status = 200,
                      .http_head = GISA_STR("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"),
                      .payload = gisa_str_from(strstr(first_feed, "<rss>"))};
    WENT(gisa_archive_open(b->archive, &a, NULL, &err), err, "an archive");
    WENT(gisa_archive_put(a, &c, NULL, &err), err, "that holds a feed");
    gisa_archive_close(a);
}

static void test_unread(void)
{
    crawl_bench b = begin(later_feed);
    put_unread(&b);
    gisa_crawl_report r = bench_crawl(&b, "rss", 0);
    EQUAL(r.fetched, 4, "what an unread feed listed is fetched, though it has moved on");
    bench_end(&b);
}

static void test_moved_on(void)
{
    crawl_bench b = begin(first_feed);
    gisa_crawl_report r = bench_crawl(&b, "rss", 1);
    EQUAL(r.left_out, 1, "a limit leaves a page out");
    bench_say(&b, "a.example/rss.xml", later_feed);
    b.now += 3600;
    r = bench_crawl(&b, "rss", 1);
    EQUAL(r.fetched, 1, "the feed moves on");
    r = bench_crawl(&b, "rss", 0);
    EQUAL(r.fetched, 2, "and what was left out is not lost");
    EQUAL(server_hits(b.server, "a.example/2"), 1, "even what no feed lists any more");
    bench_end(&b);
}

static void test_empty(void)
{
    crawl_bench b = begin(first_feed);
    bench_crawl(&b, "rss", 0);
    bench_say(&b, "a.example/rss.xml", EMPTY);
    b.now += 3600;
    gisa_crawl_report r = bench_crawl(&b, "rss", 0);
    EQUAL(r.n_reasons, 1, "a feed that lists nothing any more is told");
    OK(strstr(r.reasons[0], "lists nothing, where it listed 2 addresses before"), "with a number");
    b.now += 3600;
    EQUAL(bench_crawl(&b, "rss", 0).n_reasons, 0, "once");
    bench_end(&b);
}

static void test_two_sources(void)
{
    crawl_bench b = begin(later_feed);
    EQUAL(bench_crawl(&b, "other", 0).fetched, 1, "one source takes a part of a feed");
    gisa_crawl_report r = bench_crawl(&b, "rss", 0);
    EQUAL(r.fetched, 1, "another one the rest of the same bytes");
    EQUAL(r.found, 2, "as it reads them for itself");
    bench_end(&b);
}

static void test_no_feed(void)
{
    crawl_bench b = begin("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\": 1}");
    gisa_crawl_report r = bench_crawl(&b, "rss", 0);
    EQUAL(r.feeds_failed, 1, "what is no feed fails");
    OK(!bench_is_due(&b, "rss"), "and rests");
    bench_say(&b, "a.example/rss.xml", first_feed);
    b.now += 3600;
    EQUAL(bench_crawl(&b, "rss", 0).fetched, 2, "until it is one");
    bench_end(&b);
}

/* An index that is not due for days has a part that did not come. */
static void test_child(void)
{
    crawl_bench b = begin(first_feed);
    EQUAL(bench_crawl(&b, "index", 0).feeds_failed, 1, "a sitemap of an index fails");
    bench_say(&b, "a.example/part.xml", XML "<urlset><url><loc>/1</loc></url></urlset>");
    unsigned before = server_hits(b.server, "a.example/index.xml");
    OK(!bench_is_due(&b, "index"), "and rests");
    b.now += 3600;
    OK(bench_is_due(&b, "index"), "then it is due by itself");
    EQUAL(bench_crawl(&b, "index", 0).fetched, 1, "and what it lists comes");
    EQUAL(server_hits(b.server, "a.example/index.xml"), before, "while the index is not asked for");
    bench_end(&b);
}

int main(void)
{
    test_unread();
    test_moved_on();
    test_empty();
    test_two_sources();
    test_no_feed();
    test_child();
    return test_end();
}
