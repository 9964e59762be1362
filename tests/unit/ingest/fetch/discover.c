#include "ingest/fetch/discover.h"

#include "tests/unit/server.h"
#include "tests/unit/test.h"

#define OK200 "HTTP/1.1 200 OK\r\nConnection: close\r\n"
#define TEXT  OK200 "\r\n"
#define ITEM(n, day)                                                                               \
    "<item><link>http://a.example/" n "</link><pubDate>2025-02-" day "</pubDate></item>"

static gisa_status look(server *s, const char *url, gisa_discovery *d, gisa_error *err)
{
    const gisa_fetch_opts opts = {
        .connect_to = s->address, .delay_ms = 1, .retry_ms = 1, .tries = 1};
    return gisa_discover(gisa_str_from(url), &opts, d, err);
}

/* "named good 3 http://…|linked bad …": how, whether, how many, where. */
static void join(const gisa_discovery *d, gisa_buf *out)
{
    static const char *const ways[] = {"itself", "named", "linked", "robots", "index", "usual"};
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t i = 0; i < d->n; i++)
        gisa_buf_addf(out, "%s%s %s %zu %.*s", i ? "|" : "", ways[d->items[i].way],
                      d->items[i].state == GISA_FIND_GOOD ? "good" : "bad", d->items[i].n,
                      GISA_ARG(d->items[i].url));
}

static void test_found(void)
{
    const server_answer answers[] = {
        {"www.a.example/", "HTTP/1.1 302 Found\r\nLocation: http://a.example/\r\n\r\n", 0, 0},
        {"a.example/robots.txt",
         TEXT "User-agent: *\nDisallow: /2\nCrawl-delay: 0.01\nSitemap: /map.xml\nSitemap: ftp://x",
         0, 0},
        {"a.example/.well-known/tdmrep.json", TEXT "[{\"location\":\"/\",\"tdm-reservation\":1}]",
         0, 0},
        {"a.example/",
         TEXT "<html><link rel=alternate type=application/rss+xml href=/rss>"
              "<a href=/rss/2>x</a><a href=/news/1>x</a><a href=http://b.example/rss>x</a>"
              "<a href=/guide/rss>x</a><a href=/feedback>x</a><a href=/to-rss.xml>",
         0, 0},
        {"a.example/rss", TEXT "<rss>" ITEM("1", "03") ITEM("2", "04") ITEM("3", "07") "</rss>", 0,
         0},
        {"a.example/rss/2", TEXT "<rss>" ITEM("3", "07") ITEM("2", "04") ITEM("1", "03") "</rss>",
         0, 0},
        {"a.example/guide/rss", TEXT "<html><a href=/part/rss>x</a><a href=/guide/2/rss>", 0, 0},
        {"a.example/guide/2/rss", TEXT "<html><a href=/deep/rss>", 0, 0},
        {"a.example/part/rss", TEXT "<rss>" ITEM("9", "03") "</rss>", 0, 0},
        {"a.example/to-rss.xml", "HTTP/1.1 302 Found\r\nLocation: /rss\r\n\r\n", 0, 0},
        {"a.example/map.xml", TEXT "<urlset><url><loc>/2</loc></url></urlset>", 0, 0},
    };
    server *s = server_start(answers, sizeof answers / sizeof answers[0]);
    gisa_discovery d = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    WENT(look(s, "http://www.a.example/", &d, &err), err, "a site is looked at");
    join(&d, &got);
    SAME_C(gisa_buf_view(&got),
           "named good 3 http://a.example/rss|linked bad 3 http://a.example/rss/2|"
           "robots bad 1 http://a.example/map.xml|linked good 1 http://a.example/part/rss",
           "with what the page names, links to, and robots.txt names, and guides one step deep");
    SAME_C(d.home, "http://a.example/", "where the address led to");
    EQUAL(d.delay_ms, 10, "the pause that robots.txt wants");
    SAME_C(d.reserves, "tdmrep.json", "what reserves its use");
    EQUAL(d.n_links, 5, "links to the site itself");
    OK(d.n == 4 && d.items[0].per_day > 0.49 && d.items[0].per_day < 0.51, "how many come a day");
    OK(d.n == 4 && d.items[0].newest.utc_s == 1738854000, "how new the newest is");
    EQUAL(d.n == 4 ? d.items[0].n_closed : 0, 1, "how many robots.txt refuses");
    SAME_C(d.n == 4 ? d.items[1].why : GISA_NONE, "lists the same as http://a.example/rss",
           "a feed that lists the same in another order");
    SAME_C(d.n == 4 ? d.items[2].why : GISA_NONE, "robots.txt refuses all that it lists",
           "one that is closed");
    server_stop(s);
    gisa_discovery_clear(&d);
    gisa_buf_clear(&got);
}

