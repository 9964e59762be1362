#include "ingest/page/card_run.h"

#include "ingest/extract_work.h"
#include "tests/unit/page.h"

#define HEAD     "<link rel=canonical href=\"http://www.gana.example/1\">"
#define PICTURE  "<a href=\"/2\"><img src=\"/2.jpg\"></a>"
#define HEADLINE "<div><a href=\"/2\">장터가 다시 열린다는 소식</a></div>"
#define TEASER   "<div>세 해 만에 장터가 열린다. 첫날에는 풍물패가 온다.</div>"
#define TOLD     "세 해 만에 장터가 열려 첫날에는 풍물패가 오고 둘째 날에는 씨름판이 벌어진다고 했다. "
#define LONG     TOLD TOLD TOLD TOLD TOLD
#define THREE(x) x x x
#define MORE     "<p>끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다.</p>"
#define MORE_IN  "\n끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다."
#define CARD     "<div class=k>" PICTURE HEADLINE TEASER "</div>"
#define AWAY                                                                                       \
    "<div class=k><a href=\"http://dara.example/2\"><img src=\"/2.jpg\"></a><div><a "              \
    "href=\"http://dara.example/2\">장터가 다시 열린다는 소식</a></div>" TEASER "</div>"

static const struct {
    const char *name, *html;
    bool goes;
} rows[] = {
    {"picture, headline and teaser", THREE(CARD), true},
    {"headline and teaser", THREE("<div>" HEADLINE TEASER "</div>"), true},
    {"all of it one link",
     THREE("<a href=\"/2\"><img src=\"/2.jpg\"><div>장터가 다시</div>" TEASER "</a>"), true},
    {"items of a list", "<ul>" THREE("<li>" PICTURE HEADLINE TEASER "</li>") "</ul>", true},
    {"two are too few", CARD CARD, false},
    {"boxes of different classes",
     "<div class=a>" HEADLINE TEASER "</div><div class=b>" HEADLINE TEASER
     "</div><div class=c>" HEADLINE TEASER "</div>",
     false},
    {"links to other sites", THREE(AWAY), false},
    {"headlines that are no links", THREE("<div><div>장터가 다시 열린다</div>" TEASER "</div>"),
     false},
    {"links to pictures",
     THREE("<div><a href=\"/2.jpg\"><img src=\"/2.jpg\">장터가 다시 열린다</a>" TEASER "</div>"),
     false},
    {"links to three pages in each",
     THREE("<div>" HEADLINE
           "<div><a href=\"/3\">둘</a></div><div><a href=\"/4\">셋</a></div>" TEASER "</div>"),
     false},
    {"more text than a teaser", THREE("<div>" HEADLINE "<div>" LONG "</div></div>"), false},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<div>%s<div>%s</div>%s</div>", PAGE_TEXT, rows[i].html, MORE);
        gisa_buf_add_char(&html, 0);
        page_html(&p, HEAD, html.p, NULL);
        EQUAL(gisa_str_eq(p.article.body, GISA_STR(PAGE_BODY MORE_IN)), rows[i].goes, rows[i].name);
    }
    page_html(
        &p, HEAD,
        "<div><p>나루 장터의 소식을 모았다. 하나씩 읽어 보자.</p><div>" THREE(CARD) "</div></div>",
        NULL);
    OK(gisa_str_has(p.article.body, GISA_STR("풍물패")), "cards that hold most of the text stay");
    page_html(&p, HEAD,
              PAGE_TEXT "<section><h4>더 읽을 것</h4><div>" THREE(CARD) "</div></section>" MORE,
              NULL);
    SAME_C(p.article.body, PAGE_BODY MORE_IN, "the head of the cards goes with them");
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
