#include "ingest/fetch/feed.h"

#include "base/mem.h"
#include "corpus/gzip.h"
#include "tests/unit/test.h"

/* The links joined by '|': a feed's with "F:" before, a changed date after in parentheses. */
static void join(const gisa_feed *f, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < f->n; i++) {
        char date[GISA_TIME_CHARS];
        if (i) gisa_buf_add_char(out, '|');
        if (f->links[i].is_feed) gisa_buf_add_c(out, "F:");
        gisa_buf_add(out, f->links[i].url);
        if (gisa_time_format(&f->links[i].changed, date)) gisa_buf_addf(out, "(%s)", date);
    }
}

static const struct {
    const char *name, *text, *links;
    gisa_feed_kind kind;
} rows[] = {
    {"RSS 2.0",
     "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><link>http://a.example/</link>"
     "<image><link>http://a.example/logo</link></image>"
     "<item><title>가</title><link> http://a.example/1 </link>"
     "<pubDate>Mon, 03 Feb 2025 04:37:00 +0900</pubDate></item>"
     "<item><link><![CDATA[/2?a=1&b=2]]></link></item></channel></rss>",
     "http://a.example/1(2025-02-03T04:37:00+09:00)|http://a.example/2?a=1&b=2", GISA_FEED_RSS},
    {"RSS with a guid for a link",
     "<rss><channel><item><guid>http://a.example/1</guid></item>"
     "<item><guid isPermaLink=\"false\">tag:1</guid></item></channel></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"RSS 1.0",
     "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
     "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
     "<channel><link>http://a.example/</link></channel><item><link>http://a.example/1</link>"
     "<dc:date>2025-02-03T04:37:00Z</dc:date></item></rdf:RDF>",
     "http://a.example/1(2025-02-03T04:37:00+00:00)", GISA_FEED_RSS},
    {"Atom",
     "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"/atom.xml\"/><entry>"
     "<link rel=\"enclosure\" href=\"/x.mp3\"/><link rel=\"alternate\" href=\"1\"/>"
     "<published>2025-02-03T00:00:00+09:00</published><updated>2025-02-04T00:00:00+09:00</updated>"
     "</entry></feed>",
     "http://a.example/dir/1(2025-02-04T00:00:00+09:00)", GISA_FEED_ATOM},
    {"a sitemap with news dates and images",
     "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"n\" xmlns:image="
     "\"i\"><url><loc>http://a.example/1</loc><news:news><news:publication_date>2025-02-03"
     "</news:publication_date></news:news><image:image><image:loc>http://a.example/i.jpg"
     "</image:loc></image:image></url><url><loc>http://a.example/2</loc><lastmod>2025</lastmod>"
     "</url></urlset>",
     "http://a.example/1(2025-02-03)|http://a.example/2(2025)", GISA_FEED_SITEMAP},
    {"an index of sitemaps",
     "<sitemapindex><sitemap><loc>http://a.example/s1.xml</loc></sitemap></sitemapindex>",
     "http://a.example/s1.xml", GISA_FEED_INDEX},
    {"the same address twice",
     "<urlset><url><loc>http://a.example/1</loc></url><url><loc>HTTP://A.example/1#x</loc></url>"
     "</urlset>",
     "http://a.example/1", GISA_FEED_SITEMAP},
    {"what is no web address",
     "<urlset><url><loc>javascript:x</loc></url><url><loc></loc></url></urlset>", "",
     GISA_FEED_SITEMAP},
    {"something before the declaration",
     "\n\n  <?xml version=\"1.0\"?><urlset><url><loc>/1</loc>"
     "</url></urlset>",
     "http://a.example/1", GISA_FEED_SITEMAP},
    {"a declaration that lies about the charset",
     "<?xml version=\"1.0\" encoding=\"euc-kr\"?><urlset><url><loc>/기사</loc></url></urlset>",
     "http://a.example/%EA%B8%B0%EC%82%AC", GISA_FEED_SITEMAP},
    {"a name that XML does not know",
     "<rss><channel><item><title>a&nbsp;b</title><link>/1</link></item><item><link>/2</link>"
     "</item></channel></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"ampersands that nobody escaped",
     "<rss><channel><item><link>/1?a=1&b=2&copy=3</link></item><item><link><![CDATA[/2?a&amp]]>"
     "</link></item></channel></rss>",
     "http://a.example/1?a=1&b=2&copy=3|http://a.example/2?a&amp", GISA_FEED_RSS},
    {"a feed that is cut off",
     "<rss><channel><item><link>/1</link></item><item><link>/2</link></item><item><link>/3",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"a tag that is a word of a headline",
     "<rss><channel><item><title><단독> 속보</title><link>/1</link></item><item><link>/2</link>"
     "</item></channel></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"a bare less-than sign",
     "<rss><channel><item><title>공개 <b 5<</title><link>/1</link></item><item><link>/2</link>"
     "</item></channel></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"a script after the root",
     "<rss><channel><item><link>/1</link></item></channel></rss><script>count('<item><link>/2')"
     "</script>",
     "http://a.example/1", GISA_FEED_RSS},
    {"HTML before the root",
     "<br>\n<b>x</b><rss><channel><item><link>/1</link></item></channel></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"HTML in the description of the channel",
     "<rss><channel><description><![CDATA[<html><body>]]></description><item><link>/1</link></item>"
     "</channel></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"names in capitals",
     "<RSS><CHANNEL><ITEM><LINK>/1</LINK><PUBDATE>2025-02-03</PUBDATE></ITEM></CHANNEL></RSS>",
     "http://a.example/1(2025-02-03)", GISA_FEED_RSS},
    {"a reference to no character",
     "<rss><channel><item><title>&#0;&#1;</title><link>/1&#0;</link></item></channel></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"stray tags",
     "<rss><channel></p><item></b><link>/1</link></div></item></channel></channel><item><p><link>/2"
     "</link></item></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"elements of HTML that nobody closes",
     "<rss><channel><item><br><img src='x'><link>/1</link><description>a<br>b<p>c</description>"
     "</item><item><link>/2</link></item></channel></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"fields that nobody closes",
     "<rss><channel><item><link>/1<title>a<pubDate>2025-02-03<guid isPermaLink='false'>b</item>"
     "<item><link>/2</item></channel></rss>",
     "http://a.example/1(2025-02-03)|http://a.example/2", GISA_FEED_RSS},
    {"items that nobody closes",
     "<rss><channel><item><link>/1</link><item><link>/2</link></channel></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"an address with markup in it", "<rss><item><link><b>/1</b></link></item></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"links of others inside an item",
     "<rss><item><source><link>/s</link></source><image><url>/u</url><link>/i</link></image>"
     "<description><link>/d</link></description><author><link>/a</link></author><link>/1</link>"
     "</item></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"an item without a link of its own",
     "<rss><item><description><link>/d</link></description></item></rss>", "", GISA_FEED_RSS},
    {"a link among strays is less than the item's own",
     "<rss><item><related><link>/2</link></related><link>/1</link></item><item><related><link>/3"
     "</link></related></item></rss>",
     "http://a.example/1|http://a.example/3", GISA_FEED_RSS},
    {"links of other names",
     "<rss><item><x:link>/x</x:link><atom:link rel=\"self\" href=\"/s\"/><atom:link href=\"/h\"/>"
     "<link>/1</link></item><item><atom:link "
     "href=\"/2\"/><guid>http://a.example/g</guid></item></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"what a guid is good for",
     "<rss><item><guid isPermaLink=\"false\">http://a.example/g</guid></item><item><guid "
     "isPermaLink=\"true\">http://a.example/1</guid></item><item><guid>http://a.example/g2</guid>"
     "<link>/2</link></item></rss>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"RDF that has addresses as names",
     "<rdf:RDF><item rdf:about=\"http://a.example/1?a&amp;b\"/><item rdf:about=\"urn:x\"></item>"
     "<item rdf:about=\"http://a.example/x\"><link>/2</link></item></rdf:RDF>",
     "http://a.example/1?a&b|http://a.example/2", GISA_FEED_RSS},
    {"Atom with bases",
     "<feed xml:base=\"http://b.example/x/\"><entry><link href=\"1\"/></entry><entry "
     "xml:base=\"y/\">"
     "<link href=\"2\"/></entry><entry><link xml:base=\"/z/\" href=\"3\"/></entry><entry>"
     "<link href=\"4\"/></entry></feed>",
     "http://b.example/x/1|http://b.example/x/y/2|http://b.example/z/3|http://b.example/x/4",
     GISA_FEED_ATOM},
    {"a base of a base, and one that is none",
     "<rss xml:base=\"/x/\"><channel xml:base=\"y/\"><item><link>1</link></item><item xml:base="
     "\"urn:x\"><link>2</link></item></channel></rss>",
     "http://a.example/x/y/1|http://a.example/x/y/2", GISA_FEED_RSS},
    {"Atom with other links first, and several words of relation",
     "<feed><entry><source><link href=\"/s\"/></source><link rel=\"replies\" href=\"/r\"/><link "
     "rel=\"alternate home\" href=\"/1\"/><link href=\"/h\"/></entry></feed>",
     "http://a.example/1", GISA_FEED_ATOM},
    {"a sitemap with another language first",
     "<urlset><url><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"/en\"/><image:loc>/i"
     "</image:loc><loc>/1</loc></url></urlset>",
     "http://a.example/1", GISA_FEED_SITEMAP},
    {"a sitemap with prefixes",
     "<sm:urlset><sm:url><sm:loc>/1</sm:loc><sm:lastmod>2025-02-03</sm:lastmod></sm:url></"
     "sm:urlset>",
     "http://a.example/1(2025-02-03)", GISA_FEED_SITEMAP},
    {"a sitemap of plain text",
     "\xEF\xBB\xBFhttp://a.example/1\r\n\r\n  HTTPS://b.example/2\nno address\nftp://a.example/3\n",
     "http://a.example/1|https://b.example/2", GISA_FEED_SITEMAP},
    {"dates as the press writes them",
     "<rss><item><link>/1</link><pubDate>2025년 02월 03일 04:37:00</pubDate></item><item><link>/2"
     "</link><pubDate>2025/02/03 04:37:00</pubDate></item><item><link>/3</link><pubDate>Mon Feb 03 "
     "04:37:00 KST 2025</pubDate></item><item><link>/4</link><pubDate>월, 03 2월 2025 04:37:00 "
     "+0900"
     "</pubDate></item><item><link>/5</link><pubDate>어제</pubDate></item></rss>",
     "http://a.example/1(2025-02-03T04:37:00+09:00)|http://a.example/2(2025-02-03T04:37:00+09:00)|"
     "http://a.example/3(2025-02-03T04:37:00+09:00)|http://a.example/4(2025-02-03T04:37:00+09:00)|"
     "http://a.example/5",
     GISA_FEED_RSS},
    {"dates of other names, whoever declared them",
     "<rss><item><link>/1</link><dc:date>2025-02-03</dc:date><dcterms:created>2025-01-01"
     "</dcterms:created></item><item><link>/2</link><pubDate>2025-02-03</pubDate><dcterms:modified>"
     "2025-02-04</dcterms:modified></item><item><link>/3</link><dcterms:modified>2025-02-05"
     "</dcterms:modified><pubDate>2025-02-03</pubDate></item><item><link>/4</link><source><updated>"
     "2025-02-03</updated></source></item></rss>",
     "http://a.example/1(2025-02-03)|http://a.example/2(2025-02-04)|http://a.example/3(2025-02-05)|"
     "http://a.example/4",
     GISA_FEED_RSS},
    {"Atom 0.3",
     "<feed version=\"0.3\"><entry><link rel=\"alternate\" href=\"/1\"/><issued>2025-02-03</issued>"
     "</entry></feed>",
     "http://a.example/1(2025-02-03)", GISA_FEED_ATOM},
    {"Atom with an identity for an address",
     "<feed><entry><id>HTTP://a.example/1</id></entry><entry><id>http://a.example/x</id><link "
     "href=\"/2\"/></entry><entry><id>tag:a.example,2025:3</id></entry></feed>",
     "http://a.example/1|http://a.example/2", GISA_FEED_ATOM},
    {"CDF",
     "<CHANNEL HREF=\"/\"><ITEM HREF=\"/1?a&amp;b\"><TITLE>가</TITLE></ITEM><ITEM HREF=\"/2\" "
     "LASTMOD=\"2025-02-03\"/></CHANNEL>",
     "http://a.example/1?a&b|http://a.example/2(2025-02-03)", GISA_FEED_RSS},
    {"addresses that were escaped twice",
     "<rss><item><link><![CDATA[/1?a=1&amp;b=2&amp;]]></link></item><item><link>/2?a&amp;amp;b"
     "</link></item></rss>",
     "http://a.example/1?a=1&b=2&|http://a.example/2?a&b", GISA_FEED_RSS},
    {"items without a root, of which the first is no less",
     "<?xml version=\"1.0\"?><item><link>/1</link></item><item><link>/2</link></item>",
     "http://a.example/1|http://a.example/2", GISA_FEED_RSS},
    {"entries without a root", "<entry><link href=\"/1\"/></entry>", "http://a.example/1",
     GISA_FEED_ATOM},
    {"a feed that calls itself a page",
     "<!DOCTYPE html><rss><channel><item><link>/1</link></item></channel></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"a feed inside a page",
     "<html><head></head><body><pre><rss version=\"2.0\"><channel><item><link>/1</link></item>"
     "</channel></rss></pre></body></html>",
     "http://a.example/1", GISA_FEED_RSS},
    {"a sitemap inside a page",
     "<html><body><urlset xmlns=\"x\"><url><loc>/1</loc></url></urlset></body></html>",
     "http://a.example/1", GISA_FEED_SITEMAP},
    {"seconds and milliseconds for dates",
     "<rss><item><link>/1</link><pubDate>1738525020</pubDate></item><item><link>/2</link><pubDate>"
     "1738525020123</pubDate></item><item><link>/3</link><pubDate>2738525020</pubDate></item>"
     "<item><link>/4</link><pubDate>20250203T043700+0900</pubDate></item></rss>",
     "http://a.example/1(2025-02-03T04:37:00+09:00)|http://a.example/2(2025-02-03T04:37:00+09:00)|"
     "http://a.example/3|http://a.example/4(2025-02-03T04:37:00+09:00)",
     GISA_FEED_RSS},
    {"an identity in a sitemap is none", "<urlset><url><id>http://a.example/x</id></url></urlset>",
     "", GISA_FEED_SITEMAP},
    {"dates of entries by each of their names",
     "<feed><entry><link href=\"/1\"/><published>2025-02-03</published></entry><entry><link "
     "href=\"/2\"/><created>2025-02-04</created></entry><entry><link href=\"/3\"/><dc:date>"
     "2025-02-05</dc:date></entry></feed>",
     "http://a.example/1(2025-02-03)|http://a.example/2(2025-02-04)|http://a.example/3(2025-02-05)",
     GISA_FEED_ATOM},
    {"the first of two links", "<rss><item><link>/1</link><link>/2</link></item></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"an element that is open inside an open link", "<rss><item><link>/1<b></item></rss>",
     "http://a.example/1", GISA_FEED_RSS},
    {"an empty item, which ends at once",
     "<rdf:RDF xml:base=\"/x/\"><item rdf:about=\"http://a.example/1\"/><link>/2</link><item>"
     "<link>3</link></item></rdf:RDF>",
     "http://a.example/1|http://a.example/x/3", GISA_FEED_RSS},
    {"a page without a body", "<html><a href=/1>", "http://a.example/1", GISA_FEED_PAGE},
    {"a page that is a head alone",
     "<head><link rel=alternate type=application/rss+xml href=/1></head>", "F:http://a.example/1",
     GISA_FEED_PAGE},
    {"a feed inside a page that speaks of another one",
     "<html><rss><feed xmlns=\"x\"><entry><link href=\"/1\"/></entry></feed></html>",
     "http://a.example/1", GISA_FEED_ATOM},
    {"a page that speaks of feeds",
     "<html><body><p>&lt;rss&gt; <rss><item><link>/x</link></item></rss><a href=\"/1\">",
     "http://a.example/1", GISA_FEED_PAGE},
    {"a page with scripts, and addresses in any quotes",
     "<!-- <a href=0> --><body><script>'<a href=\"/s\">'</script><A HREF='/1&#38;a'>x</A><a "
     "href=/2>"
     "<a name=x><link rel='feed alternate' type='application/atom+xml' href=/f><a "
     "href='/3&copy=1'>",
     "http://a.example/1&a|http://a.example/2|F:http://a.example/f|http://a.example/3&copy=1",
     GISA_FEED_PAGE},
    {"a page",
     "<!doctype html><html><head><link rel=\"alternate\" type=\"application/rss+xml\" "
     "href=\"/rss\"><base href=\"/sub/\"></head><body><a href=\"1\">가</a><a href=\"#top\">위</a>"
     "<a href=\"javascript:x\">x</a><p><a href='/2?a&amp;b'>나</a></body></html>",
     "F:http://a.example/rss|http://a.example/sub/1|http://a.example/2?a&b", GISA_FEED_PAGE},
};

