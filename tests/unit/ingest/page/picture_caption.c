#include "ingest/page/picture_caption.h"

#include "tests/unit/page.h"

#define WORDS "나루시 공무원들이 새로 쌓은 둑을 살폈다."
#define TEXTS                                                                                                        \
    "<div class=a>" PAGE_BODY "</div><div class=a>둑은 마을을 두 번 지켰고 올여름에도 물이 넘지 " \
    "않으리라고 마을 사람들은 말한다.</div>"
#define PICTURED                                                                                                     \
    "<div class=a><img src=/2.jpg><p>둑을 쌓은 나루시 공무원들은 새 물길이 마을을 오래 지킬 " \
    "것으로 "                                                                                                     \
    "내다봤다.</p></div>"

static const struct {
    const char *name, *html;
    bool caption;
} rows[] = {
    {"a span that begins with a picture", "<span><img src=/1.jpg><em>" WORDS "</em></span>", true},
    {"a span between a picture and a block",
     "<div><img src=/1.jpg><span>" WORDS "</span><p>나루시가 둑을 쌓았다.</p></div>", true},
    {"a box", "<div><img src=/1.jpg><p>" WORDS "</p></div>", true},
    {"a list of definitions", "<dl><dt><img src=/1.jpg></dt><dd>" WORDS "</dd></dl>", true},
    {"a table", "<table><tr><td><img src=/1.jpg></td></tr><tr><td>" WORDS "</td></tr></table>",
     true},
    {"a box in a box", "<div><div><div><img src=/1.jpg></div><p>" WORDS "</p></div></div>", true},
    {"with a credit below", "<div><img src=/1.jpg><p>" WORDS "</p><p>나루시</p></div>", true},
    {"with another sentence below",
     "<div><img src=/1.jpg><p>" WORDS "</p><p>둑은 마을을 두 번 지켰고 올여름에도 물이 넘지 "
     "않으리라고 마을 사람들은 말한다.</p></div>",
     false},
    {"text before the picture", "<div><p>" WORDS "</p><img src=/1.jpg></div>", false},
    {"a heading", "<div><img src=/1.jpg><h3>" WORDS "</h3></div>", false},
    {"a card", "<div><img src=/1.jpg><p><a href=/2>" WORDS "</a></p></div>", false},
    {"a card that is a link", "<a href=/2><div><img src=/1.jpg><p>" WORDS "</p></div></a>", false},
    {"a box among boxes of text like it",
     "<section><div class=a><img src=/1.jpg><p>" WORDS "</p></div>" TEXTS "</section>", true},
    {"a box among others with pictures",
     "<section><div class=a><img src=/1.jpg><p>" WORDS "</p></div>" TEXTS PICTURED PICTURED
     "</section>",
     false},
    {"a box without a picture", "<div><p>" WORDS "</p></div>", false},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<div>%s%s%s</div>", PAGE_TEXT, rows[i].html, PAGE_TEXT);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "", html.p, NULL);
        EQUAL(p.article.n_captions, rows[i].caption ? 1 : 0, rows[i].name);
        if (rows[i].caption && p.article.n_captions)
            SAME_C(p.article.captions[0], WORDS, rows[i].name);
    }
    page_html(&p, "<title>나루시 둑</title>",
              "<div><h1>나루시 둑</h1><div><img src=/1.jpg><p>" WORDS
              " 둑은 400m다.</p></div></div>",
              NULL);
    EQUAL(p.article.n_captions, 0, "the only text of a page is no caption");
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
