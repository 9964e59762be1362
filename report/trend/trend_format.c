#include "report/trend/trend_format.h"

#include <inttypes.h>
#include <math.h>

#include "base/csv.h"
#include "base/json.h"
#include "base/mem.h"
#include "report/period.h"

int64_t gisa_trend_last_day(const gisa_trend *t, size_t i)
{
    return gisa_period_next(t->period, t->days[i]) - 1;
}

bool gisa_trend_in_burst(const gisa_trend_line *line, size_t i)
{
    for (size_t k = 0; k < line->n_bursts; k++)
        if (i >= line->bursts[k].first && i <= line->bursts[k].last) return true;
    return false;
}

static gisa_str label(gisa_period period, int64_t day, char out[GISA_PERIOD_CHARS])
{
    return (gisa_str){out, gisa_period_label(period, day, out)};
}

static gisa_str date(int64_t day, char out[GISA_PERIOD_CHARS])
{
    return (gisa_str){out, gisa_period_format(GISA_PERIOD_DAY, day, out)};
}

static void put_share(gisa_json *w, const char *key, double v, int decimals)
{
    gisa_json_key(w, key);
    gisa_json_double(w, v, decimals);
}

static void put_p(gisa_json *w, const char *key, double p)
{
    gisa_buf text = {0};
    gisa_p_number(&text, p);
    gisa_json_key(w, key);
    gisa_json_raw(w, gisa_buf_view(&text));
    gisa_buf_take_status(w->out, &text);
    gisa_buf_clear(&text);
}

static const char *sign_word(const gisa_trend_point *p)
{
    int sign = gisa_trend_sign(p);
    return sign > 0 ? "above" : sign < 0 ? "below" : NULL;
}

static void put_period(gisa_json *w, const gisa_trend *t, const gisa_trend_line *line, size_t i)
{
    char text[GISA_PERIOD_CHARS];
    const gisa_trend_point *p = &line->points[i];
    gisa_json_object(w);
    gisa_json_key_str(w, "period", label(t->period, p->day, text));
    gisa_json_key_str(w, "from", date(p->day, text));
    gisa_json_key_str(w, "to", date(gisa_trend_last_day(t, i), text));
    gisa_json_key_int(w, "articles", (int64_t)p->n);
    gisa_json_key_int(w, "total", (int64_t)p->total);
    put_share(w, "share", gisa_trend_share(p), 6);
    put_share(w, "low", p->interval.low, 6);
    put_share(w, "high", p->interval.high, 6);
    put_p(w, "p", p->p);
    put_p(w, "q", p->q);
    gisa_json_key_c(w, "significant", sign_word(p));
    gisa_json_key(w, "few");
    gisa_json_bool(w, p->total < GISA_TREND_FEW);
    gisa_json_key(w, "burst");
    gisa_json_bool(w, gisa_trend_in_burst(line, i));
    gisa_json_end(w);
}

static void put_ends(gisa_json *w, const gisa_trend *t, const gisa_trend_line *line)
{
    char text[GISA_PERIOD_CHARS];
    gisa_json_key(w, "first_seen");
    if (line->first_id.p) {
        gisa_json_object(w);
        gisa_json_key_str(w, "date", date(line->first_day, text));
        gisa_json_key_str(w, "id", line->first_id);
        gisa_json_key_str(w, "title", line->first_title);
        gisa_json_key_str(w, "outlet", line->first_outlet);
        gisa_json_end(w);
    } else {
        gisa_json_null(w);
    }
    gisa_json_key_str(w, "last_seen",
                      line->last_day >= line->first_day ? date(line->last_day, text) : GISA_NONE);
    gisa_json_key_str(w, "peak",
                      line->peak < t->n_points ? label(t->period, t->days[line->peak], text)
                                               : GISA_NONE);
}