static void test_rows(void)
{
    gisa_feed f = {0};
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        WENT(gisa_feed_parse(gisa_str_from(rows[i].text), GISA_NONE,
                             GISA_STR("http://a.example/dir/feed"), &f, &err),
             err, rows[i].name);
        join(&f, &got);
        SAME_C(gisa_buf_view(&got), rows[i].links, rows[i].name);
        EQUAL(f.kind, rows[i].kind, rows[i].name);
    }
    gisa_feed_clear(&f);
    gisa_buf_clear(&got);
}

static void test_gzip(void)
{
    gisa_deflater *d = NULL;
    gisa_buf packed = {0};
    gisa_feed f = {0};
    gisa_error err = {0};
    WENT(gisa_deflater_open(&d, &err), err, "a compressor opens");
    gisa_deflater_put(d, GISA_STR("<urlset><url><loc>/1</loc></url></urlset>"), &packed);
    gisa_str base = GISA_STR("http://a.example/");
    WENT(gisa_feed_parse(gisa_buf_view(&packed), GISA_NONE, base, &f, &err), err,
         "a sitemap may be gzipped");
    EQUAL(f.n, 1, "and is read");
    EQUAL(gisa_feed_parse(gisa_str_cut(gisa_buf_view(&packed), 0, 40), GISA_NONE, base, &f, &err),
          GISA_ECORRUPT, "half of it is an error");
    gisa_deflater_close(d);
    gisa_buf_clear(&packed);
    gisa_feed_clear(&f);
}

