/* What the tagger makes of these sentences is what any sane model would. */
#include "nlp/facts/date_clause.h"

#include "tests/unit/analyzed.h"

#define WAS  GISA_TENSE_WAS
#define WILL GISA_TENSE_WILL
#define NOT  GISA_TENSE_UNKNOWN

static const struct {
    const char *name, *text, *date; /* the first such words */
    gisa_date_tense tense;
    bool adnominal;
} rows[] = {
    {"what was", "시는 27일 축제를 열었다.", "27일", WAS, false},
    {"what will be, in the present", "시는 27일 축제를 연다.", "27일", WILL, false},
    {"polite", "축제가 27일 개최됩니다.", "27일", WILL, false},
    {"a plan", "축제는 27일 개막 예정이다.", "27일", WILL, false},
    {"what was decided for later", "시는 27일부터 축제를 하기로 했다.", "27일", WILL, false},
    {"what is more about a noun", "27일 열린 축제에 모였다.", "27일", WAS, true},
    {"a noun of what is to come", "27일 열리는 축제에 모였다.", "27일", WILL, true},
    {"the later date has the first verb",
     "시는 다음 달 10일로 정한 축제를 미뤄 연다고 20일 밝혔다.", "20일", WAS, false},
    {"the plan that was told on another day", "시는 축제를 9월 1일로 미뤄 연다고 20일 밝혔다.",
     "9월 1일", WILL, false},
    {"from and to have one verb", "축제는 4일부터 7일까지 열린다.", "4일", WILL, false},
    {"a noun after a clause is not its verb", "자료는 31일까지 지우고, 지운 과정을 확인한다.",
     "31일", WILL, false},
    {"by what was heard", "10일 업계에 따르면 회사는 곧 새 제품을 낸다.", "10일", WAS, false},
    {"no verb", "27일의 축제", "27일", NOT, false},
};

int main(void)
{
    if (!analyzed_open()) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str s = gisa_str_from(rows[i].text), date = gisa_str_from(rows[i].date);
        OK(gisa_annotate(work, s, NULL, &a, NULL) == GISA_OK, rows[i].name);
        gisa_date_clause c = gisa_date_clause_find(&a, s, gisa_str_find(s, date, 0) + date.n);
        OK(c.tense == rows[i].tense && c.adnominal == rows[i].adnominal, rows[i].name);
    }
    gisa_annotation none = {0};
    OK(gisa_date_clause_find(&none, GISA_STR("27일 열었다."), 5).tense == NOT,
       "without morphemes nothing is known");
    analyzed_close();
    return test_end();
}
