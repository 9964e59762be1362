/* The axes of a chart: round numbers on the y axis, calendar marks on the x axis. */
#ifndef GISA_REPORT_DRAW_CHART_AXIS_H
#define GISA_REPORT_DRAW_CHART_AXIS_H

#include "index/query/counts.h"
#include "report/lang.h"

typedef struct gisa_y_axis {
    double top;  /* value at the upper edge; the lower edge is 0 */
    double step; /* between grid lines */
    int decimals;
} gisa_y_axis;

/* The smallest round axis (steps of 1, 2 or 5 times a power of ten) with at most five steps that
 * holds `most`. whole: steps below 1 make no sense. most <= 0 gives an axis up to 1. */
gisa_y_axis gisa_y_axis_fit(double most, bool whole);

typedef struct gisa_x_tick {
    size_t at; /* index of the period */
    char text[24];
    char year[8]; /* below the text where a year begins; may be empty */
} gisa_x_tick;

#define GISA_X_TICKS 16

/* Chooses at most `most` (up to GISA_X_TICKS) marks for n rising period starts and returns their
 * number: days, Mondays, months, quarters or years, whichever fits. */
size_t gisa_x_axis_fit(gisa_period period, const int64_t *days, size_t n, size_t most,
                       gisa_lang lang, gisa_x_tick *out);

#endif
