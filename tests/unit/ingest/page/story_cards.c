#include "ingest/page/story_cards.h"

#include "ingest/extract_work.h"
#include "tests/unit/page.h"

#define TEASER    "나루 장터가 다시 열린다. 상인들은 손님을 맞을 채비에 바쁘다고 했다."
#define LINK(tag) "<" tag "><a href=\"/1\">장터가 다시 열린다는 소식</a></" tag ">"
#define CARD      "<div>" LINK("h3") "<p>" TEASER "</p></div>"
#define PORTRAIT                                                                                                             \
    "<p>나루에서 강과 사람을 취재합니다. 물길을 따라 사는 이들의 하루를 오래 지켜봅니다. " \
    "2016년에 "                                                                                                            \
    "들어와 여러 부서를 거쳤고 지금은 강가의 작은 마을에 머뭅니다.</p>"
#define FOUR(x) x x x x

static const struct {
    const char *name, *html;
    bool all, portrait;
} rows[] = {
    {"four cards", FOUR(CARD), true, false},
    {"three are too few", CARD CARD CARD, false, false},
    {"headlines that are no headings", FOUR("<div>" LINK("div") "<p>" TEASER "</p></div>"), true,
     false},
    {"a headline and its text in one item",
     "<ul>" FOUR("<li><a href=\"/1\">장터가 다시 열린다는 소식</a> " TEASER "</li>") "</ul>", true,
     false},
    {"a section's word about itself before them", "<p>나루의 모든 소식을 전합니다.</p>" FOUR(CARD),
     true, false},
    {"a text before them", PAGE_TEXT FOUR(CARD), false, false},
    {"a text after them", FOUR(CARD) PAGE_TEXT PAGE_TEXT, false, false},
    {"paragraphs below linked headings", FOUR(LINK("h3") "<p>" TEASER "</p><p>" TEASER " 끝.</p>"),
     false, false},
    {"headings that are no links", FOUR("<h3>장터가 다시 열린다는 소식</h3><p>" TEASER "</p>"),
     false, false},
    {"long texts below linked headings",
     FOUR(LINK("h3") "<p>" TEASER TEASER TEASER TEASER TEASER "</p>"), false, false},
    {"what a writer says of himself before them", PORTRAIT FOUR(CARD) FOUR(CARD) FOUR(CARD), true,
     true},
    {"what an article says before them", PORTRAIT FOUR(CARD) FOUR(CARD) FOUR(CARD), false, false},
    {"a writer's article", PAGE_TEXT PAGE_TEXT FOUR(CARD), false, true},
    {"nothing", "", false, false},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_body body;
        gisa_error err = {0};
        page_html(&p, "", rows[i].html, NULL);
        gisa_extract_work *w = p.work; /* still has the page */
        WENT(gisa_body_find(&w->body_sums, &w->lines, &w->tree, NULL, &body, &err), err, "a body");
        gisa_story_cards cards = gisa_story_cards_count(&w->lines, &body);
        EQUAL(gisa_story_cards_are_all(&cards, rows[i].portrait), rows[i].all, rows[i].name);
    }
    page_close(&p);
    return test_end();
}
