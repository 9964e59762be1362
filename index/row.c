#include "index/row.h"

enum { MINUTES_A_DAY = 1440, FIRST_YEAR = 1860, LAST_YEAR = 9999 };

static int64_t epoch_day(void)
{
    return gisa_days_from_civil(FIRST_YEAR, 1, 1);
}

static int64_t row_of_minute(int64_t minute)
{
    int64_t last = (gisa_days_from_civil(LAST_YEAR, 12, 31) - epoch_day()) * MINUTES_A_DAY;
    int64_t first = GISA_ROW_DATED >> GISA_ROW_BITS;
    if (minute < first) minute = first;
    if (minute > last) minute = last;
    return minute * ((int64_t)1 << GISA_ROW_BITS);
}

int64_t gisa_row_first(gisa_time published)
{
    if (published.precision == GISA_PRECISION_UNKNOWN) return 1;
    int64_t day = gisa_kst_day(published.utc_s);
    int64_t second = published.utc_s + GISA_KST_OFFSET_S - day * 86400;
    return row_of_minute((day - epoch_day()) * MINUTES_A_DAY + second / 60);
}

int64_t gisa_row_of_day(int64_t day)
{
    int64_t last = gisa_days_from_civil(LAST_YEAR, 12, 31);
    if (day > last) day = last;
    if (day < epoch_day()) day = epoch_day();
    return row_of_minute((day - epoch_day()) * MINUTES_A_DAY);
}

int64_t gisa_row_day(int64_t row)
{
    return (row >> GISA_ROW_BITS) / MINUTES_A_DAY + epoch_day();
}
