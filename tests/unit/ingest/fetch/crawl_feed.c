#include "tests/unit/ingest/fetch/crawl_bench.h"

#define HTML  "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
#define PAGE  HTML "<html><body>"
#define XML   "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n"
#define EMPTY XML "<rss><channel></channel></rss>"

static server_answer answers[] = {
    {"a.example/rss.xml", "", 0, 0},
    {"a.example/index.xml",
     XML "<sitemapindex><sitemap><loc>/part.xml</loc></sitemap></sitemapindex>", 0, 0},
    {"a.example/part.xml", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"a.example/list/1", "", 0, 0},
    {"a.example/list/2", "", 0, 0},
    {"a.example/list/3", "", 0, 0},
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
    "[list]\npage = http://a.example/list/{page}\npages = 4\nlinks = example/[0-9]$\ndelay_ms = 0\n"
    "every = 1h\n"
    "[hard]\npage = http://a.example/list/1\nlinks = (a+)+$\ndelay_ms = 0\nevery = 1h\n"
    "[rules]\nfeed = http://a.example/rss.xml\nhost = m.a.example -> a.example\ndrop = s\ndelay_ms "
    "= 0\n"
    "every = 1h\n"
    "[index]\nsitemap = http://a.example/index.xml\ndelay_ms = 0\nevery = 1h..30d\n";

#define NEXT " <a href='/list/2'>next</a>"
static const char first_page[] = PAGE "<a href='/1'>1</a> <a href='/about'>us</a>" NEXT;
static const char second_page[] = PAGE "<a href='/2'>2</a>" NEXT;
static const char third_page[] = PAGE "<a href='/3'>3</a> <a href='http://b.example/4'>4</a>";

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

/* What is odd about the feed of the source rss, as long as no other one is asked. */
static const char *odd(crawl_bench *b)
{
    static char text[120];
    gisa_archive *a = NULL;
    gisa_frontier *f = NULL;
    gisa_frontier_seed seed;
    gisa_error err = {0};
    const gisa_source *s = gisa_sources_find(&b->sources, GISA_STR("rss"));
    bench_open_both(b, &a, &f);
    WENT(gisa_frontier_seed_of(f, s->name, s->seeds[0].url, &seed, &err), err, "a seed");
    snprintf(text, sizeof text, "%.*s", GISA_ARG(seed.why));
    gisa_frontier_close(f);
    gisa_archive_close(a);
    return text;
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
    EQUAL(r.feeds_failed, 1, "as it is no success");
    b.now += 3600;
    r = bench_crawl(&b, "rss", 0);
    EQUAL(r.n_reasons + r.feeds_failed, 0, "once");
    OK(strstr(odd(&b), "lists nothing, where it listed 2"), "but stays known");
    bench_say(&b, "a.example/rss.xml", later_feed);
    b.now += 3600 * 24;
    bench_crawl(&b, "rss", 0);
    SAME_C(gisa_str_from(odd(&b)), "", "until it lists something");
    bench_say(&b, "a.example/rss.xml", EMPTY);
    b.now += 3600 * 24;
    EQUAL(bench_crawl(&b, "rss", 0).n_reasons, 1, "and is told when it is empty again");
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

static crawl_bench begin_list(void)
{
    crawl_bench b = begin(EMPTY);
    bench_say(&b, "a.example/list/1", first_page);
    bench_say(&b, "a.example/list/2", second_page);
    bench_say(&b, "a.example/list/3", third_page);
    return b;
}

static void test_list(void)
{
    crawl_bench b = begin_list();
    gisa_crawl_report r = bench_crawl(&b, "list", 0);
    EQUAL(r.fetched, 3, "what the pages of a list link to is fetched");
    EQUAL(r.found, 4, "another site's page, which is not there, among it");
    EQUAL(r.feeds_failed, 0, "and nothing fails");
    EQUAL(server_hits(b.server, "a.example/list/3"), 1, "up to the last page that there is");
    bench_say(&b, "a.example/list/1", PAGE "<a href='/1'>1</a> <a href='/4'>4</a>");
    b.now += 3600;
    r = bench_crawl(&b, "list", 0);
    EQUAL(r.fetched, 1, "news on the first page");
    EQUAL(server_hits(b.server, "a.example/list/2"), 2, "lead to the second");
    EQUAL(server_hits(b.server, "a.example/list/3"), 1, "which has none, so the list ends there");
    bench_end(&b);
}

/* The first page's news are known, as the archive has them, and the second was never read. */
static void test_list_killed(void)
{
    crawl_bench b = begin_list();
    bench_say(&b, "a.example/list/2", "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    EQUAL(bench_crawl(&b, "list", 0).fetched, 1, "a list whose second page fails");
    bench_say(&b, "a.example/list/2", second_page);
    unlink(b.frontier);
    b.now += 3600;
    EQUAL(bench_crawl(&b, "list", 0).fetched, 2, "goes on there, also from the archive alone");
    bench_end(&b);
}

static void test_list_waits(void)
{
    crawl_bench b = begin_list();
    bench_say(&b, "a.example/list/2", "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
    bench_crawl(&b, "list", 0);
    bench_say(&b, "a.example/list/1", PAGE "<p>nothing</p>");
    bench_say(&b, "a.example/list/2", second_page);
    b.now += 3600;
    EQUAL(bench_crawl(&b, "list", 0).fetched, 2, "a page that failed is due by itself");
    bench_end(&b);
}

static void test_hard_links(void)
{
    crawl_bench b = begin(EMPTY);
    static char page[30000] = PAGE;
    for (int i = 0; i < 20; i++) {
        size_t n = strlen(page);
        n += (size_t)sprintf(page + n, "<a href='/%d", i);
        memset(page + n, 'a', 900);
        strcpy(page + n + 900, "!'>x</a>");
    }
    bench_say(&b, "a.example/list/1", page);
    gisa_crawl_report r = bench_crawl(&b, "hard", 0);
    OK(r.n_reasons == 1 && strstr(r.reasons[0], "too much work for 10 addresses"),
       "a treacherous pattern is given up soon, and told");
    bench_say(&b, "a.example/list/1", PAGE "<a href='/b'>b</a><a href='/c'>c</a>");
    b.now += 3600;
    r = bench_crawl(&b, "hard", 0);
    OK(r.n_reasons == 1 && strstr(r.reasons[0], "none of its 2 links fits"),
       "and so is one that fits nothing");
    bench_end(&b);
}

/* Addresses that a source says are one are asked for once, at the one that stands for both. */
static void test_rules(void)
{
    crawl_bench b = begin(XML "<rss><item><link>http://m.a.example/1?s=2</link></item>"
                              "<item><link>/1</link></item><item><link>/2?s=1</link></item></rss>");
    gisa_crawl_report r = bench_crawl(&b, "rules", 0);
    EQUAL(r.found, 2, "two pages of three addresses");
    EQUAL(r.fetched, 2, "come");
    EQUAL(server_hits(b.server, "a.example/1"), 1, "once");
    EQUAL(server_hits(b.server, "a.example/2"), 1, "each");
    b.now += 3600;
    bench_say(&b, "a.example/rss.xml",
              XML "<rss><item><link>http://m.a.example/2</link></item></rss>");
    EQUAL(bench_crawl(&b, "rules", 0).fetched, 0, "and not again by another address");
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
    test_list();
    test_list_killed();
    test_list_waits();
    test_hard_links();
    test_rules();
    return test_end();
}
