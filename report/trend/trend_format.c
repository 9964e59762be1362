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

static const char *const of_names[] = {"articles", "mentions", "outlets"};

const char *gisa_trend_of_name(gisa_trend_of of)
{
    return of_names[of];
}

bool gisa_trend_of_find(gisa_str name, gisa_trend_of *of)
{
    for (int i = 0; i < 3; i++) {
        if (!gisa_str_is(name, of_names[i])) continue;
        *of = (gisa_trend_of)i;
        return true;
    }
    return false;
}

const char *gisa_slope_word(const gisa_slope *s)
{
    if (s->n < GISA_SLOPE_POINTS || s->q >= GISA_STATS_ALPHA || s->slope == 0) return NULL;
    return s->slope > 0 ? "rises" : "falls";
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

/* What is counted, where that is no articles. */
static void put_counted(gisa_json *w, const gisa_trend *t, uint64_t n, uint64_t total)
{
    if (t->of == GISA_TREND_ARTICLES) return;
    bool mentions = t->of == GISA_TREND_MENTIONS;
    gisa_json_key_int(w, mentions ? "mentions" : "outlets", (int64_t)n);
    gisa_json_key_int(w, mentions ? "words" : "all_outlets", (int64_t)total);
}

static void put_period(gisa_json *w, const gisa_trend *t, const gisa_trend_line *line, size_t i)
{
    char text[GISA_PERIOD_CHARS];
    const gisa_trend_point *p = &line->points[i];
    gisa_json_object(w);
    gisa_json_key_str(w, "period", label(t->period, p->day, text));
    gisa_json_key_str(w, "from", date(p->day, text));
    gisa_json_key_str(w, "to", date(gisa_trend_last_day(t, i), text));
    gisa_json_key_int(w, "articles", (int64_t)p->hits);
    gisa_json_key_int(w, "total", (int64_t)p->articles);
    put_counted(w, t, p->n, p->total);
    put_share(w, "share", gisa_trend_share(p), 6);
    put_share(w, "low", p->interval.low, 6);
    put_share(w, "high", p->interval.high, 6);
    put_p(w, "p", p->p);
    put_p(w, "q", p->q);
    gisa_json_key_c(w, "significant", sign_word(p));
    gisa_json_key(w, "few");
    gisa_json_bool(w, p->articles < GISA_TREND_FEW);
    gisa_json_key(w, "burst");
    gisa_json_bool(w, gisa_trend_in_burst(line, i));
    gisa_json_key(w, "gap");
    gisa_json_bool(w, !p->articles);
    put_share(w, "expected", p->expected, 2);
    put_p(w, "within_p", p->within_p);
    put_p(w, "within_q", p->within_q);
    gisa_json_key(w, "by_outlets");
    gisa_json_bool(w, gisa_trend_by_outlets(p));
    gisa_json_end(w);
}

static void put_slope(gisa_json *w, const char *key, const gisa_slope *s)
{
    gisa_json_key(w, key);
    if (s->n < GISA_SLOPE_POINTS) {
        gisa_json_null(w);
        return;
    }
    gisa_json_object(w);
    gisa_json_key_int(w, "periods", (int64_t)s->n);
    put_share(w, "slope", s->slope, 9);
    put_share(w, "low", s->interval.low, 9);
    put_share(w, "high", s->interval.high, 9);
    gisa_json_key_int(w, "s", s->s);
    put_share(w, "tau", s->tau, 6);
    put_share(w, "z", s->z, 6);
    put_p(w, "p", s->p);
    put_p(w, "q", s->q);
    gisa_json_key_c(w, "direction", gisa_slope_word(s));
    gisa_json_end(w);
}

static void put_sources(gisa_json *w, const gisa_trend *t)
{
    char text[GISA_PERIOD_CHARS];
    gisa_json_key(w, "sources");
    gisa_json_array(w);
    for (size_t i = 0; i < t->n_changes; i++) {
        const gisa_source_change *c = &t->changes[i];
        gisa_json_object(w);
        gisa_json_key_str(w, "outlet", c->outlet);
        gisa_json_key_str(w, "period", label(t->period, t->days[c->at], text));
        gisa_json_key_str(w, "from", date(t->days[c->at], text));
        put_share(w, "before", c->before, 1);
        put_share(w, "after", c->after, 1);
        gisa_json_end(w);
    }
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
    gisa_json_key_int(w, "total", (int64_t)line->articles);
    gisa_json_key_c(w, "of", gisa_trend_of_name(t->of));
    put_counted(w, t, line->n, line->total);
    gisa_json_key(w, "within");
    gisa_json_bool(w, t->within);
    gisa_json_key_int(w, "undated", (int64_t)line->undated);
    put_ends(w, t, line);
    gisa_json_key(w, "bursts");
    gisa_json_array(w);
    for (size_t i = 0; i < line->n_bursts; i++) {
        gisa_json_object(w);
        gisa_json_key_str(w, "from", date(t->days[line->bursts[i].first], text));
        gisa_json_key_str(w, "to", date(gisa_trend_last_day(t, line->bursts[i].last), text));
        put_share(w, "weight", line->bursts[i].weight, 2);
        put_p(w, "within_p", line->bursts[i].within_p);
        gisa_json_end(w);
    }
    gisa_json_end(w);
    put_slope(w, "slope", &line->slope);
    put_slope(w, "within_slope", &line->within_slope);
    put_sources(w, t);
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

/* What came later. */
static void csv_more(const gisa_trend *t, size_t i, const gisa_trend_point *p, gisa_buf *out)
{
    gisa_buf names = {0};
    gisa_buf_addf(out, ",%d", !p->articles);
    csv_number(out, p->expected, 2);
    csv_p(out, p->within_q);
    gisa_buf_addf(out, ",%d,%" PRIu64 ",%" PRIu64, gisa_trend_by_outlets(p), p->n, p->total);
    for (size_t k = 0; k < t->n_changes; k++) {
        if (t->changes[k].at != i) continue;
        if (names.n) gisa_buf_add_c(&names, "; ");
        gisa_buf_add(&names, t->changes[k].outlet);
    }
    gisa_csv_cell(out, gisa_buf_view(&names), true);
    gisa_buf_take_status(out, &names);
    gisa_buf_clear(&names);
}

void gisa_trend_csv(const gisa_trend *t, gisa_buf *out)
{
    char text[GISA_PERIOD_CHARS];
    gisa_buf_add_c(out, "query,period,from,to,articles,total,share,low,high,p,q,significant,few,"
                        "burst,gap,expected,within_q,by_outlets,count,base,sources\r\n");
    for (size_t l = 0; l < t->n_lines; l++)
        for (size_t i = 0; i < t->n_points; i++) {
            const gisa_trend_point *p = &t->lines[l].points[i];
            gisa_csv_cell(out, t->lines[l].query, false);
            gisa_csv_cell(out, label(t->period, p->day, text), true);
            gisa_csv_cell(out, date(p->day, text), true);
            gisa_csv_cell(out, date(gisa_trend_last_day(t, i), text), true);
            gisa_buf_addf(out, ",%" PRIu64 ",%" PRIu64, p->hits, p->articles);
            csv_number(out, gisa_trend_share(p), 6);
            csv_number(out, p->interval.low, 6);
            csv_number(out, p->interval.high, 6);
            csv_p(out, p->p);
            csv_p(out, p->q);
            gisa_csv_cell(out, gisa_str_from(sign_word(p)), true);
            gisa_buf_addf(out, ",%d,%d", p->articles < GISA_TREND_FEW,
                          gisa_trend_in_burst(&t->lines[l], i));
            csv_more(t, i, p, out);
            gisa_csv_end(out);
        }
}

static double share_or_0(const gisa_trend_point *p)
{
    double share = gisa_trend_share(p);
    return isnan(share) ? 0 : share;
}

/* Shares of consecutive periods pooled into at most `width` cells: of articles, unless each
 * has a cell of its own. */
static double pooled(const gisa_trend *t, const gisa_trend_line *line, size_t cells, size_t cell,
                     uint64_t *total)
{
    uint64_t n = 0;
    *total = 0;
    for (size_t i = cell * t->n_points / cells; i < (cell + 1) * t->n_points / cells; i++) {
        n += line->points[i].hits;
        *total += line->points[i].articles;
    }
    if (cells == t->n_points) return *total ? share_or_0(&line->points[cell]) : 0;
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
