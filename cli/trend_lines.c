#include "cli/trend_lines.h"

#include <inttypes.h>
#include <math.h>

#include "base/json.h"
#include "cli/wrap.h"
#include "report/period.h"
#include "report/trend/trend_format.h"

static const char *const units[] = {"article", "word", "outlet"};

void trend_add_day(gisa_buf *out, int64_t day)
{
    char text[GISA_PERIOD_CHARS];
    gisa_period_format(GISA_PERIOD_DAY, day, text);
    gisa_buf_add_c(out, text);
}

void trend_add_label(gisa_buf *out, gisa_period period, int64_t day)
{
    char text[GISA_PERIOD_CHARS];
    gisa_period_label(period, day, text);
    gisa_buf_add_c(out, text);
}

void trend_add_share(gisa_buf *out, const gisa_trend *t, double share)
{
    if (t->of != GISA_TREND_MENTIONS) {
        gisa_share_text(out, share);
        return;
    }
    double v = share * 1e4;
    gisa_json_number(out, v, v > 0 && v < 1 ? 2 : 1);
}

void trend_add_interval(gisa_buf *out, const gisa_trend *t, gisa_interval i)
{
    trend_add_share(out, t, i.low);
    gisa_buf_add_c(out, "–");
    trend_add_share(out, t, i.high);
}

void trend_add_p(gisa_buf *out, double p)
{
    if (p < GISA_P_LEAST)
        gisa_p_text(out, p);
    else if (p < 1e-4)
        gisa_p_number(out, p);
    else
        gisa_json_number(out, p, p < 0.001 ? 4 : 3);
}

/* "  name        " and a text in the lines of the terminal, which is emptied. */
static void say_field(const cli *c, const char *name, gisa_buf *text, gisa_buf *out)
{
    enum { INDENT = 14 };
    gisa_buf_addf(out, "  %-*s", INDENT - 2, name);
    wrap_to_terminal(out, c, gisa_buf_view(text), INDENT);
    gisa_buf_add_char(out, '\n');
    gisa_buf_reset(text);
}

static void say_spellings(const cli *c, const gisa_trend_line *line, gisa_buf *text, gisa_buf *out)
{
    if (!line->n_spellings) return;
    for (size_t i = 0; i < line->n_spellings; i++) {
        if (i) gisa_buf_add_c(text, ", ");
        gisa_buf_add(text, line->spellings[i]);
    }
    gisa_buf_add_c(text, " (--exact: only the word as typed)");
    say_field(c, "spellings", text, out);
}

static void say_peak(const cli *c, const gisa_trend *t, const gisa_trend_line *line, gisa_buf *text,
                     gisa_buf *out)
{
    if (line->peak >= t->n_points) return;
    const gisa_trend_point *p = &line->points[line->peak];
    trend_add_label(text, t->period, p->day);
    if (t->period == GISA_PERIOD_WEEK) {
        gisa_buf_add_c(text, " (from ");
        trend_add_day(text, p->day);
        gisa_buf_add_char(text, ')');
    }
    gisa_buf_add_c(text, ": ");
    gisa_count_text(text, p->n);
    gisa_buf_add_c(text, " of ");
    gisa_count_text(text, p->total);
    gisa_buf_addf(text, " %s%s, ", units[t->of], p->total == 1 ? "" : "s");
    trend_add_share(text, t, gisa_trend_share(p));
    gisa_buf_add_c(text, " (95%: ");
    trend_add_interval(text, t, p->interval);
    gisa_buf_add_c(text, p->articles < GISA_TREND_FEW ? "), few articles" : ")");
    say_field(c, "peak", text, out);
}

static void say_bursts(const cli *c, const gisa_trend *t, const gisa_trend_line *line,
                       gisa_buf *text, gisa_buf *out)
{
    for (size_t i = 0; i < line->n_bursts; i++) {
        uint64_t n = 0, total = 0;
        const gisa_burst *b = &line->bursts[i];
        for (size_t k = b->first; k <= b->last; k++) {
            n += line->points[k].hits;
            total += line->points[k].articles;
        }
        trend_add_day(text, t->days[b->first]);
        gisa_buf_add_c(text, " to ");
        trend_add_day(text, gisa_trend_last_day(t, b->last));
        gisa_buf_add_c(text, ": ");
        gisa_count_text(text, n);
        gisa_buf_add_c(text, " of ");
        gisa_count_text(text, total);
        gisa_buf_addf(text, " article%s, weight %" PRIu64, total == 1 ? "" : "s",
                      (uint64_t)(b->weight + 0.5));
        if (total < GISA_TREND_FEW) gisa_buf_add_c(text, ", few articles");
        if (b->within_p >= GISA_STATS_ALPHA)
            gisa_buf_add_c(text, "; by other outlets: within outlets the share is as usual");
        say_field(c, i ? "" : "bursts", text, out);
    }
}

/* "LINE: 2 of 13 dated articles, 15.4%" */
static void add_head(const gisa_trend *t, const gisa_trend_line *line, gisa_buf *text)
{
    bool mentions = t->of == GISA_TREND_MENTIONS;
    gisa_buf_addf(text, "%.*s: ", GISA_ARG(line->query));
    gisa_count_text(text, line->n);
    gisa_buf_add_c(text, mentions ? " in " : " of ");
    gisa_count_text(text, line->total);
    gisa_buf_addf(text, " %s%s%s", t->of == GISA_TREND_ARTICLES ? "dated " : "", units[t->of],
                  line->total == 1 ? "" : "s");
    if (line->total) {
        gisa_buf_add_c(text, ", ");
        trend_add_share(text, t, (double)line->n / (double)line->total);
    }
    if (line->articles < GISA_TREND_FEW && line->total) gisa_buf_add_c(text, ", few articles");
    if (t->of != GISA_TREND_ARTICLES) {
        gisa_buf_add_c(text, "; ");
        gisa_count_text(text, line->matches);
        gisa_buf_add_c(text, " of ");
        gisa_count_text(text, line->articles);
        gisa_buf_add_c(text, " articles");
    }
    if (!line->undated) return;
    gisa_buf_add_c(text, "; ");
    gisa_count_text(text, line->undated);
    gisa_buf_addf(text, " more ha%s no date as fine as the period",
                  line->undated == 1 ? "s" : "ve");
}

