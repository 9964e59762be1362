#include "ingest/page/picture_line.h"

#include "tests/unit/page.h"

#define END    "<p>끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다.</p>"
#define END_IN "\n끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다."
#define IMG    "<p><img src=/1.jpg></p>"

static const struct {
    const char *name, *html, *caption;
} rows[] = {
    {"a mark points to the picture", IMG "<p>▲ 나루시 공무원이 둑을 살폈다.</p>",
     "▲ 나루시 공무원이 둑을 살폈다."},
    {"the text after it is not in the middle as it is",
     IMG "<p style=\"text-align:center\">나루시 공무원이 둑을 살폈다.</p>",
     "나루시 공무원이 둑을 살폈다."},
    {"a noun and a credit", IMG "<p>둑을 살피는 공무원. 나루시</p>", "둑을 살피는 공무원. 나루시"},
    {"after a break", "<p>둑을 새로 쌓았다.<br><img src=/1.jpg><br>둑을 살피는 공무원들</p>",
     "둑을 살피는 공무원들"},
    {"a sentence that shows what goes on", IMG "<p>나루시 공무원이 둑을 살피고 있다.</p>",
     "나루시 공무원이 둑을 살피고 있다."},
    {"two of them are text", IMG "<p>비가 온다. 나루시 공무원이 둑을 살피고 있다.</p>", NULL},
    {"a sentence is text", IMG "<p>나루시 공무원이 둑을 살폈다.</p>", NULL},
    {"so is a question", IMG "<p>둑을 살피지 않아도 되는가.</p>", NULL},
    {"and a subhead", IMG "<p><b>둑을 살피는 공무원들</b></p>", NULL},
    {"with a mark, too", IMG "<p>◇둑을 살피는 공무원들</p>", NULL},
    {"a line after other text", IMG "<p>나루시가 둑을 고쳤다.</p><p>둑을 살피는 공무원들</p>",
     NULL},
    {"a line with a link", IMG "<p>둑을 살피는 <a href=/2>나루시</a> 공무원들</p>", NULL},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<div>%s%s%s</div>", PAGE_TEXT, rows[i].html, END);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "", html.p, NULL);
        EQUAL(p.article.n_captions, rows[i].caption ? 1 : 0, rows[i].name);
        if (rows[i].caption && p.article.n_captions)
            SAME_C(p.article.captions[0], rows[i].caption, rows[i].name);
        OK(gisa_str_ends(p.article.body, GISA_STR(END_IN)), rows[i].name);
    }
    page_html(&p, "", "<div>" IMG "<p>▲ 나루시가 둑을 고쳐 물길을 바로잡았다고 밝혔다.</p></div>",
              NULL);
    EQUAL(p.article.n_captions, 0, "a line beside no text is the text");
    page_html(&p, "",
              "<div>" IMG
              "<p>나루시 공무원들이 비가 그친 뒤 새로 쌓은 둑을 하나하나 살피고 있다.</p>" IMG
              "<p>마을 사람들이 둑 위에 모여 공무원들이 일하는 것을 지켜보고 있다.</p>" IMG
              "<p>아이들이 물이 빠진 논에서 미꾸라지를 잡으며 놀고 있다.</p></div>",
              NULL);
    EQUAL(p.article.n_captions, 0, "nor are they where the page has no other");
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
