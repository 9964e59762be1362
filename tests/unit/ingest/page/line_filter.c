#include "ingest/page/line_filter.h"

#include "base/mem.h"
#include "tests/unit/test.h"

#define P1 "<p>여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다.</p>"
#define P2 "<p>다른 회사도 같은 방법을 살펴보고 있다. 결과는 다음 달 학회에서 나온다.</p>"
#define P3 "<p>연구소는 자료를 누리집에 올렸다. 누구나 내려받을 수 있다고 밝혔다.</p>"
#define T1 "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다.|"
#define T2 "다른 회사도 같은 방법을 살펴보고 있다. 결과는 다음 달 학회에서 나온다.|"
#define T3 "연구소는 자료를 누리집에 올렸다. 누구나 내려받을 수 있다고 밝혔다.|"
#define F1 "정부는 3일 공개 모델을 널리 쓰기로 했다고 밝혔다. 내년까지 열 곳에 들인다."
#define F4                                                                                                                          \
    "도서관도 내년까지 기계를 빌려주기로 했다고 알렸다. 값은 받지 않는다. 다만 빌리는 사람은 " \
    "먼저 쓰는 법을 배우기로 했다고 밝혔다."
#define F2   "업계는 반겼다. 무단 전재를 금지한 약관도 논란이라는 지적이 함께 나왔다."
#define F3   "학교는 다음 주부터 기계를 나눠 준다. 교사는 먼저 쓰는 법을 배우기로 했다고 밝혔다."
#define G1   "<p>" F1 "</p>"
#define G2   "<p>" F2 "</p>"
#define G3   "<p>" F3 "</p>"
#define LINK "<p><a href=/1>나루의 다른 소식</a></p>"
#define E1                                                                                         \
    "The city council voted on Monday to open its models to all schools in the county, after two " \
    "years of talks and a long hearing. Teachers had asked for that, and for time to learn."
#define E2                                                                                         \
    "The first ten schools will start next spring with machines of their own, the mayor said. "    \
    "The others follow when the budget allows it, and nobody would say when that may be."
#define LONG "<p>" E1 "</p><p>" E2 "</p>" P1 P2 P3

typedef struct work {
    gisa_line_rules *rules;
    gisa_line_match *match;
    gisa_map seen;
    gisa_tree tree;
    gisa_lines lines;
} work;