static void put_line(gisa_json *w, const gisa_trend *t, const gisa_trend_line *line)
{
    char text[GISA_PERIOD_CHARS];
    gisa_json_object(w);
    gisa_json_key_str(w, "query", line->query);
    gisa_json_key(w, "spellings");
    gisa_json_array(w);
    for (size_t i = 0; i < line->n_spellings; i++) gisa_json_str(w, line->spellings[i]);
    gisa_json_end(w);
    gisa_json_key_c(w, "by", gisa_period_name(t->period));
    gisa_json_key_int(w, "articles", (int64_t)line->matches);
    gisa_json_key_int(w, "total", (int64_t)line->total);
    gisa_json_key_int(w, "undated", (int64_t)line->undated);
    put_ends(w, t, line);
    gisa_json_key(w, "bursts");
    gisa_json_array(w);
    for (size_t i = 0; i < line->n_bursts; i++) {
        gisa_json_object(w);
        gisa_json_key_str(w, "from", date(t->days[line->bursts[i].first], text));
        gisa_json_key_str(w, "to", date(gisa_trend_last_day(t, line->bursts[i].last), text));
        put_share(w, "weight", line->bursts[i].weight, 2);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    gisa_json_key(w, "periods");
    gisa_json_array(w);
    for (size_t i = 0; i < t->n_points; i++) put_period(w, t, line, i);
    gisa_json_end(w);
    gisa_json_end(w);
}

void gisa_trend_json(const gisa_trend *t, gisa_buf *out)
{
    for (size_t i = 0; i < t->n_lines; i++) {
        gisa_json w = gisa_json_make(out);
        put_line(&w, t, &t->lines[i]);
        gisa_buf_add_char(out, '\n');
    }
}

static void csv_number(gisa_buf *out, double v, int decimals)
{
    gisa_buf_add_char(out, ',');
    if (!isnan(v)) gisa_json_number(out, v, decimals);
}

static void csv_p(gisa_buf *out, double p)
{
    gisa_buf_add_char(out, ',');
    gisa_p_text(out, p);
}

void gisa_trend_csv(const gisa_trend *t, gisa_buf *out)
{
    char text[GISA_PERIOD_CHARS];
    gisa_buf_add_c(out, "query,period,from,to,articles,total,share,low,high,p,q,significant,few,"
                        "burst\r\n");
    for (size_t l = 0; l < t->n_lines; l++)
        for (size_t i = 0; i < t->n_points; i++) {
            const gisa_trend_point *p = &t->lines[l].points[i];
            gisa_csv_cell(out, t->lines[l].query, false);
            gisa_csv_cell(out, label(t->period, p->day, text), true);
            gisa_csv_cell(out, date(p->day, text), true);
            gisa_csv_cell(out, date(gisa_trend_last_day(t, i), text), true);
            gisa_buf_addf(out, ",%" PRIu64 ",%" PRIu64, p->n, p->total);
            csv_number(out, gisa_trend_share(p), 6);
            csv_number(out, p->interval.low, 6);
            csv_number(out, p->interval.high, 6);
            csv_p(out, p->p);
            csv_p(out, p->q);
            gisa_csv_cell(out, gisa_str_from(sign_word(p)), true);
            gisa_buf_addf(out, ",%d,%d", p->total < GISA_TREND_FEW,
                          gisa_trend_in_burst(&t->lines[l], i));
            gisa_csv_end(out);
        }
}

/* Shares of consecutive periods pooled into at most `width` cells. */
static double pooled(const gisa_trend *t, const gisa_trend_line *line, size_t cells, size_t cell,
                     uint64_t *total)
{
    uint64_t n = 0;
    *total = 0;
    for (size_t i = cell * t->n_points / cells; i < (cell + 1) * t->n_points / cells; i++) {
        n += line->points[i].n;
        *total += line->points[i].total;
    }
    return *total ? (double)n / (double)*total : 0;
}

double gisa_trend_spark(const gisa_trend *t, const gisa_trend_line *line, size_t width,
                        gisa_buf *out)
{
    size_t cells = t->n_points < width ? t->n_points : width;
    uint64_t total;
    double most = 0;
    for (int few = 0; few < 2 && most <= 0; few++)
        for (size_t i = 0; i < cells; i++) {
            double v = pooled(t, line, cells, i, &total);
            if ((total >= GISA_TREND_FEW || few) && v > most) most = v;
        }
    for (size_t i = 0; i < cells; i++) {
        double v = pooled(t, line, cells, i, &total);
        int level = v > 0 ? 1 + (int)(v / most * 7 + 0.5) : 0;
        if (v > 0 && level < 1) level = 1;
        if (level > 7) level = 7;
        if (total)
            gisa_buf_add_cp(out, 0x2581 + (uint32_t)level);
        else
            gisa_buf_add_char(out, ' ');
    }
    return most;
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
                                       from->points[i].total < GISA_TREND_FEW};
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
