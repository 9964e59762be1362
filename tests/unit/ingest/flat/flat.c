/* Flattened text through the front door, as an editor would see it. */
#include "ingest/flat/flat.h"

#include "ingest/extract.h"
#include "tests/unit/page.h"

#define P1                                                                                         \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다."
#define P2 "업계는 반겼다. 한 회사 대표는 “무단전재를 금지한 약관도 손봐야 한다”고 말했다."
#define P3 "다만 비용이 걱정이라는 목소리도 있다. 전문가들은 전기요금이 관건이라고 입을 모았다."

#define P4 "서두르면 탈이 난다는 말도 나왔다. 담당자는 내년 봄에 값을 다시 매긴다고 설명했다."

/* Sections of a round-up, each behind a list of other stories. */
#define SECTIONS(list, next)                                                                       \
    list "\n가나시 새 다리 놓는다\n다라군 축제 열린다\n업계는 어떻게 보나\n" P2 "\n" next          \
         "\n마바역 승강장 넓힌다\n남은 걱정은 무엇\n" P4 "\n"
#define ROUND_UP(list, next)                                                                       \
    "오늘의 모델 소식\n입력 2025-02-03 04:37\n" P1 "\n" P3 "\n" P1                                 \
    " 다만 더 있다.\n" SECTIONS(list, next)

