#include "base/xml.h"

#include "tests/unit/test.h"

int main(void)
{
    static const struct {
        const char *name, *text, *want;
    } rows[] = {
        {"what XML gives a meaning is escaped", "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"},
        {"an escape is text like any other", "&amp;", "&amp;amp;"},
        {"lines and tabs stay", "a\n\tb", "a\n\tb"},
        {"blanks stay", " a b ", " a b "},
        {"other controls are no XML, and get a mark", "a\x1f\r&",
         "a&lt;U+001F&gt;&lt;U+000D&gt;&amp;"},
        {"what turns the order of text around gets one", "\xE2\x80\xAE", "&lt;U+202E&gt;"},
        {"Hangul stays", "끝", "끝"},
        {"nothing is nothing", "", ""},
    };
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf_reset(&out);
        gisa_str text = test_exact(rows[i].text);
        gisa_xml_text(&out, text);
        free((char *)(uintptr_t)text.p);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_reset(&out);
    gisa_xml_text(&out, (gisa_str){"a\0b", 3});
    SAME_C(gisa_buf_view(&out), "a&lt;U+0000&gt;b", "a NUL byte gets one too");
    gisa_buf_clear(&out);
    return test_end();
}
