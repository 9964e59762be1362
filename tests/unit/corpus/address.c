#include "corpus/address.h"

#include "tests/unit/test.h"

static gisa_str key(const char *address, gisa_buf *out)
{
    gisa_error err = {0};
    WENT(gisa_address_key(gisa_str_from(address), out, &err), err, address);
    return (gisa_str){out->n ? out->p : "", out->n};
}

/* Each address and the key that it has with all others of its page. */
static const struct {
    const char *name, *address, *want;
} keys[] = {
    {"scheme and www.", "https://www.hangang.example/news/1", "hangang.example/news/1"},
    {"without www.", "http://hangang.example/news/1", "hangang.example/news/1"},
    {"no scheme", "hangang.example/news/1", "hangang.example/news/1"},
    {"the page's own scheme", "//hangang.example/news/1", "hangang.example/news/1"},
    {"capitals in the host, not in the path", "HTTPS://WWW.Hangang.Example/News/1",
     "hangang.example/News/1"},
    {"a default port", "https://hangang.example:443/news/1", "hangang.example/news/1"},
    {"another port is another server", "http://hangang.example:8080/news/1",
     "hangang.example:8080/news/1"},
    {"a user name", "http://me@hangang.example/news/1", "hangang.example/news/1"},
    {"slashes at the end", "http://hangang.example/news/1//", "hangang.example/news/1"},
    {"blanks around", " http://hangang.example/news/1\n", "hangang.example/news/1"},
    {"dots in the path", "http://hangang.example/x/../news/./1", "hangang.example/news/1"},
    {"needless encoding", "http://hangang.example/%6eews/1", "hangang.example/news/1"},
    {"Hangul as it is", "http://hangang.example/뉴스", "hangang.example/%EB%89%B4%EC%8A%A4"},
    {"Hangul encoded", "http://hangang.example/%eb%89%b4%ec%8a%a4",
     "hangang.example/%EB%89%B4%EC%8A%A4"},
    {"a place on the page", "http://hangang.example/news/1#comments", "hangang.example/news/1"},
    {"a page of a program in the browser", "http://hangang.example/#!/news/1",
     "hangang.example#!/news/1"},
    {"and of another kind of it", "http://hangang.example/app#/news/1",
     "hangang.example/app#/news/1"},

    {"a mobile host", "https://m.hangang.example/news/1", "hangang.example/news/1"},
    {"a mobile host below www.", "https://www.m.hangang.example/news/1", "hangang.example/news/1"},
    {"mobile. in full", "https://mobile.hangang.example/news/1", "hangang.example/news/1"},
    {"a mobile news host", "https://mnews.hangang.example/1", "news.hangang.example/1"},
    {"a site called m", "https://m.co.kr/news/1", "m.co.kr/news/1"},
    {"a site called amp", "https://amp.example/news/1", "amp.example/news/1"},
    {"a label that only begins so", "https://media.hangang.example/1", "media.hangang.example/1"},

    {"AMP by its host", "https://amp.hangang.example/news/1", "hangang.example/news/1"},
    {"AMP at the end", "https://hangang.example/news/1/amp/", "hangang.example/news/1"},
    {"AMP in front", "https://hangang.example/amp/news/1", "hangang.example/news/1"},
    {"AMP as an ending", "https://hangang.example/news/1.amp", "hangang.example/news/1"},
    {"AMP before the ending", "https://hangang.example/news/1.amp.html",
     "hangang.example/news/1.html"},
    {"AMP in the file's name", "https://hangang.example/news/articleViewAmp.html?idxno=1",
     "hangang.example/news/articleView.html?idxno=1"},
    {"AMP as a parameter", "https://hangang.example/news/1?amp=1", "hangang.example/news/1"},
    {"a word that ends so", "https://hangang.example/camp", "hangang.example/camp"},
    {"a word that ends so, in capitals", "https://hangang.example/CAMP", "hangang.example/CAMP"},
    {"Google's cache", "https://hangang-example.cdn.ampproject.org/c/s/hangang.example/news/1/amp",
     "hangang.example/news/1"},
    {"Google's viewer", "https://www.google.com/amp/s/hangang.example/news/1?amp=1",
     "hangang.example/news/1"},
    {"another page of Google", "https://www.google.com/search?q=hangang.example",
     "google.com/search?q=hangang.example"},

    {"tracking", "http://hangang.example/news/1?utm_source=rss&utm_medium=x&fbclid=Iw&gclid=9",
     "hangang.example/news/1"},
    {"tracking beside a number", "http://hangang.example/view?ref=naver&id=7&UTM_Campaign=a",
     "hangang.example/view?id=7"},
    {"a tracking name whose value is a number", "http://hangang.example/view?ref=20250317",
     "hangang.example/view?ref=20250317"},
    {"a name that only begins so", "http://hangang.example/view?referee=kim&utm=1",
     "hangang.example/view?referee=kim&utm=1"},
    {"the order of parameters", "http://hangang.example/view?b=2&a=1",
     "hangang.example/view?a=1&b=2"},
    {"but that of one name", "http://hangang.example/view?a=2&b&a=1",
     "hangang.example/view?a=2&a=1&b"},
    {"empty parameters", "http://hangang.example/view?&&id=7&", "hangang.example/view?id=7"},
    {"an empty query", "http://hangang.example/view?", "hangang.example/view"},
    {"a session", "http://hangang.example/view.do;jsessionid=0A?id=7",
     "hangang.example/view.do?id=7"},

    {"an index file", "http://hangang.example/news/1/index.html", "hangang.example/news/1"},
    {"in capitals", "http://hangang.example/news/1/Index.HTM", "hangang.example/news/1"},
    {"with a query", "http://hangang.example/index.php?id=7", "hangang.example?id=7"},
    {"in the middle of a path", "http://hangang.example/index.php/7",
     "hangang.example/index.php/7"},

    {"a site is no page", "https://www.hangang.example/", ""},
    {"nor is its index", "https://www.hangang.example/index.html#top", ""},
    {"nor one with tracking alone", "https://hangang.example/?utm_source=x", ""},
    {"nothing", "", ""},
    {"blanks", "  ", ""},
    {"slashes alone", "https:///", ""},
    {"a fragment alone", "#top", ""},
    {"another scheme", "urn:isbn:8901234567", "urn:isbn:8901234567"},
    {"another scheme with a host", "ftp://www.hangang.example/1/", "hangang.example/1"},
};

