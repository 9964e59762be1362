#include "nlp/facts/figure_bound.h"

#include "tests/unit/test.h"

/* The figure is 30명. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"nothing", "모두 30명이 왔다", ""},
    {"the word before", "약 30명이", "about"},
    {"the word before in a bracket", "(최소 30명)", "at_least"},
    {"two words before", "최대 약 30명이", "at_most"},
    {"한 before digits", "한 30명이", "about"},
    {"a word that ends like one", "조약 30명이", ""},
    {"the word after", "30명 정도가", "about"},
    {"the word after, glued", "30명가량이", "about"},
    {"about and exactly", "약 30명 이상이", "at_least"},
    {"at most and about", "최대 30명 안팎", "at_most"},
    {"more inside", "30여명이", "about"},
    {"close to it", "30명에 육박했다", "about"},
    {"an adverb before another verb", "30명을 훌쩍 지났고", ""},
    {"an adverb before the verb", "30명을 훌쩍 넘겼고", "more_than"},
    {"more or less", "30명 남짓한 마을", "about"},
    {"over it", "30명을 웃돌았다", "more_than"},
    {"over it by a noun", "30명 초과 시", "more_than"},
    {"over it, as an adverb", "30명 넘게", "more_than"},
    {"not over it", "30명을 넘지 않는다", "at_most"},
    {"under it", "30명에도 못 미친다", "less_than"},
    {"not even it", "30명도 안 된다", "less_than"},
    {"up to it, of time", "30명까지 왔다", ""},
    {"up to it, as a limit", "30명까지 받을 수 있다", "at_most"},
    {"a limit of the next sentence", "30명까지 왔다. 받을 수 있다", ""},
    {"a blank before the josa", "30명 에 육박한다", "about"},
    {"a bound with a copula", "30명 이상이거나", "at_least"},
    {"not able to exceed", "30명을 넘지 못한다", "at_most"},
    {"one end of a span of time", "짧게는 30명", "at_least"},
    {"a word between", "최대 하루 30명", "at_most"},
    {"a word between that bounds nothing", "하루 30명", ""},
    {"over it by a verb of one word", "30명을 초과했다", "more_than"},
    {"over it, as an adverb after a josa", "30명이 넘게 왔다", "more_than"},
    {"past it", "30명을 돌파했다", "more_than"},
    {"below it", "30명 밑으로 줄었다", "less_than"},
    {"near it by another noun", "30명 언저리에", "about"},
    {"a contest of people", "30명 대 50명", ""},
    {"people chosen", "30명 선을 보였다", ""},
    {"another word that begins so", "30명 이상하게", ""},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str t = gisa_str_from(rows[i].text);
        size_t at = gisa_str_find(t, GISA_STR("30"), 0);
        size_t end = gisa_str_find(t, GISA_STR("명"), 0) + 3;
        gisa_bound b = gisa_figure_bound(t, (gisa_span){(uint32_t)at, (uint32_t)end});
        SAME_C(gisa_str_from(gisa_bound_name(b)), rows[i].want, rows[i].name);
    }
    static const struct {
        const char *name, *text, *want;
        uint32_t end;
    } money[] = {
        {"a band of money", "30원대의", "about", 5},
        {"a band of a share", "30%대로", "about", 3},
        {"a level of money", "30원 선까지", "about", 5},
        {"a word that begins so", "30원대표가", "", 5},
        {"a contest of money", "30원 대 50원", "", 5},
    };
    for (size_t i = 0; i < sizeof money / sizeof *money; i++) {
        gisa_bound b = gisa_figure_bound(gisa_str_from(money[i].text),
                                         (gisa_span){0, money[i].end});
        SAME_C(gisa_str_from(gisa_bound_name(b)), money[i].want, money[i].name);
    }
    EQUAL(gisa_figure_dash(GISA_STR("3~5"), 1), 1, "a tilde");
    EQUAL(gisa_figure_dash(GISA_STR("3 ~ 5"), 1), 3, "with blanks");
    EQUAL(gisa_figure_dash(GISA_STR("3 - 5"), 1), 0, "a hyphen has none");
    EQUAL(gisa_figure_dash(GISA_STR("3명 내지 5명"), 4), 8, "a word in place of it");
    EQUAL(gisa_figure_dash(GISA_STR("35"), 1), 0, "no dash");
    return test_end();
}
