/* Layout in px of the view box: a head (title, subtitle), the plot with its labels at the right,
 * the x axis, bars for bursts under it, a note. Every number is rounded to a tenth, so that the
 * bytes do not depend on the last bit of a double. */
#include "report/draw/chart.h"

#include <math.h>
#include <stdio.h>

#include "base/json.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "report/draw/chart_axis.h"
#include "report/draw/chart_text.h"

enum { MARGIN = 12, TITLE = 19, SUBTITLE = 13, NOTE = 11 }; /* px */

typedef struct plot {
    const gisa_chart *c;
    gisa_buf *out;
    const char *id;
    double width, height;
    double left, right, top, bottom; /* edges of the plot */
    double slot;                     /* between two periods */
    gisa_y_axis y;
    bool sparse; /* most points are from few articles */
} plot;

static void add_px(gisa_buf *out, double v)
{
    gisa_json_number(out, v, 1);
}

/* ` name="12.3"` */
static void add_attr(gisa_buf *out, const char *name, double v)
{
    gisa_buf_addf(out, " %s=\"", name);
    add_px(out, v);
    gisa_buf_add_char(out, '"');
}

static void add_text(plot *p, const char *class, double x, double y, const char *anchor,
                     gisa_str text)
{
    gisa_buf_addf(p->out, "<text class=\"%s\"", class);
    add_attr(p->out, "x", x);
    add_attr(p->out, "y", y);
    if (anchor) gisa_buf_addf(p->out, " text-anchor=\"%s\"", anchor);
    gisa_buf_add_char(p->out, '>');
    gisa_xml_text(p->out, text);
    gisa_buf_add_c(p->out, "</text>\n");
}

/* A text in lines below each other, the first at y. */
static void add_lines(plot *p, const char *class, double size, double y, gisa_str text)
{
    gisa_str line;
    while (gisa_chart_text_line(&text, size, p->width - 2 * MARGIN, &line)) {
        add_text(p, class, MARGIN, y, NULL, line);
        y += size + 5;
    }
}

static double lines_height(const plot *p, double size, gisa_str text)
{
    return (size + 5) * (double)gisa_chart_text_lines(text, size, p->width - 2 * MARGIN);
}

static double x_of(const plot *p, size_t i)
{
    return p->c->n > 1 ? p->left + p->slot * (double)i : (p->left + p->right) / 2;
}

static double y_of(const plot *p, double v)
{
    if (v > p->y.top) v = p->y.top;
    return p->bottom - (p->bottom - p->top) * v / p->y.top;
}

/* The greatest value. Points from few articles count only when there are no others. */
static double greatest(const gisa_chart *c, bool few)
{
    double most = 0;
    for (size_t l = 0; l < c->n_lines; l++)
        for (size_t i = 0; i < c->n; i++) {
            const gisa_chart_point *at = &c->lines[l].points[i];
            if (!isnan(at->value) && at->few == few && at->value > most) most = at->value;
        }
    return most;
}

static bool mostly_few(const gisa_chart *c)
{
    size_t few = 0, known = 0;
    for (size_t l = 0; l < c->n_lines; l++)
        for (size_t i = 0; i < c->n; i++) {
            const gisa_chart_point *at = &c->lines[l].points[i];
            if (isnan(at->value)) continue;
            known++;
            few += at->few;
        }
    return 2 * few >= known;
}

/* A line skips points from few articles, unless most are. */
static bool solid(const plot *p, const gisa_chart_line *line, size_t i)
{
    return !isnan(line->points[i].value) && (p->sparse || !line->points[i].few);
}