static const struct {
    const char *name, *asked, *stated;
    bool want;
} agreements[] = {
    {"itself", "https://m.hangang.example/news/1", "https://hangang.example/news/1/", true},
    {"the same number at another path", "https://hangang.example/view?id=1234",
     "https://hangang.example/news/1234.html", true},
    {"from a mobile host of other paths", "https://m.hangang.example/v/A1234",
     "https://www.hangang.example/2025/03/17/A1234", true},
    {"another host of the site", "https://news.hangang.co.kr/1234",
     "https://sports.hangang.co.kr/view/1234", true},
    {"a date more", "https://hangang.example/1234", "https://hangang.example/20250317/1234", true},
    {"a page whose own address says nothing", "https://hangang.example/x?from=main",
     "https://hangang.example/view?id=1", true},
    {"the section's number more", "https://hangang.example/view?id=1234",
     "https://hangang.example/view?id=1234&section=5", true},
    {"a slug", "https://hangang.example/a/open-model-price?x=y",
     "https://hangang.example/2025/03/open-model-price", true},
    {"another article", "https://hangang.example/news/1234", "https://hangang.example/news/1235",
     false},
    {"another article of the same day", "https://hangang.example/2025/03/17/1234",
     "https://hangang.example/2025/03/17/1235", false},
    {"another article of the same section", "https://hangang.example/view?code=10034&id=777",
     "https://hangang.example/view?code=10034&id=778", false},
    {"another slug", "https://hangang.example/2025/03/open-model-price",
     "https://hangang.example/2025/03/the-price-of-rice", false},
    {"the home page", "https://hangang.example/news/1234", "https://hangang.example/", false},
    {"a section", "https://hangang.example/news/1234", "https://hangang.example/politics", false},
    {"a month's list", "https://hangang.example/news/1234", "https://hangang.example/2025/03",
     false},
    {"another site with the same number", "https://hangang.example/news/1234",
     "https://byeolbit.example/news/1234", false},
    {"another site of the same suffix", "https://hangang.co.kr/news/1234",
     "https://byeolbit.co.kr/news/1234", false},
    {"nothing", "https://hangang.example/news/1234", "", false},
};

int main(void)
{
    gisa_buf a = {0}, b = {0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        SAME_C(key(keys[i].address, &a), keys[i].want, keys[i].name);
    for (size_t i = 0; i < sizeof agreements / sizeof *agreements; i++)
        EQUAL(gisa_address_agrees(key(agreements[i].asked, &a), key(agreements[i].stated, &b)),
              agreements[i].want, agreements[i].name);
    gisa_buf_reset(&b);
    gisa_buf_add_c(&b, "http://hangang.example/v?");
    for (int i = 0; i < 70; i++) gisa_buf_addf(&b, "p%d=1&", 99 - i);
    gisa_buf_add_c(&b, "utm_source=x");
    gisa_buf_add_char(&b, '\0');
    OK(gisa_str_ends(key(b.p, &a), GISA_STR("utm_source=x")),
       "a flood of parameters stays as it is");
    gisa_buf_clear(&a);
    gisa_buf_clear(&b);
    return test_end();
}
