#include <math.h>

#include "base/json.h"
#include "tests/unit/test.h"

static void numbers(void)
{
    static const struct {
        const char *name;
        double v;
        int decimals;
        const char *want;
    } rows[] = {
        {"a whole number has no point", 3, 4, "3"},
        {"trailing zeroes are dropped", 0.5, 4, "0.5"},
        {"zeroes behind the point stay", 1.05, 2, "1.05"},
        {"rounding goes half away from zero", 0.125, 2, "0.13"},
        {"rounding carries", 0.999, 2, "1"},
        {"a negative number keeps its sign", -2.25, 2, "-2.25"},
        {"minus zero is zero", -0.001, 2, "0"},
        {"money in won fits", 3.5e12, 4, "3500000000000"},
        {"what 63 bits do not hold is null", 9.2e18, 0, "null"},
        {"what they just hold is not", 9.1e18, 0, "9100000000000000000"},
        {"digits that a double does not have are left out", 123456789.123456789, 9,
         "123456789.1234568"},
        {"not a number is null", NAN, 2, "null"},
        {"infinity is null", INFINITY, 2, "null"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf b = {0};
        gisa_json_number(&b, rows[i].v, rows[i].decimals);
        SAME_C(gisa_buf_view(&b), rows[i].want, rows[i].name);
        gisa_buf_clear(&b);
    }
}

static void test_decimals(void)
{
    static const char *const wants[] = {"1",          "1.1",        "1.12",     "1.123",
                                        "1.1235",     "1.12346",    "1.123457", "1.1234568",
                                        "1.12345679", "1.123456789"};
    for (int decimals = 0; decimals < 10; decimals++) {
        gisa_buf b = {0};
        gisa_json_number(&b, 1.123456789, decimals);
        SAME_C(gisa_buf_view(&b), wants[decimals], "a number has the decimals that are asked for");
        gisa_buf_clear(&b);
    }
}

static void strings(void)
{
    static const struct {
        const char *name;
        gisa_str in;
        const char *want;
    } rows[] = {
        {"Korean stays as it is", {"딥시크", 9}, "\"딥시크\""},
        {"quotation marks and backslashes are escaped", {"a\"b\\", 4}, "\"a\\\"b\\\\\""},
        {"control characters are escaped", {"\n\t\x01", 3}, "\"\\n\\t\\u0001\""},
        {"a blank is not, but DEL", {"a b\x7F", 4}, "\"a b\\u007f\""},
        {"a lone continuation byte becomes U+FFFD", {"\x80", 1}, "\"\xEF\xBF\xBD\""},
        {"a NUL is escaped, not an end", {"a\0b", 3}, "\"a\\u0000b\""},
        {"ill-formed bytes become U+FFFD", {"a\xFF\xEA\xB0z", 5}, "\"a\xEF\xBF\xBD\xEF\xBF\xBDz\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf b = {0};
        gisa_json_quote(&b, rows[i].in);
        SAME_C(gisa_buf_view(&b), rows[i].want, rows[i].name);
        gisa_buf_clear(&b);
    }
}

static void raw(void)
{
    gisa_buf b = {0};
    gisa_json w = gisa_json_make(&b);
    gisa_json_array(&w);
    gisa_json_int(&w, 1);
    gisa_json_raw(&w, GISA_STR("6.1e-16"));
    gisa_json_end(&w);
    SAME_C(gisa_buf_view(&b), "[1,6.1e-16]", "a value that is JSON already takes its place");
    gisa_buf_clear(&b);
}

int main(void)
{
    raw();
    gisa_buf b = {0};
    gisa_json w = gisa_json_make(&b);
    gisa_json_object(&w);
    gisa_json_key_c(&w, "title", "x");
    gisa_json_key_str(&w, "via", GISA_NONE);
    gisa_json_key(&w, "list");
    gisa_json_array(&w);
    gisa_json_int(&w, 1);
    gisa_json_array(&w);
    gisa_json_end(&w);
    gisa_json_bool(&w, true);
    gisa_json_object(&w);
    gisa_json_end(&w);
    gisa_json_end(&w);
    gisa_json_key_int(&w, "n", -7);
    gisa_json_end(&w);
    SAME_C(gisa_buf_view(&b), "{\"title\":\"x\",\"via\":null,\"list\":[1,[],true,{}],\"n\":-7}",
           "commas and brackets fall into place");
    gisa_buf_clear(&b);
    numbers();
    test_decimals();
    strings();
    return test_end();
}