static plot lay_out(const gisa_chart *c, gisa_buf *out)
{
    plot p = {.c = c, .out = out, .id = c->id ? c->id : "chart"};
    double widest = 0, bars = 0, most = greatest(c, false);
    p.width = c->width ? c->width : 760;
    p.height = c->height ? c->height : 420;
    for (size_t l = 0; l < c->n_lines; l++) {
        double w = gisa_chart_text_width(c->lines[l].label, 13);
        if (w > widest) widest = w;
        if (c->lines[l].n_bursts) bars += 7;
    }
    if (widest > p.width / 4) widest = p.width / 4;
    p.left = 46;
    p.right = p.width - widest - 22;
    p.top = 16 + lines_height(&p, TITLE, c->title) + lines_height(&p, SUBTITLE, c->subtitle) +
            (c->n_events ? 14 : 0);
    p.bottom = p.height - 42 - bars - (c->note.n ? 6 : 0) - lines_height(&p, NOTE, c->note);
    p.slot = c->n > 1 ? (p.right - p.left) / (double)(c->n - 1) : 0;
    if (most <= 0) most = greatest(c, true);
    p.sparse = mostly_few(c);
    p.y = gisa_y_axis_fit(c->percent ? most * 100 : most, !c->percent);
    if (c->percent) {
        p.y.top /= 100;
        p.y.step /= 100;
    }
    return p;
}

static void add_grid(plot *p)
{
    gisa_buf text = {0};
    int steps = (int)(p->y.top / p->y.step + 0.5);
    for (int i = 0; i <= steps; i++) {
        double v = p->y.step * i, y = y_of(p, v);
        gisa_buf_addf(p->out, "<line class=\"%s\"", i ? "gc-grid" : "gc-axis");
        add_attr(p->out, "x1", p->left);
        add_attr(p->out, "x2", p->right);
        add_attr(p->out, "y1", y);
        add_attr(p->out, "y2", y);
        gisa_buf_add_c(p->out, "/>\n");
        gisa_buf_reset(&text);
        gisa_json_number(&text, p->c->percent ? v * 100 : v, p->y.decimals);
        if (p->c->percent) gisa_buf_add_char(&text, '%');
        add_text(p, "gc-tick", p->left - 7, y + 4, "end", gisa_buf_view(&text));
    }
    gisa_buf_take_status(p->out, &text);
    gisa_buf_clear(&text);
}

static void add_calendar(plot *p)
{
    gisa_x_tick ticks[GISA_X_TICKS];
    size_t room = (size_t)((p->right - p->left) / 56) + 1;
    size_t n = gisa_x_axis_fit(p->c->period, p->c->days, p->c->n, room, p->c->lang, ticks);
    for (size_t i = 0; i < n; i++) {
        double x = x_of(p, ticks[i].at);
        gisa_buf_add_c(p->out, "<line class=\"gc-axis\"");
        add_attr(p->out, "x1", x);
        add_attr(p->out, "x2", x);
        add_attr(p->out, "y1", p->bottom);
        add_attr(p->out, "y2", p->bottom + 4);
        gisa_buf_add_c(p->out, "/>\n");
        add_text(p, "gc-tick", x, p->bottom + 17, "middle", gisa_str_from(ticks[i].text));
        if (ticks[i].year[0])
            add_text(p, "gc-tick gc-year", x, p->bottom + 31, "middle",
                     gisa_str_from(ticks[i].year));
    }
}

/* The interval as a band, one closed path for each stretch without a gap. */
static void add_band(plot *p, const gisa_chart_line *line, size_t k)
{
    for (size_t i = 0; i < p->c->n; i++) {
        size_t first = i;
        while (i < p->c->n && solid(p, line, i) && !isnan(line->points[i].low)) i++;
        if (i < first + 2) continue;
        gisa_buf_addf(p->out, "<path class=\"gc-band gc-f%zu\" d=\"", k);
        for (size_t j = first; j < i; j++) {
            gisa_buf_add_char(p->out, j == first ? 'M' : 'L');
            add_px(p->out, x_of(p, j));
            gisa_buf_add_char(p->out, ' ');
            add_px(p->out, y_of(p, line->points[j].high));
        }
        for (size_t j = i; j-- > first;) {
            gisa_buf_add_char(p->out, 'L');
            add_px(p->out, x_of(p, j));
            gisa_buf_add_char(p->out, ' ');
            add_px(p->out, y_of(p, line->points[j].low));
        }
        gisa_buf_add_c(p->out, "Z\"/>\n");
    }
}

