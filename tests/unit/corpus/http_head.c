#include "corpus/http_head.h"

#include <stdlib.h>

#include "tests/unit/test.h"

static void test_split(void)
{
    static const struct {
        const char *name, *message, *head, *body;
    } rows[] = {
        {"CRLF line ends", "HTTP/1.1 200 OK\r\nA: b\r\n\r\nbody", "HTTP/1.1 200 OK\r\nA: b\r\n",
         "body"},
        {"bare LF line ends", "HTTP/1.1 200 OK\nA: b\n\nbody", "HTTP/1.1 200 OK\nA: b\n", "body"},
        {"mixed line ends", "A: b\n\r\nbody", "A: b\n", "body"},
        {"no empty line: all is head", "A: b\r\nC: d", "A: b\r\nC: d", ""},
        {"the body may hold empty lines", "A: b\r\n\r\n\r\nx\r\n\r\n", "A: b\r\n", "\r\nx\r\n\r\n"},
        {"nothing at all", "", "", ""},
        {"an end in the middle of an empty line", "A: b\r\n\r", "A: b\r\n\r", ""},
        {"an end before it", "A: b\r\n", "A: b\r\n", ""},
        {"an empty line and no more", "A: b\n\n", "A: b\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str head, body, message = test_exact(rows[i].message);
        gisa_head_split(message, &head, &body);
        SAME_C(head, rows[i].head, rows[i].name);
        SAME_C(body, rows[i].body, rows[i].name);
        free((char *)(uintptr_t)message.p);
    }
}

static void test_status(void)
{
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1 200 OK\r\n")), 200, "a status line");
    EQUAL(gisa_head_status(GISA_STR("HTTP/2 404\r\n")), 404, "without a reason");
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1  200  OK\r\n")), 200, "with more blanks");
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1 404Not Found\r\n")), 404, "with none");
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1 2000\r\n")), 0, "four digits are no status");
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1 20 OK\r\n")), 0, "two digits are no status");
    gisa_str bare = test_exact("HTTP/1.1 204");
    EQUAL(gisa_head_status(bare), 204, "nothing behind the status");
    free((char *)(uintptr_t)bare.p);
    EQUAL(gisa_head_status(GISA_STR("HTTP/1.1")), 0, "a status line that stops short");
    EQUAL(gisa_head_status(GISA_STR("200 OK")), 0, "no protocol");
    EQUAL(gisa_head_status(GISA_NONE), 0, "nothing");
}

static void test_fields(void)
{
    gisa_str head = GISA_STR("HTTP/1.1 200 OK\r\nDate: now\r\nETAG:  \"a:b\" \r\nX y: no\r\n"
                             "half a line\r\nEmpty:\r\na/b: no\r\na\"b: no\r\nX\x7F: no\r\n: "
                             "no\r\nEtag: \"second\"\r\nnonsense\r\n");
    SAME_C(gisa_head_field(head, "ETag"), "\"a:b\"", "the first of two, in any case, trimmed");
    SAME_C(gisa_head_field(head, "Empty"), "", "an empty value is known");
    SAME(gisa_head_field(head, "Location"), GISA_NONE, "a field that is not there is unknown");
    SAME(gisa_head_field(head, "y"), GISA_NONE, "a name with a space is no field");
    static const char *const odd[] = {"X y", "a/b", "a\"b", "X\x7F", ""};
    for (size_t i = 0; i < sizeof odd / sizeof odd[0]; i++)
        SAME(gisa_head_field(head, odd[i]), GISA_NONE, "a name is a token");
    SAME(gisa_head_field(GISA_STR("HTTP/1.1 200 a: b\r\n"), "a"), GISA_NONE,
         "a colon in the status line makes no field");
}

static void test_folds(void)
{
    static const struct {
        const char *name, *head, *want;
    } rows[] = {
        {"a value may begin on the next line", "A:\r\n http://a.example/1\r\nB: b\r\n",
         "http://a.example/1"},
        {"or after an empty fold", "A:\n\t\n  one\nB: b\n", "one"},
        {"what is folded behind its beginning is not in it", "A: one\r\n two\r\nB: b\r\n", "one"},
        {"the next field is no fold", "A:\r\nB: b\r\n", ""},
        {"nor is the end of the head", "B: b\r\nA:\r\n", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str head = test_exact(rows[i].head);
        SAME_C(gisa_head_field(head, "A"), rows[i].want, rows[i].name);
        SAME_C(gisa_head_field(head, "B"), "b", "and the field behind it is read");
        free((char *)(uintptr_t)head.p);
    }
}

int main(void)
{
    test_split();
    test_status();
    test_fields();
    test_folds();
    return test_end();
}
