#include "ingest/page/link_target.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *href, *host;
    gisa_link_kind want;
} rows[] = {
    {"a path", "/news/1", "www.gana.example", GISA_LINK_PAGE},
    {"a path on a page without an address", "news/1?a=b:c", "", GISA_LINK_PAGE},
    {"the same host", "https://www.gana.example/1", "www.gana.example", GISA_LINK_PAGE},
    {"without a scheme", "//gana.example/1", "www.gana.example", GISA_LINK_PAGE},
    {"the site for phones", "HTTP://m.gana.example:8080/1", "www.gana.example", GISA_LINK_PAGE},
    {"a part of the site", "https://star.gana.example/1", "gana.example", GISA_LINK_PAGE},
    {"another site", "https://dara.example/?from=www.gana.example", "www.gana.example",
     GISA_LINK_ELSEWHERE},
    {"a host that only ends alike", "https://bigana.example/1", "gana.example",
     GISA_LINK_ELSEWHERE},
    {"a host, when the page's own is unknown", "https://gana.example/1", "", GISA_LINK_ELSEWHERE},
    {"a place on the page", "#top", "gana.example", GISA_LINK_NONE},
    {"a script", "javascript:open(1)", "gana.example", GISA_LINK_NONE},
    {"mail", "mailto:a@gana.example", "gana.example", GISA_LINK_NONE},
    {"a picture", "/i/1.jpg", "gana.example", GISA_LINK_NONE},
    {"nothing", "  ", "gana.example", GISA_LINK_NONE},
    {"no host", "http:///1", "gana.example", GISA_LINK_ELSEWHERE},
};

static const struct {
    const char *name, *html, *host;
} pages[] = {
    {"most links lead to the page's own site",
     "<a href=http://www.gana.example/1>가</a><a href=https://gana.example/2>나</a><a "
     "href=http://dara.example/>다</a>",
     "gana.example"},
    {"half of them are too few",
     "<a href=http://gana.example/1>가</a><a href=http://dara.example/>다</a>", ""},
    {"paths count as well",
     "<a href=/1>가</a><a href=/2>나</a><a href=http://dara.example/1>다</a><a "
     "href=http://dara.example/2>라</a>",
     ""},
    {"places on the page do not",
     "<a href=#1>가</a><a href=#2>나</a><a href=http://gana.example/1>다</a>", "gana.example"},
    {"no link", "<p>가나</p>", ""},
};

static void test_own_host(void)
{
    gisa_tree t = {0};
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
        gisa_tree_parse(&t, gisa_str_from(pages[i].html), NULL);
        gisa_str host = gisa_links_own_host(&t);
        OK(gisa_str_eq(host, gisa_str_from(pages[i].host)), pages[i].name);
    }
    gisa_tree_clear(&t);
}

int main(void)
{
    test_own_host();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(gisa_link_target(gisa_str_from(rows[i].href), gisa_str_from(rows[i].host)),
              rows[i].want, rows[i].name);
    return test_end();
}
