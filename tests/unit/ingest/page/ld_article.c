#include "ingest/page/ld_article.h"

#include "ingest/page/script_json.h"
#include "tests/unit/test.h"

#define OWN   "{\"@type\":\"NewsArticle\",\"headline\":\"값은 이제 반으로\"}"
#define OTHER "{\"@type\":\"NewsArticle\",\"headline\":\"다리를 새로 놓는다\"}"
#define AT(u) "{\"@type\":\"Article\",\"url\":\"" u "\"}"

static const gisa_page_hint known = {
    {{"https://www.a.example/n/7", sizeof "https://www.a.example/n/7" - 1}},
    {{"값은 이제 반으로 - 한강일보", sizeof "값은 이제 반으로 - 한강일보" - 1}}};

static const struct {
    const char *name, *json;
    size_t n, best; /* which of those found counts most, the first of equal ones */
    bool refused;   /* it is another page's all the same */
} rows[] = {
    {"the headline of two", "[" OTHER "," OWN "]", 2, 1, false},
    {"the address of two", "[" AT("https://a.example/n/6") "," AT("https://a.example/n/7") "]", 2,
     1, false},
    {"an address without scheme and www", AT("//a.example/n/7"), 1, 0, false},
    {"the end of an address", "[" AT("/n/6") "," AT("/n/7") "]", 2, 1, false},
    {"an @id with a fragment",
     "[" OTHER ",{\"@type\":\"Article\",\"@id\":\"https://a.example/n/7#article\"}]", 2, 1, false},
    {"the page that it is the main entity of",
     "[" OTHER ",{\"@type\":\"Article\",\"mainEntityOfPage\":{\"@id\":\"https://a.example/n/7\"}}]",
     2, 1, false},
    {"a list beside the article",
     "[{\"@type\":\"ItemList\",\"itemListElement\":[{\"item\":" OTHER
     "}]},{\"@type\":\"Article\"}]",
     2, 1, false},
    {"a part of the page before its main entity",
     "{\"@type\":\"WebPage\",\"hasPart\":[" OTHER "],\"mainEntity\":{\"@type\":\"Article\"}}", 3, 0,
     false},
    {"a graph", "{\"@graph\":[{\"@type\":\"WebSite\"}," OTHER "," OWN "]}", 2, 1, false},
    {"an article with no address and no headline", "{\"@type\":\"Article\"}", 1, 0, false},
    {"another address with the page's headline",
     "{\"@type\":\"Article\",\"url\":\"https://b.example/x\",\"headline\":\"값은 이제 반으로\"}", 1,
     0, false},
    {"another address with another headline",
     "{\"@type\":\"Article\",\"url\":\"https://a.example/n/6\",\"headline\":\"다리를 놓는다\"}", 1,
     0, true},
    {"the front page is no address",
     "{\"@type\":\"Article\",\"url\":\"https://a.example/\","
     "\"headline\":\"다리를 놓는다\"}",
     1, 0, false},
    {"the page itself", "{\"@type\":\"WebPage\",\"datePublished\":\"2025-02-03\"}", 1, 0, false},
    {"what is no article", "{\"@type\":\"Organization\",\"headline\":\"값은 이제 반으로\"}", 0, 0,
     false},
    {"nothing", "[]", 0, 0, false},
};

int main(void)
{
    gisa_ld_article found[GISA_LD_ARTICLES_MAX];
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        json_t *v = gisa_script_json_parse(gisa_str_from(rows[i].json));
        size_t n = gisa_ld_articles_find(v, &known, found), best = 0;
        EQUAL(n, rows[i].n, rows[i].name);
        for (size_t k = 1; k < n; k++)
            if (found[k].worth > found[best].worth) best = k;
        EQUAL(best, rows[i].best, rows[i].name);
        if (n) EQUAL(found[best].other, rows[i].refused, rows[i].name);
        EQUAL(n && found[0].page, strstr(rows[i].name, "itself") != NULL, "a page is no article");
        json_decref(v);
    }
    json_t *two = gisa_script_json_parse(GISA_STR("[" OTHER "," OWN "]"));
    EQUAL(gisa_ld_articles_find(two, NULL, found), 2, "nothing is known of the page");
    EQUAL(found[0].worth, found[1].worth, "then all are equal");
    json_decref(two);
    gisa_buf many = {0};
    gisa_buf_add_char(&many, '[');
    for (int i = 0; i < 2 * GISA_LD_ARTICLES_MAX; i++) gisa_buf_add_c(&many, i ? "," OWN : OWN);
    gisa_buf_add_char(&many, ']');
    json_t *all = gisa_script_json_parse(gisa_buf_view(&many));
    EQUAL(gisa_ld_articles_find(all, &known, found), GISA_LD_ARTICLES_MAX, "no more than fit");
    json_decref(all);
    gisa_buf_clear(&many);
    return test_end();
}