static void test_usual(void)
{
    const server_answer answers[] = {
        {"a.example/", OK200 "TDM-Reservation: 1\r\n\r\n<html><a href=/1>x</a>", 0, 0},
        {"a.example/feed", TEXT "<rss>" ITEM("1", "03") "</rss>", 0, 0},
        {"a.example/atom.xml", TEXT "<rss>" ITEM("2", "03") "</rss>", 0, 0},
        {"a.example/sitemap.xml", TEXT "<html>", 0, 0},
        {"a.example/sitemap_index.xml",
         TEXT "<sitemapindex><sitemap><loc>/m</loc></sitemap></sitemapindex>", 0, 0},
    };
    server *s = server_start(answers, sizeof answers / sizeof answers[0]);
    gisa_discovery d = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    WENT(look(s, "http://a.example/", &d, &err), err, "a site that names nothing");
    join(&d, &got);
    SAME_C(gisa_buf_view(&got),
           "usual good 1 http://a.example/feed|usual good 1 http://a.example/sitemap_index.xml",
           "has its feed and its sitemap at usual places");
    EQUAL(server_hits(s, "a.example/atom.xml"), 0, "and no more is asked for than that");
    SAME_C(d.reserves, "the server's answers", "a head reserves its use");
    WENT(look(s, "http://a.example/feed", &d, &err), err, "a feed itself");
    join(&d, &got);
    SAME_C(gisa_buf_view(&got), "itself good 1 http://a.example/feed", "is what is found");
    server_stop(s);
    gisa_discovery_clear(&d);
    gisa_buf_clear(&got);
}

#define URL(n, when) "<url><loc>/view/" n "</loc><lastmod>" when "</lastmod></url>"

static void test_indexes(void)
{
    const server_answer answers[] = {
        {"a.example/robots.txt",
         TEXT "User-agent: GPTBot\nUser-agent: CCBot\nUser-agent: ChatGPT-User\nDisallow: /view/1\n"
              "Sitemap: /a.xml\nSitemap: /b.xml\nSitemap: /c.xml\nSitemap: /d.xml",
         0, 0},
        {"a.example/", TEXT "<html>", 0, 0},
        {"a.example/a.xml",
         TEXT "<sitemapindex><sitemap><loc>/old-1.xml</loc></sitemap><sitemap><loc>/old-2.xml</loc>"
              "</sitemap><sitemap><loc>/news/old-3.xml</loc></sitemap><sitemap><loc>/googlenews.xml"
              "</loc></sitemap></sitemapindex>",
         0, 0},
        {"a.example/googlenews.xml", TEXT "<urlset>" URL("1", "2025-02-03") URL("2", "2025-02-04"),
         0, 0},
        {"a.example/old-1.xml", TEXT "<urlset>" URL("1", "2020-02-03") URL("2", "2025-02-04"), 0,
         0},
        {"a.example/b.xml",
         TEXT "<sitemapindex><sitemap><loc>/p-1.xml</loc><lastmod>2025-02-01</lastmod></sitemap>"
              "<sitemap><loc>/p-2.xml</loc><lastmod>2025-02-04</lastmod></sitemap><sitemap><loc>"
              "/p-3.xml</loc><lastmod>2025-02-02</lastmod></sitemap><sitemap><loc>/p-4.xml</loc>"
              "<lastmod>2025-02-03</lastmod></sitemap></sitemapindex>",
         0, 0},
        {"a.example/p-2.xml", TEXT "<urlset>" URL("7", "2025-02-04") URL("8", "2025-01-22"), 0, 0},
        {"a.example/p-3.xml", TEXT "<urlset>" URL("3", "2024-02-04") URL("4", "2023-01-20"), 0, 0},
        {"a.example/p-4.xml", TEXT "<urlset>" URL("5", "2025-02-04") URL("6", "2025-01-20"), 0, 0},
        {"a.example/c.xml",
         TEXT "<sitemapindex><sitemap><loc>/e.xml</loc></sitemap></sitemapindex>", 0, 0},
        {"a.example/e.xml",
         TEXT "<sitemapindex><sitemap><loc>/news-deep.xml</loc></sitemap></sitemapindex>", 0, 0},
        {"a.example/d.xml",
         TEXT "<sitemapindex><sitemap><loc>/latest</loc></sitemap></sitemapindex>", 0, 0},
        {"a.example/latest", TEXT "<urlset><url><loc>/view/9</loc></url></urlset>", 0, 0},
    };
    server *s = server_start(answers, sizeof answers / sizeof answers[0]);
    gisa_discovery d = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    WENT(look(s, "http://a.example/", &d, &err), err, "a site with indexes");
    join(&d, &got);
    SAME_C(gisa_buf_view(&got),
           "robots bad 4 http://a.example/a.xml|robots bad 4 http://a.example/b.xml|"
           "robots good 1 http://a.example/c.xml|robots bad 1 http://a.example/d.xml|"
           "index good 2 http://a.example/googlenews.xml|index good 2 http://a.example/p-2.xml|"
           "index good 1 http://a.example/latest",
           "whose sitemaps of news stand for them, by name, by dates, and one level deep");
    SAME_C(d.n ? d.items[0].why : GISA_NONE,
           "its sitemap of news is http://a.example/googlenews.xml", "which is said of the index");
    EQUAL(server_hits(s, "a.example/p-1.xml"), 0, "what changed long ago is not asked for");
    EQUAL(server_hits(s, "a.example/p-3.xml"), 1, "what changed lately is");
    EQUAL(d.n == 7 ? d.items[4].n_reserved : 0, 1, "pages that are closed to language models");
    EQUAL(d.n == 7 ? d.items[5].n_reserved : 1, 0, "and those that are not");
    SAME_C(d.reserves, "robots.txt", "are reserved by robots.txt");
    server_stop(s);
    gisa_discovery_clear(&d);
    gisa_buf_clear(&got);
}

