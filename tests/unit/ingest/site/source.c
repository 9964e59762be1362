#include "ingest/site/source.h"

#include "base/mem.h"
#include "tests/unit/test.h"

static const char good[] = "\xEF\xBB\xBF# what we watch\n"
                           "[hanbit-wire]\n"
                           "feed = http://Hanbit-Wire.example/rss.xml\n"
                           "sitemap=http://hanbit-wire.example/sitemap.xml\r\n"
                           "delay_ms = 10\n"
                           "every = 30m\n"
                           "match = *.example/view/*\n"
                           "match = *.example/news/*\n"
                           "skip = *photo*\n"
                           "\n"
                           "  [sori-local]  \n"
                           "page = http://sori-local.example\n";

static void test_good(void)
{
    gisa_sources s = {0};
    gisa_error err = {0};
    WENT(gisa_sources_parse(gisa_str_from(good), &s, &err), err, "a file with two sources");
    EQUAL(s.n, 2, "gives two");
    const gisa_source *a = gisa_sources_find(&s, GISA_STR("hanbit-wire"));
    const gisa_source *b = gisa_sources_find(&s, GISA_STR("sori-local"));
    OK(a && b && !gisa_sources_find(&s, GISA_STR("none")), "found by name");
    EQUAL(a->n_seeds, 2, "with its addresses");
    SAME_C(a->seeds[0].url, "http://hanbit-wire.example/rss.xml", "in normal form");
    EQUAL(a->delay_ms, 10, "its delay");
    EQUAL(a->every_s, 1800, "and its period");
    EQUAL(a->every_most_s, 1800, "which is one time");
    EQUAL(b->every_s, 1800, "or two bounds, half an hour by default");
    EQUAL(b->every_most_s, 6 * 3600, "and six hours");
    EQUAL(b->delay_ms, -1, "while the delay may be unsaid");
    OK(gisa_source_takes(a, GISA_STR("http://x.example/news/1")), "any match line will do");
    OK(!gisa_source_takes(a, GISA_STR("http://x.example/other/1")), "but one is needed");
    OK(!gisa_source_takes(a, GISA_STR("http://x.example/news/photo1")), "and a skip line refuses");
    OK(gisa_source_takes(b, GISA_STR("http://x.example/")), "no lines: everything is taken");
    gisa_sources_clear(&s);
}

static void test_bad(void)
{
    static const struct {
        const char *name, *text, *says;
    } rows[] = {
        {"a setting before a name", "feed = http://a.example/\n", "line 1"},
        {"an unknown setting", "[a]\nfeeds = http://a.example/\n", "feeds"},
        {"no equals sign", "[a]\nfeed http://a.example/\n", "line 2"},
        {"no value", "[a]\nfeed =\n", "without a value"},
        {"no web address", "[a]\nfeed = ftp://a.example/\n", "http"},
        {"a name with a space", "[a b]\n", "[name]"},
        {"an open bracket", "[a\n", "[name]"},
        {"a name twice", "[a]\nfeed = http://a.example/\n[a]\n", "second"},
        {"a source without addresses", "[a]\n[b]\nfeed = http://a.example/\n", "no feed"},
        {"and at the end of the file", "[a]\nevery = 1h\n", "no feed"},
        {"a period without a unit we know", "[a]\nevery = 1w\n", "30m"},
        {"bounds of which one is no time", "[a]\nevery = 1h..x\n", "30m..6h"},
        {"bounds the wrong way round", "[a]\nevery = 2h..1h\n", "shorter"},
        {"a delay of a word", "[a]\ndelay_ms = slow\n", "delay_ms"},
    };
    gisa_sources s = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        EQUAL(gisa_sources_parse(gisa_str_from(rows[i].text), &s, &err), GISA_EINVAL, rows[i].name);
        OK(strstr(err.text, rows[i].says), rows[i].name);
    }
    gisa_sources_clear(&s);
}

static void test_memory(void)
{
    gisa_sources s = {0};
    gisa_error err;
    gisa_mem_fail_after(GISA_MEM_NEVER - 1);
    gisa_sources_parse(gisa_str_from(good), &s, &err);
    uint64_t n = gisa_mem_count();
    gisa_sources_clear(&s);
    for (uint64_t allowed = 0; allowed < n; allowed++) {
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_sources_parse(gisa_str_from(good), &s, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
        gisa_sources_clear(&s);
    }
}

int main(void)
{
    test_good();
    test_bad();
    test_memory();
    return test_end();
}
