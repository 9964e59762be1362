#include <math.h>

#include "base/mem.h"
#include "report/period.h"
#include "report/trend/trend_format.h"

static gisa_str date(int64_t day, char out[GISA_PERIOD_CHARS])
{
    return (gisa_str){out, gisa_period_format(GISA_PERIOD_DAY, day, out)};
}

static void chart_words(const gisa_trend *t, gisa_lang lang, gisa_buf *title, gisa_buf *sub,
                        gisa_buf *note)
{
    static const char *const ko_units[] = {"일별", "주별", "월별", "연도별"};
    bool ko = lang == GISA_LANG_KO;
    char from[GISA_PERIOD_CHARS], to[GISA_PERIOD_CHARS];
    for (size_t i = 0; i < t->n_lines; i++) {
        if (i) gisa_buf_add_c(title, ", ");
        gisa_buf_add(title, t->lines[i].query);
    }
    if (t->n_points) {
        date(t->days[0], from);
        date(gisa_trend_last_day(t, t->n_points - 1), to);
        gisa_buf_addf(sub,
                      ko ? "전체 기사에서 차지하는 비율, %s, %s ~ %s"
                         : "Share of all articles by %s, %s to %s",
                      ko ? ko_units[t->period] : gisa_period_name(t->period), from, to);
    }
    if (t->n_lines == 1 && t->n_points)
        gisa_buf_add_c(sub, ko ? "; 띠는 95% 신뢰구간" : "; band: 95% interval");
    for (size_t i = 0; i < t->n_lines; i++)
        if (t->lines[i].n_bursts) {
            gisa_buf_add_c(note, ko ? "아래 막대: 급증 구간(Kleinberg 2002). "
                                    : "Bars below: bursts (Kleinberg 2002). ");
            break;
        }
    if (t->n_few)
        gisa_buf_addf(note,
                      ko ? "빈 점: 기사 %d건 미만. " : "Hollow marks: fewer than %d articles. ",
                      GISA_TREND_FEW);
    gisa_buf_add_c(note, ko ? "유사 기사는 한 건으로 셈. 집계: gisa"
                            : "Near-duplicates count once. Counted by gisa");
}

gisa_status gisa_trend_chart(const gisa_trend *t, gisa_str title, gisa_lang lang, gisa_buf *out,
                             gisa_error *err)
{
    gisa_buf made = {0}, sub = {0}, note = {0};
    gisa_chart_line lines[GISA_CHART_LINES] = {0};
    gisa_chart_point *points = gisa_calloc(t->n_points * t->n_lines + 1, sizeof *points);
    gisa_status st = points ? GISA_OK : gisa_fail_mem(err);
    for (size_t l = 0; points && l < t->n_lines; l++) {
        const gisa_trend_line *from = &t->lines[l];
        gisa_chart_point *to = points + l * t->n_points;
        for (size_t i = 0; i < t->n_points; i++)
            to[i] = (gisa_chart_point){gisa_trend_share(&from->points[i]),
                                       from->points[i].interval.low, from->points[i].interval.high,
                                       from->points[i].articles < GISA_TREND_FEW};
        lines[l] = (gisa_chart_line){from->query, to, from->bursts, from->n_bursts};
    }
    chart_words(t, lang, &made, &sub, &note);
    if (st >= 0) st = gisa_buf_check(&made, "the title", err);
    if (st >= 0) st = gisa_buf_check(&sub, "the title", err);
    if (st >= 0) st = gisa_buf_check(&note, "the note", err);
    gisa_chart chart = {.title = title.p ? title : gisa_buf_view(&made),
                        .subtitle = gisa_buf_view(&sub),
                        .note = gisa_buf_view(&note),
                        .period = t->period,
                        .days = t->days,
                        .n = t->n_points,
                        .lines = lines,
                        .n_lines = t->n_lines,
                        .percent = true,
                        .lang = lang};
    if (st >= 0) {
        gisa_chart_format(&chart, out);
        st = gisa_buf_check(out, "the chart", err);
    }
    gisa_free(points);
    gisa_buf_clear(&made);
    gisa_buf_clear(&sub);
    gisa_buf_clear(&note);
    return st;
}
