/* The headline among the lines above a story. */
#include "ingest/flat/flat_page.h"
#include "tests/unit/page.h"

#define STORY                                                                                                                           \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다.\n" \
    "업계는 반겼다. 한 회사 대표는 “무단전재를 금지한 약관도 손봐야 한다”고 말했다.\n"              \
    "다만 비용이 걱정이라는 목소리도 있다. 전문가들은 전기요금이 관건이라고 입을 모았다.\n"

static const struct {
    const char *name, *text, *title;
} rows[] = {
    {"the line that the page's head holds",
     "[사회]공개 모델 널리 쓴다 | 가나일보\n가나시 새 다리 놓는다\n다라군 축제 열린다\n"
     "공개 모델 널리 쓴다\n가나시 새 다리 놓는다\n2025년 02월 03일 04:37\n" STORY,
     "공개 모델 널리 쓴다"},
    {"a head alone loses the names of site and section",
     "공개 모델 널리 쓴다…열 곳에 먼저 : 정보통신 : 가나일보\n닫기\n" STORY,
     "공개 모델 널리 쓴다…열 곳에 먼저"},
    {"a site's name may come first", "가나일보 :: 공개 모델 널리 쓴다 열 곳에 먼저\n닫기\n" STORY,
     "공개 모델 널리 쓴다 열 곳에 먼저"},
    {"a headline list above it is nearer the top and is none",
     "• 가나시 새 다리 놓는다 내년 봄\n• 다라군 축제 다음 달 열린다\n• 마바구 도서관 새로 연다\n"
     "공개 모델 널리 쓴다\n김말이 기자\n입력 2025-02-03 04:37\n" STORY,
     "공개 모델 널리 쓴다"},
    {"a caption printed twice is none",
     "공개 모델 널리 쓴다\n회의를 하는 사람들의 모습 그림\n회의를 하는 사람들의 모습 그림\n" STORY,
     "공개 모델 널리 쓴다"},
    {"a headline of Markdown keeps its colon",
     "# 공개 모델 널리 쓴다 : 열 곳\n\n[홈](http://a.example)\n\n" STORY,
     "공개 모델 널리 쓴다 : 열 곳"},
    {"a headline printed twice is no caption when the date follows",
     "새벽일보 연예\n공개 모델 널리 쓴다 열 곳에\n공개 모델 널리 쓴다 열 곳에\n"
     "입력 2025-02-03 04:37\n" STORY,
     "공개 모델 널리 쓴다 열 곳에"},
    {"a picture's text in brackets is none",
     "공개 모델 널리 쓴다 열 곳에\n입력 2025-02-03 04:37\n[공개 모델 널리 쓴다 열 곳에]\n" STORY,
     "공개 모델 널리 쓴다 열 곳에"},
    {"the label of a portrait signs, it heads nothing",
     "[기자이미지] 새벽 연예\n공개 모델 널리 쓴다\n입력 2025-02-03 04:37\n" STORY,
     "공개 모델 널리 쓴다"},
    {"no title line is no title", STORY, NULL},
};

int main(void)
{
    page p = {0};
    const gisa_article *a = &p.article;
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(page_flat(&p, rows[i].text), p.err, rows[i].name);
        SAME_C(a->title, rows[i].title, rows[i].name);
        gisa_article_clear(&p.article);
    }
    page_close(&p);
    return test_end();
}
