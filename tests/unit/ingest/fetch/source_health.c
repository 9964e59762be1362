#include "ingest/fetch/source_health.h"

#include "tests/unit/ingest/fetch/frontier_bench.h"

enum { DAY = 86400 };

static const char sources_text[] = "[hanbit]\nfeed = http://a.example/rss\n";

/* Pages number from to to come, one a day, the last one today. */
static void come_daily(frontier_bench *b, int n)
{
    int64_t today = b->now;
    for (int i = 0; i < n; i++) {
        char url[60], listing[100];
        b->now = today - (int64_t)(n - 1 - i) * DAY;
        snprintf(url, sizeof url, "http://a.example/%d", i);
        snprintf(listing, sizeof listing, "page: %s\r\n", url);
        bench_list(b, "hanbit", listing);
        bench_answer(b, url, 200, "HTTP/1.1 200 OK\r\n");
    }
}

static gisa_source_health health(frontier_bench *b, const gisa_sources *s, int64_t now)
{
    gisa_source_health h;
    WENT(gisa_source_health_of(b->f, &s->items[0], now, &h, &b->err), b->err, "health");
    return h;
}

static void test_counts(frontier_bench *b, const gisa_sources *s)
{
    uint64_t offsets[4];
    size_t n;
    gisa_source_health h = health(b, s, b->now);
    EQUAL(h.last_utc, 0, "of a source that was never crawled nothing is known");
    EQUAL(gisa_source_health_state(&h, b->now), GISA_SOURCE_NEW, "so it is new");
    come_daily(b, 60);
    h = health(b, s, b->now);
    EQUAL(h.last_utc, b->now, "its last page came today");
    EQUAL(h.week, 7, "seven came in a week");
    OK(h.usual > 6.9 && h.usual < 7.1, "as many as usual");
    EQUAL(h.next_utc, 0, "and its feed is due");
    EQUAL(gisa_source_health_state(&h, b->now), GISA_SOURCE_WELL, "it is well");
    h.seeds_failing = true;
    EQUAL(gisa_source_health_state(&h, b->now), GISA_SOURCE_FAILING,
          "unless its feed cannot be had");
    WENT(gisa_source_health_captures(b->f, GISA_STR("hanbit"), b->now - 3 * DAY, b->now, offsets, 4,
                                     &n, &b->err),
         b->err, "captures");
    EQUAL(n, 3, "of three days");
    WENT(gisa_source_health_captures(b->f, GISA_STR("hanbit"), 0, b->now, offsets, 4, &n, &b->err),
         b->err, "captures");
    EQUAL(n, 4, "no more than there is room for");
}

static void test_silence(frontier_bench *b, const gisa_sources *s)
{
    gisa_source_health h = health(b, s, b->now + 4 * DAY);
    EQUAL(gisa_source_health_state(&h, b->now + 4 * DAY), GISA_SOURCE_WELL,
          "a few days without a page may be");
    h = health(b, s, b->now + 5 * DAY);
    EQUAL(h.week, 2, "but this week is short");
    EQUAL(gisa_source_health_state(&h, b->now + 5 * DAY), GISA_SOURCE_SHRUNK, "it shrinks");
    h = health(b, s, b->now + 8 * DAY);
    EQUAL(gisa_source_health_state(&h, b->now + 8 * DAY), GISA_SOURCE_SILENT,
          "and when a week has nothing it is silent");
}

static void test_failures(frontier_bench *b, const gisa_sources *s)
{
    const gisa_seed_reading when = {.now_utc = b->now, .least_s = 1200, .most_s = 7200};
    OK(!health(b, s, b->now).seeds_failing, "a feed that was never asked for does not fail");
    WENT(gisa_frontier_seed_failed(b->f, GISA_STR("hanbit"), GISA_STR("http://a.example/rss"), "no",
                                   &when, &b->err),
         b->err, "it does not come");
    OK(health(b, s, b->now).seeds_failing, "then it does");
    WENT(gisa_frontier_seed_read(b->f, GISA_STR("hanbit"), GISA_STR("http://a.example/rss"), &when,
                                 &b->err),
         b->err, "it comes");
    OK(!health(b, s, b->now).seeds_failing, "and then no more");
    bench_list(b, "hanbit", "page: http://a.example/w\r\npage: http://a.example/f\r\n");
    bench_fail(b, "http://a.example/f", "source: hanbit\r\nreason: HTTP status 503\r\n");
    gisa_source_health h = health(b, s, b->now + 100);
    EQUAL(h.waiting, 2, "what waits and what failed are waiting");
    EQUAL(h.oldest_utc, b->now, "since they were listed");
    SAME_C(h.url, "http://a.example/f", "the last failure");
    SAME_C(h.why, "HTTP status 503", "and its reason");
    EQUAL(h.why_utc, b->now, "and when");
    bench_answer(b, "http://a.example/f", 404, "HTTP/1.1 404 No\r\n");
    h = health(b, s, b->now + 100);
    EQUAL(h.gone, 1, "what is gone is no longer waiting");
    EQUAL(h.waiting, 1, "the other one is");
}

static void test_rules(void)
{
    const gisa_source_health closed = {.refused = 5};
    const gisa_source_health waiting = {.refused = 5, .waiting = 1};
    EQUAL(gisa_source_health_state(&closed, 0), GISA_SOURCE_CLOSED,
          "a source all of whose pages robots.txt refuses is closed");
    EQUAL(gisa_source_health_state(&waiting, 0), GISA_SOURCE_NEW, "unless others wait");
    OK(gisa_source_health_emptied(3, 5, 0, 5), "half of this week's pages, and none before");
    OK(!gisa_source_health_emptied(2, 5, 0, 5), "less than half is no sudden end");
    OK(!gisa_source_health_emptied(3, 4, 0, 5), "nor is half of a few");
    OK(!gisa_source_health_emptied(3, 5, 1, 5), "nor what was so before");
    OK(!gisa_source_health_emptied(3, 5, 0, 4), "nor where little is known of before");
}

int main(void)
{
    frontier_bench b = {0};
    gisa_sources s = {0};
    bench_open(&b);
    WENT(gisa_sources_parse(gisa_str_from(sources_text), &s, &b.err), b.err, "the sources");
    test_counts(&b, &s);
    test_silence(&b, &s);
    test_failures(&b, &s);
    test_rules();
    gisa_sources_clear(&s);
    bench_close(&b);
    return test_end();
}
