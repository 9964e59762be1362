#include "ingest/fetch/crawl.h"

#include <stdlib.h>

#include "base/mem.h"
#include "tests/unit/server.h"
#include "tests/unit/test.h"

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
    {"dead.example/robots.txt", "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n", 0, 0},
};

static const char sources_text[] = "[rss]\nfeed = http://a.example/rss.xml\ndelay_ms = 0\n"
                                   "[index]\nsitemap = http://a.example/index.xml\ndelay_ms = 0\n"
                                   "[page]\npage = http://a.example/\ndelay_ms = 0\nskip = */5\n"
                                   "[dead]\nfeed = http://dead.example/rss.xml\ndelay_ms = 0\n";

typedef struct bench {
    server *server;
    gisa_sources sources;
    char path[40];
    int64_t now;
} bench;

/* Crawls one source into the archive and gives its report. */
static gisa_crawl_report crawl(bench *b, const char *name, uint64_t limit)
{
    gisa_archive *a = NULL;
    gisa_fetch_history known = {0};
    gisa_error err = {0};
    gisa_crawl_report report = {0};
    const gisa_source *source = gisa_sources_find(&b->sources, gisa_str_from(name));
    gisa_crawl_opts opts = {
        .fetch = {.connect_to = b->server->address, .delay_ms = 1, .retry_ms = 1, .tries = 2},
        .now_utc = b->now,
        .limit = limit};
    WENT(gisa_archive_open(b->path, &a, NULL, &err), err, "the archive opens");
    WENT(gisa_fetch_history_load(b->path, &known, &err), err, "what is known is read");
    WENT(gisa_crawl(&source, 1, &opts, a, &known, &report, &err), err, "the crawl runs");
    gisa_archive_close(a);
    gisa_fetch_history_clear(&known);
    return report;
}

static bool is_due(bench *b, const char *name)
{
    gisa_fetch_history known = {0};
    gisa_error err = {0};
    WENT(gisa_fetch_history_load(b->path, &known, &err), err, "what is known is read");
    bool due = gisa_crawl_is_due(gisa_sources_find(&b->sources, gisa_str_from(name)), &known,
                                 b->now);
    gisa_fetch_history_clear(&known);
    return due;
}

static void test_feed(bench *b)
{
    OK(is_due(b, "rss"), "a source that was never crawled is due");
    gisa_crawl_report r = crawl(b, "rss", 1);
    EQUAL(r.found, 5, "the feed names five pages");
    EQUAL(r.fetched, 1, "a limit holds");
    EQUAL(r.left_out, 4, "and what it leaves out is counted");
    OK(!is_due(b, "rss"), "after a crawl it is not due");
    b->now += 3600;
    OK(is_due(b, "rss"), "but an hour later");

    r = crawl(b, "rss", 0);
    EQUAL(r.found, 5, "an unchanged feed still gives its pages, from the archive");
    EQUAL(r.known, 1, "what is there is not asked for");
    EQUAL(r.fetched, 2, "what was left out is");
    EQUAL(r.refused, 1, "robots.txt is kept to");
    EQUAL(r.failed, 1, "what is gone is a failure");
    OK(r.n_reasons == 1 && strstr(r.reasons[0], "/gone: HTTP status 404"), "with its reason");

    unsigned requests = atomic_load(&b->server->requests);
    b->now += 3600;
    r = crawl(b, "rss", 0);
    EQUAL(r.known, 4, "now all is known, the gone and the moved page as well");
    EQUAL(r.fetched + r.failed, 0, "and nothing is asked for");
    EQUAL(atomic_load(&b->server->requests) - requests, 3,
          "but robots.txt, tdmrep.json and the feed");
}

static void test_sitemaps(bench *b)
{
    gisa_crawl_report r = crawl(b, "index", 0);
    EQUAL(r.feeds, 3, "an index and its two sitemaps are read");
    EQUAL(r.found, 2, "an address in two of them counts once");
    EQUAL(r.fetched, 1, "what another source has fetched is known");
    EQUAL(r.known, 1, "and counted as such");
}

