/* What gisa trend says of each query above its table. */
#ifndef GISA_CLI_TREND_LINES_H
#define GISA_CLI_TREND_LINES_H

#include "cli/cli.h"
#include "report/trend/trend.h"

/* A day; the name of the period that begins with it; a share as the line counts it: in percent, or
 * mentions in 10,000 words; its interval; a p-value to three digits. */
void trend_add_day(gisa_buf *out, int64_t day);
void trend_add_label(gisa_buf *out, gisa_period period, int64_t day);
void trend_add_share(gisa_buf *out, const gisa_trend *t, double share);
void trend_add_interval(gisa_buf *out, const gisa_trend *t, gisa_interval i);
void trend_add_p(gisa_buf *out, double p);

/* A query: its sums, sparkline, spellings, first article, peak, slope and bursts. */
void trend_say_line(const cli *c, const gisa_trend *t, const gisa_trend_line *line, gisa_buf *out);

/* The outlets whose volume changed. */
void trend_say_sources(const cli *c, const gisa_trend *t, gisa_buf *out);

#endif
