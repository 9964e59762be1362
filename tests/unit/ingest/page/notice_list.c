#include "ingest/page/notice_list.h"

#include "tests/unit/page.h"

#define LIST                                                                                                                 \
    "<p>◇ 4급 승진<br>▲ 기획실장 김가람 ▲ 안전국장 이나루</p><p>◇ 5급 전보<br>▲ 총무과장 " \
    "박다솔</p>"
#define LINES "◇ 4급 승진\n▲ 기획실장 김가람 ▲ 안전국장 이나루\n◇ 5급 전보\n▲ 총무과장 박다솔"
#define DAY   "<meta property=\"article:published_time\" content=\"2026-01-05T10:00:00+09:00\">"

static const struct {
    const char *name, *title, *html, *want;
} rows[] = {
    {"a list of who moves is the text", "[인사] 새벽시",
     "<a href=/>나루일보</a><h1>[인사] 새벽시</h1><div>홍길동 기자</div><div>" LIST "</div>",
     LINES},
    {"up to the links below it", "[인사] 새벽시",
     "<h1>[인사] 새벽시</h1><div>" LIST
     "</div><p><a href=/1>새벽시 새 다리 놓는다</a></p><p>나루 소식</p>",
     LINES},
    {"up to the next heading", "[인사] 새벽시",
     "<h1>[인사] 새벽시</h1><div>" LIST "</div><h3>나루 소식</h3><p>새벽시 새 다리</p>", LINES},
    {"nothing below the title is none", "[인사] 새벽시", "<h1>[인사] 새벽시</h1><div>더 보기</div>",
     ""},
    {"running text is found as ever", "[인사] 새벽시",
     "<h1>[인사] 새벽시</h1><div>" PAGE_TEXT "</div>", PAGE_BODY},
};

int main(void)
{
    page p = {0};
    gisa_buf head = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf_reset(&head);
        gisa_buf_addf(&head, "<title>%s</title>" DAY, rows[i].title);
        gisa_buf_add_char(&head, 0);
        page_html(&p, head.p, rows[i].html, NULL);
        SAME_C(page_shown(p.article.body), rows[i].want, rows[i].name);
    }
    OK(gisa_title_heads_notice(GISA_STR(" <부고> 8월")), "a label says that a list may follow");
    OK(!gisa_title_heads_notice(GISA_STR("새벽시 [인사]")), "words after the title do not");
    gisa_buf_clear(&head);
    page_close(&p);
    return test_end();
}
