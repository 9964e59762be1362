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
    {"a range is one figure", "3~5% 올랐다", "3~5%=3 % range 3 5; "},
    {"a range of ten thousands", "3~5만 명이", "3~5만 명=30000 명 range 30000 50000; "},
    {"a range of two units", "9,000억~1조원",
     "9,000억~1조원=900000000000 KRW range 900000000000 1000000000000; "},
    {"a range with its unit twice", "30명 ~ 50명", "30명 ~ 50명=30 명 range 30 50; "},
    {"a range with blanks", "5 ~ 7개", "5 ~ 7개=5 개 range 5 7; "},
    {"a range that falls", "영상 -0.5~-2.5℃", "-0.5~-2.5℃=-2.5 ℃ range -2.5 -0.5; "},
    {"a range that leaves digits out", "96~7% 줄었다", "96~7%=96 % range 96 97; "},
    {"a range of years", "3~5년 걸린다", "3~5년=3 년 range 3 5; "},
    {"a range of hours with a hyphen", "2-3시간", "2-3시간=2 시간 range 2 3; "},
    {"what is about a range stays in it", "약 2~3km 정도", "2~3km=2 km range 2 3; "},
    {"two units are no range", "3명~5%", "3명=3 명; 5%=5 %; "},
    {"a score is no range", "3-1패로", ""},
    {"about", "약 30명, 40개 안팎, 50여 곳, 60건쯤",
     "30명=30 명 about; 40개=40 개 about; 50여 곳=50 곳 about; 60건=60 건 about; "},
    {"more inside a number", "10여만명이", "10여만명=100000 명 about; "},
    {"more after a blank", "2,800 여명, 10만 여 명",
     "2,800 여명=2800 명 about; 10만 여 명=100000 명 about; "},
    {"another word in 여 after a blank", "3 여단이 5 여객선을", ""},
    {"words of one syllable and more", "백여 명, 천여명, 십여 년",
     "백여 명=100 명 about; 천여명=1000 명 about; 십여 년=10 년 about; "},
    {"words that begin so", "천여주 씨와 만여행, 십여행이", ""},
    {"near a month is no article", "한 달 가까이 걸렸다", "한 달=1 개월 about; "},
    {"between two figures", "3명에서 5명 사이, 3%와 5% 사이",
     "3명에서 5명=3 명 range 3 5; 3%와 5%=3 % range 3 5; "},
    {"from one to another is no range", "3명에서 5명으로", "3명=3 명; 5명=5 명; "},
    {"a month and more is no article", "한 달여 동안", "한 달=1 개월 about; "},
    {"a range with a word in place of the dash", "3명 내지 5명", "3명 내지 5명=3 명 range 3 5; "},
    {"a length and more", "2년여간", "2년=2 년 about; "},
    {"at least beats more", "1000여명 이상", "1000여명=1000 명 at_least; "},
    {"at most", "최대 5억원, 10명 이하, 3배 이내",
     "5억원=500000000 KRW at_most; 10명=10 명 at_most; 3배=3 배 at_most; "},
    {"what is allowed to a number", "50만원까지 지원한다", "50만원=500000 KRW at_most; "},
    {"more and less than", "20m가 넘는, 3%를 밑돌고, 5개 미만",
     "20m=20 m more_than; 3%=3 % less_than; 5개=5 개 less_than; "},
    {"a strange word is no bound", "3명이 이상 증세를, 10명 이상한 사람", "3명=3 명; 10명=10 명; "},
    {"degrees of the weather", "기온은 영하 5도, 낮 3~7도",
     "영하 5도=-5 도; 3~7도=3 도 range 3 7; "},
    {"a grade is no figure", "경상 3도라는 땅", ""},
    {"a burn is no figure", "기온 탓에 3도 화상을 입었다", ""},
    {"an odd many", "13,100여 점과 850여 채",
     "13,100여 점=13100 점 about; 850여 채=850 채 about; "},
    {"inches", "14인치 화면", "14인치=14 인치; "},
    {"points apart", "0.2% 포인트", "0.2% 포인트=0.2 %p; "},
    {"a sum without a unit", "6조 정도의 적자, 나랏빚 2,326조가",
     "6조=6000000000000 KRW about; 2,326조=2.326e+15 KRW; "},
    {"an article of a law is no sum", "헌법 3조를", ""},
    {"feet are no figure", "두 발로 섰다", ""},
    {"the nth is no figure", "사흘째, 3일째, 2년 차, 21대 총선, 3학년", ""},
    {"a difference of years is a length", "2년 차이", "2년=2 년; "},
    {"the number of a street is no figure", "115번 도로", ""},
    {"how often in words", "세 번 이겼다", "세 번=3 번; "},
    {"companies", "이동통신 3사가", "3사=3 사; "},
    {"a month later", "한 달 뒤, 단 한 사람이", "한 달=1 개월; 한 사람=1 사람; "},
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
        gisa_quantities quantities = {0};
        gisa_annotation_reset(&a);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        OK(gisa_dates_find(s, day, &a, NULL) == GISA_OK &&
               gisa_quantities_find(s, &a.arena, &quantities) == GISA_OK &&
               gisa_figures_find(s, &quantities, &a, NULL) == GISA_OK,
           rows[i].name);
        for (size_t k = 0; k < a.n_figures; k++) {
            gisa_buf_add(&out, gisa_span_text(a.figures[k].span, s));
            gisa_buf_addf(&out, "=%.15g ", a.figures[k].value);
            gisa_buf_add(&out, a.figures[k].unit);
            if (a.figures[k].bound) gisa_buf_addf(&out, " %s", gisa_bound_name(a.figures[k].bound));
            if (a.figures[k].bound == GISA_BOUND_RANGE)
                gisa_buf_addf(&out, " %.15g %.15g", a.figures[k].low, a.figures[k].high);
            gisa_buf_add_c(&out, "; ");
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
    return test_end();
}
