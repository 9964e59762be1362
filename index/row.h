/* Row ids in the order of publication.
 *
 * Bits from 8 up are the minute of publication in Korea, counted from the first minute of
 * 1860-01-01; the low 8 bits tell articles of one minute apart. When a minute is full the next free
 * row id behind it is taken. Articles without a date live below GISA_ROW_DATED, dates before 1868
 * in its first minute. A date without a time counts as midnight, a month or year as its first
 * day. */
#ifndef GISA_INDEX_ROW_H
#define GISA_INDEX_ROW_H

#include "base/time.h"

#define GISA_ROW_BITS  8
#define GISA_ROW_DATED ((int64_t)1 << 30) /* the first dated row id */

/* The first row id for an article of this time. */
int64_t gisa_row_first(gisa_time published);

/* The first row id of a KST day (days since 1970-01-01). */
int64_t gisa_row_of_day(int64_t day);

/* The KST day of a dated row id. */
int64_t gisa_row_day(int64_t row);

static inline bool gisa_row_is_dated(int64_t row)
{
    return row >= GISA_ROW_DATED;
}

#endif