/* A slope in points of a hundred, or in mentions, with its sign. */
static void add_slope(const gisa_trend *t, double slope, gisa_buf *text)
{
    double v = slope * (t->of == GISA_TREND_MENTIONS ? 1e4 : 100);
    if (v >= 0.0005) gisa_buf_add_char(text, '+');
    gisa_json_number(text, v, fabs(v) < 0.095 ? 3 : fabs(v) < 0.95 ? 2 : 1);
}

static void say_slope(const cli *c, const gisa_trend *t, const gisa_trend_line *line,
                      gisa_buf *text, gisa_buf *out)
{
    const gisa_slope *s = &line->slope;
    const char *word = gisa_slope_word(s);
    if (s->n < GISA_SLOPE_POINTS || !line->n) return;
    gisa_buf_addf(text, "%s: ", word ? word : "no clear one");
    add_slope(t, s->slope, text);
    gisa_buf_addf(text, " %s a %s (95%%: ",
                  t->of == GISA_TREND_MENTIONS ? "per 10,000 words" : "percentage points",
                  gisa_period_name(t->period));
    add_slope(t, s->interval.low, text);
    gisa_buf_add_c(text, " to ");
    add_slope(t, s->interval.high, text);
    gisa_buf_addf(text, "), Mann-Kendall %s ", t->n_lines > 1 ? "q" : "p");
    if (s->q >= GISA_P_LEAST) gisa_buf_add_c(text, "= ");
    trend_add_p(text, s->q);
    if (word && !t->within && t->n_changes) {
        const gisa_slope *within = &line->within_slope;
        bool less = !gisa_slope_word(within) || fabs(within->slope) < fabs(s->slope) / 4;
        gisa_buf_addf(text, "; %swithin outlets ", less ? "by other outlets: " : "");
        add_slope(t, within->slope, text);
        gisa_buf_addf(text, ", %s ", t->n_lines > 1 ? "q" : "p");
        if (within->q >= GISA_P_LEAST) gisa_buf_add_c(text, "= ");
        trend_add_p(text, within->q);
    }
    say_field(c, "slope", text, out);
}

void trend_say_line(const cli *c, const gisa_trend *t, const gisa_trend_line *line, gisa_buf *out)
{
    size_t width = c->columns > 30 ? c->columns - 2 : 28; /* mutate: equivalent, 30 - 2 is 28 */
    gisa_buf text = {0};
    add_head(t, line, &text);
    gisa_span name = {0, (uint32_t)line->query.n};
    wrap_add(out, gisa_buf_view(&text),
             &(wrapping){.columns = cli_room(c),
                         .indent = 2,
                         .marks = &name,
                         .n_marks = c->color,
                         .on = cli_bold(c),
                         .off = cli_plain(c)});
    gisa_buf_reset(&text);
    gisa_buf_add_c(out, "\n  ");
    gisa_trend_spark(t, line, width < 104 ? width : 104, out);
    gisa_buf_add_char(out, '\n');
    say_spellings(c, line, &text, out);
    if (line->first_id.p) {
        trend_add_day(&text, line->first_day);
        gisa_buf_addf(&text, "  %.*s", GISA_ARG(line->first_title));
        if (line->first_outlet.p) gisa_buf_addf(&text, " (%.*s)", GISA_ARG(line->first_outlet));
        say_field(c, "first seen", &text, out);
    }
    say_peak(c, t, line, &text, out);
    say_slope(c, t, line, &text, out);
    say_bursts(c, t, line, &text, out);
    gisa_buf_take_status(out, &text);
    gisa_buf_clear(&text);
    gisa_buf_add_char(out, '\n');
}

/* What changed in the sources: as many as there are lines for. */
void trend_say_sources(const cli *c, const gisa_trend *t, gisa_buf *out)
{
    enum { SHOWN = 8 };
    gisa_buf text = {0};
    for (size_t i = 0; i < t->n_changes && i < SHOWN; i++) {
        const gisa_source_change *s = &t->changes[i];
        trend_add_day(&text, t->days[s->at]);
        gisa_buf_addf(&text, ": %.*s ", GISA_ARG(s->outlet));
        if (s->before <= 0)
            gisa_buf_add_c(&text, "joins");
        else if (s->after <= 0)
            gisa_buf_add_c(&text, "ends");
        else
            gisa_buf_add_c(&text, s->after > s->before ? "has more" : "has fewer");
        gisa_buf_add_c(&text, ", ");
        gisa_json_number(&text, s->before, 1);
        gisa_buf_add_c(&text, " → ");
        gisa_json_number(&text, s->after, 1);
        gisa_buf_addf(&text, " articles a %s", gisa_period_name(t->period));
        say_field(c, i ? "" : "sources", &text, out);
    }
    if (t->n_changes > SHOWN) {
        gisa_buf_addf(&text, "%zu more changes (--json has all)", t->n_changes - SHOWN);
        say_field(c, "", &text, out);
    }
    if (t->n_changes) gisa_buf_add_char(out, '\n');
    gisa_buf_take_status(out, &text);
    gisa_buf_clear(&text);
}