static const struct {
    const char *name, *text, *title, *subtitle, *author, *published, *outlet, *body;
} rows[] = {
    {"widgets, date, byline and notice frame the text",
     "닫기\n가나경제\n공개 모델 널리 쓴다…열 곳에 먼저\n김말이 기자\n입력 2025-02-03 "
     "04:37\n글자크기 설정\n" P1 "\n\n" P2 "\n\n" P3
     "\n©가나경제. 무단전재·재배포 금지\n0개의 댓글\n많이 본 기사\n엉뚱한 제목이 여기 있다\n닫기",
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, "김말이", "2025-02-03T04:37:00+09:00", "가나경제",
     P1 "\n" P2 "\n" P3},
    {"deck lines become the subtitle, a caption printed twice goes, no date is no date",
     "공개 모델 널리 쓴다\n공유\n0\n공개 모델 널리 쓴다\n열 곳에 먼저 들인다\n전기요금이 "
     "관건이라는 지적\n회의를 하는 사람들의 모습. "
     "사진=가나이미지 확대보기\n회의를 하는 사람들의 모습. 사진=가나\n" P1
     "\n“걱정도 있다”…비용이 관건\n" P3 "\n김말이 가나이코노믹 기자 mari@a.example",
     "공개 모델 널리 쓴다", "열 곳에 먼저 들인다\n전기요금이 관건이라는 지적", "김말이", NULL,
     "가나이코노믹", P1 "\n“걱정도 있다”…비용이 관건\n" P3},
    {"a headline of few syllables is one above a byline",
     "공개 모델 쓴다\n김말이 기자\n입력 2025-02-03 04:37\n" P1 "\n" P2, "공개 모델 쓴다", NULL,
     "김말이", "2025-02-03T04:37:00+09:00", NULL, P1 "\n" P2},
    {"Markdown",
     "# 공개 모델 널리 쓴다\n\n[홈](http://a.example/)\n\n![그림 "
     "설명](http://a.example/a.png)\n\n" P1 "\n\n**" P2
     "**\n\n## 관련기사\n\n- [다른 기사 제목](http://a.example/2)\n",
     "공개 모델 널리 쓴다", NULL, NULL, NULL, NULL, P1 "\n" P2},
    {"lists of headlines and sizes of letters are around the story",
     "공개 모델 널리 쓴다 | 가나일보\n정치\n경제\n사회\n가나시 새 다리 놓는다...\"내년 "
     "봄\"\n다라군 "
     "축제 다음 달 열린다\n마바구 도서관 새로 연다\n[단독] 사아동 시장 문 닫는다...\n자차면 길 "
     "넓힌다\n공개 모델 널리 쓴다\n2025년 02월 03일 04시 37분\n작은 크기 폰트\n큰 크기 폰트\n" P1
     "\n" P2 "\n" P3 "\n" P1
     " 다만 서두르지는 않는다.\n이 기사 어땠나요?\n가나시 새 다리 놓는다\n다라군 축제 "
     "다음 달 열린다\n마바구 도서관 새로 연다\n닫기",
     "공개 모델 널리 쓴다", NULL, NULL, "2025-02-03T04:37:00+09:00", NULL,
     P1 "\n" P2 "\n" P3 "\n" P1 " 다만 서두르지는 않는다."},
    {"a summary that the title said again cuts off becomes the subtitle",
     "공개 모델 널리 쓴다…열 곳에 먼저\n김말이 기자\n정부가 공개 모델을 널리 쓰기로 했다. 열 곳에 "
     "먼저 들인다고 "
     "전했다.\n공개 모델 널리 쓴다…열 곳에 먼저 / 가나\n공개 모델 널리 쓴다…열 곳에 먼저 / "
     "가나\n" P1 "\n" P2 "\n" P3 "\n" P1 " 다만 서두르지는 않는다.\n" P2
     " 다만 서두르지는 않는다.\n" P3 " 다만 서두르지는 않는다.\n",
     "공개 모델 널리 쓴다…열 곳에 먼저",
     "정부가 공개 모델을 널리 쓰기로 했다. 열 곳에 먼저 들인다고 전했다.", "김말이", NULL, NULL,
     P1 "\n" P2 "\n" P3 "\n" P1 " 다만 서두르지는 않는다.\n" P2 " 다만 서두르지는 않는다.\n" P3
        " 다만 서두르지는 않는다."},
    {"a wire report's head begins the story, not the summary above it",
     "공개 모델 널리 쓴다…열 곳에 먼저\n전체 맥락을 이해하려면 본문 보기를 권장합니다.\n" P2
     "\n글자크기로 변경됩니다.\n(서울=가나통신) 김말이 기자 = " P1 "\n" P2 "\n" P3,
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, "김말이", NULL, NULL,
     "(서울=가나통신) 김말이 기자 = " P1 "\n" P2 "\n" P3},
    {"a polite sentence about the page goes from a story that is told plainly",
     "공개 모델 널리 쓴다…열 곳에 먼저\n김말이 기자\n" P1 "\n" P2
     "\n번역을 하는 동안 화면이 느려질 수 있습니다.\n" P3,
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, "김말이", NULL, NULL, P1 "\n" P2 "\n" P3},
    {"and stays in one that is told politely",
     "공개 모델 널리 쓴다…열 곳에 먼저\n김말이 기자\n정부는 3일 공개 모델을 널리 쓰기로 했다고 "
     "밝혔습니다.\n번역을 하는 동안 화면이 느려질 수 있습니다.\n전문가들은 전기요금이 관건이라고 "
     "입을 모았습니다.",
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, "김말이", NULL, NULL,
     "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔습니다.\n번역을 하는 동안 화면이 느려질 수 "
     "있습니다.\n전문가들은 전기요금이 관건이라고 입을 모았습니다."},
    {"a crawler's head is fields",
     "---\ntitle: 공개 모델 널리 쓴다…열 곳에 먼저 | 가나일보\nauthor: 김말이\ndate: 2025-02-03\n"
     "sitename: 가나일보\n---\n" P1 "\n\n" P2,
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, "김말이", "2025-02-03", "가나일보", P1 "\n" P2},
    {"the page's own heading rather than the head's title around it",
     "Title: 공개 모델 널리 쓴다…열 곳에 먼저 - 가나일보\n\nURL Source: "
     "https://a.example/1\n\nMarkdown Content:\n# 공개 모델 널리 쓴다…열 곳에 먼저\n\n" P1
     "\n\n" P2,
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, NULL, NULL, NULL, P1 "\n" P2},
    {"no title line", P1 "\n" P2 "\n" P3, NULL, NULL, NULL, NULL, NULL, P1 "\n" P2 "\n" P3},
    {"a body of one line", P1 " " P2 " " P3, NULL, NULL, NULL, NULL, NULL, P1 " " P2 " " P3},
    {"line ends of Windows, tabs and spaces that do not break",
     "공개 모델 널리 쓴다…열 곳에 먼저\r\n\t입력\u00a02025-02-03\t04:37\r\n\r\n\u00a0\u00a0" P1
     "\r\n\t" P2 "\r\n",
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, NULL, "2025-02-03T04:37:00+09:00", NULL, P1 "\n" P2},
    {"a list of other stories in the middle goes, a subhead stays",
     "공개 모델 널리 쓴다…열 곳에 먼저\n입력 2025-02-03 04:37\n" P1 "\n" P2
     "\n관련기사\n[가나시 새 다리 놓는다](http://a.example/1)\n[다라군 축제 "
     "열린다](http://a.example/2)\n" P3 "\n비용이 관건\n" P1 " 다만 서두르지는 않는다.\n",
     "공개 모델 널리 쓴다…열 곳에 먼저", NULL, NULL, "2025-02-03T04:37:00+09:00", NULL,
     P1 "\n" P2 "\n" P3 "\n비용이 관건\n" P1 " 다만 서두르지는 않는다."},
    {"sections of a round-up between lists under one head are one story",
     ROUND_UP("관련기사", "관련기사") "김말이 기자 mari@a.example\nⓒ 가나경제", "오늘의 모델 소식",
     NULL, "김말이", "2025-02-03T04:37:00+09:00", "가나경제",
     P1 "\n" P3 "\n" P1 " 다만 더 있다.\n업계는 어떻게 보나\n" P2 "\n남은 걱정은 무엇\n" P4},
    {"lists under different heads are a portal's, with its teasers",
     ROUND_UP("관련기사", "많이 본 기사") "김말이 기자 mari@a.example\nⓒ 가나경제",
     "오늘의 모델 소식", NULL, NULL, "2025-02-03T04:37:00+09:00", "가나경제",
     P1 "\n" P3 "\n" P1 " 다만 더 있다."},
    {"so are those that no reporter's line ends", ROUND_UP("관련기사", "관련기사") "ⓒ 가나경제",
     "오늘의 모델 소식", NULL, NULL, "2025-02-03T04:37:00+09:00", "가나경제",
     P1 "\n" P3 "\n" P1 " 다만 더 있다."},
    {"and those behind the story's rights",
     "오늘의 모델 소식\n입력 2025-02-03 04:37\n" P1 "\n" P2
     "\n©가나경제. 무단전재·재배포 금지\n" SECTIONS("관련기사",
                                                    "관련기사") "김말이 기자 mari@a.example",
     "오늘의 모델 소식", NULL, NULL, "2025-02-03T04:37:00+09:00", "가나경제", P1 "\n" P2},
};