static void test_changed_page(bench *b)
{
    gisa_fetch_history known = {0};
    gisa_error err = {0};
    static const server_answer later = {
        "a.example/s1.xml",
        XML "\r\n<urlset><url><loc>/1</loc><lastmod>2124-01-01</lastmod></url>"
            "<url><loc>/5</loc></url></urlset>",
        0, 0};
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++)
        if (strcmp(answers[i].where, later.where) == 0) answers[i] = later;
    gisa_crawl_report r = crawl(b, "index", 0);
    EQUAL(r.unchanged, 1, "a page that is said to have changed, and has not, is a revisit");
    EQUAL(r.fetched, 0, "and no new version");
    WENT(gisa_fetch_history_load(b->path, &known, &err), err, "what is known is read");
    gisa_fetch_history_clear(&known);
}

static void test_listing(bench *b)
{
    gisa_crawl_report r = crawl(b, "page", 0);
    EQUAL(r.found, 1, "a page gives the links of its own site that no skip line refuses");
    EQUAL(r.known, 1, "which the archive has");
}

static void test_dead(bench *b)
{
    gisa_crawl_report r = crawl(b, "dead", 0);
    EQUAL(r.feeds, 0, "a dead source gives nothing");
    EQUAL(r.feeds_failed, 1, "its feed is a failure");
    OK(strstr(r.reasons[0], "robots.txt cannot be had"), "with its reason");
    OK(is_due(b, "dead"), "and it stays due");
}

static void test_archive(bench *b)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error err = {0};
    gisa_status st = gisa_archive_read(b->path, 0, &a, &err);
    unsigned pages = 0, feeds = 0, robots = 0, moved = 0, gone = 0;
    while (st >= 0 && (st = gisa_archive_next(a, &c, &err)) == GISA_OK) {
        if (c.type != GISA_CAPTURE_RESPONSE) continue;
        pages += c.role == GISA_ROLE_PAGE && c.http_status == 200;
        feeds += c.role == GISA_ROLE_FEED;
        robots += c.role == GISA_ROLE_ROBOTS;
        moved += c.http_status == 301;
        gone += c.http_status == 404 && c.truncated;
    }
    EQUAL(st, GISA_END, "the archive is whole");
    EQUAL(pages, 4, "each page is there once");
    EQUAL(feeds, 6, "so is each version of a feed");
    EQUAL(robots, 1, "and robots.txt, which has not changed");
    EQUAL(moved, 1, "and the redirect");
    EQUAL(gone, 1, "and that a page is gone");
    gisa_archive_close(a);
}

static void test_memory(bench *b)
{
    const gisa_source *source = gisa_sources_find(&b->sources, GISA_STR("index"));
    size_t wrong = 0;
    for (uint64_t allowed = 0; allowed < 200; allowed += 3) {
        gisa_archive *a = NULL;
        gisa_fetch_history known = {0};
        gisa_error err = {0};
        gisa_crawl_report report = {0};
        gisa_crawl_opts opts = {.fetch = {.connect_to = b->server->address, .tries = 1},
                                .now_utc = b->now};
        unlink(b->path);
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_archive_open(b->path, &a, NULL, &err);
        if (st >= 0) st = gisa_fetch_history_load(b->path, &known, &err);
        if (st >= 0) st = gisa_crawl(&source, 1, &opts, a, &known, &report, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_ENOMEM && st < 0;
        gisa_archive_close(a);
        gisa_fetch_history_clear(&known);
    }
    EQUAL(wrong, 0, "every allocation may fail, cleanly");
}

int main(void)
{
    bench b = {.path = "/tmp/gisa-crawl-XXXXXX", .now = 1738567020};
    gisa_error err = {0};
    int fd = mkstemp(b.path);
    if (fd < 0) return 1;
    close(fd);
    b.server = server_start(answers, sizeof answers / sizeof answers[0]);
    WENT(gisa_sources_parse(gisa_str_from(sources_text), &b.sources, &err), err, "the sources");
    test_feed(&b);
    test_sitemaps(&b);
    test_changed_page(&b);
    test_listing(&b);
    test_dead(&b);
    test_archive(&b);
    test_memory(&b);
    server_stop(b.server);
    gisa_sources_clear(&b.sources);
    unlink(b.path);
    return test_end();
}