/* The links of an item that has so and so in it. */
static void check_item(const char *before, const char *name, const char *after, const char *want)
{
    gisa_buf text = {0}, got = {0};
    gisa_feed f = {0};
    gisa_error err = {0};
    gisa_buf_addf(&text, "<rss><item>%s<%s>%s</item></rss>", before, name, after);
    WENT(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, GISA_STR("http://a.example/"), &f, &err),
         err, name);
    join(&f, &got);
    OK(strcmp(got.p ? got.p : "", want) == 0, name);
    gisa_feed_clear(&f);
    gisa_buf_clear(&text);
    gisa_buf_clear(&got);
}

static void test_fields(void)
{
    static const char *const ends[] = {"title",     "category",   "creator", "comments",
                                       "enclosure", "changefreq", "priority"};
    static const char *const shadows[] = {"author",  "contributor", "source",    "image",
                                          "video",   "description", "summary",   "content",
                                          "encoded", "group",       "thumbnail", "textInput"};
    static const char *const voids[] = {"br", "hr", "img", "input", "meta", "wbr"};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) /* a link that nobody closed */
        check_item("<link>/1", ends[i], "a", "http://a.example/1");
    for (size_t i = 0; i < sizeof shadows / sizeof shadows[0]; i++)
        check_item("", shadows[i], "<link>/1</link>", "");
    for (size_t i = 0; i < sizeof voids / sizeof voids[0]; i++) /* what follows is the item's own */
        check_item("<related><link>/2</link></related>", voids[i], "<link>/1</link>",
                   "http://a.example/1");
}

