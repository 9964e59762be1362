/* Outlets that join, leave, or change how much is taken in of them: where that happens shares of
 * all articles are shares of something else. */
#ifndef GISA_REPORT_TREND_TREND_SOURCES_H
#define GISA_REPORT_TREND_TREND_SOURCES_H

#include "index/query/roster.h"
#include "report/trend/trend.h"

/* Fills t->changes from all articles of the time, near-duplicates too.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_trend_find_sources(const gisa_roster *r, gisa_trend *t, gisa_error *err);

#endif
