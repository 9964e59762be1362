#include "ingest/fetch/source_health.h"

#include "tests/unit/ingest/fetch/frontier_bench.h"

enum { DAY = 86400 };

static const char sources_text[] = "[hanbit]\nfeed = http://a.example/rss\n";

/* Two pages a day come for n days, the last ones now. */
static void come_daily(frontier_bench *b, int n)
{
    int64_t today = b->now;
    for (int i = 0; i < 2 * n; i++) {
        char url[60], listing[100];
        b->now = today - (int64_t)(2 * n - 1 - i) / 2 * DAY;
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

static gisa_source_state state(frontier_bench *b, const gisa_sources *s, int64_t now)
{
    gisa_source_health h = health(b, s, now);
    return gisa_source_health_state(&h, GISA_SOURCE_WELL);
}

static void test_counts(frontier_bench *b, const gisa_sources *s)
{
    gisa_source_capture captures[4];
    size_t n;
    gisa_source_health h = health(b, s, b->now);
    EQUAL(h.last_utc, 0, "of a source that was never crawled nothing is known");
    EQUAL(gisa_source_health_state(&h, GISA_SOURCE_WELL), GISA_SOURCE_NEW, "so it is new");
    come_daily(b, 60);
    h = health(b, s, b->now);
    EQUAL(h.last_utc, b->now, "its last page came today");
    EQUAL(h.custom.week, 14, "fourteen came in a week");
    EQUAL((int)h.custom.usual, 14, "as many as usual");
    EQUAL(h.next_utc, 0, "and its feed is due");
    EQUAL(gisa_source_health_state(&h, GISA_SOURCE_WELL), GISA_SOURCE_WELL, "it is well");
    h.seeds_failing = true;
    EQUAL(gisa_source_health_state(&h, GISA_SOURCE_WELL), GISA_SOURCE_FAILING,
          "unless its feed cannot be had");
    WENT(gisa_source_health_captures(b->f, GISA_STR("hanbit"), captures, 4, &n, &b->err), b->err,
         "captures");
    EQUAL(n, 4, "no more than there is room for");
    EQUAL(captures[0].fetched_utc, b->now, "the newest first");
    EQUAL(captures[3].fetched_utc, b->now - DAY, "and then the day before");
}

static void test_silence(frontier_bench *b, const gisa_sources *s)
{
    const gisa_seed_reading three = {.now_utc = b->now + 3 * DAY, .least_s = 1200, .most_s = 7200};
    gisa_source_health h;
    EQUAL(state(b, s, b->now + 3 * DAY), GISA_SOURCE_WELL, "three days without a page may be");
    EQUAL(state(b, s, b->now + 4 * DAY), GISA_SOURCE_SILENT, "four, with eight pages, are silence");
    EQUAL(health(b, s, b->now + 4 * DAY).custom.week, 6, "though this week had some");
    EQUAL(state(b, s, b->now + 10 * DAY), GISA_SOURCE_SILENT, "it is a week without any");
    EQUAL(state(b, s, b->now + 400 * DAY), GISA_SOURCE_SILENT, "and it is after a year");
    EQUAL((int)health(b, s, b->now + 400 * DAY).custom.usual, 14, "where fourteen were usual");
    WENT(gisa_frontier_seed_read(b->f, GISA_STR("hanbit"), GISA_STR("http://a.example/rss"), &three,
                                 &b->err),
         b->err, "its feed was read last after three days");
    EQUAL(state(b, s, b->now + 400 * DAY), GISA_SOURCE_WELL,
          "so nobody knows of the time after it");
    h = health(b, s, b->now + 400 * DAY);
    EQUAL(h.custom.week, 8, "and it is the week before that is counted");
    h.custom.silent = h.listed_once = true;
    EQUAL(gisa_source_health_state(&h, GISA_SOURCE_WELL), GISA_SOURCE_WELL,
          "from a list of addresses nothing new is awaited");
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
    const gisa_source_health fewer = {.last_utc = 1, .custom.spans = {{7, 40, 100}}};
    EQUAL(gisa_source_health_state(&closed, GISA_SOURCE_WELL), GISA_SOURCE_CLOSED,
          "a source all of whose pages robots.txt refuses is closed");
    EQUAL(gisa_source_health_state(&waiting, GISA_SOURCE_WELL), GISA_SOURCE_NEW,
          "unless others wait");
    EQUAL(gisa_source_health_state(&(gisa_source_health){.reserved = 5}, GISA_SOURCE_WELL),
          GISA_SOURCE_RESERVED, "one all of whose pages are left out as reserved says so");
    EQUAL(gisa_source_health_state(&(gisa_source_health){.reserved = 4}, GISA_SOURCE_WELL),
          GISA_SOURCE_NEW, "unless they are few");
    EQUAL(gisa_source_health_state(&fewer, GISA_SOURCE_WELL), GISA_SOURCE_WELL,
          "less than half of the usual may be");
    EQUAL(gisa_source_health_state(&fewer, GISA_SOURCE_SHRUNK), GISA_SOURCE_SHRUNK,
          "but does not make well what had shrunk");
}

/* The newest page first: x gave no article. */
static const struct {
    const char *name, *pages;
    bool emptied, was;
} pages[] = {
    {"none is empty", "................", false, false},
    {"five of the newest eight",
     "xxxxx..."
     "........",
     true, false},
    {"four of them are no sudden end",
     "xxxx...."
     "........",
     false, false},
    {"nor is it all of a few",
     "xxxxxxx"
     ".......",
     false, false},
    {"nor what was so before",
     "xxxxx..."
     "xx......",
     false, false},
    {"one before may be",
     "xxxxx..."
     "x.......",
     true, false},
    {"eleven of the newest twenty",
     "x.x.x.x.x.x.x.x.x.xx"
     "....................",
     true, false},
    {"ten of them are not",
     "x.x.x.x.x.x.x.x.x.x."
     "....................",
     false, false},
    {"but the last eight in a row",
     "xxxxxxxx............"
     "....................",
     true, false},
    {"seven are not",
     "xxxxxxx............."
     "....................",
     false, false},
    {"all of them, half of what is known",
     "xxxxxxxxxxxxxxxxxxxx"
     "xxxx................",
     true, false},
    {"nearly all of them ever",
     "xxxxxxxx"
     "xxxxx.xx",
     true, false},
    {"always every other",
     "x.x.x.x."
     "x.x.x.x.",
     false, false},
    {"a quarter is still too many for what was told",
     "x.x....."
     "xxxxxxxx",
     true, true},
    {"less is well again",
     "x......."
     "xxxxxxxx",
     false, true},
};

static void test_pages(void)
{
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        bool empty[60];
        size_t n = strlen(pages[i].pages);
        for (size_t k = 0; k < n; k++) empty[k] = pages[i].pages[k] == 'x';
        EQUAL(gisa_source_health_emptied(empty, n, pages[i].was), pages[i].emptied, pages[i].name);
    }
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
    test_pages();
    gisa_sources_clear(&s);
    bench_close(&b);
    return test_end();
}
