#include "nlp/facts/figure.h"

#include "base/buf.h"
#include "nlp/facts/date.h"
#include "nlp/facts/figure_scan.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"trillions and hundreds of millions add up", "3조5000억원을",
     "3조5000억원=3500000000000 KRW; "},
    {"a space between the groups", "1억 2천만 원", "1억 2천만 원=120000000 KRW; "},
    {"thousands inside a group", "4천700쪽", "4천700쪽=4700 쪽; "},
    {"hundreds written out", "1백20억원", "1백20억원=12000000000 KRW; "},
    {"ten thousands and thousands", "1만2천개", "1만2천개=12000 개; "},
    {"grouping commas", "1,214개", "1,214개=1214 개; "},
    {"dollars", "500만달러", "500만달러=5000000 USD; "},
    {"a sign before the sum", "$300에", "$300=300 USD; "},
    {"a decimal percentage", "26.1%로", "26.1%=26.1 %; "},
    {"percentage points", "24.3%포인트", "24.3%포인트=24.3 %p; "},
    {"times as much", "2.1배", "2.1배=2.1 배; "},
    {"a fraction", "50분의 1 수준", "50분의 1=0.02 배; "},
    {"a fraction before a josa that looks like ten thousand", "10분의 1만 썼다",
     "10분의 1=0.1 배; "},
    {"numbers in words", "네 명이 두 배", "네 명=4 명; 두 배=2 배; "},
    {"one of something says little", "한 달에 한 곳", ""},
    {"days in words", "사흘 만에", "사흘=3 일; "},
    {"a year and a half", "1년 반", "1년 반=1.5 년; "},
    {"minutes and seconds", "2분 10초", "2분 10초=130 초; "},
    {"months, not single things and the moon", "18개월", "18개월=18 개월; "},
    {"a unit in Latin letters", "380GB의", "380GB=380 GB; "},
    {"a unit spelled out", "40메가와트", "40메가와트=40 MW; "},
    {"the size of a model", "70B 모델", "70B=70000000000 파라미터; "},
    {"the unit behind a tilde is shared", "3~5% 올랐다", "3=3 %; 5%=5 %; "},
    {"a number in a name is none", "GPT-4o와 H100, R1", ""},
    {"a place in a row is no figure", "1위와 3층, 제2차", ""},
    {"an age is no figure", "김하늘(45세) 씨와 네 살 아이, 20대", ""},
    {"a numbered one is no figure", "제35회 대회", ""},
    {"a negative figure has its sign", "영업이익 -1200억원", "-1200억원=-120000000000 KRW; "},
    {"a month and a half is no single one", "한 달 반", "한 달 반=1.5 개월; "},
    {"a time of day is no figure", "오후 3시 30분에", ""},
    {"a unit inside a word is none", "3명의로 5개혁", "3명=3 명; "},
    {"a date is no figure", "3월 15일 2025년", ""},
    {"the final number of the text", "모두 12", ""},
    {"an empty text has no figures", "", ""},
};

int main(void)
{
    gisa_annotation a = {0};
    gisa_buf out = {0};
    gisa_time day;
    gisa_time_parse_iso(GISA_STR("2025-03-12"), &day);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str s = gisa_str_from(rows[i].text);
        gisa_annotation_reset(&a);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        OK(gisa_dates_find(s, day, &a, NULL) == GISA_OK &&
               gisa_figures_find(s, &a, NULL) == GISA_OK,
           rows[i].name);
        for (size_t k = 0; k < a.n_figures; k++) {
            gisa_buf_add(&out, gisa_span_text(a.figures[k].span, s));
            gisa_buf_addf(&out, "=%.15g ", a.figures[k].value);
            gisa_buf_add(&out, a.figures[k].unit);
            gisa_buf_add_c(&out, "; ");
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
    return test_end();
}