/* Elements in elements, which are known as far as anybody means them. */
static void test_depth(void)
{
    gisa_buf open = {0};
    for (int i = 0; i < 20; i++) gisa_buf_add_c(&open, "<x>");
    check_item(open.p, "link", "/1</link>", "http://a.example/1");
    for (int i = 0; i < 20; i++) gisa_buf_add_c(&open, "<x>");
    check_item(open.p, "link", "/1</link>", "");
    gisa_buf_clear(&open);
}

static void test_root(void)
{
    gisa_buf text = {0};
    gisa_feed f = {0};
    gisa_error err;
    gisa_str base = GISA_STR("http://a.example/");
    for (int tags = 20; tags <= 40; tags += 20) {
        gisa_buf_reset(&text);
        for (int i = 0; i < tags; i++) gisa_buf_add_c(&text, "<b>x</b>");
        gisa_buf_add_c(&text, "<rss><item><link>/1</link></item></rss>");
        EQUAL(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, base, &f, &err),
              tags == 20 ? GISA_OK : GISA_SKIP, "some tags may stand before the root, not many");
    }
    gisa_feed_parse(GISA_STR("http://a.example/1\n\nno\nftp://a.example/\n"), GISA_NONE, base, &f,
                    &err);
    EQUAL(f.n_bad, 2, "lines that are no addresses are counted, but for empty ones");
    gisa_buf_clear(&text);
    gisa_feed_clear(&f);
}

