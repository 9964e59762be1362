#include "ingest/page/mail_foot.h"

#include "tests/unit/page.h"

#define OUT "<p>더는 받지 않으시려면 수신거부를 눌러 주세요.</p>"

static const struct {
    const char *name, *html, *kept;
} rows[] = {
    {"how to unsubscribe ends a letter", OUT "<p>보내는 곳은 미르AI 편지방으로 되어 있다.</p>", ""},
    {"with sender and address above it",
     "<p>이번 편지는 어땠나요?</p><p>미르 편지 | letter@example.kr</p><p>나루시 새길 3</p>" OUT,
     ""},
    {"up to the last sentence",
     "<p>다음 주에는 목욕탕 이야기로 찾아뵙겠습니다.</p><p>나루시 새길 3</p>" OUT,
     "\n다음 주에는 목욕탕 이야기로 찾아뵙겠습니다."},
    {"a story of it goes on",
     "<p>구독 해지 단추를 찾기 어렵다는 항의도 있었다.</p><p>회사는 단추를 눈에 잘 띄게 곧 "
     "고치겠다고 했다.</p>",
     "\n구독 해지 단추를 찾기 어렵다는 항의도 있었다.\n회사는 단추를 눈에 잘 띄게 곧 고치겠다고 "
     "했다."},
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
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&want);
    page_close(&p);
    return test_end();
}
