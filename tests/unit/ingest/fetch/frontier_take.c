#include "tests/unit/ingest/fetch/frontier_bench.h"

static const char one[] = "http://a.example/1";

static void test_page(frontier_bench *b)
{
    EQUAL(bench_page(b, one).row, -1, "nothing is known of an address that nobody listed");
    bench_list(b, "hanbit", "page: http://a.example/1\r\n");
    gisa_frontier_page page = bench_page(b, one);
    EQUAL(page.state, GISA_FRONTIER_WAITING, "what is listed waits");
    EQUAL(page.due_utc, b->now, "and is due at once");
    SAME_C(page.source, "hanbit", "for its source");
    b->now += 10;
    bench_answer(b, one, 200, "HTTP/1.1 200 OK\r\nETag: \"x\"\r\nLast-Modified: then\r\n");
    page = bench_page(b, one);
    EQUAL(page.state, GISA_FRONTIER_HELD, "what came is held");
    EQUAL(page.due_utc, 0, "and not due");
    EQUAL(page.offset, 100, "its place");
    EQUAL(page.fetched_utc, b->now, "its time");
    EQUAL(page.digest, gisa_frontier_hash(GISA_STR("sha256:00")), "its digest");
    SAME_C(page.etag, "\"x\"", "and its validators are known");
    SAME_C(page.last_modified, "then", "both");
    b->now += 10;
    bench_list(b, "hanbit", "page: http://a.example/1 2030-01-01\r\n");
    EQUAL(bench_page(b, one).due_utc, b->now, "what is listed again is due again");
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_REVISIT, .uri = gisa_str_from(one)});
    page = bench_page(b, one);
    EQUAL(page.asked_utc, b->now, "a revisit says that it was asked for");
    EQUAL(page.fetched_utc, b->now - 10, "and that the bytes are the old ones");
    EQUAL(page.due_utc, 0, "so it is not due");
}

static void test_soft_failures(frontier_bench *b)
{
    static const int64_t rests[GISA_FRONTIER_TRIES] = {600, 3600, 21600, 86400, 172800, 345600, 0};
    const char *url = "http://a.example/soft";
    for (unsigned i = 0; i < GISA_FRONTIER_TRIES; i++) {
        bench_fail(b, url, "source: hanbit\r\nreason: HTTP status 503\r\nstatus: 503\r\n");
        gisa_frontier_page page = bench_page(b, url);
        EQUAL(page.due_utc ? page.due_utc - b->now : 0, rests[i], "it rests longer each time");
        EQUAL(page.state, rests[i] ? GISA_FRONTIER_FAILED : GISA_FRONTIER_GONE, "at last for good");
        EQUAL(page.tries, i + 1, "tries are counted");
        SAME_C(page.why, "HTTP status 503", "and the reason is known");
        b->now += rests[i];
    }
    bench_answer(b, url, 200, "HTTP/1.1 200 OK\r\n");
    EQUAL(bench_page(b, url).tries, 0, "when it comes all is forgotten");
    OK(!bench_page(b, url).why.p, "the reason, too");
}

static void test_rest(frontier_bench *b)
{
    gisa_frontier_host host;
    bench_fail(b, "http://busy.example/1",
               "source: hanbit\r\nreason: HTTP status 429\r\n"
               "status: 429\r\nrest: 86400\r\n");
    EQUAL(bench_page(b, "http://busy.example/1").due_utc, b->now + 86400,
          "a page is due when its host will have rested");
    WENT(gisa_frontier_host_of(b->f, GISA_STR("http://busy.example"), &host, &b->err), b->err,
         "the host");
    EQUAL(host.rests_until_utc, b->now + 86400, "rests");
    WENT(gisa_frontier_host_of(b->f, GISA_STR("http://a.example"), &host, &b->err), b->err,
         "another host");
    EQUAL(host.rests_until_utc, 0, "does not");
}

static void test_hard_failures(frontier_bench *b)
{
    static const int64_t rests[] = {86400, 6 * 86400, 0, 0};
    const char *url = "http://a.example/gone";
    for (size_t i = 0; i < sizeof rests / sizeof rests[0]; i++) {
        bench_answer(b, url, 404, "HTTP/1.1 404 No\r\n");
        gisa_frontier_page page = bench_page(b, url);
        EQUAL(page.state, GISA_FRONTIER_GONE, "what is not there is gone");
        EQUAL(page.due_utc ? page.due_utc - b->now : 0, rests[i], "and is looked for twice more");
        SAME_C(page.why, "HTTP status 404", "with its reason");
        b->now += rests[i];
    }
}

