/* What reports need of calendar periods beyond index/query/counts.h: their names and ISO week
 * labels. Days are KST days since 1970-01-01. */
#ifndef GISA_REPORT_PERIOD_H
#define GISA_REPORT_PERIOD_H

#include "index/query/counts.h"

/* "day", "week", "month", "year"; and back (false for any other word). */
const char *gisa_period_name(gisa_period period);
bool gisa_period_find(gisa_str name, gisa_period *period);

/* The first day of the period `by` periods after the one that starts at `start`; by may be
 * negative. */
int64_t gisa_period_step(gisa_period period, int64_t start, int by);

/* As gisa_period_format, but a week is "2025-W06" (ISO 8601: its Thursday decides the year). */
size_t gisa_period_label(gisa_period period, int64_t start, char out[GISA_PERIOD_CHARS]);

#endif
