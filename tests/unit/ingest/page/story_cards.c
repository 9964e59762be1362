#include "ingest/page/story_cards.h"

#include "ingest/extract_work.h"
#include "tests/unit/page.h"

#define TEASER    "나루 장터가 다시 열린다. 상인들은 손님을 맞을 채비에 바쁘다고 했다."
#define LINK(tag) "<" tag "><a href=\"/1\">장터가 다시 열린다는 소식</a></" tag ">"
#define CARD      "<div>" LINK("h3") "<p>" TEASER "</p></div>"
#define FOUR(x)   x x x x

static const struct {
    const char *name, *html;
    bool all;
} rows[] = {
    {"four cards", FOUR(CARD), true},
    {"three are too few", CARD CARD CARD, false},
    {"headlines that are no headings", FOUR("<div>" LINK("div") "<p>" TEASER "</p></div>"), true},
    {"a headline and its text in one item",
     "<ul>" FOUR("<li><a href=\"/1\">장터가 다시 열린다는 소식</a> " TEASER "</li>") "</ul>", true},
    {"a section's word about itself before them", "<p>나루의 모든 소식을 전합니다.</p>" FOUR(CARD),
     true},
    {"a text before them", PAGE_TEXT FOUR(CARD), false},
    {"a text after them", FOUR(CARD) PAGE_TEXT PAGE_TEXT, false},
    {"paragraphs below linked headings", FOUR(LINK("h3") "<p>" TEASER "</p><p>" TEASER " 끝.</p>"),
     false},
    {"headings that are no links", FOUR("<h3>장터가 다시 열린다는 소식</h3><p>" TEASER "</p>"),
     false},
    {"long texts below linked headings",
     FOUR(LINK("h3") "<p>" TEASER TEASER TEASER TEASER TEASER "</p>"), false},
    {"nothing", "", false},
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
        EQUAL(gisa_story_cards_are_all(&cards), rows[i].all, rows[i].name);
    }
    page_close(&p);
    return test_end();
}
