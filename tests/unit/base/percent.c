#include "base/percent.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_buf out = {0};
    unsigned wrong = 0, unreserved = 0;
    for (unsigned byte = 0; byte < 256; byte++) {
        gisa_buf_reset(&out);
        gisa_percent_add(&out, (unsigned char)byte);
        wrong += gisa_percent_value(gisa_buf_view(&out), 0) != (int)byte;
        unreserved += gisa_is_unreserved(byte);
    }
    EQUAL(wrong, 0, "every byte comes back from its encoding");
    EQUAL(unreserved, 26 + 26 + 10 + 4, "66 characters are never encoded (RFC 3986, section 2.3)");
    gisa_buf_reset(&out);
    gisa_percent_add(&out, 0xEA);
    SAME_C(gisa_buf_view(&out), "%EA", "hex digits are in upper case");
    EQUAL(gisa_percent_value(GISA_STR("a%ea"), 1), 0xEA, "and read in either");
    EQUAL(gisa_percent_value(GISA_STR("%e"), 0), -1, "a cut encoding is none");
    EQUAL(gisa_percent_value(GISA_STR("%g1"), 0), -1, "nor are other letters");
    EQUAL(gisa_percent_value(GISA_STR("%1g"), 0), -1, "in either place");
    EQUAL(gisa_percent_value(GISA_STR("aea"), 0), -1, "nor is what has no percent sign");
    static const char *const cut[] = {"", "%", "%e", "a%"};
    for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
        gisa_str s = test_exact(cut[i]);
        for (size_t at = 0; at < s.n; at++)
            EQUAL(gisa_percent_value(s, at), -1, "what is cut is read to its end");
        free((char *)(uintptr_t)s.p);
    }
    gisa_buf_clear(&out);
    return test_end();
}
