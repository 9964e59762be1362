/* Whether a series rises or falls, and how fast.
 *
 * Mann (1945) and Kendall (1975): the test counts for each pair of points whether the later one is
 * greater, with the variance corrected for ties and with continuity correction. Theil (1950) and
 * Sen (1968): the slope is the median of the slopes of all pairs; its interval are the order
 * statistics that belong to the variance of the count, with Sen's correction for ties. Neither
 * minds outliers or assumes a distribution; both take the points as independent, so a series whose
 * neighbours are alike has a smaller p-value than it should. */
#ifndef GISA_REPORT_TREND_SLOPE_H
#define GISA_REPORT_TREND_SLOPE_H

#include "gisa/report.h"

#include <stddef.h>

#include "base/status.h"

/* Finds the slope of y[i] at the times x[i], which rise. With fewer than GISA_SLOPE_POINTS points
 * only out->n is set. O(n^2 log n) time and O(n^2) space; of more than GISA_SLOPE_MOST points the
 * slope is made of pairs of every k-th one.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_slope_find(const double *x, const double *y, size_t n, gisa_slope *out,
                            gisa_error *err);

/* The two-sided p-value of a standard normal deviate. */
double gisa_normal_p(double z);

#endif
