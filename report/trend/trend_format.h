/* The forms a trend is handed out in: JSON, CSV, a chart, a sparkline of block characters. */
#ifndef GISA_REPORT_TREND_TREND_FORMAT_H
#define GISA_REPORT_TREND_TREND_FORMAT_H

#include "report/trend/trend.h"
#include "report/trend/value_text.h"

/* Appends one JSON object a query, each with a line end. p and q below
 * 0.0001 have three figures. */
void gisa_trend_json(const gisa_trend *t, gisa_buf *out);

/* Appends a header and a row a query and period (RFC 4180). */
void gisa_trend_csv(const gisa_trend *t, gisa_buf *out);

/* "articles", "mentions" or "outlets"; and back (false for any other word). */
const char *gisa_trend_of_name(gisa_trend_of of);
bool gisa_trend_of_find(gisa_str name, gisa_trend_of *of);

/* "rises" or "falls"; NULL when the adjusted p-value is not small enough, points are wanting, or
 * most of them are alike, so that the slope is 0. */
const char *gisa_slope_word(const gisa_slope *s);

typedef struct gisa_trend_chart_opts {
    gisa_str title; /* GISA_NONE: made from the queries */
    gisa_lang lang;
    unsigned width; /* px; 0: 760. 390 is for telephones */
} gisa_trend_chart_opts;

/* Appends a stand-alone SVG chart of all lines, with bursts, gaps and changes of sources.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_trend_chart(const gisa_trend *t, const gisa_trend_chart_opts *opts, gisa_buf *out,
                             gisa_error *err);

/* Appends at most `width` of ▁▂▃▄▅▆▇█, oldest first: ▁ is a share of 0, a space a period without
 * articles. More periods than that are pooled. The scale ends at the greatest share on enough
 * articles; returns it. */
double gisa_trend_spark(const gisa_trend *t, const gisa_trend_line *line, size_t width,
                        gisa_buf *out);

/* The last day of the period that begins at points[i]. */
int64_t gisa_trend_last_day(const gisa_trend *t, size_t i);

/* Whether period i is part of a burst. */
bool gisa_trend_in_burst(const gisa_trend_line *line, size_t i);

#endif
