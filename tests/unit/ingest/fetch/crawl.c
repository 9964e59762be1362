#include "base/mem.h"
#include "tests/unit/ingest/fetch/crawl_bench.h"

#define HTML "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
#define XML  "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n"

static server_answer answers[] = {
    {"a.example/robots.txt", "HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /private/\n", 0, 0},
    {"a.example/rss.xml",
     XML "ETag: \"1\"\r\n\r\n<rss><channel><item><link>/1</link></item><item><link>/2</link></item>"
         "<item><link>/gone</link></item><item><link>/private/3</link></item>"
         "<item><link>/moved</link></item></channel></rss>",
     0, SERVER_IF_NEW},
    {"a.example/1", HTML "<p>one</p>", 0, 0},
    {"a.example/2", HTML "<p>two</p>", 0, 0},
    {"a.example/moved", "HTTP/1.1 301 M\r\nLocation: http://b.example/4\r\n\r\n", 0, 0},
    {"b.example/4", HTML "<p>four</p>", 0, 0},
    {"a.example/index.xml",
     XML "\r\n<sitemapindex><sitemap><loc>/s1.xml</loc></sitemap><sitemap><loc>/s2.xml</loc>"
         "</sitemap></sitemapindex>",
     0, 0},
    {"a.example/s1.xml",
     XML "\r\n<urlset><url><loc>/1</loc></url><url><loc>/5</loc></url></urlset>", 0, 0},
    {"a.example/s2.xml",
     XML "\r\n<urlset><url><loc>/1</loc><lastmod>2124-01-01</lastmod></url>"
         "</urlset>",
     0, 0},
    {"a.example/5", HTML "<p>five</p>", 0, 0},
    {"a.example/", HTML "<html><a href=/1>x</a><a href=/5>x</a><a href=http://b.example/4>x</a>", 0,
     0},
    {"bad.example/rss.xml",
     XML "\r\n<rss><channel><item><link>/busy</link></item><item><link>/empty</link></item><item>"
         "<link>/notice</link></item><item><link>/same</link></item><item><link>/slow</link></item>"
         "<item><link>/after</link></item></channel></rss>",
     0, 0},
    {"bad.example/busy", "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
    {"bad.example/empty", HTML, 0, 0},
    {"bad.example/notice", HTML "<p>서비스 점검 중입니다.</p>", 0, 0},
    {"bad.example/same", "HTTP/1.1 304 Same\r\n\r\n", 0, 0},
    {"bad.example/slow", "HTTP/1.1 429 Slow\r\nRetry-After: 7200\r\nContent-Length: 0\r\n\r\n", 0,
     0},
    {"bad.example/after", HTML "<p>after</p>", 0, 0},
    {"dead.example/robots.txt", "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
};

static const char sources_text[] = "[rss]\nfeed = http://a.example/rss.xml\ndelay_ms = 0\n"
                                   "[index]\nsitemap = http://a.example/index.xml\ndelay_ms = 0\n"
                                   "[page]\npage = http://a.example/\ndelay_ms = 0\nskip = */5\n"
                                   "[bad]\nfeed = http://bad.example/rss.xml\ndelay_ms = 0\n"
                                   "[dead]\nfeed = http://dead.example/rss.xml\ndelay_ms = 0\n";

static void test_feed(crawl_bench *b)
{
    OK(bench_is_due(b, "rss"), "a source that was never crawled is due");
    gisa_crawl_report r = bench_crawl(b, "rss", 1);
    EQUAL(r.found, 5, "the feed names five pages");
    EQUAL(r.fetched, 1, "a limit holds");
    EQUAL(r.left_out, 4, "and what it leaves out is counted");
    OK(bench_is_due(b, "rss"), "and is due at once");

    unsigned before = bench_requests(b);
    r = bench_crawl(b, "rss", 0);
    EQUAL(r.found, 5, "a feed that is not due gives what it listed");
    EQUAL(r.known, 1, "what is there is not asked for");
    EQUAL(r.fetched, 2, "what was left out is");
    EQUAL(r.refused, 1, "robots.txt is kept to");
    EQUAL(r.failed, 1, "what is gone is a failure");
    OK(r.n_reasons == 1 && strstr(r.reasons[0], "/gone: HTTP status 404"), "with its reason");
    EQUAL(bench_requests(b) - before, 6,
          "three pages, a redirect's target and its host's two files");
    OK(!bench_is_due(b, "rss"), "after that the source is not due");

    before = bench_requests(b);
    b->now += 3600;
    OK(bench_is_due(b, "rss"), "but an hour later");
    r = bench_crawl(b, "rss", 0);
    EQUAL(r.found, 5, "an unchanged feed gives what it listed");
    EQUAL(r.known, 5, "which is known, the gone, the closed and the moved page as well");
    EQUAL(r.fetched + r.failed, 0, "and nothing is asked for");
    EQUAL(bench_requests(b) - before, 1, "but the feed, as robots.txt holds for a day");
}

static void test_sitemaps(crawl_bench *b)
{
    gisa_crawl_report r = bench_crawl(b, "index", 0);
    EQUAL(r.feeds, 3, "an index and its two sitemaps are read");
    EQUAL(r.found, 2, "an address in two of them counts once");
    EQUAL(r.fetched, 1, "what another source has fetched is known");
    EQUAL(r.unchanged, 1, "and asked for again when one of them says that it has changed");
}

static void test_changed_page(crawl_bench *b)
{
    static const server_answer later = {
        "a.example/s1.xml",
        XML "\r\n<urlset><url><loc>/1</loc><lastmod>2124-01-01</lastmod></url>"
            "<url><loc>/5</loc></url></urlset>",
        0, 0};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
        if (strcmp(answers[i].where, later.where) == 0) answers[i] = later;
    b->now += 86400;
    gisa_crawl_report r = bench_crawl(b, "index", 0);
    EQUAL(r.unchanged, 1, "a page that is said to have changed, and has not, is a revisit");
    EQUAL(r.fetched, 0, "and no new version");
}

static void test_listing(crawl_bench *b)
{
    gisa_crawl_report r = bench_crawl(b, "page", 0);
    EQUAL(r.found, 1, "a page gives the links of its own site that no skip line refuses");
    EQUAL(r.known, 1, "which the archive has");
}

static void test_dead(crawl_bench *b)
{
    gisa_crawl_report r = bench_crawl(b, "dead", 0);
    EQUAL(r.feeds, 0, "a dead source gives nothing");
    EQUAL(r.feeds_failed, 1, "its feed is a failure");
    OK(strstr(r.reasons[0], "robots.txt cannot be had"), "with its reason");
    OK(!bench_is_due(b, "dead"), "it rests for a while");
    b->now += 3600;
    OK(bench_is_due(b, "dead"), "and is due again");
}

static void test_archive(crawl_bench *b)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error err = {0};
    gisa_status st = gisa_archive_read(b->archive, 0, &a, &err);
    unsigned pages = 0, feeds = 0, robots = 0, moved = 0, gone = 0;
    while (st >= 0 && (st = gisa_archive_next(a, &c, &err)) == GISA_OK) {
        if (c.type != GISA_CAPTURE_RESPONSE) continue;
        pages += c.role == GISA_ROLE_PAGE && c.http_status == 200;
        feeds += c.role == GISA_ROLE_FEED;
        robots += c.role == GISA_ROLE_ROBOTS && c.http_status == 200;
        moved += c.http_status == 301;
        gone += c.http_status == 404 && c.role == GISA_ROLE_PAGE;
    }
    EQUAL(st, GISA_END, "the archive is whole");
    EQUAL(pages, 4, "each page is there once");
    EQUAL(feeds, 6, "so is each version of a feed");
    EQUAL(robots, 1, "and robots.txt, which has not changed");
    EQUAL(moved, 1, "and the redirect");
    EQUAL(gone, 1, "and that a page is gone");
    gisa_archive_close(a);
}

static void test_memory(crawl_bench *b)
{
    const gisa_source *source = gisa_sources_find(&b->sources, GISA_STR("index"));
    size_t wrong = 0;
    for (uint64_t allowed = 0; allowed < 200; allowed += 3) {
        gisa_archive *a = NULL;
        gisa_frontier *f = NULL;
        gisa_error err = {0};
        gisa_crawl_report report = {0};
        gisa_crawl_opts opts = {.fetch = {.connect_to = b->server->address, .tries = 1},
                                .now_utc = b->now};
        unlink(b->archive);
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_archive_open(b->archive, &a, NULL, &err);
        if (st >= 0)
            st = gisa_frontier_open(b->frontier, b->archive, gisa_archive_id(a), &f, NULL, &err);
        if (st >= 0) st = gisa_crawl(&source, 1, &opts, a, f, &report, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_ENOMEM && st < 0;
        gisa_frontier_close(f);
        gisa_archive_close(a);
    }
    EQUAL(wrong, 0, "every allocation may fail, cleanly");
}

static void test_bad_answers(crawl_bench *b)
{
    gisa_crawl_report r = bench_crawl(b, "bad", 0);
    EQUAL(r.fetched, 0, "a server that has nothing gives nothing");
    EQUAL(r.failed, 4, "an empty answer, a notice, a 304 that nobody asked for and a refusal fail");
    EQUAL(r.put_off, 2, "what is asked for after a wish to be left alone is put off");
    bench_say(b, "bad.example/rss.xml", XML "\r\n<rss><channel></channel></rss>");
    b->now += 600;
    unsigned before = bench_requests(b);
    r = bench_crawl(b, "bad", 0);
    EQUAL(bench_requests(b) - before, 0, "a host that rests is left alone by all that it has");
    b->now += 7200;
    static const char *const pages[] = {"busy", "empty", "notice", "same", "slow", "after"};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        char where[40];
        snprintf(where, sizeof where, "bad.example/%s", pages[i]);
        bench_say(b, where, HTML "<p>here</p>");
    }
    r = bench_crawl(b, "bad", 0);
    EQUAL(r.fetched, 6, "when it has rested all comes, though no feed lists it any more");
    OK(!bench_is_due(b, "bad"), "and nothing is due");
}

int main(void)
{
    crawl_bench b;
    bench_begin(&b, sources_text, answers, sizeof answers / sizeof answers[0]);
    test_feed(&b);
    test_sitemaps(&b);
    test_changed_page(&b);
    test_listing(&b);
    test_dead(&b);
    test_archive(&b);
    test_bad_answers(&b);
    test_memory(&b);
    bench_end(&b);
    return test_end();
}