static void test_too_long(void)
{
    gisa_feed f = {0};
    gisa_error err;
    char *bytes = calloc(1, GISA_FEED_BYTES_MAX + 1);
    if (!bytes) abort();
    EQUAL(gisa_feed_parse((gisa_str){bytes, GISA_FEED_BYTES_MAX + 1}, GISA_NONE,
                          GISA_STR("http://a.example/"), &f, &err),
          GISA_ELIMIT, "a feed over the limit is refused");
    free(bytes);
}

static void test_not_feeds(void)
{
    static const char *const texts[] = {"", "hello", "<svg xmlns=\"x\"/>", "{\"a\": 1}",
                                        "\xFF\xD8\xFF\xE0 JPEG"};
    gisa_feed f = {0};
    gisa_error err;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        EQUAL(gisa_feed_parse(gisa_str_from(texts[i]), GISA_NONE, GISA_STR("http://a.example/"), &f,
                              &err),
              GISA_SKIP, "what is no feed is skipped");
    gisa_feed_clear(&f);
}

/* Wherever a feed of sixty items is damaged, the others come. */
static void test_damage(void)
{
    static const char *const damages[] = {
        "<title><단독> 속보",
        "</rss>",
        "</channel>",
        "<br>",
        "&#0;",
        "</x:y>",
        "<a b=\"c>",
        "<![CDATA[",
        "<!--",
        "<?",
        "<title>",
        "<",
        "&",
        "\xFF",
        "<image>",
        "<item",
        "]]>",
        "-->",
    };
    gisa_feed f = {0};
    gisa_buf text = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof damages / sizeof damages[0]; i++) {
        for (int at = 0; at < 60; at += 59) {
            gisa_buf_reset(&text);
            gisa_buf_add_c(&text, "<rss><channel>");
            for (int k = 0; k < 60; k++)
                gisa_buf_addf(&text, "<item><title>%s가온</title><link>/%d</link></item>\n",
                              k == at ? damages[i] : "", k);
            gisa_buf_add_c(&text, "</channel></rss>");
            WENT(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, GISA_STR("http://a.example/"), &f,
                                 &err),
                 err, damages[i]);
            OK(f.n >= 59, damages[i]);
        }
    }
    gisa_buf_clear(&text);
    gisa_feed_clear(&f);
}

