#include "corpus/plain_json.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "tests/unit/test.h"

/* Texts that are read without jansson, and those that are left to it. */
static const struct {
    const char *name, *json;
    bool plain;
} rows[] = {
    {"an article",
     "{\"title\":\"제목\",\"body\":\"첫 줄\\n둘째 \\\"줄\\\"\",\"section\":null,\"authors\":"
     "[{\"name\":\"이름\",\"email\":null}],\"captions\":[],\"rights\":{}}",
     true},
    {"space wherever it may be",
     " \t\r\n{ \"a\" : [ \"b\" , null ] , \"c\" : { \"d\" : \"e\" } } \n", true},
    {"space in keys and strings", "{ \" a \" : \" b \" }", true},
    {"each escape of one letter", "{\"a\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", true},
    {"escapes one after another, far from each other and at both ends",
     "{\"a\":\"\\n\\nacht bytes, and more of them\\tand the end\\n\",\"b\":\"c\"}", true},
    {"true, false and whole numbers", "{\"a\":true,\"b\":false,\"c\":0,\"d\":20250317}", true},
    {"eighteen digits", "{\"a\":123456789012345678}", true},
    {"characters of each length", "{\"a\":\"aé한😀\"}", true},
    {"the replacement character", "{\"a\":\"\xEF\xBF\xBD\"}", true},
    {"nothing in it", "{}", true},
    {"an empty key and an empty string", "{\"\":\"\"}", true},
    {"nineteen digits", "{\"a\":1234567890123456789}", false},
    {"a number with a sign", "{\"a\":-1}", false},
    {"a fraction", "{\"a\":1.5}", false},
    {"an exponent", "{\"a\":1e5}", false},
    {"a number that begins with zero", "{\"a\":01}", false},
    {"an escape by number", "{\"a\":\"\\u00e9\"}", false},
    {"a zero by number", "{\"a\":\"\\u0000\"}", false},
    {"an unknown escape", "{\"a\":\"\\x\"}", false},
    {"a control character", "{\"a\":\"b\nc\"}", false},
    {"a control character after seven others", "{\"a\":\"1234567\x1f\"}", false},
    {"ill-formed UTF-8", "{\"a\":\"\xEA\xB0\"}", false},
    {"a surrogate", "{\"a\":\"\xED\xA0\x80\"}", false},
    {"a key twice", "{\"a\":1,\"a\":2}", false},
    {"a list", "[\"a\"]", false},
    {"a string", "\"a\"", false},
    {"nothing", "", false},
    {"space", "  ", false},
    {"something after it", "{}x", false},
    {"a comma too many", "{\"a\":1,}", false},
    {"a comma too many in a list", "{\"a\":[1,]}", false},
    {"no comma", "{\"a\":1 \"b\":2}", false},
    {"no colon", "{\"a\" 1}", false},
    {"no value", "{\"a\":}", false},
    {"a word that is none", "{\"a\":nul}", false},
    {"a word with more behind it", "{\"a\":nulls}", false},
    {"a key without marks", "{a:1}", false},
    {"as deep as it may be", "{\"a\":[[[[1]]]]}", true},
    {"deeper", "{\"a\":[[[[[1]]]]]}", false},
};

static void test_row(size_t i)
{
    gisa_str json = test_exact(rows[i].json);
    json_error_t fault;
    json_t *plain = gisa_plain_json_read(json);
    json_t *full = json_loadb(json.p, json.n, JSON_REJECT_DUPLICATES, &fault);
    OK(!plain == !rows[i].plain, rows[i].name);
    if (plain) OK(full && json_equal(plain, full), rows[i].name);
    json_decref(plain);
    json_decref(full);
    free((char *)(uintptr_t)json.p);
}

/* What is cut off anywhere is left to jansson. */
static void test_cut(size_t i)
{
    gisa_str json = gisa_str_trim(gisa_str_from(rows[i].json));
    for (size_t n = 0; n < json.n; n++) {
        char *part = gisa_memdup(json.p, n);
        json_t *plain = part ? gisa_plain_json_read((gisa_str){part, n}) : NULL;
        OK(!plain, "an object that is cut off");
        json_decref(plain);
        gisa_free(part);
    }
}

static void test_long_keys(void)
{
    gisa_buf json = {0};
    for (int n = 63; n <= 64; n++) {
        gisa_buf_reset(&json);
        gisa_buf_addf(&json, "{\"%0*d\":\"a\"}", n, 7);
        json_t *plain = gisa_plain_json_read(gisa_buf_view(&json));
        OK(!plain == (n > 63), "keys up to 63 bytes");
        json_decref(plain);
    }
    gisa_buf_clear(&json);
}

static void test_memory(void)
{
    for (size_t allowed = 0; allowed < 2; allowed++) {
        gisa_mem_fail_after(allowed);
        json_t *plain = gisa_plain_json_read(GISA_STR("{\"a\":\"b\\n\"}"));
        gisa_mem_fail_after(GISA_MEM_NEVER);
        OK(!plain == (allowed == 0), "without memory nothing is read");
        json_decref(plain);
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        test_row(i);
        if (rows[i].plain) test_cut(i);
    }
    test_long_keys();
    test_memory();
    return test_end();
}