/* Ten megabytes of menu with a story in the middle: bounded, and found. */
static void reads_much(gisa_extract_work *work)
{
    gisa_buf text = {0};
    gisa_error err;
    gisa_article a = {0};
    gisa_extract_opts opts = {.format = GISA_FORMAT_TEXT};
    for (int i = 0; i < 60000; i++) gisa_buf_add_c(&text, "가나시 새 다리\n메뉴\n");
    gisa_buf_add_c(&text, "공개 모델 널리 쓴다…열 곳에 먼저\n입력 2025-02-03 04:37\n");
    gisa_buf_add_c(&text, P1 "\n" P2 "\n" P3 "\n");
    while (text.n < 10u << 20) gisa_buf_add_c(&text, "가나시 새 다리 놓는다\n다음\n");
    WENT(gisa_extract(work, gisa_buf_view(&text), &opts, &a, &err), err, "ten megabytes");
    SAME_C(a.body, P1 "\n" P2 "\n" P3, "the story among them");
    SAME_C(a.title, "공개 모델 널리 쓴다…열 곳에 먼저", "and its title");
    gisa_article_clear(&a);
    gisa_buf_clear(&text);
}

int main(void)
{
    page p = {0};
    const gisa_article *a = &p.article;
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char when[GISA_TIME_CHARS];
        WENT(page_flat(&p, rows[i].text), p.err, rows[i].name);
        SAME_C(a->title, rows[i].title, rows[i].name);
        SAME_C(a->subtitle, rows[i].subtitle, rows[i].name);
        SAME_C(a->n_authors ? a->authors[0].name : GISA_NONE, rows[i].author, rows[i].name);
        SAME_C(a->outlet_name, rows[i].outlet, rows[i].name);
        SAME_C(a->body, rows[i].body, rows[i].name);
        SAME_C(page_time(&a->published, when), rows[i].published ? rows[i].published : "",
               rows[i].name);
        gisa_article_clear(&p.article);
    }
    reads_much(p.work);
    page_close(&p);
    return test_end();
}
