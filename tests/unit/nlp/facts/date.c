#include "nlp/facts/date.h"

#include "base/buf.h"
#include "tests/unit/test.h"

/* Every text here was published on Wednesday 2025-03-12. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a full date", "2024년 12월 31일에", "2024년 12월 31일=2024-12-31; "},
    {"a date in figures", "2025.02.03 기준", "2025.02.03=2025-02-03; "},
    {"a date in figures with spaces", "2025. 2. 3. 공포", "2025. 2. 3=2025-02-03; "},
    {"the last such day", "지난 3일 열렸다", "지난 3일=2025-03-03; "},
    {"the last such day was in the month before", "지난 28일 열렸다", "지난 28일=2025-02-28; "},
    {"the next such day", "오는 15일 연다", "오는 15일=2025-03-15; "},
    {"the next such day is in the month after", "오는 3일 연다", "오는 3일=2025-04-03; "},
    {"a bare day has come", "11일 밝혔다", "11일=2025-03-11; "},
    {"a bare day that is just ahead", "14일까지 받는다", "14일=2025-03-14; "},
    {"a local day keeps its bracket outside", "11일(현지시간) 공개", "11일=2025-03-11; "},
    {"the month before", "지난달 21일", "지난달 21일=2025-02-21; "},
    {"the month after, apart", "다음 달 중순", "다음 달 중순=2025-04-11/2025-04-20; "},
    {"a day of this month", "이달 7일", "이달 7일=2025-03-07; "},
    {"yesterday", "어제 저녁", "어제=2025-03-11; "},
    {"a weekday of the week before", "지난주 금요일", "지난주 금요일=2025-03-07; "},
    {"a week", "지난주에", "지난주=2025-03-03/2025-03-09; "},
    {"half a year", "올해 상반기", "올해 상반기=2025-H1; "},
    {"half a year without a year", "하반기에는", "하반기=2025-H2; "},
    {"a quarter", "지난해 4분기 매출", "지난해 4분기=2024-Q4; "},
    {"the last such quarter", "지난 4분기", "지난 4분기=2024-Q4; "},
    {"the end of a year", "지난해 말", "지난해 말=2024-12; "},
    {"the beginning of a year is the year", "올해 초", "올해 초=2025; "},
    {"a month of a year", "내년 6월", "내년 6월=2026-06; "},
    {"the last such month", "지난 12월", "지난 12월=2024-12; "},
    {"the next such month", "오는 2월", "오는 2월=2026-02; "},
    {"the nearest such month", "12월에", "12월=2024-12; "},
    {"this year's spring", "올봄", "올봄=2025-03-01/2025-05-31; "},
    {"the last winter", "지난겨울", "지난겨울=2024-12-01/2025-02-28; "},
    {"a decade", "1990년대", "1990년대=1990/1999; "},
    {"days from and to", "지난달 21일부터 25일까지", "지난달 21일=2025-02-21; 25일=2025-02-25; "},
    {"days to in the month after", "다음 달 28일부터 3일까지",
     "다음 달 28일=2025-04-28; 3일=2025-05-03; "},
    {"a list of what is to come keeps its month", "다음 달 4일 미르시, 12일 가온시에서",
     "다음 달 4일=2025-04-04; 12일=2025-04-12; "},
    {"what was does not give its month", "지난달 3일 열었고 10일 닫았다",
     "지난달 3일=2025-02-03; 10일=2025-03-10; "},
    {"a list of days", "지난 3, 4일 열렸다", "지난 3=2025-03-03; 4일=2025-03-04; "},
    {"a list with a dot", "4월 8·9일에", "4월 8=2025-04-08; 9일=2025-04-09; "},
    {"a list of months", "4·5월 매출", "4=2025-04; 5월=2025-05; "},
    {"a list of years", "2019, 2020년", "2019=2019; 2020년=2020; "},
    {"years with a tilde", "2021~2027년 계획", "2021~2027년=2021/2027; "},
    {"years with a tilde, the second short", "2021∼27년", "2021∼27년=2021/2027; "},
    {"months on both sides of a tilde", "7월~8월에", "7월~8월=2025-07/2025-08; "},
    {"a tilde over the year", "2024년 12월~2월", "2024년 12월~2월=2024-12/2025-02; "},
    {"days on both sides of a tilde", "4월 28일 ~ 5월 3일",
     "4월 28일 ~ 5월 3일=2025-04-28/2025-05-03; "},
    {"quarters with a tilde", "올해 1~3분기", "올해 1~3분기=2025-Q1/2025-Q3; "},
    {"the begin of a month", "이달 초", "이달 초=2025-03-01/2025-03-10; "},
    {"the end of a short month", "지난 2월 말", "지난 2월 말=2025-02-21/2025-02-28; "},
    {"the first years of a decade", "1990년대 초반에", "1990년대 초반=1990/1993; "},
    {"the last years of a decade, glued", "1980년대말이래", ""},
    {"a decade before 이래", "1970년대이래", "1970년대=1970/1979; "},
    {"엔 after a year, a month, a day", "1994년엔, 지난해 10월엔, 11일엔",
     "1994년=1994; 지난해 10월=2024-10; 11일=2025-03-11; "},
    {"a year of long ago", "1714년 3월 15일", "1714년 3월 15일=1714-03-15; "},
    {"a month with 달", "2월달에", "2월달=2025-02; "},
    {"a late hour of a day", "11일 늦은 시간", "11일=2025-03-11; "},
    {"a day before a word that begins like a length", "11일 전국에, 12일 만찬, 10일 치러진",
     "11일=2025-03-11; 12일=2025-03-12; 10일=2025-03-10; "},
    {"the same month of this year is the last", "지난 3월 5일", "지난 3월 5일=2025-03-05; "},
    {"the same month of the last year", "지난 3월 25일", "지난 3월 25일=2024-03-25; "},
    {"a lunar day is not known", "음력 1월 15일에", "1월 15일=?; "},
    {"nights and days are no date", "5박 7일 여행, 주 5일 근무", ""},
    {"next week, and a verb that begins like it", "내주 시행하고 열쇠를 내주며",
     "내주=2025-03-17/2025-03-23; "},
    {"그제야 is no date", "그제야 알았다. 그제서야", ""},
    {"late and left are lengths", "3일 늦어졌고 5일 남았다", ""},
    {"a thousand years are no year", "1000년 전, 1200년 역사", ""},
    {"days with a tilde", "3~5일 열린다", "3~5일=2025-03-03/2025-03-05; "},
    {"months with a tilde", "4∼6월", "4∼6월=2025-04/2025-06; "},
    {"the same year", "2023년 5월 나왔고 같은 해 7월 팔렸다",
     "2023년 5월=2023-05; 같은 해 7월=2023-07; "},
    {"the year after", "2023년 만들어 이듬해 팔았다", "2023년=2023; 이듬해=2024; "},
    {"a word that begins like it is no date", "같은 해외 서비스, 오늘날, 내년생이", ""},
    {"a count of days is no date", "3일간, 10일 만에, 5일 동안", ""},
    {"a count of years is no date", "10년 만에", ""},
    {"a day that no month has is no date", "45일", ""},
    {"a day that this month has not keeps no value", "2월 30일", "2월 30일=?; "},
    {"a price is no date", "1,203일원", ""},
    {"a version is no date", "v1.2025.03", ""},
    {"an empty text has no dates", "", ""},
};

static void check(const char *name, const char *text, gisa_time reference, const char *want)
{
    gisa_annotation a = {0};
    gisa_buf out = {0};
    gisa_str s = gisa_str_from(text);
    gisa_buf_add_c(&out, "");
    OK(gisa_dates_find(s, reference, &a, NULL) == GISA_OK, name);
    for (size_t i = 0; i < a.n_dates; i++) {
        gisa_buf_add(&out, gisa_span_text(a.dates[i].span, s));
        gisa_buf_add_c(&out, "=");
        gisa_buf_add(&out, a.dates[i].value.p ? a.dates[i].value : GISA_STR("?"));
        gisa_buf_add_c(&out, "; ");
    }
    SAME_C(gisa_buf_view(&out), want, name);
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
}

int main(void)
{
    gisa_time day = {0}, new_year = {0};
    gisa_time_parse_iso(GISA_STR("2025-03-12T09:00:00+09:00"), &day);
    gisa_time_parse_iso(GISA_STR("2025-01-02"), &new_year);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(rows[i].name, rows[i].text, day, rows[i].want);
    check("a bare day may lie in the year before", "31일 밤", new_year, "31일=2024-12-31; ");
    check("the month before January is December", "지난달 3일", new_year,
          "지난달 3일=2024-12-03; ");
    check("the year's end is December", "연말", new_year, "연말=2025-12; ");
    check("without a publication time a relative date has no value", "어제와 2024년 5월",
          (gisa_time){0}, "어제=?; 2024년 5월=2024-05; ");
    return test_end();
}
