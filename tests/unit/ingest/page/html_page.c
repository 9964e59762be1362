/* HTML pages through the front door: where the body is, and the fields around it. */
#include "ingest/extract.h"
#include "tests/unit/test.h"

#define P1                                                                                         \
    "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 모두 열 곳에 들인다는 계획이다."
#define P2 "업계는 반겼다. 한 회사 대표는 “약관도 손봐야 한다”고 말했다. 다른 회사도 뜻을 같이했다."
#define P3 "다만 비용이 걱정이라는 목소리도 있다. 전문가들은 전기요금이 관건이라고 입을 모았다."
#define HEAD                                                                                                   \
    "<html><head><meta property=og:title content=\"공개 모델 널리 쓴다\"><title>공개 모델 널리 " \
    "쓴다 - 가나일보</title>"
#define SIDE                                                                                            \
    "<div class=related><ul><li><a href=/1>다른 기사의 제목이 여기에 있다</a></li><li><a " \
    "href=/2>또 다른 기사의 제목이 여기에 있다"                                           \
    "</a></li></ul></div><footer>가나일보 서울시 어느 길 1</footer>"

static const struct {
    const char *name, *page, *body, *published, *subtitle;
} rows[] = {
    {"paragraphs that are <br> runs in one box",
     HEAD "</head><body><div id=article_body>" P1 "<br><br>" P2 "<br><br>" P3 "</div>" SIDE,
     P1 "\n" P2 "\n" P3, "", NULL},
    {"the body's box without any name",
     HEAD "</head><body><div><a href=/>홈</a> <a href=/2>경제</a></div><div><div><p>" P1
          "</p><p>" P2 "</p></div><p>" P3 "</p></div>" SIDE,
     P1 "\n" P2 "\n" P3, "", NULL},
    {"a body in __NEXT_DATA__ alone",
     HEAD "</head><body><div id=__next><h1>공개 모델 널리 쓴다</h1>불러오는 중</div><script "
          "id=__NEXT_DATA__ type=application/json>"
          "{\"props\":{\"view\":{\"title\":\"공개 모델 널리 "
          "쓴다\",\"publishedAt\":\"2025-02-03T04:37:00+09:00\",\"blocks\":["
          "{\"type\":\"text\",\"content\":\"" P1 "\"},{\"type\":\"text\",\"content\":\"" P2
          "\"},{\"type\":\"text\",\"content\":\"" P3 "\"}]}}}</script>" SIDE,
     P1 "\n" P2 "\n" P3, "2025-02-03T04:37:00+09:00", NULL},
    {"Seoul time stamped as UTC is Seoul time",
     HEAD "<meta property=article:published_time "
          "content=2025-02-03T04:37:12Z></head><body><h1>공개 모델 널리 쓴다</h1>"
          "<p>입력 2025.02.03 04:37</p><div id=article_body><p>" P1 "</p><p>" P2 "</p></div>" SIDE,
     P1 "\n" P2, "2025-02-03T04:37:12+09:00", NULL},
    {"a deck in its own box",
     HEAD "</head><body><h1>공개 모델 널리 쓴다</h1><h3 class=subtitle>열 곳에 먼저 들인다</h3>"
          "<div id=article_body><p>" P1 "</p><p>" P2 "</p></div>" SIDE,
     P1 "\n" P2, "", "열 곳에 먼저 들인다"},
    {"labels, credits and offers between title and text are no deck",
     HEAD
     "</head><body><div class=subtitle>담당자 : 문소담</div><h1>공개 모델 널리 쓴다</h1>"
     "<div class=subtitle>글 문소담 · 사진 길마루</div><div class=subtitle>글자 크기 조절 : 작게 "
     "보통 크게</div><div class=subtitle>열 곳에 먼저 들인다</div>"
     "<div id=article_body><p>" P1 "</p><p>" P2 "</p></div>" SIDE,
     P1 "\n" P2, "", "열 곳에 먼저 들인다"},
    {"a sentence between headline and byline is a subtitle",
     HEAD "</head><body><h1>공개 모델 널리 쓴다</h1><p>나라의 열 곳에 올해 안으로 먼저 들이기로 "
          "했다.</p><p>홍길동 기자</p><p>" P1 "</p><p>" P2 "</p>" SIDE,
     P1 "\n" P2, "", "나라의 열 곳에 올해 안으로 먼저 들이기로 했다."},
    {"three of them are the text",
     HEAD "</head><body><h1>공개 모델 널리 쓴다</h1><p>" P3 "</p><p>" P2 "</p><p>" P1
          "</p><p>홍길동 기자</p><p>" P1 "</p>" SIDE,
     P3 "\n" P2 "\n" P1, "", NULL},
    {"a sentence without a byline after it is the text",
     HEAD "</head><body><h1>공개 모델 널리 쓴다</h1><p>" P1 "</p><p>" P2 "</p>" SIDE, P1 "\n" P2,
     "", NULL},
    {"a caption in one block with the text is parted from it",
     HEAD "</head><body><div><p>설명회 모습 (사진=가나시 제공) " P1 "</p><p>" P2 "</p></div>" SIDE,
     P1 "\n" P2, "", NULL},
    {"a text printed twice is taken once",
     HEAD "</head><body><div itemprop=articleBody><p>" P1 "</p><p>" P2
          "</p></div><div style=\"display:none\"><p>" P1 "</p><p>" P2 "</p></div>" SIDE,
     P1 "\n" P2, "", NULL},
};

int main(void)
{
    gisa_extractor *x;
    gisa_extract_work *work;
    gisa_error err;
    WENT(gisa_extractor_open(&x, &err), err, "an extractor opens");
    WENT(gisa_extract_work_open(x, &work, &err), err, "a workspace opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_article a = {0};
        char when[GISA_TIME_CHARS];
        gisa_extract_opts opts = {.url = GISA_STR("http://www.gana.example/news/1")};
        WENT(gisa_extract(work, gisa_str_from(rows[i].page), &opts, &a, &err), err, rows[i].name);
        SAME_C(a.title, "공개 모델 널리 쓴다", rows[i].name);
        SAME_C(a.body, rows[i].body, rows[i].name);
        SAME_C(a.subtitle, rows[i].subtitle, rows[i].name);
        SAME_C(a.outlet, "gana", rows[i].name);
        SAME_C(a.outlet_name, "가나일보", rows[i].name);
        gisa_time_format(&a.published, when);
        SAME_C(gisa_str_from(when), rows[i].published, rows[i].name);
        gisa_article_clear(&a);
    }
    gisa_extract_work_close(work);
    gisa_extractor_close(x);
    return test_end();
}