static const struct {
    const char *name, *page, *want;
} rows[] = {
    {"running text stays", P1 P2, T1 T2},
    {"a byline between the text goes", P1 "<p>김가람 기자 garam@press.example</p>" P2, T1 T2},
    {"a rights notice goes", P1 P2 "<p>저작권자 ⓒ 보기일보, 무단전재 및 재배포 금지</p>", T1 T2},
    {"what a portal says after the notice goes",
     P1 P2 P3 "<p>저작권자 ⓒ 보기일보, 무단전재 및 재배포 금지</p><p>오전 8시까지 집계한 조회수로 "
              "순위를 매겼습니다.</p>",
     T1 T2 T3},
    {"but the text does when more of it follows the notice",
     P1 "<p>저작권자 ⓒ 보기일보, 무단전재 및 재배포 금지</p>" P2 P3, T1 T2 T3},
    {"a credit with the sign of rights is no such notice", P1 P2 "<p>© 보기일보</p>" P3, T1 T2 T3},
    {"a sentence that mentions the notice stays",
     P1 "<p>연구소는 다른 곳이 자료를 무단전재한 일을 두고 소송을 냈다고 밝혔다. 재판은 내년에 "
        "열린다.</p>",
     T1
     "연구소는 다른 곳이 자료를 무단전재한 일을 두고 소송을 냈다고 밝혔다. 재판은 내년에 열린다.|"},
    {"a line of links goes", P1 LINK P2, T1 T2},
    {"a card of a link goes with its sentences",
     P1
     "<div><a href=https://tools.example.org/a><b>나루의 연장</b><p>작은 모델로 만드는 사진 검색. "
     "이음줄 없이 어디서나 쓸 수 있습니다.</p><p>tools.example.org</p></a></div>" P2,
     T1 T2},
    {"links that the text announces stay",
     P1 "<p>자료는 셋이다:</p><ul><li><a href=/1>값을 매긴 표</a></li><li><a href=/2>시험한 "
        "차례</a></li></ul>" P2,
     T1 "자료는 셋이다:|값을 매긴 표|시험한 차례|" T2},
    {"links that nothing follows go for all that",
     P1 P2 "<p>더 읽을 것이다:</p><ul><li><a href=/1>값을 매긴 표</a></li></ul>", T1 T2},
    {"sentences that are links stay together, one alone goes",
     P1 "<p><a href=/1>" F1 "</a></p><p><a href=/2>" F2 "</a></p>" P2 "<p><a href=/3>" F3
        "</a></p>" P3,
     T1 F1 "|" F2 "|" T2 T3},
    {"a sentence with a link stays",
     P1 "<p>연구소는 <a href=/2>새 자료</a>를 누리집에 올렸다. 누구나 내려받을 수 있다.</p>",
     T1 "연구소는 새 자료를 누리집에 올렸다. 누구나 내려받을 수 있다.|"},
    {"all text of a figure of pictures is its caption",
     P1 "<figure><img src=/1.jpg><span>연구소는 새 기계를 들였다. 보기일보 자료</span></figure>" P2,
     T1 T2},
    {"a figure without one is text",
     P1 "<figure><p>연구소는 새 기계를 들였다. 값은 반이다.</p></figure>" P2,
     T1 "연구소는 새 기계를 들였다. 값은 반이다.|" T2},
    {"and so is one with a quotation beside it",
     P1 "<figure><img src=/1.jpg><blockquote>연구소는 새 기계를 들였다. 값은 "
        "반이다.</blockquote></figure>" P2,
     T1 "연구소는 새 기계를 들였다. 값은 반이다.|" T2},
    {"a caption goes", P1 "<figure><figcaption>설명회 모습</figcaption></figure>" P2, T1 T2},
    {"a hidden box goes", P1 "<div style='display:none'>숨은 글이다. 안 보인다.</div>" P2 P3,
     T1 T2 T3},
    {"a folded panel between the text stays",
     G1 "<div hidden>" F2 " " F3 "</div>" LONG LONG "<div hidden>짧은 안내다.</div>" G3,
     F1 "|" F2 " " F3 "|" E1 "|" E2 "|" T1 T2 T3 F3 "|"},
    {"a folded panel above or below the text goes",
     "<div hidden>" F1 " " F2 "</div>" LONG LONG "<div hidden>" F2 " " F3 "</div>",
     E1 "|" E2 "|" T1 T2 T3},
    {"text in a box with a doubtful name stays before more text, and goes after it",
     "<div class=promo>" F1 "</div>" LONG "<div class=promo>" F3 "</div>",
     F1 "|" E1 "|" E2 "|" T1 T2 T3},
    {"so does its heading",
     "<div class=promo><h3>값을 매긴 까닭</h3>" F1 "</div>" LONG
     "<div class=promo><h3>더 볼 것</h3>" F3 "</div>",
     "값을 매긴 까닭|" F1 "|" E1 "|" E2 "|" T1 T2 T3},
    {"a heading whose id is made from its words",
     P1 "<h3><span id=tools-for-work>일에 쓰는 연장</span></h3>" P2, T1 "일에 쓰는 연장|" T2},
    {"doubtful names that hold a third of the text are wrong",
     LONG "<div class=promo>" G1 "</div><div class=promo>" G2 "</div><div class=promo>" G3
          "</div><div class=promo>" F4 "</div>",
     E1 "|" E2 "|" T1 T2 T3 F1 "|" F2 "|" F3 "|" F4 "|"},
    {"the title again goes", "<p>여울연구소, 새 모델 비용을 공개</p>" P1 P2, T1 T2},
    {"a scrap above the text goes", "<p>글자 크기 조절 단추</p>" P1 P2, T1 T2},
    {"a scrap below the text goes", P1 P2 "<p>나루 소식 모음</p>", T1 T2},
    {"a scrap between the text stays", P1 "<p>나루의 대답</p>" P2, T1 "나루의 대답|" T2},
    {"a heading between the text stays", P1 "<h3>값은 왜 내렸나</h3>" P2, T1 "값은 왜 내렸나|" T2},
    {"a heading at the end goes", P1 P2 "<h3>값은 왜 내렸나</h3>", T1 T2},
    {"a sentence printed twice stays once", P1 P2 P1, T1 T2},
    {"a list of stories after the text ends it",
     P1 P2 P3 "<p>관련기사</p>" LINK
              "<p>나루시는 새 다리를 놓는다고 밝혔다. 다리는 내년에 열린다.</p>",
     T1 T2 T3},
    {"a list of stories amid the text takes its items only",
     P1 "<p>관련기사</p>" LINK LINK P2 P1 P2 P2, T1 T2},
    {"a list of stories that ends in a colon is inside the text",
     LONG G1 "<p>Related:</p>" LINK G2 G3, E1 "|" E2 "|" T1 T2 T3 F1 "|" F2 "|" F3 "|"},
    {"a sentence that asks for comments heads no list", LONG "<p>Comments?</p>" G1,
     E1 "|" E2 "|" T1 T2 T3 F1 "|"},
    {"teasers after a head go though they are longer than the text",
     "<p>" E1 "</p><p>" E2 "</p><h3>Latest News</h3>" P1 "<p>Read more</p>" P2 "<p>Read More</p>" G1
     "<p>Continue reading</p>" G2 G3 "<p>Read more</p>",
     E1 "|" E2 "|"},
    {"so do teasers that break off below their linked titles",
     "<p>" E1 "</p><p>" E2
     "</p><p>나루소식 많이 본 기사</p><p><a href=/1>나루터 문을 연다</a></p><p>" F1 F3
     "..</p><p><a href=/2>솔숲 길을 넓힌다</a></p><p>" F2 F1
     "..</p><p><a href=/3>장터 지붕 공사</a></p><p>" F3 F2
     "..</p><p><a href=/4>향교 앞 주차장</a></p><p>" F4 F1 F2 "..</p>",
     E1 "|" E2 "|"},
    {"text after the last of the teasers keeps them",
     "<p>" E1 "</p><h3>Latest News</h3>" P1 "<p>Read more</p>" P2 "<p>Read more</p>" P3
     "<p>Read more</p><p>" E2 "</p>" G1 G2 G3,
     E1 "|" T1 T2 T3 E2 "|" F1 "|" F2 "|" F3 "|"},
    {"sources after the text go", LONG "<h2>Article Sources</h2><p>Nowhere Press, 2019.</p>",
     E1 "|" E2 "|" T1 T2 T3},
    {"how to reach the writer and who made the story go at the end",
     LONG "<p>Contact staff writer Jane Doe at jane on the wire, or by post, at any hour.</p>"
          "<p>This story about the schools was produced by the Daily Nowhere, a small paper.</p>",
     E1 "|" E2 "|" T1 T2 T3},
    {"a designer's placeholder goes", P1 "<p>Lorem ipsum dolor sit amet, elit.</p>" P2, T1 T2},
    {"a mark of a broadcast stays above the text", "<p>[앵커]</p>" P1 "<p>[리포트]</p>" P2,
     "[앵커]|" T1 "[리포트]|" T2},
    {"a link to another site between the text stays",
     P1 "<p><a href=http://dara.example/>강가의 집들은 왜 문이 작은가</a></p>" P2,
     T1 "강가의 집들은 왜 문이 작은가|" T2},
    {"so do the items of a list, short ones too",
     P1 "<ul><li><a href=http://dara.example/>표</a></li></ul>" P2, T1 "표|" T2},
    {"three in a row to one site are its stories",
     P1 "<ul><li><a href=http://dara.example/1>강가의 집</a></li><li><a "
        "href=http://dara.example/2>마을의 "
        "집</a></li><li><a href=http://www.dara.example/3>언덕의 집</a></li></ul>" P2,
     T1 T2},
    {"the same button below each part goes",
     P1 "<p><a href=http://dara.example/>사러 가기 강가의 집에서</a></p>" P2
        "<p><a href=http://dara.example/>사러 가기 마을의 집에서</a></p>" P3,
     T1 T2 T3},
    {"a link to another site after the text goes",
     P1 P2 "<p><a href=http://dara.example/>강가의 집들은 왜 문이 작은가</a></p>", T1 T2},
    {"a list of stories in a box between the paragraphs does not end the text",
     LONG "<div><p>관련기사</p>" LINK "</div>" G1 G2, E1 "|" E2 "|" T1 T2 T3 F1 "|" F2 "|"},
    {"text in another box after a list of stories is other stories'",
     LONG "<div><p>관련기사</p>" LINK G1 "</div><div>" G2 "</div>", E1 "|" E2 "|" T1 T2 T3},
    {"results before the first sentence are text",
     "<p>첫째 판 가람 2-1 나루</p><p>둘째 판 새벽 2-0 들꽃</p><p>셋째 판 달래 2-1 언덕</p>" P1 P2,
     "첫째 판 가람 2-1 나루|둘째 판 새벽 2-0 들꽃|셋째 판 달래 2-1 언덕|" T1 T2},
    {"lines without numbers alike are not",
     "<p>가람이 나루를 눌렀다</p><p>새벽이 들꽃을 눌렀다</p><p>달래가 언덕을 눌렀다</p>" P1 P2,
     T1 T2},
    {"two lines alike are not", "<p>첫째 판 가람 2-1 나루</p><p>둘째 판 새벽 2-0 들꽃</p>" P1 P2,
     T1 T2},
    {"seven lines before the first sentence are no subtitle",
     "<p>쌀 한 말</p><p>콩 두 되</p><p>파 석 단</p><p>무 넉 자루</p><p>배추 한 접</p><p>소금 반 "
     "말</p><p>고추 한 근</p>" P1 P2,
     "쌀 한 말|콩 두 되|파 석 단|무 넉 자루|배추 한 접|소금 반 말|고추 한 근|" T1 T2},
    {"the heading of the first of several sections stays",
     "<div><h2>첫 판</h2><p>2025.05.12</p>" P1 "</div><div><h2>둘째 판</h2>" P2
     "</div><div><h2>셋째 판</h2>" P3 "</div>",
     "첫 판|" T1 "둘째 판|" T2 "셋째 판|" T3},
    {"a page without running text keeps its lines", "<p>나루 소식</p><p>여울 소식</p>",
     "나루 소식|여울 소식|"},
    {"nothing", "", ""},
};

