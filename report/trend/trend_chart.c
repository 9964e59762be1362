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
        static const char *const subs[][2] = {
            {"Share of all articles by %s, %s to %s", "전체 기사에서 차지하는 비율, %s, %s ~ %s"},
            {"Mentions in 10,000 words by %s, %s to %s", "1만 낱말당 언급 횟수, %s, %s ~ %s"},
            {"Share of all outlets by %s, %s to %s", "전체 매체에서 차지하는 비율, %s, %s ~ %s"}};
        gisa_buf_addf(sub, subs[t->of][ko], ko ? ko_units[t->period] : gisa_period_name(t->period),
                      from, to);
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
    if (t->within)
        gisa_buf_add_c(note, ko ? "매체 구성이 늘 같다고 보고 셈. " : "Counted within outlets. ");
    if (t->n_gaps) gisa_buf_add_c(note, ko ? "빗금: 기사 없음. " : "Hatched: no articles. ");
    if (t->n_changes)
        gisa_buf_add_c(note, ko ? "세로 점선: 매체의 기사량이 바뀜. "
                                : "Upright dashes: a source\xe2\x80\x99s volume changes. ");
    if (t->n_lines == 1)
        gisa_buf_add_c(note, ko ? "위 가장자리 점: 신뢰구간이 그림을 넘음. "
                                : "Dots at the upper edge: the interval goes beyond it. ");
    gisa_buf_add_c(note, ko ? "유사 기사는 한 건으로 셈. 집계: gisa"
                            : "Near-duplicates count once. Counted by gisa");
}

/* The changes of sources, those of one period together; "+3" where there are several. */
static gisa_status list_events(const gisa_trend *t, gisa_chart_event *events, size_t *n,
                               gisa_buf *labels)
{
    for (size_t i = 0; i < t->n_changes; i++) {
        const gisa_source_change *s = &t->changes[i];
        if (*n && events[*n - 1].at == s->at) continue;
        size_t same = 1, from = labels->n;
        while (i + same < t->n_changes && t->changes[i + same].at == s->at) same++;
        gisa_buf_add_c(labels, s->after > s->before ? "↑" : "↓");
        gisa_buf_add(labels, s->outlet);
        if (same > 1) gisa_buf_addf(labels, " +%zu", same - 1);
        events[(*n)++] = (gisa_chart_event){s->at, {NULL, labels->n - from}};
    }
    const char *p = labels->p; /* now that it does not move any more */
    for (size_t i = 0; i < *n; i++) {
        events[i].label.p = p;
        p += events[i].label.n;
    }
    return gisa_buf_status(labels);
}

gisa_status gisa_trend_chart(const gisa_trend *t, const gisa_trend_chart_opts *opts, gisa_buf *out,
                             gisa_error *err)
{
    gisa_lang lang = opts->lang;
    double scale = t->of == GISA_TREND_MENTIONS ? 1e4 : 1;
    size_t n_events = 0;
    gisa_buf labels = {0};
    gisa_chart_event *events = gisa_calloc(t->n_changes + 1, sizeof *events);
    gisa_buf made = {0}, sub = {0}, note = {0};
    gisa_chart_line lines[GISA_CHART_LINES] = {0};
    gisa_chart_point *points = gisa_calloc(t->n_points * t->n_lines + 1, sizeof *points);
    gisa_status st = points && events ? GISA_OK : gisa_fail_mem(err);
    if (st >= 0 && list_events(t, events, &n_events, &labels) < 0) st = gisa_fail_mem(err);
    for (size_t l = 0; st >= 0 && l < t->n_lines; l++) {
        const gisa_trend_line *from = &t->lines[l];
        gisa_chart_point *to = points + l * t->n_points;
        for (size_t i = 0; i < t->n_points; i++)
            to[i] = (gisa_chart_point){
                scale * gisa_trend_share(&from->points[i]), scale * from->points[i].interval.low,
                scale * from->points[i].interval.high, from->points[i].articles < GISA_TREND_FEW};
        lines[l] = (gisa_chart_line){from->query, to, from->bursts, from->n_bursts};
    }
    chart_words(t, lang, &made, &sub, &note);
    if (st >= 0) st = gisa_buf_check(&made, "the title", err);
    if (st >= 0) st = gisa_buf_check(&sub, "the title", err);
    if (st >= 0) st = gisa_buf_check(&note, "the note", err);
    gisa_chart chart = {.title = opts->title.p ? opts->title : gisa_buf_view(&made),
                        .subtitle = gisa_buf_view(&sub),
                        .note = gisa_buf_view(&note),
                        .period = t->period,
                        .days = t->days,
                        .n = t->n_points,
                        .lines = lines,
                        .n_lines = t->n_lines,
                        .events = events,
                        .n_events = n_events,
                        .percent = t->of != GISA_TREND_MENTIONS,
                        .width = opts->width,
                        .height = opts->width && opts->width < 600 ? 460 : 0,
                        .lang = lang};
    if (st >= 0) {
        gisa_chart_format(&chart, out);
        st = gisa_buf_check(out, "the chart", err);
    }
    gisa_free(points);
    gisa_free(events);
    gisa_buf_clear(&labels);
    gisa_buf_clear(&made);
    gisa_buf_clear(&sub);
    gisa_buf_clear(&note);
    return st;
}