/* Entities that would grow to gigabytes, and nesting without end. */
static void test_hostile(void)
{
    gisa_buf text = {0};
    gisa_feed f = {0};
    gisa_error err = {0};
    gisa_buf_add_c(&text, "<!DOCTYPE rss [<!ENTITY a0 \"http://a.example/\">");
    for (int i = 1; i < 30; i++)
        gisa_buf_addf(&text, "<!ENTITY a%d \"&a%d;&a%d;&a%d;\">", i, i - 1, i - 1, i - 1);
    gisa_buf_add_c(&text, "<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><link>"
                          "&a29;</link></item><item><link>&f;</link></item></channel></rss>");
    gisa_str base = GISA_STR("http://a.example/");
    OK(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, base, &f, &err) != GISA_ENOMEM,
       "entities do not expand");
    EQUAL(f.n, 0, "and give no address");
    gisa_buf_reset(&text);
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&text, "<a href=/1>");
    gisa_feed_parse(gisa_buf_view(&text), GISA_STR("text/html"), base, &f, &err);
    gisa_buf_reset(&text);
    gisa_buf_add_c(&text, "<html>");
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&text, "<div><a href=/1>");
    gisa_feed_parse(gisa_buf_view(&text), GISA_STR("text/html"), base, &f, &err);
    OK(f.n <= 1, "nesting without end is survived");
    gisa_buf_clear(&text);
    gisa_feed_clear(&f);
}

