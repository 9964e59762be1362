/* Points at which the level of a series of counts changes for good.
 *
 * Killick, Fearnhead and Eckley, Optimal Detection of Changepoints With a Linear Computational Cost
 * (JASA 2012): the segmentation with the least sum of squares about the segments' means and a
 * penalty a change, found by dynamic programming that drops starts which cannot win any more
 * (PELT). The counts are first made to have a variance of about 1 (Anscombe 1948); what they vary
 * beyond that, from one period to the next, raises the penalty. */
#ifndef GISA_REPORT_TREND_CHANGE_H
#define GISA_REPORT_TREND_CHANGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

/* The least sum of squares of n values in segments of at least `least` values, a change costing
 * `penalty`.
 *
 * out:     room for n / least numbers: the first value of each segment but the first, rising.
 * Returns: GISA_OK with *n_out set.
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_change_split(const double *values, size_t n, size_t least, double penalty,
                              size_t *out, size_t *n_out, gisa_error *err);

/* The changes in a series of counts; the segments have at least GISA_CHANGE_LEAST of them.
 *
 * out: room for n / GISA_CHANGE_LEAST numbers. Errors: GISA_ENOMEM. */
gisa_status gisa_change_find(const uint64_t *counts, size_t n, size_t *out, size_t *n_out,
                             gisa_error *err);

/* What makes the variance of a count 1. */
double gisa_change_scale(uint64_t count);

/* The penalty that gisa_change_find uses for scaled counts. Errors: GISA_ENOMEM. */
gisa_status gisa_change_penalty(const double *scaled, size_t n, double *out, gisa_error *err);

#endif
