#include "tests/unit/ingest/fetch/frontier_bench.h"

#define RSS GISA_STR("http://a.example/rss")

static gisa_frontier_seed seed_of(frontier_bench *b, gisa_str source)
{
    gisa_frontier_seed seed;
    WENT(gisa_frontier_seed_of(b->f, source, RSS, &seed, &b->err), b->err, "a seed");
    return seed;
}

static int64_t read_with(frontier_bench *b, uint64_t news)
{
    const gisa_seed_reading reading = {.now_utc = b->now,
                                       .least_s = 1200,
                                       .most_s = 7200,
                                       .listed = 30,
                                       .news = news,
                                       .digest = 5};
    WENT(gisa_frontier_seed_read(b->f, GISA_STR("hanbit"), RSS, &reading, &b->err), b->err, "read");
    return seed_of(b, GISA_STR("hanbit")).due_utc - b->now;
}

static void test_unread(frontier_bench *b)
{
    gisa_str naru = GISA_STR("naru");
    gisa_buf url = {0};
    const gisa_seed_reading reading = {.now_utc = b->now, .least_s = 1200, .most_s = 7200};
    EQUAL(gisa_frontier_next_unread(b->f, naru, b->now, &url, &b->err), GISA_END,
          "nothing is unread where nothing was added");
    for (int i = 0; i < 2; i++)
        WENT(gisa_frontier_seed_add(b->f, naru, i ? GISA_STR("http://n.example/b") : RSS, &b->err),
             b->err, "what an index leads to is added");
    EQUAL(gisa_frontier_next_unread(b->f, naru, b->now, &url, &b->err), GISA_OK, "and unread");
    SAME(gisa_buf_view(&url), RSS, "in the order of addresses");
    EQUAL(gisa_frontier_next_unread(b->f, naru, b->now, &url, &b->err), GISA_OK, "each");
    SAME_C(gisa_buf_view(&url), "http://n.example/b", "of them");
    WENT(gisa_frontier_seed_read(b->f, naru, RSS, &reading, &b->err), b->err, "one is read");
    WENT(gisa_frontier_seed_add(b->f, naru, RSS, &b->err), b->err, "and added again");
    WENT(gisa_frontier_seed_failed(b->f, naru, GISA_STR("http://n.example/b"), "no", &reading,
                                   &b->err),
         b->err, "one fails");
    gisa_buf_reset(&url);
    EQUAL(gisa_frontier_next_unread(b->f, naru, b->now, &url, &b->err), GISA_END,
          "then none is unread");
    EQUAL(gisa_frontier_next_unread(b->f, naru, b->now + 1200, &url, &b->err), GISA_OK,
          "until the one that failed is due");
    SAME_C(gisa_buf_view(&url), "http://n.example/b", "which is that one");
    gisa_buf_clear(&url);
}

int main(void)
{
    frontier_bench b = {0};
    const gisa_seed_reading when = {.least_s = 1200, .most_s = 7200, .now_utc = 1738567020};
    bench_open(&b);
    EQUAL(seed_of(&b, GISA_STR("hanbit")).due_utc, 0, "a seed that was never read is due");
    EQUAL(read_with(&b, 30), 1200, "with news it comes as soon as may be");
    EQUAL(read_with(&b, 0), 1800, "without any later");
    EQUAL(read_with(&b, 0), 2700, "and later");
    EQUAL(read_with(&b, 0), 4050, "and later");
    EQUAL(read_with(&b, 0), 6075, "and later");
    EQUAL(read_with(&b, 0), 7200, "up to a bound");
    EQUAL(read_with(&b, 1), 3600, "with news twice as soon");
    gisa_frontier_seed seed = seed_of(&b, GISA_STR("hanbit"));
    EQUAL(seed.listed, 30, "what it listed is known");
    EQUAL(seed.digest, 5, "and of what bytes");
    EQUAL(seed_of(&b, GISA_STR("naru")).due_utc, 0, "another source reads it for itself");
    for (int64_t want = 1200; want <= 38400; want *= 2) {
        WENT(gisa_frontier_seed_failed(b.f, GISA_STR("hanbit"), RSS, "no answer", &when, &b.err),
             b.err, "it fails");
        seed = seed_of(&b, GISA_STR("hanbit"));
        EQUAL(seed.due_utc - b.now, want, "what fails rests longer each time");
        SAME_C(seed.why, "no answer", "and says why");
    }
    for (int i = 0; i < 70; i++)
        gisa_frontier_seed_failed(b.f, GISA_STR("hanbit"), RSS, "no answer", &when, &b.err);
    EQUAL(seed_of(&b, GISA_STR("hanbit")).due_utc - b.now, 86400, "up to a day");
    EQUAL(read_with(&b, 0), 5400, "and when it comes its period is the old one");
    EQUAL(seed_of(&b, GISA_STR("hanbit")).tries, 0, "and the failures are forgotten");
    test_unread(&b);
    bench_close(&b);
    return test_end();
}
