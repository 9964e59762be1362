#include "nlp/facts/date_refer.h"

#include "base/buf.h"
#include "nlp/facts/date.h"
#include "tests/unit/test.h"

/* Every text here was published on Wednesday 2025-03-12. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"this day is the day of the report",
     "11일 열었다.\n지난 3월 2일 정했다.\n시는 팔았다. 이날 닫았다",
     "11일=2025-03-11; 지난 3월 2일=2025-03-02; 이날=2025-03-11; "},
    {"this day after a day of its own", "지난달 3일 문을 열었다. 이날 모두 왔다",
     "지난달 3일=2025-02-03; 이날=2025-02-03; "},
    {"this day without any is that of publication", "이 날 열었다", "이 날=2025-03-12; "},
    {"the only day of the week is that of the report",
     "지난 10일 열었다. 모두 왔다. 값은 올랐다. 이날 밝혔다",
     "지난 10일=2025-03-10; 이날=2025-03-10; "},
    {"what is to come is not this day", "오는 20일 연다. 이날 밝혔다",
     "오는 20일=2025-03-20; 이날=2025-03-12; "},
    {"the day before", "11일 올랐다. 전날보다", "11일=2025-03-11; 전날=2025-03-10; "},
    {"the day before that one", "11일 밝혔다. 지난달 4일 그만뒀다.\n그 전날 정했다",
     "11일=2025-03-11; 지난달 4일=2025-02-04; 전날=2025-02-03; "},
    {"the day after", "2024년 2월 28일 왔다. 이튿날 갔다",
     "2024년 2월 28일=2024-02-28; 이튿날=2024-02-29; "},
    {"a day after nothing is none", "다음 날 아침, 그날이 오면, 당일 밤", ""},
    {"a service of the same day is none", "11일 시작했다. 당일 배송도 한다", "11일=2025-03-11; "},
    {"a word that begins like it is none", "이날개, 전날개", ""},
    {"the same period a year before", "올해 1분기 매출은 전년 동기보다",
     "올해 1분기=2025-Q1; 전년 동기=2024-Q1; "},
    {"the same period of last year", "올해 1~2월 수출은 지난해 같은 기간보다",
     "올해 1~2월=2025-01/2025-02; 지난해 같은 기간=2024-01/2024-02; "},
    {"the same period of the year before last", "지난해 4분기에 전년동기 대비",
     "지난해 4분기=2024-Q4; 전년동기=2023-Q4; "},
    {"a leap day has no day a year before", "2024년 2월 1~29일은 전년 동기보다",
     "2024년 2월 1~29일=2024-02-01/2024-02-29; 전년 동기=2023-02-01/2023-02-28; "},
    {"the same period of nothing said is not known", "지난해 같은 기간보다",
     "지난해 같은 기간=?; "},
    {"the year before a year", "2021년에는 전년보다", "2021년=2021; 전년=2020; "},
    {"the year before that of publication", "전년 대비", "전년=2024; "},
    {"the quarter before the first", "올해 1분기에 전 분기 대비",
     "올해 1분기=2025-Q1; 전 분기=2024-Q4; "},
    {"the month before January", "1월 물가는 전월보다", "1월=2025-01; 전월=2024-12; "},
    {"the same period", "2023년 매출이 늘었고 같은 기간 비용은", "2023년=2023; 같은 기간=2023; "},
    {"a same period after nothing is none", "같은 기간 비용은", ""},
    {"last year by itself stays", "지난해 매출", "지난해=2024; "},
};

int main(void)
{
    gisa_annotation a = {0};
    gisa_buf out = {0};
    gisa_time day;
    int64_t last;
    gisa_time_parse_iso(GISA_STR("2025-03-12T09:00:00+09:00"), &day);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str s = gisa_str_from(rows[i].text);
        gisa_annotation_reset(&a);
        gisa_buf_reset(&out);
        gisa_buf_add_c(&out, "");
        OK(gisa_dates_find(s, day, &a, NULL) == GISA_OK, rows[i].name);
        for (size_t k = 0; k < a.n_dates; k++) {
            gisa_buf_add(&out, gisa_span_text(a.dates[k].span, s));
            gisa_buf_add_c(&out, "=");
            gisa_buf_add(&out, a.dates[k].value.p ? a.dates[k].value : GISA_STR("?"));
            gisa_buf_add_c(&out, "; ");
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    OK(gisa_date_last_day(GISA_STR("2025-03-01/2025-03-10"), &last) &&
           last == gisa_days_from_civil(2025, 3, 10),
       "the last day of an interval");
    OK(!gisa_date_last_day(GISA_STR("2025-03"), &last) && !gisa_date_last_day(GISA_NONE, &last),
       "a month has no last day");
    gisa_buf_clear(&out);
    gisa_annotation_clear(&a);
    return test_end();
}