static void test_redirects(frontier_bench *b)
{
    gisa_frontier_page page;
    bench_list(b, "hanbit", "page: http://a.example/old\r\n");
    bench_answer(b, "http://a.example/old", 301, "HTTP/1.1 301 M\r\nLocation: /new\r\n");
    EQUAL(bench_page(b, "http://a.example/old").state, GISA_FRONTIER_MOVED, "a redirect moves");
    EQUAL(bench_page(b, "http://a.example/old").due_utc, 0, "and is done with");
    page = bench_page(b, "http://a.example/new");
    EQUAL(page.due_utc, b->now, "its target is due");
    SAME_C(page.source, "hanbit", "for the same source");
    WENT(gisa_frontier_follow(b->f, GISA_STR("http://a.example/old"), &page, &b->err), b->err,
         "a redirect is followed");
    SAME_C(page.url, "http://a.example/new", "to its target");
    b->now += 5;
    bench_answer(b, "http://a.example/new", 200, "HTTP/1.1 200 OK\r\n");
    bench_answer(b, "http://a.example/old2", 302, "HTTP/1.1 302 M\r\nLocation: /new\r\n");
    EQUAL(bench_page(b, "http://a.example/new").due_utc, 0, "a target that is held is not due");
    bench_answer(b, "http://a.example/same", 302,
                 "HTTP/1.1 302 M\r\nLocation: https://www.a.example/same?utm_source=x\r\n");
    EQUAL(bench_page(b, "http://a.example/same").state, GISA_FRONTIER_WAITING,
          "a redirect to another dress of an address waits for what comes");
    bench_answer(b, "http://a.example/nowhere", 302, "HTTP/1.1 302 M\r\nLocation: ftp://x/\r\n");
    EQUAL(bench_page(b, "http://a.example/nowhere").state, GISA_FRONTIER_GONE,
          "one that leads to no web address is gone");
    bench_list(b, "hanbit", "page: http://a.example/old 2031-01-01\r\n");
    EQUAL(bench_page(b, "http://a.example/new").due_utc, b->now,
          "what is listed by its old address is due at the new one");
    EQUAL(bench_page(b, "http://a.example/old").due_utc, 0, "and not at the old one");
}

static void test_host_files(frontier_bench *b)
{
    gisa_frontier_host host;
    gisa_capture c = {.type = GISA_CAPTURE_RESPONSE,
                      .role = GISA_ROLE_ROBOTS,
                      .uri = GISA_STR("http://a.example/robots.txt"),
                      .http_status = 200,
                      .offset = 7};
    bench_take(b, c);
    WENT(gisa_frontier_host_of(b->f, GISA_STR("http://a.example"), &host, &b->err), b->err, "host");
    EQUAL(host.asked_utc[0], b->now, "when robots.txt was asked for");
    EQUAL(host.offset[0], 7, "and where it is");
    EQUAL(host.offset[1], -1, "tdmrep.json was not");
    b->now += 5;
    c.type = GISA_CAPTURE_REVISIT;
    c.offset = 9;
    bench_take(b, c);
    WENT(gisa_frontier_host_of(b->f, GISA_STR("http://a.example"), &host, &b->err), b->err, "host");
    EQUAL(host.asked_utc[0], b->now, "a revisit is a later time");
    EQUAL(host.offset[0], 7, "of the same bytes");
}

static void test_others(frontier_bench *b)
{
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_RESOURCE,
                                 .uri = GISA_STR("http://a.example/imported")});
    EQUAL(bench_page(b, "http://a.example/imported").row, -1, "what was imported was not crawled");
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_METADATA,
                                 .role = GISA_ROLE_LISTING,
                                 .uri = GISA_STR("http://a.example/rss"),
                                 .payload = GISA_STR("page: http://a.example/nobody\r\n")});
    EQUAL(bench_page(b, "http://a.example/nobody").row, -1, "a listing without a source is none");
    bench_take(b, (gisa_capture){.type = GISA_CAPTURE_METADATA,
                                 .role = GISA_ROLE_SOURCE,
                                 .uri = GISA_STR("urn:gisa:source:hanbit")});
}

int main(void)
{
    frontier_bench b = {0};
    bench_open(&b);
    test_page(&b);
    test_soft_failures(&b);
    test_rest(&b);
    test_hard_failures(&b);
    test_redirects(&b);
    test_host_files(&b);
    test_others(&b);
    bench_close(&b);
    return test_end();
}
