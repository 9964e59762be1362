/* The statistics of the reports: intervals for a share, tests of one share against another,
 * and the correction for looking at many of them at once. */
#ifndef GISA_REPORT_TREND_STATS_H
#define GISA_REPORT_TREND_STATS_H

#include "gisa/report.h"

#include <stddef.h>
#include <stdint.h>

/* The 95% interval of a share of `hits` in `total` (Wilson 1927, score interval without
 * continuity correction). total 0: [0, 1]. */
gisa_interval gisa_stats_wilson(uint64_t hits, uint64_t total);

/* The two-sided p-value of Fisher's exact test that hits_a of total_a and hits_b of total_b come
 * from one share: the sum over all tables with the same margins that are no more likely than this
 * one (as in R's fisher.test). Exact for the small counts of a quiet week. Between 0 and 1; 1 when
 * a total is 0. hits may not be over its total. */
double gisa_stats_fisher(uint64_t hits_a, uint64_t total_a, uint64_t hits_b, uint64_t total_b);

/* The signed log-likelihood ratio G2 of the same two shares (Dunning 1993): how much evidence
 * there is that they differ, positive when a's share is the greater. For ranking. */
double gisa_stats_g2(uint64_t hits_a, uint64_t total_a, uint64_t hits_b, uint64_t total_b);

/* Replaces p-values by the values that control the false discovery rate (Benjamini and Hochberg
 * 1995, adjusted as in R's p.adjust). O(n log n) in place; needs room for n indexes.
 *
 * order: room for n numbers, overwritten. */
void gisa_stats_adjust(double *p, uint32_t *order, size_t n);

/* Adjusted p-values below this are reported as significant. */
#define GISA_STATS_ALPHA 0.05

#endif
