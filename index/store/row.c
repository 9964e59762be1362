#include "index/store/row.h"

enum {
    MINUTES_A_DAY = 1440,
    EPOCH_DAY = -40177, /* 1860-01-01 */
    LAST_DAY = 2932896, /* 9999-12-31 */
};

static int64_t row_of_slot(const gisa_rows *rows, int64_t slot)
{
    int64_t last = ((int64_t)LAST_DAY - EPOCH_DAY) * rows->slots;
    int64_t first = (GISA_ROW_DATED - rows->base) >> rows->bits;
    if (slot < first) slot = first;
    if (slot > last) slot = last;
    return rows->base + slot * ((int64_t)1 << rows->bits);
}

int gisa_row_minute(gisa_time published)
{
    if (published.precision == GISA_PRECISION_UNKNOWN) return 0;
    int64_t day = gisa_kst_day(published.utc_s);
    return (int)((published.utc_s + GISA_KST_OFFSET_S - day * 86400) / 60);
}

int64_t gisa_row_first(const gisa_rows *rows, gisa_time published)
{
    if (published.precision == GISA_PRECISION_UNKNOWN) return 1;
    int64_t day = gisa_kst_day(published.utc_s) - EPOCH_DAY;
    int slot = gisa_row_minute(published) * rows->slots / MINUTES_A_DAY;
    return row_of_slot(rows, day * rows->slots + slot);
}

int64_t gisa_row_last(const gisa_rows *rows, int64_t row)
{
    int64_t size = (int64_t)1 << rows->bits;
    if (!gisa_row_is_dated(row)) return GISA_ROW_DATED - 1;
    return rows->base + ((row - rows->base) / size + 1) * size - 1;
}

int64_t gisa_row_of_day(const gisa_rows *rows, int64_t day)
{
    if (day > LAST_DAY) day = LAST_DAY;
    if (day < EPOCH_DAY) day = EPOCH_DAY;
    return row_of_slot(rows, (day - EPOCH_DAY) * rows->slots);
}

int64_t gisa_row_day(const gisa_rows *rows, int64_t row)
{
    return ((row - rows->base) >> rows->bits) / rows->slots + EPOCH_DAY;
}
