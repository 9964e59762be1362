#include "ingest/fetch/news_sitemap.h"

#include "tests/unit/test.h"

enum { DAY = 86400 };

static const char *const names[] = {
    "http://a.example/news/map-2023.xml",
    "http://a.example/map-2024.xml",
    "http://a.example/map-2025.xml",
    "http://a.example/map-1.xml",
    "http://a.example/Today",
    "http://a.example/sitemapnews.xml?d=/1",
};

static gisa_time day(int n)
{
    return (gisa_time){n * DAY, n ? GISA_PRECISION_DAY : GISA_PRECISION_UNKNOWN, 0};
}

/* The addresses with these numbers and days. */
static gisa_feed feed_of(gisa_link *links, const int rows[][2], size_t n)
{
    for (size_t i = 0; i < n; i++)
        links[i] = (gisa_link){.url = gisa_str_from(names[rows[i][0]]), .changed = day(rows[i][1])};
    return (gisa_feed){.kind = GISA_FEED_SITEMAP, .links = links, .n = n};
}

static void test_choice(void)
{
    static const struct {
        const char *name;
        int rows[6][2];
        size_t n;
        const char *want;
    } rows[] = {
        {"by date, the last one first", {{0, 3}, {1, 9}, {2, 5}, {3, 7}}, 4, "1 3 2 "},
        {"without dates as they are", {{0, 0}, {1, 0}, {2, 0}, {3, 0}}, 4, "0 1 2 "},
        {"by name before that", {{0, 3}, {1, 9}, {2, 5}, {3, 7}, {4, 0}, {5, 1}}, 6, "5 4 1 "},
        {"one of one", {{3, 0}}, 1, "3 "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_link links[6];
        const gisa_link *best[GISA_NEWS_SITEMAPS_MAX];
        gisa_feed feed = feed_of(links, rows[i].rows, rows[i].n);
        gisa_buf got = {0};
        size_t n = gisa_news_sitemap_choose(&feed, best);
        for (size_t k = 0; k < n; k++)
            for (size_t name = 0; name < sizeof names / sizeof names[0]; name++)
                if (gisa_str_is(best[k]->url, names[name])) gisa_buf_addf(&got, "%zu ", name);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        gisa_buf_clear(&got);
    }
    EQUAL(gisa_news_sitemap_choose(&(gisa_feed){0}, NULL), 0, "none of none");
}

static void test_whether(void)
{
    static const int near[][2] = {{0, 20}, {1, 6}, {2, 0}}, far[][2] = {{0, 20}, {1, 5}};
    static const int undated[][2] = {{0, 0}, {1, 0}};
    gisa_link links[6];
    const gisa_str plain = gisa_str_from(names[0]), news = gisa_str_from(names[5]);
    gisa_feed feed = feed_of(links, near, 3);
    OK(gisa_news_sitemap_is(&feed, plain), "two weeks are news");
    feed.n_left_out = 998;
    OK(!gisa_news_sitemap_is(&feed, plain), "more than a thousand addresses are none");
    feed = feed_of(links, far, 2);
    OK(!gisa_news_sitemap_is(&feed, news), "nor is more than two weeks, whatever its name");
    feed = feed_of(links, undated, 2);
    OK(!gisa_news_sitemap_is(&feed, plain), "without dates it is its name, and not its folder's");
    OK(gisa_news_sitemap_is(&feed, news), "that says so");
    feed.kind = GISA_FEED_INDEX;
    OK(!gisa_news_sitemap_is(&feed, news), "an index is none");
}

int main(void)
{
    test_choice();
    test_whether();
    return test_end();
}
