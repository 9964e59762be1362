#include "ingest/page/comment_run.h"

#include "tests/unit/page.h"

#define ONE                                                                                        \
    "<div><b>물지기</b> <i>2025.02.03 10:01</i><p>우리 동네 관도 좀 살펴 주면 "      \
    "좋겠습니다.</p></div>"
#define TWO                                                                                        \
    "<div><b>강변</b> <i>2025.02.03 10:20</i><p>적은 돈이 아닌데 부디 잘 쓰이길 "   \
    "바랍니다.</p></div>"
#define THREE                                                                                      \
    "<div><b>들꽃</b> <i>2025.02.04 08:11</i><p>귀로 듣던 분들은 이제 무슨 일을 "   \
    "하시나요?</p></div>"
#define DAYS                                                                                                    \
    "<div>첫째 모임 2025.02.03<p>가람에서 모여 물길의 소리를 함께 들었습니다.</p></div>" \
    "<div>둘째 모임 2025.02.04<p>나루에서 모여 물길의 지도를 함께 그렸습니다.</p></div>"
#define DAY "<div>셋째 모임 2025.02.05<p>새벽에 모여 물길의 이름을 함께 지었습니다.</p></div>"

#define READER(name, time)                                                                         \
    "<li><b>" name "</b><i>" time "</i><p>우리 동네 관도 좀 살펴 주면 좋겠네요.</p></li>"
#define FOUR_LINES "<p>끝말 하나.</p><p>끝말 둘.</p><p>끝말 셋.</p><p>끝말 넷.</p>"

static const struct {
    const char *name, *html;
    bool dropped;
} rows[] = {
    {"as many as the head says", PAGE_TEXT "<h5>한마디 (3)</h5>" ONE TWO THREE, true},
    {"a counted one", PAGE_TEXT "<div>의견 2개</div>" ONE TWO, true},
    {"the only one", PAGE_TEXT "<div>의견 1</div>" ONE, true},
    {"the first two of many", PAGE_TEXT "<div>의견 48</div>" ONE TWO, true},
    {"the first of many is not sure", PAGE_TEXT "<div>의견 48</div>" ONE, false},
    {"more than the head says", PAGE_TEXT "<div>한마디 2</div>" ONE TWO THREE, false},
    {"no count", PAGE_TEXT "<div>둘레 사람들</div>" ONE TWO, false},
    {"a number that is part of a date", PAGE_TEXT "<div>모임 2025.2.3</div>" ONE TWO THREE, false},
    {"before any text", "<div>한마디 (3)</div>" ONE TWO THREE, false},
    {"days without a time are meetings", PAGE_TEXT "<div>모임 2</div>" DAYS, false},
    {"comments of a day", PAGE_TEXT "<h2>이야기 (3)</h2>" DAYS DAY, true},
    {"fewer than the head says", PAGE_TEXT "<h2>이야기 (4)</h2>" DAYS DAY, false},
    {"two are too few", PAGE_TEXT "<h2>이야기 (2)</h2>" DAYS, false},
    {"meetings that are counted", PAGE_TEXT "<h2>모임 3</h2>" DAYS DAY, false},
    {"two masked names with a time",
     PAGE_TEXT READER("hans****", "02.03 16:10") READER("물레••", "02.03 16:12"), true},
    {"masked addresses, as long ago as is said",
     PAGE_TEXT READER("솔 (211.36.***.20)", "20분 전") READER("들 (211.36.***.21)", "3시간 전"),
     true},
    {"one masked name", PAGE_TEXT READER("hans****", "02.03 16:10"), false},
    {"masked names far from each other",
     PAGE_TEXT READER("hans****", "02.03 16:10")
         FOUR_LINES FOUR_LINES READER("물레••", "02.03 16:12"),
     false},
    {"winners of a draw are masked and have no time",
     PAGE_TEXT READER("김물레**", "1등") READER("이강변**", "2등"), false},
    {"stars alone are no name", PAGE_TEXT READER("**", "02.03 16:10") READER("(**)", "16:12"),
     false},
    {"sections have headings", PAGE_TEXT "<div>모임 2</div><h3>첫째</h3>" ONE "<h3>둘째</h3>" TWO,
     false},
    {"text follows at length",
     PAGE_TEXT
     "<div>한마디 (2)</div>" ONE TWO
     "<p>끝말 하나.</p><p>끝말 둘.</p><p>끝말 셋.</p><p>끝말 넷.</p><p>끝말 다섯.</p>"
     "<p>끝말 여섯.</p><p>끝말 일곱.</p><p>끝말 여덟.</p><p>끝말 아홉.</p><p>끝말 열.</p>"
     "<p>끝말 열하나.</p><p>끝말 열둘.</p><p>둘레에 사는 사람들이 날마다 물길을 살폈다.</p>",
     false},
};

int main(void)
{
    page p = {0};
    if (!page_open(&p)) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        page_html(&p, "", rows[i].html, NULL);
        bool there = gisa_str_has(p.article.body, GISA_STR("살펴 주면")) ||
                     gisa_str_has(p.article.body, GISA_STR("함께 들었"));
        OK(p.article.body.n && there != rows[i].dropped, rows[i].name);
    }
    page_close(&p);
    return test_end();
}
