/* How much of the coverage is about something, over time: the share of all articles a day, week
 * or month (Monday first, KST), with its uncertainty, and where it is out of the ordinary.
 *
 * Near-duplicates are folded unless kept: a wire story that ten outlets reprint counts once, in
 * numerator and denominator. Articles that a query's outlet: filter excludes are in neither. */
#ifndef GISA_REPORT_TREND_TREND_H
#define GISA_REPORT_TREND_TREND_H

#include "gisa/report.h"
#include "index/query/counts.h"
#include "report/draw/chart.h"
#include "report/lang.h"
#include "report/trend/burst.h"
#include "report/trend/stats.h"

/* Whether the share is out of the ordinary after adjustment: 1 above, -1 below, 0 not. */
int gisa_trend_sign(const gisa_trend_point *p);

/* Whether it is so because other outlets were taken in, and not because an outlet covered it
 * otherwise than usual. */
bool gisa_trend_by_outlets(const gisa_trend_point *p);

#endif
