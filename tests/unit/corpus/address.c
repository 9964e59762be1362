#include "corpus/address.h"

#include "base/mem.h"
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
    {"no scheme, with a colon in the path", "hangang.example/a:b?utm_source=x",
     "hangang.example/a:b"},
    {"a path alone", "a/hangang.example?utm_source=x", "a/hangang.example?utm_source=x"},
    {"the page's own scheme", "//hangang.example/news/1", "hangang.example/news/1"},
    {"a host of one label", "http://intranet/news/1", "intranet/news/1"},
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
    {"a program's home page", "http://hangang.example/app#!", "hangang.example/app"},
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
    {"an ending that begins so", "https://hangang.example/news/1.ampere",
     "hangang.example/news/1.ampere"},
    {"AMP before the ending", "https://hangang.example/news/1.amp.html",
     "hangang.example/news/1.html"},
    {"AMP in the file's name", "https://hangang.example/news/articleViewAmp.html?idxno=1",
     "hangang.example/news/articleView.html?idxno=1"},
    {"a file that is called so", "https://hangang.example/Amp.html", "hangang.example/Amp.html"},
    {"AMP as a parameter", "https://hangang.example/news/1?amp=1", "hangang.example/news/1"},
    {"a word that ends so", "https://hangang.example/camp", "hangang.example/camp"},
    {"a word that ends so, in capitals", "https://hangang.example/CAMP", "hangang.example/CAMP"},
    {"Google's cache", "https://hangang-example.cdn.ampproject.org/c/s/hangang.example/news/1/amp",
     "hangang.example/news/1"},
    {"Google's viewer", "https://www.google.com/amp/s/hangang.example/news/1?amp=1",
     "hangang.example/news/1"},
    {"Google's viewer of Google's cache",
     "https://www.google.com/amp/s/hangang-example.cdn.ampproject.org/v/hangang.example/news/1",
     "hangang.example/news/1"},
    {"no address is in more than two",
     "https://www.google.com/amp/s/www.google.com/amp/s/www.google.com/amp/s/hangang.example/1",
     "google.com/s/hangang.example/1"},
    {"a cache of what is no address", "https://www.google.com/amp/s/hangang.example:99999/1",
     "google.com/amp/s/hangang.example:99999/1"},
    {"another page of Google", "https://www.google.com/search?q=hangang.example",
     "google.com/search?q=hangang.example"},

    {"tracking", "http://hangang.example/news/1?utm_source=rss&utm_medium=x&fbclid=Iw&gclid=9",
     "hangang.example/news/1"},
    {"tracking beside a number", "http://hangang.example/view?ref=naver&id=7&UTM_Campaign=a",
     "hangang.example/view?id=7"},
    {"a tracking name whose value is a number", "http://hangang.example/view?ref=20250317",
     "hangang.example/view?ref=20250317"},
    {"or that has none", "http://hangang.example/view?id=7&ref=&from", "hangang.example/view?id=7"},
    {"a name of 64 bytes",
     "http://hangang.example/"
     "view?id=7&utm_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz12345678",
     "hangang.example/view?id=7"},
    {"a longer one stays",
     "http://hangang.example/"
     "view?id=7&utm_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz123456789",
     "hangang.example/view?id=7&utm_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz123456789"},
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
    {"a host alone", "ftp://hangang.example", "https://hangang.example/1", true},
    {"names of one label", "http://intranet/news/1234", "http://intranet/view?id=1234", true},
    {"other names of one label", "http://intranet/news/1234", "http://archive/news/1234", false},
    {"other names without a host", "urn:isbn:8901234567", "urn:isbn:8901234574", false},
};

/* Paths that two sections of a site both have: whether they tell an article from the others. A date
 * does not. */
static const struct {
    const char *path;
    bool want;
} paths[] = {
    {"2025", false},      {"1900", false},      {"2099", false},       {"1899", true},
    {"2100", true},       {"x2025", true},      {"20251", true},       {"202501", false},
    {"202512", false},    {"202500", true},     {"202513", true},      {"189903", true},
    {"2025031", true},    {"20250101", false},  {"20251231", false},   {"20250317", false},
    {"20250017", true},   {"20251301", true},   {"20250300", true},    {"20250332", true},
    {"18990317", true},   {"03", true},         {"0317", true},        {"1317", true},
    {"2025/03", false},   {"2025/3", false},    {"2025/31", false},    {"2025/00", true},
    {"2025/32", true},    {"2025/123", true},   {"2025/03/17", false}, {"2025/03/1", false},
    {"2025/0101", false}, {"2025/1231", false}, {"2025/0017", true},   {"2025/1317", true},
    {"2025/0300", true},  {"2025/0332", true},  {"202503/17", false},  {"20250317/17", true},
    {"2025/x/17", true},  {"politics", false},  {"openmodel", false},  {"open-model", true},
    {"open_model", true}, {"꺼꺼꺼", true},     {"ai-model", true},    {"ai-rice", false},
};

/* Whether keys agree: copies of their exact sizes, so that a sanitizer sees reads after them. */
static bool agree(const char *asked, const char *stated)
{
    gisa_buf a = {0}, b = {0};
    key(asked, &a);
    key(stated, &b);
    gisa_str x = test_exact(a.n ? a.p : ""), y = test_exact(b.n ? b.p : "");
    bool is = gisa_address_agrees(x, y);
    free((char *)(uintptr_t)x.p);
    free((char *)(uintptr_t)y.p);
    gisa_buf_clear(&a);
    gisa_buf_clear(&b);
    return is;
}

static void test_paths(void)
{
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        char asked[128], stated[128];
        snprintf(asked, sizeof asked, "https://hangang.example/%s", paths[i].path);
        snprintf(stated, sizeof stated, "https://hangang.example/news/%s", paths[i].path);
        EQUAL(agree(asked, stated), paths[i].want, paths[i].path);
    }
}

/* An address of n numbers, the last of which is given. */
static void add_numbers(gisa_buf *out, int n, int last)
{
    gisa_buf_add_c(out, "https://hangang.example");
    for (int i = 1; i < n; i++) gisa_buf_addf(out, "/%d", 10000 + i);
    gisa_buf_addf(out, "/%d", last);
}

static void test_many_numbers(void)
{
    for (int n = 47; n < 51; n++) {
        gisa_buf a = {0}, b = {0};
        add_numbers(&a, n, 7);
        add_numbers(&b, n, 8);
        EQUAL(agree(a.p, b.p), n > 48, "an article's number is among the first 48");
        gisa_buf_clear(&a);
        gisa_buf_clear(&b);
    }
}

static void test_memory(void)
{
    const char *address =
        "www.google.com/amp/s/hangang-example.cdn.ampproject.org/c/s/hangang.example/1?b=2&a=1";
    gisa_status st = GISA_ENOMEM;
    for (size_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_buf out = {0};
        gisa_error err = {0};
        gisa_mem_fail_after(allowed);
        st = gisa_address_key(gisa_str_from(address), &out, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
        if (st >= 0) SAME_C(gisa_buf_view(&out), "hangang.example/1?a=1&b=2", "or none does");
        gisa_buf_clear(&out);
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
}

int main(void)
{
    gisa_buf a = {0}, b = {0};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        SAME_C(key(keys[i].address, &a), keys[i].want, keys[i].name);
    for (size_t i = 0; i < sizeof agreements / sizeof *agreements; i++)
        EQUAL(agree(agreements[i].asked, agreements[i].stated), agreements[i].want,
              agreements[i].name);
    test_paths();
    test_many_numbers();
    test_memory();
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