static gisa_line_filter make(work *w)
{
    return (gisa_line_filter){.rules = w->rules,
                              .match = w->match,
                              .seen = &w->seen,
                              .tree = &w->tree,
                              .host = GISA_STR("gana.example"),
                              .title = GISA_STR("여울연구소, 새 모델 비용 공개")};
}

static void kept(work *w, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < w->lines.n; i++) {
        OK(w->lines.items[i].rule != GISA_RULE_NONE, "each line knows its rule");
        if (!w->lines.items[i].keep) continue;
        gisa_buf_add(out, gisa_str_trim(gisa_line_text(&w->lines, i)));
        gisa_buf_add_char(out, '|');
    }
}

static void test_rows(work *w)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_line_filter c = make(w);
        gisa_error err = {0};
        gisa_tree_parse(&w->tree, gisa_str_from(rows[i].page), NULL);
        gisa_lines_collect(&w->lines, &w->tree, 0, NULL);
        WENT(gisa_line_filter_run(&c, &w->lines, 0, w->lines.n, &err), err, rows[i].name);
        kept(w, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
        gisa_line_filter_finish(&c, &w->lines, 0, w->lines.n, NULL);
        kept(w, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, "a second pass changes nothing");
    }
    gisa_buf_clear(&out);
}

static void test_faithful(work *w)
{
    gisa_buf out = {0};
    gisa_line_filter c = make(w);
    c.faithful = true;
    gisa_tree_parse(&w->tree, GISA_STR(P1 P2 "<p>김가람 기자 garam@press.example</p>" LINK), NULL);
    gisa_lines_collect(&w->lines, &w->tree, 0, NULL);
    gisa_line_filter_run(&c, &w->lines, 0, w->lines.n, NULL);
    kept(w, &out);
    SAME_C(gisa_buf_view(&out), T1 T2 "김가람 기자 garam@press.example|",
           "the faithful pass keeps the byline, and links go all the same");
    gisa_buf_clear(&out);
}

