#include "corpus/arc.h"

#include "tests/unit/test.h"

static void test_heads(void)
{
    static const struct {
        const char *name, *line, *uri, *type, *content_type;
        long long date, length;
    } rows[] = {
        {"version 1", "http://a.example/1 192.0.2.7 20080601010100 text/html 1131",
         "http://a.example/1", "response", "text/html", 1212282060, 1131},
        {"version 2",
         "http://a.example/1 192.0.2.7 20080601010100 text/html 200 a1b2c3 - 77 x.arc 1131",
         "http://a.example/1", "response", "text/html", 1212282060, 1131},
        {"about the file", "filedesc://x.arc 0.0.0.0 20080601000000 text/plain 75",
         "filedesc://x.arc", "warcinfo", "text/plain", 1212278400, 75},
        {"a name lookup", "dns:a.example 192.0.2.7 20080601010100 text/dns 51", "dns:a.example",
         "resource", "text/dns", 1212282060, 51},
        {"an address of version 6", "http://a.example/ 2001:db8::7 20080601010100 text/html 5",
         "http://a.example/", "response", "text/html", 1212282060, 5},
        {"blanks in address and type",
         "http://a.example/a b 192.0.2.7 20080601010100 text/html; charset=euc-kr 5\r",
         "http://a.example/a b", "response", "text/html", 1212282060, 5},
        {"more than one blank", "http://a.example/  192.0.2.7  20080601010100  text/html  5",
         "http://a.example/", "response", "text/html", 1212282060, 5},
        {"a date that is none", "http://a.example/ 192.0.2.7 20081301010100 text/html 5",
         "http://a.example/", "response", "text/html", 0, 5},
        {"no type", "http://a.example/ 192.0.2.7 20080601010100 - 5", "http://a.example/",
         "response", "-", 1212282060, 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_warc_head h;
        OK(gisa_arc_may_begin(gisa_str_from(rows[i].line)), rows[i].name);
        if (!OK(gisa_arc_parse(gisa_str_from(rows[i].line), &h), rows[i].name)) continue;
        SAME_C(h.uri, rows[i].uri, rows[i].name);
        SAME_C(h.type, rows[i].type, rows[i].name);
        SAME_C(h.content_type, rows[i].content_type, rows[i].name);
        EQUAL(h.date_utc, rows[i].date, rows[i].name);
        EQUAL(h.length, rows[i].length, rows[i].name);
    }
}

static void test_others(void)
{
    static const char *const lines[] = {
        "",
        "http://a.example/",
        "http 192.0.2.7 20080601010100 text/html 5",
        "192.0.2.7 20080601010100 text/html 5",
        "http://a.example/ 192.0.2.7 20080601010100 text/html",
        "http://a.example/ 192.0.2.7 20080601010100",
        "http://a.example/ 192.0.2.7 20080601010100 text/html five",
        "http://a.example/ host 20080601010100 text/html 5",
        "http://a.example/ 192.0.2.7 2008060101010 text/html 5",
        "기사: 192.0.2.7 20080601010100 text/html 5",
    };
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        gisa_warc_head h;
        gisa_str exact = test_exact(lines[i]);
        OK(!gisa_arc_parse(exact, &h), lines[i]);
        free((char *)(uintptr_t)exact.p);
    }
    gisa_str part = test_exact("filed");
    OK(gisa_arc_may_begin(part), "a head may begin with less than its scheme");
    free((char *)(uintptr_t)part.p);
    OK(!gisa_arc_may_begin(GISA_STR("://")), "but not without any of it");
    OK(!gisa_arc_may_begin(GISA_STR("abcdefghijklmnopq:")), "but not with a long word");
    OK(!gisa_arc_may_begin(GISA_STR("a b:")), "nor with two words");
}

int main(void)
{
    test_heads();
    test_others();
    return test_end();
}
