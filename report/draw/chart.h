/* Charts as self-contained SVG 1.1: no script, no font, no reference to anything outside. They
 * carry their numbers as title and description for screen readers, distinguish lines by colour
 * (Okabe and Ito 2008, safe for colour-blind readers), dashes and a label at each line's end, and
 * follow the reader's light or dark scheme. Nothing is told by colour alone: bursts have the dashes
 * of their line, gaps are hatched, an interval that goes beyond the plot has a dotted edge. Texts
 * above and below the plot are wrapped. Same input, same bytes. */
#ifndef GISA_REPORT_DRAW_CHART_H
#define GISA_REPORT_DRAW_CHART_H

#include "base/buf.h"
#include "gisa/report.h"
#include "index/query/counts.h"
#include "report/draw/chart_style.h"
#include "report/lang.h"

typedef struct gisa_chart_point {
    double value;     /* NAN: unknown, a gap in the line */
    double low, high; /* interval around it; NAN: none */
    bool few;         /* from few articles: a hollow mark, and ignored by the scale */
} gisa_chart_point;

typedef struct gisa_chart_line {
    gisa_str label;
    const gisa_chart_point *points; /* one a period */
    const gisa_burst *bursts;       /* drawn as bars under the axis */
    size_t n_bursts;
} gisa_chart_line;

/* Something that happens where a period begins: a dashed upright line. */
typedef struct gisa_chart_event {
    size_t at;
    gisa_str label; /* at the top, where there is room for it */
} gisa_chart_event;

typedef struct gisa_chart {
    gisa_str title, subtitle, note; /* GISA_NONE: left out */
    gisa_period period;
    const int64_t *days; /* first day of each period, rising */
    size_t n;            /* periods */
    const gisa_chart_line *lines;
    size_t n_lines;                 /* at most GISA_CHART_LINES */
    const gisa_chart_event *events; /* rising */
    size_t n_events;
    bool percent; /* values are shares */
    gisa_lang lang;
    unsigned width, height; /* px; 0: 760 and 420 */
    const char *id;         /* makes element ids unique in a page; NULL: "chart" */
    bool inside; /* part of an HTML page that holds gisa_chart_css: no style of its own */
} gisa_chart;

/* Appends the chart as one <svg> element. Ask the buffer whether it went well. */
void gisa_chart_format(const gisa_chart *c, gisa_buf *out);

#endif
