#include "report/period.h"

#include <stdio.h>

#include "base/time.h"
#include "index/query/day_range.h"

static const char *const names[] = {"day", "week", "month", "year"};

const char *gisa_period_name(gisa_period period)
{
    return names[period];
}

bool gisa_period_find(gisa_str name, gisa_period *period)
{
    for (int i = 0; i < 4; i++) {
        if (!gisa_str_is(name, names[i])) continue;
        *period = (gisa_period)i;
        return true;
    }
    return false;
}

int64_t gisa_period_step(gisa_period period, int64_t start, int by)
{
    if (period == GISA_PERIOD_WEEK) return start + 7 * (int64_t)by;
    if (period == GISA_PERIOD_DAY) return start + by;
    gisa_civil c = gisa_civil_from_days(start);
    int months = c.year * 12 + c.month - 1 + by * (period == GISA_PERIOD_YEAR ? 12 : 1);
    return gisa_days_from_civil(months / 12, months % 12 + 1, 1);
}

size_t gisa_period_label(gisa_period period, int64_t start, char out[GISA_PERIOD_CHARS])
{
    int year, week;
    if (period != GISA_PERIOD_WEEK) return gisa_period_format(period, start, out);
    gisa_iso_week(start, &year, &week);
    int n = snprintf(out, GISA_PERIOD_CHARS, "%04d-W%02d", year % 10000, week);
    return n < 0 ? 0 : (size_t)n;
}
