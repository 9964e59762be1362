#include "ingest/page/cards_beside.h"

#include "tests/unit/page.h"

#define TITLE   "<title>나루 장터 다시 열려 | 나루신문</title>"
#define H1      "<h1>나루 장터 다시 열려</h1>"
#define DATE    "<p>2025.05.12 09:10</p>"
#define BRIEF   "나루 장터가 12일 다시 열린다. 상인들은 손님을 맞을 채비에 바쁘다고 했다."
#define TOLD    "가람군은 둑을 고친다. 공사는 내년 봄까지 이어지고 물길도 세 곳을 새로 판다고 밝혔다."
#define CARD    "<div><a href=\"/2\">가람군 둑 고친다</a><p>" TOLD "..</p></div>"
#define PAIR    "<h4><a href=\"/2\">가람군 둑 고친다는 소식</a></h4><p>" TOLD "</p>"
#define FOUR(x) x x x x

static const struct {
    const char *name, *html;
    bool alone; /* whether the brief alone is the body */
} rows[] = {
    {"cards in a box beside the brief's",
     H1 DATE "<div><p>" BRIEF "</p></div><div>" FOUR(CARD) "</div>", true},
    {"links that a script follows",
     H1 DATE "<div><p>" BRIEF
             "</p></div><div>" FOUR("<div><a>가람군 둑 고친다</a><p>" TOLD "</p></div>") "</div>",
     true},
    {"headlines and teasers in turn",
     H1 DATE "<div><p>" BRIEF "</p></div><div>" FOUR(PAIR) "</div>", true},
    {"a date above the headline",
     "<div>2025.05.12</div>" H1 "<div><p>" BRIEF "</p></div><div>" FOUR(CARD) "</div>", true},
    {"cards above the headline",
     "<div>" FOUR(CARD) "</div><div>" H1 DATE "<div><p>" BRIEF "</p></div></div>", true},
    {"cards with long teasers",
     H1 DATE "<div><p>" BRIEF
             "</p></div><div>" FOUR("<div><a href=\"/2\">가람군 둑 고친다</a><p>" TOLD " " TOLD
                                    " " TOLD "</p></div>") "</div>",
     true},
    {"without a date the cards may be what the page is about",
     H1 "<div><p>" BRIEF "</p></div><div>" FOUR(CARD) "</div>", false},
    {"cards in the box of the text are part of it",
     "<div>" H1 DATE "<p>" BRIEF "</p>" FOUR(CARD) "</div>", false},
    {"two cards are too few to be sure",
     H1 DATE "<div><p>" BRIEF "</p></div><div>" CARD CARD "</div>", false},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        page_html(&p, TITLE, rows[i].html, NULL);
        EQUAL(gisa_str_eq(p.article.body, GISA_STR(BRIEF)), rows[i].alone, rows[i].name);
    }
    page_html(&p,
              TITLE "<meta property=\"article:published_time\" content=\"2025-05-12T09:10:00\">",
              H1 "<div><p>" BRIEF "</p></div><div>" FOUR(CARD) "</div>", NULL);
    SAME_C(p.article.body, BRIEF, "a date in the head is enough");
    page_close(&p);
    return test_end();
}
