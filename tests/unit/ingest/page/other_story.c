#include "ingest/page/other_story.h"

#include "ingest/extract_work.h"
#include "tests/unit/page.h"

#define HEAD "<title>나루 장터 다시 열려 | 나루신문</title>"
#define OWN                                                                                        \
    "나루 장터가 다시 열린다. 상인들은 손님을 맞을 채비에 바쁘다고 했다. 첫날에는 풍물패가 온다."
#define NEXT                                                                                       \
    "가람군은 둑을 고친다. 공사는 내년 봄까지 이어지고 물길도 세 곳을 새로 판다고 밝혔다. 길다."
#define LONG NEXT NEXT NEXT

static const struct {
    const char *name, *body, *want;
} rows[] = {
    {"a second headline with a date begins another story",
     "<div><h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN "</p></div><div><h1>가람군 둑 "
     "고친다</h1><p>2025.05.11</p><p>" LONG "</p></div>",
     OWN},
    {"so does one in the same box",
     "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN
     "</p><h1>가람군 둑 고친다</h1><p>홍길동 "
     "기자</p><p>" LONG "</p>",
     OWN},
    {"headlines may be boxes of one class",
     "<div><div class=\"t\">나루 장터 다시 열려</div><p>" OWN
     "</p></div><div><div class=\"t\">가람군 "
     "둑 고친다</div><p>2025.05.11</p><p>" LONG "</p></div>",
     OWN},
    {"a heading without a date is a section",
     "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN "</p><h1>둑도 고친다</h1><p>" NEXT
     "</p>",
     OWN "\n둑도 고친다\n" NEXT},
    {"a date inside the text below a heading makes no story of the section",
     "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN "</p><h1>둑도 고친다</h1><p>2025년 5월 "
     "3일에 둑이 터졌다. " NEXT "</p>",
     OWN "\n둑도 고친다\n2025년 5월 3일에 둑이 터졌다. " NEXT},
    {"entries below lower headings have dates and are the story",
     "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN "</p><h2>둑도 고친다</h2><p>2025.05.11"
     "</p><p>" NEXT "</p>",
     OWN "\n둑도 고친다\n" NEXT},
    {"the headline again, below the text, begins nothing",
     "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN "</p><h1>나루 장터 다시 열려</h1><p>"
     "2025.05.12</p><p>" NEXT "</p>",
     OWN "\n" NEXT},
    {"a longer story above a headline with a date",
     "<p>" LONG LONG "</p><h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" OWN OWN OWN "</p>",
     OWN OWN OWN},
    {"a lead above a headline without a date stays",
     "<p>" NEXT "</p><h1>나루 장터 다시 열려</h1><p>" OWN OWN OWN "</p>", NEXT "\n" OWN OWN OWN},
    {"text above a headline with next to none below stays",
     "<p>" LONG "</p><h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>끝까지 읽어 주어 고맙다.</p>",
     LONG},
};

static void test_hostile(page *p)
{
    gisa_buf body = {0};
    gisa_buf_add_c(&body, "<h1>나루 장터 다시 열려</h1><p>2025.05.12</p><p>" LONG "</p>");
    for (int i = 0; i < 40000; i++) gisa_buf_add_c(&body, "<h1>둑</h1><p>2025.05.12</p>");
    gisa_buf_add_char(&body, 0);
    page_html(p, HEAD, body.p, NULL);
    SAME_C(p->article.body, LONG, "headlines without texts cost no square of their number");
    gisa_buf_clear(&body);
}

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        page_html(&p, HEAD, rows[i].body, NULL);
        SAME_C(p.article.body, rows[i].want, rows[i].name);
    }
    test_hostile(&p);
    page_close(&p);
    return test_end();
}
