/* From the articles of a roster (index/query/roster.h) to the points of a line. */
#ifndef GISA_REPORT_TREND_TREND_COUNT_H
#define GISA_REPORT_TREND_TREND_COUNT_H

#include "index/query/roster.h"
#include "report/trend/trend.h"

/* Lays the periods of rosters: from the earliest to the latest that any asks for.
 *
 * Errors: GISA_ELIMIT, GISA_ENOMEM. */
gisa_status gisa_trend_lay(const gisa_roster *rosters, size_t n, gisa_trend *t, gisa_error *err);

/* The period of an article: its index, or t->n_points if it is in none. */
size_t gisa_trend_place(const gisa_trend *t, const gisa_roster_item *item);

/* Counts a line: n, total, hits and articles of its points, their sums, the interval and p of each
 * point, and what is expected within outlets; q is adjusted. Points are there and empty.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_trend_count(const gisa_roster *r, gisa_trend *t, gisa_trend_line *line,
                             gisa_error *err);

/* The p-value, within outlets, of the periods from first to last as one, against all others.
 *
 * expected: set to the hits they would have.
 * Errors:   GISA_ENOMEM. */
gisa_status gisa_trend_test_within(const gisa_roster *r, const gisa_trend *t, size_t first,
                                   size_t last, double *expected, double *p, gisa_error *err);

#endif
