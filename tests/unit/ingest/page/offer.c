#include "ingest/page/offer.h"

#include "tests/unit/page.h"

#define MORE                                                                                                                     \
    "<p>나루의 학교 열두 곳은 이 모델로 옛 신문을 옮겨 적는 수업을 열기로 했다. 첫 수업은 새 " \
    "학기에 열린다.</p>"
#define MORE_IN                                                                                                                 \
    "\n나루의 학교 열두 곳은 이 모델로 옛 신문을 옮겨 적는 수업을 열기로 했다. 첫 수업은 새 " \
    "학기에 열린다."
#define END    "<p>끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다.</p>"
#define END_IN "\n끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다."

static const struct {
    const char *name, *html, *kept;
} rows[] = {
    {"an invitation with a link in it goes with its picture",
     "<div><i>✉</i><p>나루는 금요일마다 편지를 보냅니다. <a href=/letter/signup>지금 "
     "받으세요.</a></p></div>" END,
     END_IN},
    {"a link that says so",
     "<div><p>나루의 일이 궁금하다면 <a href=/x>편지를 구독</a>하세요.</p></div>" END, END_IN},
    {"a box of the story with such a link stays",
     "<div><p>나루는 지난달 <a href=/x>구독</a> 값을 올렸다고 밝혔다.</p></div>" END,
     "\n나루는 지난달 구독 값을 올렸다고 밝혔다." END_IN},
    {"so does one with another link",
     "<div><p>나루의 일이 궁금하다면 <a href=/x>지도</a>를 보세요.</p></div>" END,
     "\n나루의 일이 궁금하다면 지도를 보세요." END_IN},
    {"what is offered below a wall goes",
     "<div><h3>이 글의 나머지는 구독자가 읽을 수 있습니다</h3><p>첫 달은 무료이고 언제든 그만둘 수 "
     "있습니다.</p><ul><li>자료 모음 이용</li></ul></div>",
     ""},
    {"a wall in English",
     "<div><h3>Subscribe to continue reading</h3><p>Cancel at any time, no questions "
     "asked.</p></div>",
     ""},
    {"a wall that the text goes on after is none",
     "<div>이 글의 나머지는 구독자가 읽을 수 있습니다.</div>" END,
     "\n이 글의 나머지는 구독자가 읽을 수 있습니다." END_IN},
    {"a sentence of the text about members stays", "<p>나머지 자료는 회원이 읽을 수 있습니다.</p>",
     "\n나머지 자료는 회원이 읽을 수 있습니다."},
    {"so does one that does not address the reader",
     "<div>나머지 자료는 회원만 읽을 수 있다고 나루는 덧붙였다.</div>",
     "\n나머지 자료는 회원만 읽을 수 있다고 나루는 덧붙였다."},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0}, want = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_reset(&want);
        gisa_buf_addf(&html, "<h1>미르AI, 새 모델 공개</h1><section>%s%s</section>", PAGE_TEXT MORE,
                      rows[i].html);
        gisa_buf_addf(&want, "%s%s", PAGE_BODY MORE_IN, rows[i].kept);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>미르AI, 새 모델 공개</title>", html.p, NULL);
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&want);
    page_close(&p);
    return test_end();
}
