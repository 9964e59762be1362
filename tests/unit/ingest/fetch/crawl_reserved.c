#include "tests/unit/ingest/fetch/crawl_bench.h"

#define MAP      "HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\n\r\n<urlset>"
#define ONE      "<url><loc>/1</loc><lastmod>2124-01-01</lastmod></url>"
#define RESERVED "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTDM-Reservation: 1\r\n"

static server_answer answers[] = {
    {"a.example/map.xml", MAP ONE "</urlset>", 0, 0},
    {"a.example/1", RESERVED "ETag: \"1\"\r\n\r\n<p>one</p>", 0, SERVER_IF_NEW},
    {"a.example/2", RESERVED "\r\n<p>two</p>", 0, 0},
    {"b.example/robots.txt", "HTTP/1.1 200 OK\r\n\r\nUser-agent: CCBot\nDisallow: /\n", 0, 0},
    {"b.example/map.xml", MAP "<url><loc>/3</loc></url></urlset>", 0, 0},
    {"b.example/3", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>three</p>", 0, 0},
};

static gisa_crawl_report crawl(crawl_bench *b, const char *name, gisa_reservations setting)
{
    b->now += 86400;
    for (size_t i = 0; i < b->sources.n; i++) b->sources.items[i].reservations = setting;
    return bench_crawl(b, name, 0);
}

/* The records of an address in the archive, in order: "whole", "aside", "revisit", "note". */
static void list_records(const crawl_bench *b, const char *url, gisa_buf *out)
{
    gisa_archive *a = NULL;
    gisa_capture c;
    gisa_error err = {0};
    gisa_buf_reset(out);
    gisa_status st = gisa_archive_read(b->archive, 0, &a, &err);
    while (st >= 0 && (st = gisa_archive_next(a, &c, &err)) == GISA_OK) {
        if (!gisa_str_is(c.uri, url)) continue;
        const char *kind = c.type == GISA_CAPTURE_METADATA  ? "note "
                           : c.type == GISA_CAPTURE_REVISIT ? "revisit "
                           : c.aside                        ? "aside "
                                                            : "whole ";
        gisa_buf_add_c(out, kind);
    }
    EQUAL(st, GISA_END, "the archive is whole");
    gisa_archive_close(a);
}

/* A page that the archive has aside comes whole, so that it can be taken in when it may be. */
static void test_aside(crawl_bench *b)
{
    gisa_buf records = {0};
    gisa_crawl_report r = crawl(b, "a", GISA_RESERVATIONS_ARCHIVE);
    EQUAL(r.fetched, 1, "a reserved page is fetched into the archive");
    EQUAL(r.reserved, 1, "and counted");
    SAME_C(gisa_str_from(r.reserved_why), "reserved by TDM-Reservation", "with the reason");
    list_records(b, "http://a.example/1", &records);
    SAME_C(gisa_buf_view(&records), "aside ", "where its record says so");
    bench_say(b, "a.example/map.xml", MAP ONE " </urlset>");
    r = crawl(b, "a", GISA_RESERVATIONS_ARCHIVE);
    EQUAL(r.unchanged, 1, "the same once more");
    list_records(b, "http://a.example/1", &records);
    SAME_C(gisa_buf_view(&records), "aside revisit ", "is a revisit, of the same kind");
    bench_say(b, "a.example/map.xml", MAP ONE "  </urlset>");
    r = crawl(b, "a", GISA_RESERVATIONS_RECORD);
    EQUAL(r.fetched, 1, "recorded from now on it is new");
    EQUAL(r.reserved, 0, "and nothing is done about it");
    list_records(b, "http://a.example/1", &records);
    SAME_C(gisa_buf_view(&records), "aside revisit whole ", "and whole");
    bench_say(b, "a.example/map.xml", MAP ONE "   </urlset>");
    r = crawl(b, "a", GISA_RESERVATIONS_RECORD);
    EQUAL(r.unchanged, 1, "from then on it is asked for with validators");
    list_records(b, "http://a.example/1", &records);
    SAME_C(gisa_buf_view(&records), "aside revisit whole revisit ", "and not fetched again");
    gisa_buf_clear(&records);
}

/* A page that says itself that it is reserved is dropped, and not asked for again … */
static void test_drop(crawl_bench *b)
{
    gisa_buf records = {0};
    bench_say(b, "a.example/map.xml", MAP "<url><loc>/2</loc></url></urlset>");
    gisa_crawl_report r = crawl(b, "a", GISA_RESERVATIONS_SKIP);
    EQUAL(r.reserved, 1, "a reserved page is left out");
    EQUAL(r.fetched + r.failed, 0, "and neither fetched nor a failure");
    list_records(b, "http://a.example/2", &records);
    SAME_C(gisa_buf_view(&records), "note ", "the archive has a note of it alone");
    const unsigned hits = server_hits(b->server, "a.example/2");
    EQUAL(hits, 1, "it was asked for once");
    bench_say(b, "a.example/map.xml", MAP "<url><loc>/2</loc></url> </urlset>");
    crawl(b, "a", GISA_RESERVATIONS_SKIP);
    unlink(b->frontier);
    bench_say(b, "a.example/map.xml", MAP "<url><loc>/2</loc></url>  </urlset>");
    crawl(b, "a", GISA_RESERVATIONS_SKIP);
    EQUAL(server_hits(b->server, "a.example/2"), hits, "nor again, nor after a loss");
    r = crawl(b, "a", GISA_RESERVATIONS_ARCHIVE); /* … until the setting is another */
    list_records(b, "http://a.example/2", &records);
    SAME_C(gisa_buf_view(&records), "note aside ", "another setting lets it be asked for");
    gisa_buf_clear(&records);
}

static void test_host(crawl_bench *b)
{
    gisa_buf records = {0};
    gisa_crawl_report r = crawl(b, "b", GISA_RESERVATIONS_SKIP);
    EQUAL(r.reserved, 1, "what robots.txt reserves is left out");
    SAME_C(gisa_str_from(r.reserved_why), "reserved by robots.txt", "for that reason");
    unlink(b->frontier);
    r = crawl(b, "b", GISA_RESERVATIONS_SKIP);
    EQUAL(r.reserved, 1, "and after a loss of the frontier, too");
    EQUAL(server_hits(b->server, "b.example/3"), 0, "and never asked for");
    list_records(b, "http://b.example/3", &records);
    EQUAL(records.n, 0, "so there is nothing to be archived");
    bench_say(b, "b.example/robots.txt", "HTTP/1.1 200 OK\r\n\r\nUser-agent: x\nDisallow: /\n");
    b->now += 7 * 86400;
    r = crawl(b, "b", GISA_RESERVATIONS_SKIP);
    EQUAL(r.fetched, 1, "a week later, when robots.txt is another one, it is fetched");
    gisa_buf_clear(&records);
}

int main(void)
{
    crawl_bench b;
    bench_begin(&b,
                "[a]\nsitemap = http://a.example/map.xml\ndelay_ms = 0\n"
                "[b]\nsitemap = http://b.example/map.xml\ndelay_ms = 0\n",
                answers, sizeof answers / sizeof answers[0]);
    test_aside(&b);
    test_drop(&b);
    test_host(&b);
    bench_end(&b);
    return test_end();
}