/* Each base goes by the one around it; the first of very many are enough. */
static void test_bases(void)
{
    gisa_buf text = {0};
    gisa_feed f = {0};
    gisa_error err = {0};
    gisa_buf_add_c(&text, "<rss>");
    for (int i = 0; i < 100000; i++) gisa_buf_add_c(&text, "<channel xml:base=\"a/\">");
    gisa_buf_add_c(&text, "<item><link>1</link></item></rss>");
    WENT(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, GISA_STR("http://a.example/"), &f, &err),
         err, "bases without end");
    EQUAL(f.n, 1, "cost no item");
    OK(f.n && f.links[0].url.n < 100, "and make no long address");
    gisa_buf_reset(&text);
    gisa_buf_add_c(&text, "<rss xml:base=\"");
    for (int i = 0; i < 1000; i++) gisa_buf_add_c(&text, "a/");
    gisa_buf_add_c(&text, "\"><item><link>1</link></item></rss>");
    WENT(gisa_feed_parse(gisa_buf_view(&text), GISA_NONE, GISA_STR("http://a.example/"), &f, &err),
         err, "a long base");
    SAME_C(f.n ? f.links[0].url : GISA_NONE, "http://a.example/1", "is none");
    gisa_buf_clear(&text);
    gisa_feed_clear(&f);
}

static void test_memory(void)
{
    gisa_feed f = {0};
    gisa_error err;
    gisa_str base = GISA_STR("http://a.example/");
    size_t wrong = 0, failures = 0;
    for (uint64_t allowed = 0; allowed < 20; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_feed_parse(gisa_str_from(rows[0].text), GISA_NONE, base, &f, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        wrong += st != GISA_OK && st != GISA_ENOMEM;
        failures += st == GISA_ENOMEM;
        gisa_feed_clear(&f);
    }
    OK(failures > 3, "allocations fail");
    EQUAL(wrong, 0, "cleanly");
}

int main(void)
{
    test_rows();
    test_gzip();
    test_fields();
    test_depth();
    test_root();
    test_too_long();
    test_not_feeds();
    test_damage();
    test_hostile();
    test_bases();
    test_memory();
    return test_end();
}