/* Flattened text, where the profile says that it is an article: no marks of HTML help. */
static const struct {
    const char *name, *text, *kept;
    bool faithful;
} flat_rows[] = {
    {"widgets, bylines and notices go",
     "공유하기\n" F1 "\n홍길동 기자 gildong@a.example\n저작권자 © 가나 무단전재 및 재배포 금지",
     F1 "|", false},
    {"a sentence that mentions a notice stays", F1 "\n" F2, F1 "|" F2 "|", false},
    {"the title printed again goes", "공개 모델을 널리 쓴다\n" F1, F1 "|", false},
    {"a sub-head between two paragraphs stays", F1 "\n◇ 업계의 셈법\n" F2,
     F1 "|◇ 업계의 셈법|" F2 "|", false},
    {"scraps above and below go", "경제\n" F1 "\n" F2 "\n사회 면 더 많은 소식", F1 "|" F2 "|",
     false},
    {"after the head of a list of stories nothing stays",
     F1 "\n" F2 "\n관련기사\n다른 기사의 제목이 있다", F1 "|" F2 "|", false},
    {"a paragraph printed twice stays once", F1 "\n" F2 "\n" F1 "\n" F2, F1 "|" F2 "|", false},
    {"the portrait of an author and a disclaimer at the end go",
     E1 "\n" E2 "\nJane Doe is a staff writer at the Daily Nowhere.\nDisclaimer: nothing here is "
        "medical advice.",
     E1 "|" E2 "|", false},
    {"a sentence like a portrait stays inside the text",
     E1 "\nJane Doe is a professor at the college of Nowhere.\n" E2,
     E1 "|Jane Doe is a professor at the college of Nowhere.|" E2 "|", false},
    {"broadcast marks stay, crew and sign-off go",
     "[앵커]\n" F1 "\n[리포트]\n" F2 "\n다산 뉴스 홍길동입니다.\n영상취재: 이몽룡",
     "[앵커]|" F1 "|[리포트]|" F2 "|", false},
    {"faithful mode keeps what was printed in the article", F1 "\n홍길동 기자\n" F2,
     F1 "|홍길동 기자|" F2 "|", true},
};

