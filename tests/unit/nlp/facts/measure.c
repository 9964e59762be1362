#include "nlp/facts/measure.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *word;
} rows[] = {
    {"a unit", "원", "원"},
    {"before josa", "원을 냈다", "원"},
    {"before a word that may follow", "원짜리", "원"},
    {"before the copula", "명이었다", "명"},
    {"inside another word", "명예로운", NULL},
    {"the longest", "개월간", "개월"},
    {"with a space inside", "퍼센트 포인트", "퍼센트 포인트"},
    {"per cent points in a mark and a word", "% 포인트", "% 포인트"},
    {"a mark", "％ 올랐다", "％"},
    {"a mark before letters", "%EC", NULL},
    {"letters before a josa", "GB의", "GB"},
    {"letters that go on", "GBps", NULL},
    {"square metres with a digit", "m2를", "m2"},
    {"a digit that goes on", "m25", NULL},
    {"nothing", "", NULL},
};

static const struct {
    const char *name, *unit, *typed;
    bool same;
} synonyms[] = {
    {"won in Korean", "KRW", "원", true},
    {"won in English", "KRW", "Won", true},
    {"won by its code", "KRW", "krw", true},
    {"won by its sign", "KRW", "₩", true},
    {"dollars", "USD", "달러", true},
    {"dollars by their sign", "USD", "$", true},
    {"dollars by their code", "USD", "usd", true},
    {"per cent", "%", "퍼센트", true},
    {"per cent, as spoken", "%", "프로", true},
    {"per cent in English", "%", " percent ", true},
    {"per cent is not its points", "%p", "%", false},
    {"points", "%p", "퍼센트포인트", true},
    {"people", "명", "사람", true},
    {"people the other way round", "사람", "명", true},
    {"tonnes", "t", "톤", true},
    {"kilograms in one sign", "㎏", "kg", true},
    {"units in any case", "MW", "mw", true},
    {"months", "개월", "달", true},
    {"a unit that is no other", "명", "개", false},
    {"what no table has is itself", "광년", "광년", true},
    {"and nothing else", "명", "광년", false},
};

static const struct {
    const char *text, *unit;
    size_t start;
} signs[] = {{"약 $", "USD", 4}, {"약 US$", "USD", 4}, {"HK$", "HKD", 0}, {"XA$", "USD", 2},
             {"₩", "KRW", 0},    {"￦", "KRW", 0},     {"$ ", NULL, 0},   {"", NULL, 0}};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t end = 0;
        const gisa_measure *m = gisa_measure_at(gisa_str_from(rows[i].text), 0, &end);
        if (!OK(!m == !rows[i].word, rows[i].name) || !m) continue;
        SAME_C(gisa_str_from(m->word), rows[i].word, rows[i].name);
        EQUAL(end, strlen(rows[i].word), rows[i].name);
    }
    for (size_t i = 0; i < sizeof synonyms / sizeof *synonyms; i++)
        EQUAL(gisa_measure_same(gisa_str_from(synonyms[i].unit), gisa_str_from(synonyms[i].typed)),
              synonyms[i].same, synonyms[i].name);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        gisa_str text = gisa_str_from(signs[i].text);
        size_t start = 0;
        gisa_str unit = gisa_measure_money_sign(text, text.n, &start);
        OK(signs[i].unit ? gisa_str_is(unit, signs[i].unit) : !unit.p, signs[i].text);
        EQUAL(start, signs[i].start, signs[i].text);
    }
    OK(gisa_measure_is_known(GISA_STR("프로")) && gisa_measure_is_known(GISA_STR("KRW")) &&
           gisa_measure_is_known(GISA_STR("시간")),
       "units of figures are known");
    OK(gisa_measure_is_known(GISA_STR("m/s")) && gisa_measure_is_known(GISA_STR("GB/월")) &&
           !gisa_measure_is_known(GISA_STR("광년/일")),
       "a rate of a known unit is known");
    OK(!gisa_measure_is_known(GISA_STR("살")) && !gisa_measure_is_known(GISA_STR("층")) &&
           !gisa_measure_is_known(GISA_STR("광년")),
       "ages, places in a row and what no table has are none");
    size_t end;
    OK(gisa_measure_is_money(gisa_measure_at(GISA_STR("유로"), 0, &end)) &&
           !gisa_measure_is_money(gisa_measure_at(GISA_STR("GWh"), 0, &end)) &&
           !gisa_measure_is_money(gisa_measure_at(GISA_STR("명"), 0, &end)),
       "money has a code of three capitals");
    return test_end();
}
