#include "ingest/fields/fields.h"

#include "corpus/identity.h"
#include "tests/unit/page.h"

#define LINK(url) "<link rel=\"canonical\" href=\"" url "\">"
#define OG(url)   "<meta property=\"og:url\" content=\"" url "\">"

static const struct {
    const char *name, *url, *head, *want;
} rows[] = {
    {"as the page prints it", "", LINK("http://www.a.example/1?x"), "http://www.a.example/1?x"},
    {"a front page is no article's address", "", LINK("http://a.example/") OG("http://a.example/2"),
     "http://a.example/2"},
    {"nor is its index file", "", LINK("http://a.example/index.html"), ""},
    {"a path alone, of a page of unknown address", "", LINK("/1"), ""},
    {"the host without a path", "", LINK("http://a.example"), ""},
    {"a path alone goes by the page", "https://m.a.example/view/17?x=y", LINK("/news/17"),
     "https://m.a.example/news/17"},
    {"or by the base", "https://m.dawn.example/x?from=main",
     "<base href=\"https://dawn.example/sub/\">" LINK("view?id=1"),
     "https://dawn.example/sub/view?id=1"},
    {"a relative base", "https://dawn.example/x/17", "<base href=\"/sub/\">" LINK("17"),
     "https://dawn.example/sub/17"},
    {"a base that is no address", "https://dawn.example/x/17",
     "<base href=\"javascript:1\">" LINK("/17"), "https://dawn.example/17"},
    {"the page's own host alone", "https://a.example/news/17", LINK("//www.a.example/17"),
     "https://www.a.example/17"},
    {"another article, as a template forgot it", "https://a.example/news/17",
     LINK("https://a.example/news/16"), ""},
    {"then what og:url states", "https://a.example/news/17",
     LINK("https://a.example/news/16") OG("https://a.example/17"), "https://a.example/17"},
    {"the section", "https://a.example/news/17", LINK("https://a.example/news/"), ""},
    {"another site", "https://a.example/news/17", LINK("https://b.example/news/17"), ""},
    {"from a portal that is known", "https://v.daum.net/v/2025", LINK("https://b.example/news/17"),
     "https://b.example/news/17"},
    {"a page cannot call itself a portal", "https://a.example/news/17",
     LINK("https://v.daum.net/v/2025"), ""},
    {"no address at all", "https://a.example/news/17", LINK("mailto:desk@a.example"), ""},
};

/* What edition 1 of ids made of the same page. */
static void test_first(page *p)
{
    char first[GISA_ARTICLE_ID_CHARS + 1];
    const gisa_article then = {.url = GISA_STR("https://a.example/news/16")};
    const gisa_extract_opts opts = {.url = GISA_STR("https://a.example/news/17")};
    WENT(page_html(p, LINK("https://a.example/news/16"), PAGE_TEXT, &opts), p->err, "a page");
    gisa_identity_first(&then, GISA_NONE, false, first, &p->err);
    EQUAL(p->article.n_former_ids, 1, "had the id of the other article");
    SAME_C(p->article.former_ids[0], first, "which leads to it");
    WENT(page_html(p, "", PAGE_TEXT, &opts), p->err, "a page without a canonical link");
    EQUAL(p->article.n_former_ids, 0, "has the id that it had");
}

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_extract_opts opts = {.url = gisa_str_from(rows[i].url)};
        if (WENT(page_html(&p, rows[i].head, PAGE_TEXT, &opts), p.err, rows[i].name))
            SAME_C(page_shown(p.article.canonical_url), rows[i].want, rows[i].name);
    }
    test_first(&p);
    page_close(&p);
    return test_end();
}