static void add_path(plot *p, const gisa_chart_line *line, size_t k)
{
    bool pen = false, any = false;
    gisa_buf_addf(p->out, "<path class=\"gc-line gc-s%zu\" d=\"", k);
    for (size_t i = 0; i < p->c->n; i++) {
        if (!solid(p, line, i)) {
            pen = false;
            continue;
        }
        gisa_buf_add_char(p->out, pen ? 'L' : 'M');
        add_px(p->out, x_of(p, i));
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, y_of(p, line->points[i].value));
        pen = any = true;
    }
    gisa_buf_add_c(p->out, any ? "\"/>\n" : "M0 0\"/>\n");
}

/* Marks where the line alone would show too little: an isolated point, a point from few articles,
 * every point of a short series. A value above the axis is a triangle at the edge. */
static void add_marks(plot *p, const gisa_chart_line *line, size_t k)
{
    for (size_t i = 0; i < p->c->n; i++) {
        const gisa_chart_point *at = &line->points[i];
        if (isnan(at->value)) continue;
        double x = x_of(p, i), y = y_of(p, at->value);
        bool alone = !solid(p, line, i) || ((!i || !solid(p, line, i - 1)) &&
                                            (i + 1 == p->c->n || !solid(p, line, i + 1)));
        bool above = at->value > p->y.top * (1 + 1e-9);
        if (!above && !alone && p->c->n > 60) continue;
        if (above) {
            gisa_buf_addf(p->out, "<path class=\"gc-few gc-s%zu\" d=\"M", k);
            add_px(p->out, x - 4);
            gisa_buf_add_char(p->out, ' ');
            add_px(p->out, y + 5);
            gisa_buf_add_c(p->out, "l4 -7l4 7Z\"/>\n");
            continue;
        }
        gisa_buf_addf(p->out, "<circle class=\"%s gc-%c%zu\"", at->few ? "gc-few" : "gc-dot",
                      at->few ? 's' : 'f', k);
        add_attr(p->out, "cx", x);
        add_attr(p->out, "cy", y);
        gisa_buf_addf(p->out, " r=\"%s\"/>\n", p->c->n > 30 ? "2" : "3");
    }
}

static void add_bursts(plot *p, const gisa_chart_line *line, size_t k, double y)
{
    for (size_t i = 0; i < line->n_bursts; i++) {
        double half = p->slot / 2 > 2 ? p->slot / 2 : 2;
        double from = x_of(p, line->bursts[i].first) - half;
        double to = x_of(p, line->bursts[i].last) + half;
        if (from < p->left) from = p->left;
        if (to > p->right) to = p->right;
        gisa_buf_addf(p->out, "<path class=\"gc-burst gc-s%zu\" d=\"M", k);
        add_px(p->out, from);
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, y + 2);
        gisa_buf_add_char(p->out, 'H');
        add_px(p->out, to);
        gisa_buf_add_c(p->out, "\"/>\n");
    }
}

/* Stretches that no line has a value for: hatched, from the middle of the period before to that of
 * the one after. */
