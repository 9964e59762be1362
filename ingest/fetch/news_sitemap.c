#include "ingest/fetch/news_sitemap.h"

#include "corpus/url.h"

enum {
    ADDRESSES_MAX = 1000,
    SPAN_S = 14 * 86400, /* within which they are dated */
};

/* Whether a sitemap is called one of news. */
static bool sounds_like_news(gisa_str url)
{
    static const char *const words[] = {"news", "latest", "recent", "today"};
    gisa_str name = gisa_url_target(url);
    name = gisa_str_cut(name, 0, gisa_str_find_byte(name, '?', 0));
    for (size_t i = name.n; i; i--)
        if (name.p[i - 1] == '/') {
            name = gisa_str_cut(name, i, name.n);
            break;
        }
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (gisa_str_find_nocase(name, gisa_str_from(words[i]), 0) != GISA_NPOS) return true;
    return false;
}

bool gisa_news_sitemap_is(const gisa_feed *feed, gisa_str url)
{
    int64_t newest = INT64_MIN, oldest = INT64_MAX;
    if (feed->kind != GISA_FEED_SITEMAP || feed->n + feed->n_left_out > ADDRESSES_MAX) return false;
    for (size_t i = 0; i < feed->n; i++) {
        const gisa_time *t = &feed->links[i].changed;
        if (t->precision < GISA_PRECISION_DAY) continue;
        if (t->utc_s > newest) newest = t->utc_s;
        if (t->utc_s < oldest) oldest = t->utc_s;
    }
    return newest < oldest ? sounds_like_news(url) : newest - oldest <= SPAN_S;
}

/* Whether one sitemap of an index is to be looked at before another: by name, then by date. */
static bool is_before(const gisa_link *a, const gisa_link *b)
{
    bool news = sounds_like_news(a->url);
    if (news != sounds_like_news(b->url)) return news;
    return a->changed.utc_s > b->changed.utc_s;
}

size_t gisa_news_sitemap_choose(const gisa_feed *index, const gisa_link *best[])
{
    size_t n = 0;
    for (size_t i = 0; i < index->n; i++) {
        const gisa_link *l = &index->links[i];
        size_t k = n;
        while (k && is_before(l, best[k - 1])) k--;
        if (k == GISA_NEWS_SITEMAPS_MAX) continue;
        if (n < GISA_NEWS_SITEMAPS_MAX) n++;
        for (size_t j = n - 1; j > k; j--) best[j] = best[j - 1];
        best[k] = l;
    }
    return n;
}
