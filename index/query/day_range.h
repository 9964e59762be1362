/* Days as people write them: dates, weeks, and days relative to today (gisa_day_range_parse of
 * gisa/search.h). */
#ifndef GISA_INDEX_QUERY_DAY_RANGE_H
#define GISA_INDEX_QUERY_DAY_RANGE_H

#include "gisa/search.h"

/* The same with a today of the caller's (a KST day). */
bool gisa_day_range_parse_on(gisa_str s, int64_t today, int64_t *first, int64_t *last);

/* The ISO 8601 week of a Monday (a day since 1970-01-01): its Thursday decides the year. */
void gisa_iso_week(int64_t monday, int *year, int *week);

#endif