static void add_gaps(plot *p)
{
    for (size_t i = 0, end; i < p->c->n; i = end) {
        bool known = false;
        for (size_t l = 0; l < p->c->n_lines; l++) known |= !isnan(p->c->lines[l].points[i].value);
        end = i + 1;
        if (known || !p->c->n_lines) continue;
        double from = fmax(p->left, x_of(p, i) - fmax(p->slot, 4) / 2);
        double to = fmin(p->right, x_of(p, i) + fmax(p->slot, 4) / 2);
        gisa_buf_add_c(p->out, "<rect class=\"gc-gap\"");
        add_attr(p->out, "x", from);
        add_attr(p->out, "y", p->top);
        add_attr(p->out, "width", to - from);
        add_attr(p->out, "height", p->bottom - p->top);
        gisa_buf_add_c(p->out, "/>\n<path class=\"gc-hatch\" d=\"");
        for (double y = p->top + to - from; y <= p->bottom; y += 8) {
            gisa_buf_add_char(p->out, 'M');
            add_px(p->out, from);
            gisa_buf_add_char(p->out, ' ');
            add_px(p->out, y);
            gisa_buf_add_char(p->out, 'L');
            add_px(p->out, to);
            gisa_buf_add_char(p->out, ' ');
            add_px(p->out, y - (to - from));
        }
        gisa_buf_add_c(p->out, "\"/>\n");
    }
}

/* Where an interval goes beyond the plot: a dotted line along the edge. */
static void add_clips(plot *p, const gisa_chart_line *line, size_t k)
{
    for (size_t i = 0; i < p->c->n; i++) {
        const gisa_chart_point *at = &line->points[i];
        if (!solid(p, line, i) || isnan(at->high) || at->high <= p->y.top * (1 + 1e-9)) continue;
        double half = fmax(p->slot, 8) / 2;
        gisa_buf_addf(p->out, "<path class=\"gc-clip gc-s%zu\" d=\"M", k);
        add_px(p->out, fmax(p->left, x_of(p, i) - half));
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, p->top);
        gisa_buf_add_char(p->out, 'H');
        add_px(p->out, fmin(p->right, x_of(p, i) + half));
        gisa_buf_add_c(p->out, "\"/>\n");
    }
}

static void add_events(plot *p)
{
    double free = 0; /* from where there is room for a label */
    for (size_t i = 0; i < p->c->n_events; i++) {
        const gisa_chart_event *e = &p->c->events[i];
        double x = x_of(p, e->at), wide = gisa_chart_text_width(e->label, NOTE);
        gisa_buf_add_c(p->out, "<path class=\"gc-event\" d=\"M");
        add_px(p->out, x);
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, p->top - 3);
        gisa_buf_add_char(p->out, 'V');
        add_px(p->out, p->bottom);
        gisa_buf_add_c(p->out, "\"/>\n");
        double from = fmin(fmax(x - wide / 2, MARGIN), p->width - MARGIN - wide);
        if (from < free) continue;
        add_text(p, "gc-said", from, p->top - 6, NULL, e->label);
        free = from + wide + 8;
    }
}

/* Puts labels at the lines' ends, moved apart until none overlaps; a stroke leads to a moved one.
 */
static void add_labels(plot *p)
{
    double want[GISA_CHART_LINES], at[GISA_CHART_LINES];
    size_t order[GISA_CHART_LINES], n = p->c->n_lines;
    for (size_t l = 0; l < n; l++) {
        size_t i = p->c->n;
        while (i && isnan(p->c->lines[l].points[i - 1].value)) i--;
        want[l] = i ? y_of(p, p->c->lines[l].points[i - 1].value) : p->bottom;
        size_t k = l;
        for (; k && want[order[k - 1]] > want[l]; k--) order[k] = order[k - 1];
        order[k] = l;
    }
    for (size_t k = n; k-- > 0;) { /* from the lowest up */
        double limit = k + 1 < n ? at[order[k + 1]] - 16 : p->bottom;
        at[order[k]] = want[order[k]] < limit ? want[order[k]] : limit;
    }
    for (size_t k = 0; k < n; k++) { /* and down again where the top was crossed */
        double limit = k ? at[order[k - 1]] + 16 : p->top;
        if (at[order[k]] < limit) at[order[k]] = limit;
    }
    for (size_t l = 0; l < n; l++) {
        char class[40];
        gisa_str label = p->c->lines[l].label;
        size_t chars = gisa_utf8_chars(label);
        while (chars > 3 && gisa_chart_text_width(label, 13) > p->width / 4)
            label = gisa_str_cut(label, 0, gisa_utf8_offset(label, --chars));
        snprintf(class, sizeof class, "gc-name gc-t%zu", l);
        gisa_buf_addf(p->out, "<path class=\"gc-lead gc-s%zu\" d=\"M", l);
        add_px(p->out, p->right + 3);
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, want[l]);
        gisa_buf_add_char(p->out, 'L');
        add_px(p->out, p->right + 9);
        gisa_buf_add_char(p->out, ' ');
        add_px(p->out, at[l]);
        gisa_buf_add_c(p->out, "\"/>\n");
        add_text(p, class, p->right + 12, at[l] + 4.5, NULL, label);
    }
}

