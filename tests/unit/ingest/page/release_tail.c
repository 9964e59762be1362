#include "ingest/page/release_tail.h"

#include "tests/unit/page.h"

#define ABOUT    "<p>미르AI는 2017년에 나루에서 문을 연 회사로 마흔 사람이 일하고 있다.</p>"
#define ABOUT_IN "\n미르AI는 2017년에 나루에서 문을 연 회사로 마흔 사람이 일하고 있다."
#define CONTACT  "<p>연락처: 미르AI 홍보팀 02-000-1234</p>"

static const struct {
    const char *name, *html, *kept;
} rows[] = {
    {"a firm and its contact go", "<p><b>미르AI 소개</b></p>" ABOUT CONTACT, ""},
    {"with what the service says of itself",
     "<p>◇ [미르AI 개요]</p>" ABOUT CONTACT "<p>알려 드린 글은 보낸 곳이 책임지는 글이다.</p>", ""},
    {"in English", "<p>About 미르AI</p>" ABOUT "<p>press@miruai.example</p>", ""},
    {"without a contact it is a section", "<p>미르AI 소개</p>" ABOUT, "\n미르AI 소개" ABOUT_IN},
    {"somebody else is",
     "<p>들꽃 소개</p><p>들꽃은 이 모델을 처음으로 쓸 모임이라고 한다.</p>" CONTACT,
     "\n들꽃 소개\n들꽃은 이 모델을 처음으로 쓸 모임이라고 한다."},
    {"what comes before most of the text is",
     "<p>미르AI 소개</p>" ABOUT CONTACT PAGE_TEXT "<p>이 모델은 나루와 가람에서 먼저 쓴다.</p>",
     "\n미르AI 소개" ABOUT_IN},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0}, want = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_reset(&want);
        gisa_buf_addf(&html, "<h1>미르AI, 새 모델 공개</h1><div>%s%s</div>", PAGE_TEXT,
                      rows[i].html);
        gisa_buf_addf(&want, "%s%s", PAGE_BODY, rows[i].kept);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>미르AI, 새 모델 공개</title>", html.p, NULL);
        gisa_str start = gisa_str_cut(
            p.article.body, 0, i + 1 == sizeof rows / sizeof rows[0] ? want.n : p.article.body.n);
        SAME(start, gisa_buf_view(&want), rows[i].name);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&want);
    page_close(&p);
    return test_end();
}
