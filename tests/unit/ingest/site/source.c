#include "ingest/site/source.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/mem.h"
#include "tests/unit/test.h"

static const char good[] = "\xEF\xBB\xBF# what we watch\n"
                           "contact = https://hanbit-wire.example/crawler\n"
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
    SAME_C(s.contact, "https://hanbit-wire.example/crawler", "and whom to write to");
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
        {"no setting that there is", "[a]\nmirror = http://a.example/\n", "setting: mirror"},
        {"nearly one", "[a]\nsitmap = http://a.example/\n", "did you mean sitemap?"},
        {"of a file, in a block", "[a]\ncontact = a@b.example\n", "before the first [name]"},
        {"a contact that is none", "contact = me\n", "e-mail or web address"},
        {"a contact without a name", "contact = @b.example\n", "e-mail or web address"},
        {"the example of a contact", "contact = NAME@DOMAIN\n", "e-mail or web address"},
        {"a contact with a bracket", "contact = me)@b.example\n", "e-mail or web address"},
        {"a host that ends in a dot", "contact = me@b.\n", "e-mail or web address"},
        {"two contacts", "contact = a@b.example\ncontact = c@d.example\n", "line 2: a second"},
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

static void test_file(void)
{
    char path[] = "/tmp/gisa-sources-XXXXXX";
    int fd = mkstemp(path);
    gisa_sources s = {0};
    gisa_error err = {0};
    OK(fd >= 0 && write(fd, good, sizeof good - 1) == (ssize_t)(sizeof good - 1), "a file");
    WENT(gisa_sources_read(path, &s, &err), err, "is read");
    SAME_C(s.path, path, "and known");
    OK(ftruncate(fd, 0) == 0, "an empty one");
    EQUAL(gisa_sources_read(path, &s, &err), GISA_EINVAL, "has no source");
    OK(write(fd, "[a", 2) == 2, "one with a fault");
    EQUAL(gisa_sources_read(path, &s, &err), GISA_EINVAL, "is refused");
    OK(strstr(err.text, path) && strstr(err.text, "line 1"), "with its path and line");
    close(fd);
    unlink(path);
    EQUAL(gisa_sources_read(path, &s, &err), GISA_EIO, "one that is not there");
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
    test_file();
    test_memory();
    return test_end();
}
