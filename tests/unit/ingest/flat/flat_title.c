/* The headline among the lines above a story. */
#include "ingest/flat/flat_page.h"
#include "tests/unit/page.h"

#define STORY                                                                                                                           \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다.\n" \
    "업계는 반겼다. 한 회사 대표는 “무단전재를 금지한 약관도 손봐야 한다”고 말했다.\n"              \
    "다만 비용이 걱정이라는 목소리도 있다. 전문가들은 전기요금이 관건이라고 입을 모았다.\n"

/* Lines like headlines, of which none is said again or in the text. */
#define FAR                                                                                                                          \
    "나라 밖 소식 둘러보기\n닫기\n바다 건너 날씨 둘러보기\n닫기\n거리 음악 행사 둘러보기\n닫기\n" \
    "동네 빵집 소식 둘러보기\n닫기\n"

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
    {"decks without their headline are none",
     "정부, 공개 모델 계획 첫 발표\n업계 \"걱정하던 비용 풀렸다\" 환영\n"
     "전문가 \"전기요금이 관건\" 지적\n" STORY,
     NULL},
    {"a headline that is printed twice is, before its decks",
     "공개 모델 널리 쓴다 열 곳에\n전체 메뉴\n공개 모델 널리 쓴다 열 곳에\n공유창 닫기\n"
     "정부, 공개 모델 계획 첫 발표\n업계 \"걱정하던 비용 풀렸다\" 환영\n"
     "전문가 \"전기요금이 관건\" 지적\n" STORY,
     "공개 모델 널리 쓴다 열 곳에"},
    {"a headline printed twice is, though a line nearer the text is as good",
     "공개 모델 널리 쓴다 열 곳에\n메뉴\n공개 모델 널리 쓴다 열 곳에\n메뉴\n" FAR FAR FAR
     "업계 전기요금 비용 걱정…목소리\n" STORY,
     "공개 모델 널리 쓴다 열 곳에"},
    {"a first line that ends in a comma is text", "공개 모델을 널리 쓰기로 한 정부,\n" STORY, NULL},
    {"a line that breaks off is text", "정부가 공개 모델을 널리 쓰기로 한 것을\n" STORY, NULL},
    {"a headline in capitals of its own may end in a noun",
     "정부가 공개 모델을 널리 쓰기로 한 것\n" STORY, "정부가 공개 모델을 널리 쓰기로 한 것"},
    {"a line after a sentence is text",
     "답은 정부입니다.\n공개 모델 비용 전기요금 널리 쓰기\n" STORY, NULL},
    {"half of a quotation is none", "열 곳에\" 공개 모델 정부 계획\n" STORY, NULL},
    {"a sentence and the beginning of another are none",
     "정부는 공개 모델을 썼다. 왼쪽부터 업계 대표\n" STORY, NULL},
    {"a sentence in quotation marks may be", "\"공개 모델을 썼다. 다만 비용이\" 업계 대표\n" STORY,
     "\"공개 모델을 썼다. 다만 비용이\" 업계 대표"},
    {"a caption's mark begins none", "▲ 공개 모델 비용을 살피는 업계 대표\n" STORY, NULL},
    {"who wrote it is none", "김말이 가나시 업계 대표\n" STORY, NULL},
    {"what someone did is", "김말이 업계 대표 비용 걱정\n" STORY, "김말이 업계 대표 비용 걱정"},
    {"words of a menu are none, though they are printed twice",
     "새벽신문\n정부 업계 공개 모델 비용 전기요금 계획 목소리\n닫기\n"
     "정부 업계 공개 모델 비용 전기요금 계획 목소리\n공개 모델 널리 쓴다\n김말이 기자\n" STORY,
     "공개 모델 널리 쓴다"},
    {"a line of a programme's data is none", "□ 출연자 : 정부 업계 대표\n" STORY, NULL},
    {"a line with an address is none", "정부 공개 모델 계획 https://a.example/\n" STORY, NULL},
    {"a label in brackets is none", "[커버 이야기/ 정부 공개 모델 비용]\n" STORY, NULL},
    {"reporter and date in one line sign a short headline, whatever is behind them",
     "공개 모델 쓴다\n김말이 기자 | 2025-02-03 04:37 [sns_a_] [sns_b_]\n" STORY, "공개 모델 쓴다"},
    {"a crawler's title that is a site's name is none",
     "---\ntitle: 가나도청누리집 - 보도자료 |\n---\n### 공개 모델 널리 쓴다\n\n" STORY,
     "공개 모델 널리 쓴다"},
    {"nor is it when there is no other", "---\ntitle: 가나도청누리집 - 보도자료\n---\n" STORY,
     NULL},
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