static void test_flat(work *w)
{
    gisa_buf out = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof flat_rows / sizeof *flat_rows; i++) {
        gisa_line_filter c = make(w);
        c.tree = NULL;
        c.trusted = true;
        c.title = GISA_STR("공개 모델을 널리 쓴다");
        c.faithful = flat_rows[i].faithful;
        WENT(gisa_lines_split(&w->lines, gisa_str_from(flat_rows[i].text), &err), err,
             flat_rows[i].name);
        WENT(gisa_line_filter_run(&c, &w->lines, 0, w->lines.n, &err), err, flat_rows[i].name);
        kept(w, &out);
        SAME_C(gisa_buf_view(&out), flat_rows[i].kept, flat_rows[i].name);
    }
    gisa_buf_clear(&out);
}

static const struct {
    const char *name, *line, *title;
    bool same;
} titles[] = {
    {"equal", "여울연구소 비용 공개", "여울연구소 비용 공개", true},
    {"other marks and spaces", "“여울연구소” 비용공개…", "여울연구소, 비용 공개", true},
    {"other case", "DEEP WATER LAB", "Deep water lab", true},
    {"the greater part of the title", "여울연구소 새 모델 비용", "여울연구소 새 모델 비용 공개",
     true},
    {"the title and a few letters more", "여울연구소 새 모델 비용 공개 종합",
     "여울연구소 새 모델 비용 공개", true},
    {"a small part of the title", "여울연구소", "여울연구소 새 모델 비용 공개하고 값도 내려",
     false},
    {"too short to say", "여울", "여울", false},
    {"a sentence that begins like the title",
     "여울연구소 새 모델 비용 공개에 나서자 다른 곳도 값을 "
     "내리기로 했다고 밝혔다",
     "여울연구소 새 모델 비용 공개", false},
    {"a title and an outlet's name", "공개 모델을 널리 쓰기로 한 까닭은 - 가나",
     "공개 모델을 널리 쓰기로 한 까닭은", true},
    {"another text", "나루시 새 다리 놓는다", "여울연구소 새 모델 비용 공개", false},
    {"no title", "여울연구소 비용 공개", NULL, false},
    {"no line", "", "여울연구소 비용 공개", false},
    {"nothing but marks", "……………", "……………", false},
};

