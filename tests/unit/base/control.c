/* Controls against ICU, over all code points; marks, escapes and one-line texts. */
#include "base/control.h"

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "tests/unit/test.h"

static bool is_control_by_icu(UChar32 cp)
{
    return u_charType(cp) == U_CONTROL_CHAR || u_charType(cp) == U_LINE_SEPARATOR ||
           u_charType(cp) == U_PARAGRAPH_SEPARATOR || u_hasBinaryProperty(cp, UCHAR_BIDI_CONTROL) ||
           (cp >= 0x206A && cp <= 0x206F);
}

static void test_set(void)
{
    unsigned wrong = 0, n = 0;
    for (UChar32 cp = 0; cp < 0x110000; cp++) {
        n += gisa_is_control((uint32_t)cp);
        wrong += gisa_is_control((uint32_t)cp) != is_control_by_icu(cp);
    }
    EQUAL(wrong, 0, "controls are C0, C1, separators of lines and what turns text around");
    EQUAL(n, 32 + 33 + 2 + 12 + 6, "all of them");
}

static void strip(gisa_buf *out, gisa_str text)
{
    gisa_control_strip(out, text, GISA_KEEP_NONE);
}

static void strip_lines(gisa_buf *out, gisa_str text)
{
    gisa_control_strip(out, text, GISA_KEEP_LAYOUT);
}

typedef void (*change)(gisa_buf *out, gisa_str text);

static void mark(gisa_buf *out, gisa_str text)
{
    gisa_control_mark(out, text, GISA_KEEP_NONE);
}

static void mark_but_layout(gisa_buf *out, gisa_str text)
{
    gisa_control_mark(out, text, GISA_KEEP_LAYOUT);
}

static const struct {
    const char *name;
    change run;
    const char *text, *want;
} rows[] = {
    {"plain text stays", mark, "한글 abc…", "한글 abc…"},
    {"nothing is nothing", mark, "", ""},
    {"an escape sequence is told", mark, "가\033[31m나", "가<U+001B>[31m나"},
    {"so is one that C1 begins", mark,
     "\xC2\x9B"
     "2J",
     "<U+009B>2J"},
    {"at the end too", mark, "가\x7F", "가<U+007F>"},
    {"two in a row", mark, "\b\r", "<U+0008><U+000D>"},
    {"an override of the order of text", mark,
     "a\xE2\x80\xAE"
     "b",
     "a<U+202E>b"},
    {"a line end is one where there may be none", mark, "a\nb\tc", "a<U+000A>b<U+0009>c"},
    {"and stays in a text of lines", mark_but_layout, "a\nb\tc\r\n", "a\nb\tc<U+000D>\n"},
    {"an isolate stays visible in a text of lines", mark_but_layout, "\xE2\x81\xA6x", "<U+2066>x"},
    {"bytes that are no UTF-8", mark,
     "a\x9B"
     "b",
     "a\xEF\xBF\xBD"
     "b"},
    {"U+FFFD itself stays", mark, "a\xEF\xBF\xBD", "a\xEF\xBF\xBD"},
    {"JSON escapes C1", gisa_control_escape, "{\"a\":\"\xC2\x9Bx\"}\n", "{\"a\":\"\\u009bx\"}\n"},
    {"and the separators of lines and bidi controls", gisa_control_escape,
     "\xE2\x80\xA8\xE2\x80\xAE", "\\u2028\\u202e"},
    {"DEL too, after a line end and bytes that are no UTF-8", gisa_control_escape,
     "{}\n\"\xFF\x7F\"", "{}\n\"\xFF\\u007f\""},
    {"and no text", gisa_control_escape, "{\"가\":1}\n{\"b\":2}\n", "{\"가\":1}\n{\"b\":2}\n"},
    {"one line has no controls", strip, "가\033[31m나\xC2\x9B", "가[31m나"},
    {"bidi controls go without a blank", strip,
     "a\xE2\x80\xAE"
     "b\xE2\x81\xA9",
     "ab"},
    {"white-space ones are one blank", strip, "a\r\n\tb", "a b"},
    {"beside a blank none more", strip, "a \nb\n c", "a b c"},
    {"others among them change nothing", strip, "a\n\033\nb", "a b"},
    {"white space after another control counts", strip, "a\033\nb\n\xFF", "a b \xEF\xBF\xBD"},
    {"a text of lines keeps them", strip_lines, "a\033\n\tb\r\n", "a\n\tb\n"},
    {"at the ends none", strip, "\na\n", "a"},
    {"a tab parts words, and a return does", strip, "a\tb\rc", "a b c"},
    {"NEL and the separators part words", strip,
     "a\xC2\x85"
     "b\xE2\x80\xA9"
     "c",
     "a b c"},
    {"blanks that were there stay", strip, " a  b ", " a  b "},
};

static void test_length_of_mark(void)
{
    for (uint32_t cp = 0; cp < 0x3000; cp++) {
        char bytes[4];
        gisa_buf out = {0};
        gisa_str text = {bytes, gisa_utf8_put(bytes, cp)};
        gisa_control_mark(&out, text, GISA_KEEP_NONE);
        if (gisa_is_control(cp))
            EQUAL(out.n, GISA_CONTROL_COLUMNS, "a mark has the columns it is said to have");
        else
            SAME(gisa_buf_view(&out), text, "what is no control is itself");
        gisa_buf_clear(&out);
    }
}

int main(void)
{
    gisa_buf out = {0};
    test_set();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        rows[i].run(&out, gisa_str_from(rows[i].text));
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
    OK(gisa_control_find(GISA_STR("a\n"), GISA_KEEP_NONE) &&
           !gisa_control_find(GISA_STR("a\n"), GISA_KEEP_LAYOUT) &&
           gisa_control_find(GISA_STR("a\n\r"), GISA_KEEP_LAYOUT) &&
           gisa_control_find(GISA_STR("\xFF"), GISA_KEEP_LAYOUT) &&
           !gisa_control_find(GISA_STR("한글"), GISA_KEEP_NONE),
       "what would be marked is found");
    test_length_of_mark();
    return test_end();
}
