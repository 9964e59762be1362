#include "ingest/page/above_wire.h"

#include "tests/unit/page.h"

#define STORY                                                                                                                      \
    "<p>(나루=한들통신) 보리나 기자 = 도서관 1층에는 책 대신 화분이 줄지어 있다.</p>"                  \
    "<p>도서관은 올해 화분 팔백 개를 빌려주었고, 시든 채로 돌아온 것은 쉰 개가 되지 않는다.</p>" \
    "<p>시는 가을까지 도서관 네 곳에 화분 칸을 더 두기로 하고 예산을 세우고 있다.</p>"
#define BODY                                                                                                                  \
    "(나루=한들통신) 보리나 기자 = 도서관 1층에는 책 대신 화분이 줄지어 있다.\n"                  \
    "도서관은 올해 화분 팔백 개를 빌려주었고, 시든 채로 돌아온 것은 쉰 개가 되지 않는다.\n" \
    "시는 가을까지 도서관 네 곳에 화분 칸을 더 두기로 하고 예산을 세우고 있다."
#define AGAIN "도서관은 올해 화분 팔백 개를 빌려주었고, 시든 채로 돌아온 것은 쉰 개가 되지 않는다."
#define OWN   "빈 교실이 늘고 있다. 교육청마다 쓰임을 찾느라 바쁜데, 세 신문이 함께 찾아가 보았다."

static const struct {
    const char *name, *above, *before, *subtitle;
} rows[] = {
    {"headings are a subtitle", "<h2>사서 둘이 물 주는 서가</h2>", "", "사서 둘이 물 주는 서가"},
    {"a summary goes with the words of its buttons", "<p>" AGAIN "</p><p>빠르기 느림 보통 빠름</p>",
     "", NULL},
    {"a paragraph of its own stays", "<p>" OWN "</p>", OWN "\n", NULL},
    {"and all beside it", "<p>" OWN "</p><p>" AGAIN "</p>", OWN "\n" AGAIN "\n", NULL},
};

int main(void)
{
    page p = {0};
    gisa_buf html = {0}, want = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&html);
        gisa_buf_reset(&want);
        gisa_buf_addf(&html, "<h1>화분 빌려주는 도서관</h1><div>%s%s</div>", rows[i].above, STORY);
        gisa_buf_addf(&want, "%s%s", rows[i].before, BODY);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>화분 빌려주는 도서관</title>", html.p, NULL);
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
        SAME(p.article.subtitle, rows[i].subtitle ? gisa_str_from(rows[i].subtitle) : GISA_NONE,
             rows[i].name);
    }
    gisa_buf_clear(&html);
    gisa_buf_clear(&want);
    page_close(&p);
    return test_end();
}
