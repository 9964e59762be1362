#include "ingest/fetch/feed_link.h"

#include "corpus/url.h"
#include "tests/unit/test.h"

static const gisa_str base = {"http://a.example/dir/", 21};

static void test_once(void)
{
    gisa_feed f = {0};
    gisa_error err = {0};
    const gisa_link link = {.url = GISA_STR("not looked at"), .is_feed = true};
    gisa_feed_links l = {.out = &f, .err = &err};
    WENT(gisa_feed_links_add(&l, base, GISA_STR("1"), &link), err, "an address is added");
    WENT(gisa_feed_links_add(&l, base, GISA_STR("HTTP://A.example/dir/1#x"), &link), err,
         "and again in another spelling");
    EQUAL(f.n, 1, "it is there once");
    SAME_C(f.links[0].url, "http://a.example/dir/1", "in normal form");
    OK(f.links[0].is_feed, "with what is known of it");
    WENT(gisa_feed_links_add(&l, base, GISA_STR("mailto:a@a.example"), &link), err,
         "what is no address of the web is no error");
    EQUAL(f.n_bad, 1, "but counts");
    gisa_feed_links_clear(&l);
    SAME_C(f.links[0].url, "http://a.example/dir/1", "what came out stays");
    gisa_feed_clear(&f);
}

static void test_too_many(void)
{
    gisa_feed f = {0};
    gisa_buf ref = {0};
    gisa_error err = {0};
    gisa_feed_links l = {.out = &f, .err = &err};
    const gisa_link link = {0};
    for (int i = 0; i < GISA_FEED_LINKS_MAX + 7; i++) {
        gisa_buf_reset(&ref);
        gisa_buf_addf(&ref, "/%d", i);
        gisa_feed_links_add(&l, base, gisa_buf_view(&ref), &link);
    }
    EQUAL(f.n, GISA_FEED_LINKS_MAX, "as many are kept as the limit says");
    EQUAL(f.n_left_out, 7, "and how many more there were is known");
    gisa_buf_clear(&ref);
    gisa_feed_links_clear(&l);
    gisa_feed_clear(&f);
}

/* What few bytes of a feed can make: long addresses of a long base. */
static void test_too_long(void)
{
    gisa_feed f = {0};
    gisa_buf far = {0};
    gisa_error err = {0};
    gisa_feed_links l = {.out = &f, .err = &err};
    const gisa_link link = {0};
    const size_t n = 3 * GISA_FEED_BYTES_MAX / GISA_URL_MAX / 2;
    gisa_buf_add(&far, base);
    while (far.n < GISA_URL_MAX - 16) gisa_buf_add_c(&far, "a");
    gisa_buf_add_c(&far, "/");
    for (size_t i = 0; i < n; i++) {
        char ref[16];
        snprintf(ref, sizeof ref, "%zu", i);
        gisa_feed_links_add(&l, gisa_buf_view(&far), gisa_str_from(ref), &link);
    }
    OK(f.n * GISA_URL_MAX < 11 * GISA_FEED_BYTES_MAX / 10, "addresses have a ceiling together");
    EQUAL(f.n + f.n_left_out, n, "and what is over it is counted");
    gisa_buf_clear(&far);
    gisa_feed_links_clear(&l);
    gisa_feed_clear(&f);
}

int main(void)
{
    test_once();
    test_too_long();
    test_too_many();
    return test_end();
}