static void add_head(plot *p)
{
    gisa_buf_addf(p->out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gisa-chart\" role=\"img\" "
                  "viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" "
                  "aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">",
                  p->width, p->height, p->width, p->height, p->id, p->id, p->id);
    gisa_xml_text(p->out, p->c->title);
    gisa_buf_addf(p->out, "</title>\n<desc id=\"%s-d\">", p->id);
    gisa_xml_text(p->out, p->c->subtitle);
    for (size_t l = 0; l < p->c->n_lines; l++) {
        size_t best = p->c->n;
        const gisa_chart_line *line = &p->c->lines[l];
        for (size_t i = 0; i < p->c->n; i++)
            if (!isnan(line->points[i].value) && !line->points[i].few &&
                (best == p->c->n || line->points[i].value > line->points[best].value))
                best = i;
        if (best == p->c->n) continue;
        char day[GISA_PERIOD_CHARS];
        gisa_str when = {day, gisa_period_format(p->c->period, p->c->days[best], day)};
        gisa_buf_add_c(p->out, l || p->c->subtitle.n ? ". " : "");
        gisa_xml_text(p->out, line->label);
        gisa_buf_addf(p->out, p->c->lang == GISA_LANG_KO ? ": 최고 " : ": highest ");
        gisa_json_number(p->out, line->points[best].value * (p->c->percent ? 100 : 1), 1);
        gisa_buf_addf(p->out, "%s, %.*s", p->c->percent ? "%" : "", GISA_ARG(when));
    }
    gisa_buf_add_c(p->out, "</desc>\n");
    if (!p->c->inside) {
        gisa_buf_add_c(p->out, "<style>\n");
        gisa_chart_css(p->out);
        gisa_buf_add_c(p->out, "</style>\n<rect class=\"gc-paper\" width=\"100%\" "
                               "height=\"100%\"/>\n");
    }
    add_lines(p, "gc-title", TITLE, 26, p->c->title);
    add_lines(p, "gc-sub", SUBTITLE, lines_height(p, TITLE, p->c->title) + 21, p->c->subtitle);
}

void gisa_chart_format(const gisa_chart *c, gisa_buf *out)
{
    plot p = lay_out(c, out);
    double bars = p.bottom + 38;
    add_head(&p);
    add_gaps(&p);
    add_grid(&p);
    add_calendar(&p);
    add_events(&p);
    for (size_t l = 0; l < c->n_lines; l++)
        if (c->n_lines == 1) add_band(&p, &c->lines[l], l);
    for (size_t l = 0; l < c->n_lines; l++)
        if (c->n_lines == 1) add_clips(&p, &c->lines[l], l);
    for (size_t l = 0; l < c->n_lines; l++) add_path(&p, &c->lines[l], l);
    for (size_t l = 0; l < c->n_lines; l++) {
        add_marks(&p, &c->lines[l], l);
        if (!c->lines[l].n_bursts) continue;
        add_bursts(&p, &c->lines[l], l, bars);
        bars += 7;
    }
    add_labels(&p);
    add_lines(&p, "gc-note", NOTE, p.height + 7 - lines_height(&p, NOTE, c->note), c->note);
    gisa_buf_add_c(out, "</svg>\n");
}
