#include "corpus/record_bounds.h"

#include <stdlib.h>

#include "tests/unit/test.h"

static void test_may_begin(void)
{
    OK(gisa_record_may_begin(GISA_STR("WARC/1.1\r\n")), "a first line may");
    OK(gisa_record_may_begin(GISA_STR("WAR")), "and a part of it");
    OK(gisa_record_may_begin(GISA_NONE), "and nothing, after which anything may come");
    OK(!gisa_record_may_begin(GISA_STR("WAR ")), "another word may not");
    OK(!gisa_record_may_begin(GISA_STR("\nWARC/")), "nor an empty line");
}

#define HEAD "http://a.example/ 192.0.2.7 20080601010100 text/html 5\n"

/* Where a record is found, -1: nowhere. Each text ends where its memory does. */
static void test_find(void)
{
    static const struct {
        const char *name, *text;
        size_t from;
        int warc, arc;
    } rows[] = {
        {"nothing", "", 0, -1, -1},
        {"a first line alone", "WARC/1.0\n", 0, 0, -1},
        {"with the other line end", "WARC/1.0\r\n", 0, 0, -1},
        {"without one", "WARC/1.0 ", 0, -1, -1},
        {"a part of one", "WARC/1.0", 0, -1, -1},
        {"no number before the point", "WARC/x.0\n", 0, -1, -1},
        {"no point", "WARC/110\n", 0, -1, -1},
        {"no number behind it", "WARC/1.x\n", 0, -1, -1},
        {"in a text", "a WARC/ b WARC/1.0\r\nc", 0, 10, -1},
        {"from its place", "a WARC/1.0\r\nWARC/1.1\r\n", 2, 2, -1},
        {"from behind it", "a WARC/1.0\r\nWARC/1.1\r\n", 3, 12, -1},
        {"a line of ARC", HEAD, 0, -1, 0},
        {"that does not end", "http://a.example/ 192.0.2.7 20080601010100 text/html 5", 0, -1, -1},
        {"behind others", "x\n\n" HEAD "y", 0, -1, 3},
        {"from within one", HEAD HEAD, 7, -1, sizeof HEAD - 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str text = test_exact(rows[i].text);
        EQUAL(gisa_record_find(text, rows[i].from, false), (size_t)rows[i].warc, rows[i].name);
        EQUAL(gisa_record_find(text, rows[i].from, true), (size_t)rows[i].arc, rows[i].name);
        free((char *)(uintptr_t)text.p);
    }
}

static void test_end_before(void)
{
    static const struct {
        const char *name, *block;
        size_t end;
    } rows[] = {
        {"no line end", "ab", 2},
        {"one", "ab\n", 2},
        {"two", "ab\r\n\r\n", 2},
        {"two of one byte", "ab\n\n", 2},
        {"a third is the block's", "ab\r\n\r\n\r\n", 4},
        {"so is a lone return", "ab\r\r\n", 3},
        {"nothing but line ends", "\n\r\n", 0},
        {"one alone", "\n", 0},
        {"nothing", "", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf text = {0};
        gisa_buf_addf(&text, "a\r\n%sWARC/1.0\r\n", rows[i].block);
        size_t next = 3 + strlen(rows[i].block);
        EQUAL(gisa_record_end_before(gisa_buf_view(&text), 3, next), 3 + rows[i].end, rows[i].name);
        gisa_buf_clear(&text);
    }
}

int main(void)
{
    test_may_begin();
    test_find();
    test_end_before();
    return test_end();
}
