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
                           "page = http://sori-local.example\n"
                           "page = http://sori-local.example/ai?page={page}\n"
                           "pages = 0..2\n"
                           "links = /(news|view)/\\d+$\n"
                           "links = ^http://other\\.example/\n";

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
        {"no equals sign", "[a]\nfeed http://a.example/\n", "line 2"},
        {"a name with a space", "[a b]\n", "[name]"},
        {"an open bracket", "[a\n", "[name]"},
        {"a name twice", "[a]\nfeed = http://a.example/\n[a]\n", "second"},
    };
    gisa_sources s = {0};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_error err = {0};
        EQUAL(gisa_sources_parse(gisa_str_from(rows[i].text), &s, &err), GISA_EINVAL, rows[i].name);
        OK(strstr(err.text, rows[i].says), rows[i].name);
    }
    gisa_sources_clear(&s);
}

static void test_pages(void)
{
    gisa_sources s = {0};
    gisa_error err = {0};
    gisa_buf next = {0};
    gisa_match *m = NULL;
    bool hard;
    WENT(gisa_match_open(&m, &err), err, "room for a match");
    WENT(gisa_sources_parse(gisa_str_from(good), &s, &err), err, "the file again");
    const gisa_source *a = &s.items[0], *b = &s.items[1];
    SAME_C(b->seeds[1].url, "http://sori-local.example/ai?page=0", "a list begins at its first");
    EQUAL(gisa_source_next_page(b, b->seeds[1].url, &next, &err), GISA_OK, "a page follows");
    SAME_C(gisa_buf_view(&next), "http://sori-local.example/ai?page=1", "the next one");
    EQUAL(gisa_source_next_page(b, GISA_STR("http://sori-local.example/ai?page=2"), &next, &err),
          GISA_END, "none after the last");
    EQUAL(gisa_source_next_page(b, b->seeds[0].url, &next, &err), GISA_END, "nor a page alone");
    OK(gisa_source_is_list(b, GISA_STR("http://sori-local.example/ai?page=99")), "any number is");
    OK(!gisa_source_is_list(b, GISA_STR("http://sori-local.example/ai")), "of the list");
    OK(gisa_source_links_to(b, m, GISA_STR("http://sori-local.example/view/12"), &hard),
       "any of the patterns");
    OK(gisa_source_links_to(b, m, GISA_STR("http://other.example/"), &hard), "is enough");
    OK(!gisa_source_links_to(b, m, GISA_STR("http://sori-local.example/view/"), &hard) && !hard,
       "but one is needed");
    OK(gisa_source_links_to(a, m, GISA_STR("http://x.example/"), &hard), "where there are any");
    gisa_sources_clear(&s);
    WENT(gisa_sources_parse(GISA_STR("[a]\npage = http://a.example/\nlinks = (a+)+$\n"), &s, &err),
         err, "a treacherous pattern");
    char hard_one[2000];
    memset(hard_one, 'a', sizeof hard_one);
    hard_one[sizeof hard_one - 1] = '!';
    OK(!gisa_source_links_to(&s.items[0], m, (gisa_str){hard_one, sizeof hard_one}, &hard),
       "gives up");
    OK(hard, "and says so");
    gisa_sources_clear(&s);
    gisa_match_close(m);
    gisa_buf_clear(&next);
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
    OK(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0, "an empty one");
    EQUAL(gisa_sources_read(path, &s, &err), GISA_EINVAL, "has no source");
    OK(write(fd, "[a", 2) == 2, "one with a fault");
    EQUAL(gisa_sources_read(path, &s, &err), GISA_EINVAL, "is refused");
    OK(strstr(err.text, path) && strstr(err.text, "line 1"), "with its path and line");
    static const char urls[] = "[a]\nurls = lists/b.txt\nurls = /c.txt\n";
    OK(ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0 &&
           write(fd, urls, sizeof urls - 1) == (ssize_t)(sizeof urls - 1),
       "one with lists");
    WENT(gisa_sources_read(path, &s, &err), err, "is read");
    SAME_C(s.items[0].seeds[0].url, "file:/tmp/lists/b.txt", "a path begins at the file's folder");
    SAME_C(s.items[0].seeds[1].url, "file:/c.txt", "or at the root");
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
    test_pages();
    test_file();
    test_memory();
    return test_end();
}
