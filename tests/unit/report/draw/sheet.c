#include "report/draw/sheet.h"

#include <libxml/HTMLparser.h>

#include "tests/unit/press.h"

static void write_all(gisa_sheet *s)
{
    static const char *const names[] = {"이름", "n"};
    static const bool right[] = {false, true};
    gisa_str bad = GISA_STR("<script>*a*|[b](c)\n& \"q\"");
    gisa_sheet_open(s, bad, GISA_STR("below"));
    gisa_sheet_section(s, "Section");
    gisa_sheet_para(s, "note");
    gisa_sheet_text(s, bad);
    gisa_sheet_strong(s, GISA_STR("strong"));
    gisa_sheet_para_end(s);
    gisa_sheet_list(s, true);
    gisa_sheet_item(s);
    gisa_sheet_link(s, bad, GISA_STR("https://a.example/x?a=1&b=\"2\" <3>"));
    gisa_sheet_item_end(s);
    gisa_sheet_item(s);
    gisa_sheet_link(s, GISA_STR("no"), GISA_STR("javascript:alert(1)"));
    gisa_sheet_item_end(s);
    gisa_sheet_list_end(s);
    gisa_sheet_table(s, names, right, 2);
    for (int i = 0; i < 4; i++) {
        gisa_sheet_cell(s);
        gisa_sheet_text(s, bad);
    }
    gisa_sheet_table_end(s);
    gisa_sheet_tiles(s);
    gisa_sheet_tile(s, GISA_STR("7"), "things");
    gisa_sheet_tiles_end(s);
    gisa_sheet_raw(s, GISA_STR("<hr>"));
    gisa_sheet_close(s);
}

static void test_html(void)
{
    gisa_buf out = {0};
    gisa_sheet s = {.out = &out, .form = GISA_SHEET_HTML, .lang = GISA_LANG_KO};
    write_all(&s);
    OK(gisa_str_starts(gisa_buf_view(&out), GISA_STR("<!DOCTYPE html>\n<html lang=\"ko\">")),
       "a page of HTML5 in its language");
    OK(!press_has(&out, "<script"), "no text becomes markup");
    OK(!press_has(&out, "javascript:"), "only addresses of the web are links");
    OK(press_has(&out, "href=\"https://a.example/x?a=1&amp;b=&quot;2&quot;%20&lt;3&gt;\""),
       "an address cannot leave its attribute");
    OK(press_has(&out, "<td class=\"r\">"), "numbers are aligned right");
    OK(press_has(&out, "</td></tr>\n<tr><td>"), "rows begin by themselves");
    OK(press_has(&out, "<hr>"), "our own markup goes out");
    htmlDocPtr doc = htmlReadMemory(out.p, (int)out.n, "x.html", "UTF-8",
                                    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    OK(doc != NULL, "a browser can read it");
    xmlFreeDoc(doc);
    gisa_buf_clear(&out);
}

static void test_markdown(void)
{
    gisa_buf out = {0};
    gisa_sheet s = {.out = &out, .form = GISA_SHEET_MARKDOWN};
    write_all(&s);
    OK(press_has(&out, "# \\<script\\>\\*a\\*\\|\\[b\\](c) \\& \"q\"\n"),
       "a title stays one line and no markup");
    OK(press_has(&out, "](<https://a.example/x?a=1&b=\"2\"%20%3C3%3E>)"), "an address is a link");
    OK(press_has(&out, "2. no\n"), "what is no address of the web is text");
    OK(press_has(&out, "| --- | ---: |\n| "), "a table has its rule");
    OK(!press_has(&out, "<hr>"), "HTML of ours stays out");
    OK(press_has(&out, "-  **7** things\n"), "a tile is a point of a list");
    gisa_buf_clear(&out);
}

static void test_controls(void)
{
    gisa_str text = GISA_STR("a\033\xE2\x80\xAE\nb");
    gisa_str url = GISA_STR("http://a.example/\033\xE2\x80\xAE|x y");
    gisa_buf out = {0};
    gisa_sheet s = {.out = &out, .form = GISA_SHEET_MARKDOWN};
    gisa_sheet_link(&s, text, url);
    SAME_C(gisa_buf_view(&out),
           "[a\\<U+001B\\>\\<U+202E\\> b](<http://a.example/%1B%E2%80%AE%7Cx%20y>)",
           "controls are marks in text, and encoded in an address");
    gisa_buf_reset(&out);
    s.form = GISA_SHEET_HTML;
    gisa_sheet_link(&s, text, url);
    SAME_C(gisa_buf_view(&out),
           "<a href=\"http://a.example/%1B%E2%80%AE|x%20y\">"
           "a&lt;U+001B&gt;&lt;U+202E&gt;\nb</a>",
           "in HTML too");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_controls();
    test_html();
    test_markdown();
    return test_end();
}
