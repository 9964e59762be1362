/* The looks of charts: style rules, and lines small enough for a table's cell. */
#ifndef GISA_REPORT_DRAW_CHART_STYLE_H
#define GISA_REPORT_DRAW_CHART_STYLE_H

#include "base/buf.h"

#define GISA_CHART_LINES 8 /* that have a colour and dashes of their own */

/* Appends the style rules that charts use, once for a page. */
void gisa_chart_css(gisa_buf *out);

/* Appends a word-sized line (Tufte's sparkline) of n values, NAN for gaps, with its last point
 * marked; for table cells. label: its text for screen readers. */
void gisa_chart_spark(const double *values, size_t n, gisa_str label, gisa_buf *out);

#endif
