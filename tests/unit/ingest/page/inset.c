#include "ingest/page/inset.h"

#include "tests/unit/page.h"

#define END     "<p>끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다.</p>"
#define END_IN  "\n끝으로 연구를 맡은 쪽은 내년에 더 큰 모델을 낸다고 했다. 값은 그대로 둔다."
#define ROW     "<tr><td>나루</td><td>11</td><td>27</td></tr>"
#define HEADS   "<tr><th>팀</th><th>경기</th><th>승점</th></tr>"
#define FIGURES "<table><caption>순위</caption>" HEADS ROW ROW ROW "</table>"

static const struct {
    const char *name, *html, *kept; /* kept: what stays of it, after a line break */
} rows[] = {
    {"a table of figures", FIGURES, ""},
    {"its head in a box around it goes too", "<div><h4>하나리그 순위</h4>" FIGURES "</div>", ""},
    {"a table of words stays",
     "<table><tr><td>나루</td><td>강이 있는 곳</td></tr><tr><td>가람</td><td>산이 있는 "
     "곳</td></tr></table>",
     "\n나루 강이 있는 곳\n가람 산이 있는 곳"},
    {"one with links stays",
     "<table><tr><td><a href=/m/1>나루</a></td><td>70억 개</td></tr><tr><td>가람</td><td>30억 "
     "개</td></tr></table>",
     "\n나루 70억 개\n가람 30억 개"},
    {"a box of figures",
     "<div><b>나루전자</b><ul><li>시가총액 3조 원</li><li>거래량 1,204</li></ul></div>", ""},
    {"a list of the text stays", "<ul><li>2019년 첫 삽을 떴다</li><li>2021년 물길을 냈다</li></ul>",
     "\n2019년 첫 삽을 떴다\n2021년 물길을 냈다"},
    {"so does a box of words", "<div><ul><li>배수구를 치운다</li><li>약을 챙긴다</li></ul></div>",
     "\n배수구를 치운다\n약을 챙긴다"},
    {"a portrait by its head",
     "<div><h4>홍길동은 누구</h4><dl><dd>나루대 졸업</dd><dd>바둑 기사</dd></dl></div>", ""},
    {"a portrait by a year of birth",
     "<div><h4>홍길동</h4><p>1965년생. 지도 제작자.</p><p>『나루의 끝』을 냈다.</p></div>", ""},
    {"a paragraph that begins with one stays", "<div><p>1965년생인 그는 섬만 그린다.</p></div>",
     "\n1965년생인 그는 섬만 그린다."},
    {"names and values",
     "<div><h5>나루 경기</h5><dl><dt>때</dt><dd>10월 20일</dd><dt>곳</dt><dd>나루 "
     "체육관</dd><dt>심판</dt><dd>홍길동</dd></dl></div>",
     ""},
    {"names and sentences stay",
     "<dl><dt>둑</dt><dd>물을 막으려고 쌓은 언덕을 이르는 말이다.</dd></dl>",
     "\n둑\n물을 막으려고 쌓은 언덕을 이르는 말이다."},
    {"a summary",
     "<div><strong>AI 요약</strong><p>미르AI가 새 모델을 내놓았고 값은 절반이라고 한다.</p></div>",
     ""},
    {"a box about summaries stays",
     "<div><strong>요약을 맡긴 사람들의 이야기</strong><p>미르AI가 새 모델을 내놓았고 값은 "
     "절반이라고 "
     "한다.</p></div>",
     "\n요약을 맡긴 사람들의 이야기\n미르AI가 새 모델을 내놓았고 값은 절반이라고 한다."},
    {"answers that are links",
     "<div><p>당신의 나루는 몇 시에 문을 닫나요?</p><a href=/1>여섯 시</a> <a href=/2>아홉 "
     "시</a></div>",
     ""},
    {"a vote", "<div><h4>누가 이길까</h4><label><input type=radio>나루</label></div>", ""},
    {"an address that is asked for",
     "<div><p>나루의 소식을 금요일마다 편지로 보내 드립니다.</p><input type=email></div>", ""},
    {"an offer with a link",
     "<div><b>나루 편지</b><p>나루의 소식을 금요일마다 편지로 보내 드려요.</p><p><a "
     "href=/l>편지 받기</a></p></div>",
     ""},
    {"a reporter and what the reporter says",
     "<div><b>홍길동 기자</b><p>나루의 이야기를 전합니다.</p></div>", ""},
    {"a sentence with a link is no offer",
     "<div><p>나루시는 소식을 금요일마다 편지로 보냈다고 했다.</p><p><a "
     "href=/l>나루시</a></p></div>",
     "\n나루시는 소식을 금요일마다 편지로 보냈다고 했다."},
};

static const char english[] =
    "<p>The county will test a public model on its water pipes from March, the board said.</p>"
    "<p>Some nine hundred microphones along the pipes listen for the hiss of a leak at night.</p>"
    "<table><tr><td>North</td><td>12</td></tr><tr><td>South</td><td>14</td></tr></table>"
    "<p>The first results are due in the autumn, and the board wants to publish them in full.</p>";

int main(void)
{
    page p = {0};
    gisa_buf html = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_buf want = {0};
        gisa_buf_reset(&html);
        gisa_buf_addf(&html, "<h1>미르AI, 새 모델 공개</h1><div>%s%s%s</div>", PAGE_TEXT,
                      rows[i].html, END);
        gisa_buf_addf(&want, "%s%s%s", PAGE_BODY, rows[i].kept, END_IN);
        gisa_buf_add_char(&html, 0);
        page_html(&p, "<title>미르AI, 새 모델 공개</title>", html.p, NULL);
        SAME(p.article.body, gisa_buf_view(&want), rows[i].name);
        gisa_buf_clear(&want);
    }
    page_html(&p, "", english, NULL);
    OK(gisa_str_has(p.article.body, GISA_STR("South 14")), "a table in an English text stays");
    page_html(&p, "", "<div><p>나루의 순위를 표로 보인다. 모두 세 팀이다.</p>" FIGURES "</div>",
              NULL);
    OK(gisa_str_has(p.article.body, GISA_STR("나루 11")), "a table that is the text stays");
    const gisa_extract_opts faithful = {.mode = GISA_MODE_FAITHFUL};
    page_html(&p, "", "<div>" PAGE_TEXT FIGURES END "</div>", &faithful);
    OK(gisa_str_has(p.article.body, GISA_STR("나루 11")), "what was printed stays on request");
    gisa_buf_clear(&html);
    page_close(&p);
    return test_end();
}
