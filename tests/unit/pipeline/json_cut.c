#include "pipeline/json_cut.h"
#include "base/buf.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want; /* line, number in the line, value, a bar, of each */
} rows[] = {
    {"a value a line", "{\"a\":1}\n{\"b\":2}\n", "1.1 {\"a\":1}|2.1 {\"b\":2}|"},
    {"blank lines count and are no values", "\n \n{\"a\":1}", "3.1 {\"a\":1}|"},
    {"blanks around a line's value stay", " {\"a\":1} \n", "1.1  {\"a\":1} |"},
    {"an indented object", "{\n \"a\": [1,\n  {\"b\": 2}]\n}\n",
     "1.1 {\n \"a\": [1,\n  {\"b\": 2}]\n}|"},
    {"two of them, the second behind the first", "{\n}\n{\n\"a\":1\n}",
     "1.1 {\n}|3.1 {\n\"a\":1\n}|"},
    {"an indented array", "[\n {\n  \"a\": 1\n },\n {\n }\n]\n",
     "2.1 {\n  \"a\": 1\n }|5.1 {\n }|"},
    {"an array in one line", "[{\"a\":1}, {\"b\":2},{}]", "1.1 {\"a\":1}|1.2 {\"b\":2}|1.3 {}|"},
    {"an array with a value a line", "[{\"a\":1},\n{\"b\":2}\n]", "1.1 {\"a\":1}|2.1 {\"b\":2}|"},
    {"an empty array", "[]\n", ""},
    {"braces in strings count for nothing", "{\n\"a\": \"}\\\"}{\"\n}",
     "1.1 {\n\"a\": \"}\\\"}{\"\n}|"},
    {"a line that is cut off harms no other", "{\"a\":\"x\n{\"b\":2}",
     "1.1 {\"a\":\"x|2.1 {\"b\":2}|"},
    {"a string that is cut off harms no other object", "{\n\"a\": \"x\n}\n{\n\"b\": \"y\"\n}\n",
     "1.1 {\n\"a\": \"x\n}|4.1 {\n\"b\": \"y\"\n}|"},
    {"a brace within a string ends no object", "[{\"a\":\"xx}y\"},{\"b\":2}]",
     "1.1 {\"a\":\"xx}y\"}|1.2 {\"b\":2}|"},
    {"what is no object is a value to complain of", "abc\n[1]\n{\"a\":1} x\n",
     "1.1 abc|2.1 [1]|3.1 {\"a\":1} x|"},
    {"a string over a line's end breaks its object alone", "{\n\"a\": \"x\ny\"\n}\n{\n}\n",
     "1.1 {\n\"a\": \"x\ny\"\n}|5.1 {\n}|"},
    {"an object without its end", "{\n\"a\": 1\n", "1.1 {\n\"a\": 1\n|"},
    {"a brace left alone harms no other", "{\n{\"a\":1}\n{\"b\":2}",
     "1.1 {|2.1 {\"a\":1}|3.1 {\"b\":2}|"},
    {"objects at the margin inside another", "{\n\"a\": [\n{\n},\n{\n}\n]}",
     "1.1 {\n\"a\": [\n{\n},\n{\n}\n]}|"},
    {"lines that end as on Windows", "{\"a\":1}\r\n\r\n{\"b\":2}\r\n",
     "1.1 {\"a\":1}|3.1 {\"b\":2}|"},
    {"blanks after the last line", "{\"a\":1}\n  ", "1.1 {\"a\":1}|"},
    {"an array of numbers, byte by byte", "[1]", "1.1 [1]|"},
    {"nothing", "", ""},
};

static void put(gisa_buf *out, const gisa_json_cut *c, gisa_str value)
{
    gisa_buf_addf(out, "%u.%u %.*s|", (unsigned)c->line, c->nth, GISA_ARG(value));
}

/* As the text comes in, byte by byte: the same values. */
static void check_stream(gisa_str text, const char *want, const char *name)
{
    gisa_buf got = {0};
    gisa_str value;
    gisa_json_cut c = {.rest = {text.p, 0}, .goes_on = true};
    for (gisa_status st; (st = gisa_json_cut_next(&c, &value)) != GISA_END;) {
        if (st == GISA_OK) put(&got, &c, value);
        size_t known = (size_t)(c.rest.p - text.p) + c.rest.n;
        if (st == GISA_SKIP && known < text.n) c.rest.n++;
        if (st == GISA_SKIP && known == text.n) c.goes_on = false;
    }
    SAME_C(gisa_buf_view(&got), want, name);
    gisa_buf_clear(&got);
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf got = {0};
        gisa_str value;
        gisa_json_cut c = {.rest = gisa_str_from(rows[i].text)};
        while (gisa_json_cut_next(&c, &value) == GISA_OK) put(&got, &c, value);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        check_stream(gisa_str_from(rows[i].text), rows[i].want, rows[i].name);
        gisa_buf_clear(&got);
    }
    return test_end();
}
