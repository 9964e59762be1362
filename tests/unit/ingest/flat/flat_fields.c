/* Reporter, outlet, date and rights of flattened pages. */
#include "ingest/flat/flat_page.h"
#include "tests/unit/page.h"

#define STORY                                                                                                                           \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다.\n" \
    "업계는 반겼다. 한 회사 대표는 “무단전재를 금지한 약관도 손봐야 한다”고 말했다.\n"              \
    "다만 비용이 걱정이라는 목소리도 있다. 전문가들은 전기요금이 관건이라고 입을 모았다.\n"
#define TITLE "공개 모델 널리 쓴다…열 곳에 먼저\n"

static const struct {
    const char *name, *text, *author, *email, *published, *outlet, *notice;
} rows[] = {
    {"the day above the title is not the story's",
     "2025-03-09 (일)\n" TITLE "2025년 02월 03일 04시 37분 댓글\n" STORY, NULL, NULL,
     "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"unless there is no other", "2025.03.09 10:20\n" TITLE STORY, NULL, NULL,
     "2025-03-09T10:20:00+09:00", NULL, NULL},
    {"a date's line may end in the address of a link",
     "홈 [https://a.example/1]\n뉴스 [https://a.example/2]\n" TITLE
     "2025년 02월 03일 04시 37분 댓글 [https://a.example/list?n=1]\n" STORY,
     NULL, NULL, "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"or begin with a link's number",
     "[1]홈 [2]뉴스 [3]경제 [4]사회 [5]문화\n" TITLE
     "[6]사회부 입력 2025. 02. 03. 04:37 [7]댓글 0개\n" STORY,
     NULL, NULL, "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"title and date may be in one line",
     TITLE
     "메뉴\n공개 모델 널리 쓴다…열 곳에 먼저 사회부 입력 2025. 02. 03. 04:37 댓글 0개\n" STORY,
     NULL, NULL, "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"a sign-off below the story names reporter and outlet",
     TITLE STORY "YTN 김말이 (mari@a.example)\n[저작권자(c) YTN 무단전재 및 재배포 금지]", "김말이",
     "mari@a.example", NULL, "YTN", "[저작권자(c) YTN 무단전재 및 재배포 금지]"},
    {"an anchor hands over",
     TITLE
     "[앵커]\n정부가 공개 모델을 쓰기로 했습니다.\n김말이 기자가 취재했습니다.\n[기자]\n" STORY,
     "김말이", NULL, NULL, NULL, NULL},
    {"a reporter just below the title",
     TITLE "김말이 기자 이메일 보내기 구독\n작성 2025.02.03 04:37\n" STORY, "김말이", NULL,
     "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"the reporter among the makers",
     TITLE STORY "( 취재 : 김말이 / 영상편집 : 나그네 / 제작 : 새벽팀 )\n", "김말이", NULL, NULL,
     NULL, NULL},
    {"makers without a reporter", TITLE STORY "( 영상편집 : 나그네 / 제작 : 새벽팀 )\n", NULL, NULL,
     NULL, NULL, NULL},
    {"a lead names the reporter",
     TITLE "(서울=가나통신) 김말이 기자 = 정부는 3일 이같이 밝혔다. 내년부터다.\n" STORY, "김말이",
     NULL, NULL, NULL, NULL},
    {"a name alone between title and date",
     TITLE "김말이\n입력 2025-02-03 04:37 | 수정 2025-02-03 04:39\n" STORY, "김말이", NULL,
     "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"a name after the label of a portrait",
     "기자이미지 김말이\n" TITLE "입력 2025-02-03 04:37\n" STORY, "김말이", NULL,
     "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"name, role and address a line each", TITLE STORY "김말이\n기자\nmari@a.example\n공유\n",
     "김말이", "mari@a.example", NULL, NULL, NULL},
    {"an address alone is the only reporter's",
     TITLE "(서울=가나통신) 김말이 기자 = 정부는 3일 이같이 밝혔다. 내년부터다.\n" STORY
           "mari@a.example\n",
     "김말이", "mari@a.example", NULL, NULL, NULL},
    {"two addresses are nobody's",
     TITLE "(서울=가나통신) 김말이 기자 = 정부는 3일 이같이 밝혔다. 내년부터다.\n" STORY
           "mari@a.example\ndesk@a.example\n",
     "김말이", NULL, NULL, NULL, NULL},
    {"a menu's word alone is nobody", TITLE "정치부\n입력 2025-02-03 04:37\n" STORY, NULL, NULL,
     "2025-02-03T04:37:00+09:00", NULL, NULL},
    {"a known outlet's name in a longer notice",
     TITLE STORY "메뉴\n닫기\nCopyright © KBS All Rights Reserved.", NULL, NULL, NULL, "KBS", NULL},
    {"an unknown outlet as the notice spells it, without the year",
     TITLE STORY "메뉴\n닫기\nⓒ 2025 가나이코노미 All rights reserved.", NULL, NULL, NULL,
     "가나이코노미", NULL},
    {"a notice far below the story, in a sentence's form",
     TITLE STORY "메뉴\n회사소개\n모든 콘텐츠는 저작권법의 보호를 받은바, 무단 전재·복사·배포를 "
                 "금합니다.",
     NULL, NULL, NULL, NULL,
     "모든 콘텐츠는 저작권법의 보호를 받은바, 무단 전재·복사·배포를 금합니다."},
    {"another story's reporter after a list is not this one's",
     TITLE STORY "많이 본 기사\n다라군 축제 열린다\n나그네 기자 na@a.example", NULL, NULL, NULL,
     NULL, NULL},
};

int main(void)
{
    page p = {0};
    const gisa_article *a = &p.article;
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char when[GISA_TIME_CHARS];
        WENT(page_flat(&p, rows[i].text), p.err, rows[i].name);
        SAME_C(a->n_authors ? a->authors[0].name : GISA_NONE, rows[i].author, rows[i].name);
        SAME_C(a->n_authors ? a->authors[0].email : GISA_NONE, rows[i].email, rows[i].name);
        SAME_C(a->outlet_name, rows[i].outlet, rows[i].name);
        SAME_C(a->rights.notice, rows[i].notice, rows[i].name);
        SAME_C(page_time(&a->published, when), rows[i].published ? rows[i].published : "",
               rows[i].name);
        gisa_article_clear(&p.article);
    }
    page_close(&p);
    return test_end();
}
