#include "ingest/fetch/feed_link.h"
#include "tests/unit/test.h"

/* Links joined by '|', a feed's with "F:" before. */
static const struct {
    const char *name, *text, *links;
} rows[] = {
    {"anchors and feeds, by the base that the page names after some of them",
     "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"rss\"><base href=\"/sub/\">"
     "<a href=\"1\">가</a><a href=\"#top\">위</a><a href=\"javascript:x\">x</a><p>"
     "<a href='/2?a&amp;b'>나</a>",
     "F:http://a.example/dir/rss|http://a.example/sub/1|http://a.example/2?a&b"},
    {"a base that is none", "<base href=\"data:x\"><a href=1>", "http://a.example/dir/1"},
    {"links that are no feeds",
     "<link rel=\"stylesheet\" href=\"/c\"><link rel=\"alternate\" href=\"/m\"><link "
     "rel=\"search\" type=\"application/rss+xml\" href=\"/s\"><link rel=\"alternate\" "
     "hreflang=\"en\" type=\"text/html\" href=\"/en\">",
     ""},
    {"feeds of all kinds",
     "<link rel=\"Alternate\" type=\"Application/RSS+XML\" href=\"/r\"><link rel=\"feed "
     "alternate\" type=\"application/atom+xml\" href=\"/a\"><link rel=alternate "
     "type=\"application/feed+json\" href=\"/j\"><link rel=alternate "
     "type=\"application/rdf+xml\" href=\"/d\"><link rel=alternate type=\"application/json\" "
     "href=\"/wp-json\">",
     "F:http://a.example/r|F:http://a.example/a|F:http://a.example/j|F:http://a.example/d"},
    {"names in capitals, values in any marks, and what is not to be read",
     "<!-- <a href=0> --><script>'<a href=\"/s\">'</script><A HREF='/1&#38;a'>x</A><a href=/2>"
     "<a name=x><a href='/3&copy=1'><area href=/4>",
     "http://a.example/1&a|http://a.example/2|http://a.example/3&copy=1"},
};

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_feed f = {0};
        gisa_error err = {0};
        gisa_feed_links l = {.out = &f, .err = &err};
        WENT(gisa_feed_page_read(&l, gisa_str_from(rows[i].text),
                                 GISA_STR("http://a.example/dir/page")),
             err, rows[i].name);
        gisa_buf_reset(&got);
        gisa_buf_add_c(&got, "");
        for (size_t k = 0; k < f.n; k++)
            gisa_buf_addf(&got, "%s%s%.*s", k ? "|" : "", f.links[k].is_feed ? "F:" : "",
                          GISA_ARG(f.links[k].url));
        SAME_C(gisa_buf_view(&got), rows[i].links, rows[i].name);
        gisa_feed_links_clear(&l);
        gisa_feed_clear(&f);
    }
    gisa_buf_clear(&got);
    return test_end();
}
