/* Row ids in the order of publication.
 *
 * A slot is a span of time with room for a number of row ids; articles of one slot are in the order
 * in which they came in. When a slot is full the next free row id after it is taken. Articles
 * without a date live below GISA_ROW_DATED. A date without a time counts as midnight, a month or
 * year as its first day. Slots count from 1860-01-01 in Korea; what is before the first one counts
 * as in it.
 *
 * A posting list stores differences of row ids, so dense row ids make it small. A slot is a
 * day of 65,536 row ids; in databases begun before schema 6 it is a minute of 256, a byte more a
 * posting. */
#ifndef GISA_INDEX_STORE_ROW_H
#define GISA_INDEX_STORE_ROW_H

#include "base/time.h"

#define GISA_ROW_DATED ((int64_t)1 << 30) /* the first dated row id */

/* How the row ids of one database are laid out. */
typedef struct gisa_rows {
    int64_t base;   /* row id of slot 0 */
    int slots;      /* a day */
    int bits;       /* a slot has 2^bits row ids */
    int block_bits; /* of the blocks the roll is stored in */
} gisa_rows;

#define GISA_ROW_DAY_BITS   16
#define GISA_ROWS_BY_DAY    ((gisa_rows){GISA_ROW_DATED, 1, GISA_ROW_DAY_BITS, 18})
#define GISA_ROWS_BY_MINUTE ((gisa_rows){0, 1440, 8, 20})

/* The first row id for an article of this time. */
int64_t gisa_row_first(const gisa_rows *rows, gisa_time published);

/* The last row id of the slot a row id is in; of an undated one: the last undated row id. */
int64_t gisa_row_last(const gisa_rows *rows, int64_t row);

/* The first row id of a KST day (days since 1970-01-01). */
int64_t gisa_row_of_day(const gisa_rows *rows, int64_t day);

/* The KST day of a dated row id. */
int64_t gisa_row_day(const gisa_rows *rows, int64_t row);

/* The minute of the day of a publication time, in Korea; 0: there is no date. */
int gisa_row_minute(gisa_time published);

static inline bool gisa_row_is_dated(int64_t row)
{
    return row >= GISA_ROW_DATED;
}

#endif