static void test_reserved(void)
{
    static const char *const rows[][2] = {
        {"User-agent: GPTBot\nUser-agent: CCBot\nDisallow: /",
         "robots.txt (closed to CCBot GPTBot)"},
        {"User-agent: *\nContent-Signal: ai-train=no\n\nUser-agent: CCBot\nDisallow: /",
         "robots.txt (ai-train=no; closed to CCBot)"},
        {"User-agent: *\nContent-Signal: ai-train=no", "robots.txt (ai-train=no)"},
        {"User-agent: ChatGPT-User\nDisallow: /", ""},
        {"User-agent: CCBot\nDisallow: /private", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char robots[300];
        gisa_discovery d = {0};
        gisa_error err = {0};
        snprintf(robots, sizeof robots, TEXT "%s\n", rows[i][0]);
        const server_answer answers[] = {{"a.example/robots.txt", robots, 0, 0},
                                         {"a.example/", TEXT "<html><a href=/1>x</a>", 0, 0}};
        server *s = server_start(answers, sizeof answers / sizeof answers[0]);
        WENT(look(s, "http://a.example/", &d, &err), err, rows[i][0]);
        gisa_str got = d.reserves.p ? d.reserves : GISA_STR("");
        SAME_C(got, rows[i][1], rows[i][0]);
        server_stop(s);
        gisa_discovery_clear(&d);
    }
}

static void test_not_had(void)
{
    const server_answer answers[] = {
        {"a.example/robots.txt", TEXT "User-agent: *\nDisallow: /", 0, 0},
        {"a.example/", TEXT "<html>", 0, 0},
        {"b.example/", TEXT "\x89PNG", 0, 0},
        {"c.example/", TEXT "<html>", 0, 0},
    };
    server *s = server_start(answers, sizeof answers / sizeof answers[0]);
    gisa_discovery d = {0};
    gisa_error err;
    EQUAL(look(s, "http://a.example/", &d, &err), GISA_ENET, "a closed site");
    SAME_C(gisa_str_from(err.text), "http://a.example/: robots.txt says no", "is told");
    EQUAL(server_hits(s, "a.example/"), 0, "and left alone");
    EQUAL(look(s, "http://a.example/1", &d, &err), GISA_ENET, "any page of it");
    EQUAL(look(s, "http://b.example/", &d, &err), GISA_ENET, "what is no page");
    EQUAL(look(s, "http://b.example/no", &d, &err), GISA_ENET, "what is not there");
    EQUAL(look(s, "http://c.example/", &d, &err), GISA_OK, "an empty page is a page");
    EQUAL(d.n + d.n_links, 0, "in which there is nothing");
    server_stop(s);
    gisa_discovery_clear(&d);
}

static void test_many(void)
{
    gisa_buf page = {0};
    gisa_discovery d = {0};
    gisa_error err = {0};
    gisa_buf_add_c(&page, TEXT "<html>");
    for (int i = 0; i < GISA_DISCOVER_MAX + 3; i++) gisa_buf_addf(&page, "<a href=/rss/%d>", i);
    const server_answer answers[] = {{"a.example/", page.p, page.n, 0},
                                     {"a.example/rss/0", TEXT "<rss>" ITEM("1", "03"), 0, 0}};
    server *s = server_start(answers, sizeof answers / sizeof answers[0]);
    WENT(look(s, "http://a.example/", &d, &err), err, "a page of very many");
    OK(d.n_left_out >= 3, "some are left out, and that is known");
    EQUAL(d.n, GISA_DISCOVER_MAX, "the others are looked at");
    server_stop(s);
    gisa_discovery_clear(&d);
    gisa_buf_clear(&page);
}

static void test_names(void)
{
    static const char *const rows[][2] = {
        {"https://www.hanbit.example/", "hanbit"},
        {"http://hanbit-wire.example:8080/x", "hanbit-wire"},
        {"https://news.hanbit.co.kr/", "hanbit"},
        {"https://news.co.kr/", "news"},
        {"https://m.hanbit.example/", "hanbit"},
        {"https://eng.hanbit.example/", "eng"},
    };
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&got);
        gisa_discovery_add_name(gisa_str_from(rows[i][0]), &got);
        SAME_C(gisa_buf_view(&got), rows[i][1], rows[i][0]);
    }
    gisa_buf_clear(&got);
}

int main(void)
{
    test_found();
    test_usual();
    test_indexes();
    test_reserved();
    test_not_had();
    test_many();
    test_names();
    return test_end();
}
