#include "report/period.h"

#include <stdio.h>

#include "base/time.h"
#include "index/query/query.h"

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

/* The ISO week of a Monday. */
static void iso_week(int64_t monday, int *year, int *week)
{
    int64_t thursday = monday + 3;
    *year = gisa_civil_from_days(thursday).year;
    *week = (int)((thursday - gisa_days_from_civil(*year, 1, 1)) / 7) + 1;
}

size_t gisa_period_label(gisa_period period, int64_t start, char out[GISA_PERIOD_CHARS])
{
    int year, week;
    if (period != GISA_PERIOD_WEEK) return gisa_period_format(period, start, out);
    iso_week(start, &year, &week);
    int n = snprintf(out, GISA_PERIOD_CHARS, "%04d-W%02d", year % 10000, week);
    return n < 0 ? 0 : (size_t)n;
}

static bool parse_week(gisa_str s, int64_t *first, int64_t *last)
{
    uint64_t year, week;
    int y, w;
    if (s.n != 8 || s.p[4] != '-' || (s.p[5] != 'W' && s.p[5] != 'w')) return false;
    if (!gisa_str_to_u64(gisa_str_cut(s, 0, 4), &year) || year < 1) return false;
    if (!gisa_str_to_u64(gisa_str_cut(s, 6, 8), &week) || week < 1 || week > 53) return false;
    int64_t fourth = gisa_days_from_civil((int)year, 1, 4);
    *first = fourth - gisa_weekday(fourth) + 7 * ((int64_t)week - 1);
    *last = *first + 6;
    iso_week(*first, &y, &w);
    return y == (int)year && w == (int)week;
}

bool gisa_period_parse(gisa_str s, int64_t *first, int64_t *last)
{
    return parse_week(s, first, last) || gisa_day_range_parse(s, first, last);
}