static void test_titles(void)
{
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        EQUAL(gisa_title_matches(gisa_str_from(titles[i].line), gisa_str_from(titles[i].title)),
              titles[i].same, titles[i].name);
}

/* Were each head's list walked anew, the test would take minutes. */
static void test_hostile(work *w)
{
    gisa_buf text = {0};
    gisa_error err = {0};
    gisa_line_filter c = make(w);
    for (int i = 0; i < 150000; i++) gisa_buf_add_c(&text, "관련기사\n");
    gisa_buf_add_c(&text, "여울연구소는 새 모델의 비용을 공개했다. 값은 작년의 3분의 1이다.\n");
    gisa_lines_split(&w->lines, gisa_buf_view(&text), NULL);
    WENT(gisa_line_filter_run(&c, &w->lines, 0, w->lines.n, &err), err, "many heads of lists");
    OK(w->lines.n && w->lines.items[w->lines.n - 1].keep, "the text after them stays");
    gisa_buf_clear(&text);
}

static void test_memory(work *w)
{
    gisa_status st = GISA_ENOMEM;
    gisa_error err;
    gisa_tree_parse(&w->tree, GISA_STR(P1 P2 P1), NULL);
    gisa_lines_collect(&w->lines, &w->tree, 0, NULL);
    for (uint64_t allowed = 0; st == GISA_ENOMEM && allowed < 100; allowed++) {
        gisa_map seen = {0};
        gisa_line_filter c = make(w);
        c.seen = &seen;
        gisa_mem_fail_after(allowed);
        st = gisa_line_filter_run(&c, &w->lines, 0, w->lines.n, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_map_clear(&seen);
    }
    EQUAL(st, GISA_OK, "every allocation may fail, cleanly");
}

int main(void)
{
    work w = {0};
    gisa_error err = {0};
    if (WENT(gisa_line_rules_open(&w.rules, &err), err, "the rules are read") &&
        WENT(gisa_line_match_open(&w.match, &err), err, "a match is opened")) {
        test_rows(&w);
        test_faithful(&w);
        test_flat(&w);
        test_titles();
        test_hostile(&w);
        test_memory(&w);
    }
    gisa_line_match_close(w.match);
    gisa_line_rules_close(w.rules);
    gisa_map_clear(&w.seen);
    gisa_tree_clear(&w.tree);
    gisa_lines_clear(&w.lines);
    return test_end();
}
