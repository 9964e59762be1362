#include "base/status.h"
#include "base/utf8.h"
#include "tests/unit/test.h"

/* Characters of two to four bytes, cut wherever the room ends. */
static void test_cuts(void)
{
    static const char *const chars[] = {
        "©", "é", "ก", "힣", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF"};
    for (size_t c = 0; c < sizeof chars / sizeof chars[0]; c++) {
        size_t width = strlen(chars[c]), longest = 0;
        for (size_t shift = 0; shift < width; shift++) {
            char text[600];
            gisa_error err;
            size_t n = shift;
            memset(text, 'a', sizeof text);
            for (; n + width < sizeof text; n += width) memcpy(text + n, chars[c], width);
            text[n] = '\0';
            gisa_fail(&err, GISA_EIO, "%s", text);
            EQUAL(gisa_utf8_bad(gisa_str_from(err.text)), GISA_NPOS, "no character is cut");
            if (strlen(err.text) > longest) longest = strlen(err.text);
        }
        EQUAL(longest, sizeof((gisa_error *)0)->text - 1, "and none that fits is left out");
    }
    gisa_error err;
    char odd[600];
    memset(odd, '\x80', sizeof odd);
    gisa_fail(&err, GISA_EIO, "%.*s", (int)sizeof odd, odd);
    EQUAL(strlen(err.text), sizeof err.text - 1, "what is no character is not looked for");
    EQUAL(gisa_fail(&err, GISA_EIO, "%s", ""), GISA_EIO, "an error may have no text");
    SAME_C(gisa_str_from(err.text), "", "and then has none");
}

int main(void)
{
    gisa_error err;
    EQUAL(gisa_fail(&err, GISA_EIO, "%s: %d", "기사.txt", 7), GISA_EIO, "failing returns the code");
    EQUAL(err.code, GISA_EIO, "and stores it");
    OK(err.offset == GISA_NOWHERE, "without an offset the fault is nowhere");
    SAME_C(gisa_str_from(err.text), "기사.txt: 7", "the text is formatted");
    gisa_fail_at(&err, GISA_ECORRUPT, 42, "x");
    EQUAL(err.offset, 42, "an offset is stored");
    EQUAL(gisa_fail(NULL, GISA_ENET, "x"), GISA_ENET, "no error to fill is fine");
    EQUAL(gisa_fail_for(&err, GISA_ENOTFOUND, GISA_CAUSE_NO_ARCHIVE, "%s", "x"), GISA_ENOTFOUND,
          "failing for a cause returns the code");
    EQUAL(err.cause, GISA_CAUSE_NO_ARCHIVE, "and stores the cause");
    gisa_fail(&err, GISA_EIO, "y");
    EQUAL(err.cause, GISA_CAUSE_NONE, "which the next failure does not keep");
    EQUAL(gisa_fail_for(NULL, GISA_EIO, GISA_CAUSE_NO_ARCHIVE, "x"), GISA_EIO, "nobody need ask");
    for (size_t shift = 0; shift < 3; shift++) {
        char text[600] = "ab";
        for (size_t i = shift; i + 3 < sizeof text - 1; i += 3) memcpy(text + i, "힣", 4);
        gisa_fail(&err, GISA_EIO, "%s", text);
        OK(strlen(err.text) > 310, "a long text fills the room");
        EQUAL(gisa_utf8_bad(gisa_str_from(err.text)), GISA_NPOS, "and is cut at a character");
    }
    SAME_C(gisa_str_from(gisa_status_name(GISA_ELIMIT)), "limit reached", "a status has a name");
    test_cuts();
    return test_end();
}
