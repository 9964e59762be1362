#include "ingest/fields/story_place.h"

#include "tests/unit/page.h"

#define TITLE "미르AI, 새 모델 값은 반으로"

/* Each line's place after it: f(ar), a(bove), h(ead), i(nside), b(elow). */
static const struct {
    const char *name, *html, *want;
} rows[] = {
    {"head, text and what follows",
     "<p>홈</p><h1>" TITLE "</h1><p>홍길동 기자</p><div id=\"articleBody\">" PAGE_TEXT
     "</div><p>hong@a.example</p>",
     "ahhhhhb"},
    {"lines far above the title",
     "<p>가</p><p>나</p><p>다</p><p>라</p><p>마</p><h1>" TITLE
     "</h1><div id=\"articleBody\">" PAGE_TEXT "</div>",
     "faaaahhhh"},
    {"a headline between line and title",
     "<p>2025.11.29</p><p><a href=\"/1\">남원시 예산안이 통과되었다</a></p><h1>" TITLE
     "</h1><div id=\"articleBody\">" PAGE_TEXT "</div>",
     "fahhhh"},
    {"a long text",
     "<h1>" TITLE "</h1><div id=\"articleBody\">" PAGE_TEXT
     "<p>연구소는 올해 안에 음성과 그림을 함께 다루는 판을 내놓는다.</p><p>연구소는 "
     "국내 대학 다섯 곳과 평가 자료를 만들 계획이다.</p><p>시는 다음 달 설명회를 "
     "연다고 덧붙였다.</p><p>누구나 시 누리집에서 내려받을 수 있다고 했다.</p></div>",
     "hhhhhhhi"},
    {"a box of other stories ends it",
     "<h1>" TITLE "</h1><div id=\"articleBody\">" PAGE_TEXT
     "</div><p>홍길동 기자</p><h3>관련기사</h3><p>성춘향 기자</p>",
     "hhhhbff"},
    {"a heading ends it, and so does a line about reporters",
     "<h1>" TITLE "</h1><div id=\"articleBody\">" PAGE_TEXT
     "</div><p>기자 순위</p><p>성춘향 기자</p>",
     "hhhhff"},
    {"a box named like comments",
     "<h1>" TITLE "</h1><div id=\"articleBody\">" PAGE_TEXT
     "</div><div class=\"comments\"><p>독자 2025.07.09</p></div><p>끝</p>",
     "hhhhfb"},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_body body;
        gisa_error err = {0};
        gisa_extract_opts opts = {0};
        if (!WENT(page_html(&p, "", rows[i].html, NULL), p.err, rows[i].name)) continue;
        gisa_extract_work *w = p.work; /* still has the page */
        WENT(gisa_body_find(&w->body_sums, &w->lines, &w->tree, NULL, &body, &err), err, "a body");
        gisa_field_input in = {w, &opts, NULL, &body};
        gisa_story_range r = gisa_story_range_find(&in, GISA_STR(TITLE));
        char got[32] = "";
        for (size_t k = 0; k < w->lines.n && k < sizeof got - 1; k++)
            got[k] = "fbaih"[gisa_story_place_find(&in, &r, k)];
        SAME_C(gisa_str_from(got), rows[i].want, rows[i].name);
    }
    page_close(&p);
    return test_end();
}
