/* Habits of the press: 지난 N일 is the last such day up to today, 오는 N일 the next from today, a
 * bare N일 this month's if it has come, else the nearer of this month's and the last's; a bare N월
 * is the nearest such month. A verb that says what was or will be (date_tense.h) decides before
 * nearness does. */
#include "nlp/facts/date_value.h"

#include <stdio.h>

typedef struct day_of {
    int year, month, day;
} day_of;

static int days_in(int year, int month)
{
    int next_year = month == 12 ? year + 1 : year, next = month == 12 ? 1 : month + 1;
    return (int)(gisa_days_from_civil(next_year, next, 1) - gisa_days_from_civil(year, month, 1));
}

static void add_months(day_of *d, int months)
{
    int m = d->year * 12 + d->month - 1 + months;
    d->year = m / 12;
    d->month = m % 12 + 1;
}

static size_t put_value(char out[GISA_DATE_CHARS], const char *fmt, int a, int b, int c)
{
    int n = snprintf(out, GISA_DATE_CHARS, fmt, a, b, c);
    return n < 0 || n >= GISA_DATE_CHARS ? 0 : (size_t)n;
}

static size_t put_days(char out[GISA_DATE_CHARS], int64_t from, int64_t to)
{
    gisa_civil a = gisa_civil_from_days(from), b = gisa_civil_from_days(to);
    int n = snprintf(out, GISA_DATE_CHARS, "%04d-%02d-%02d/%04d-%02d-%02d", a.year, a.month, a.day,
                     b.year, b.month, b.day);
    return n < 0 || n >= GISA_DATE_CHARS ? 0 : (size_t)n;
}

/* The year of a month that is named without one, perhaps with its day. */
static int year_of_month(const day_of *now, const gisa_date_parts *p)
{
    enum { HALF_A_YEAR = 6, NEARLY_A_YEAR = 10 };
    int ahead = p->month - now->month;
    bool over = ahead < 0 || (ahead == 0 && (!p->day || p->day <= now->day));
    bool ahead_of_now = ahead > 0 || (ahead == 0 && (!p->day || p->day >= now->day));
    switch (p->side) {
    case GISA_SIDE_PAST: return over && (ahead || p->day) ? now->year : now->year - 1;
    case GISA_SIDE_FUTURE: return ahead_of_now ? now->year : now->year + 1;
    case GISA_SIDE_WAS: return ahead > 0 ? now->year - 1 : now->year;
    case GISA_SIDE_WILL: return ahead < -HALF_A_YEAR ? now->year + 1 : now->year;
    case GISA_SIDE_NEAREST: break;
    }
    if (ahead > HALF_A_YEAR) return now->year - 1;
    return ahead < -NEARLY_A_YEAR ? now->year + 1 : now->year;
}

/* The month of a day that is named without one. */
static void month_of_day(day_of *d, const day_of *now, int day, gisa_date_side side)
{
    enum { SOON = 3 }; /* days: of the month before one would say 지난달 */
    int past = now->day - day, ahead = past > 0 ? days_in(now->year, now->month) - past : -past;
    day_of before = *now;
    add_months(&before, -1);
    if (side == GISA_SIDE_FUTURE || side == GISA_SIDE_WILL) {
        /* near the end of a month, 3일 with 열린다 is the next month's */
        if (past > 0 && (side == GISA_SIDE_FUTURE || 2 * ahead < past)) add_months(d, 1);
    } else if (past < 0) {
        int since = days_in(before.year, before.month) - ahead;
        if (side == GISA_SIDE_PAST || since <= ahead || (side == GISA_SIDE_WAS && ahead > SOON))
            *d = before;
    }
}

static size_t resolve_week(const gisa_date_parts *p, const day_of *now, char out[GISA_DATE_CHARS])
{
    int64_t today = gisa_days_from_civil(now->year, now->month, now->day);
    int64_t monday = today - gisa_weekday(today) + 7 * p->week;
    if (!p->weekday) return put_days(out, monday, monday + 6);
    if (p->weekday == GISA_WEEKEND) return put_days(out, monday + 5, monday + 6);
    gisa_civil c = gisa_civil_from_days(monday + p->weekday - 1);
    return put_value(out, "%04d-%02d-%02d", c.year, c.month, c.day);
}

static size_t resolve_season(const gisa_date_parts *p, const day_of *now, bool year_given, int year,
                             char out[GISA_DATE_CHARS])
{
    static const int first[] = {0, 3, 6, 9, 12};
    int month = first[p->season];
    if (!year_given) {
        year = now->year;
        if (p->side == GISA_SIDE_PAST && (month == 12 || now->month <= month + 2)) year--;
        if (p->side == GISA_SIDE_FUTURE && now->month > month) year++;
    }
    day_of last = {year, month, 1};
    add_months(&last, 2);
    return put_days(out, gisa_days_from_civil(year, month, 1),
                    gisa_days_from_civil(last.year, last.month, days_in(last.year, last.month)));
}

/* Two values of up to ten characters as an interval. */
static size_t put_interval(char out[GISA_DATE_CHARS], const char *from, const char *to)
{
    int n = snprintf(out, GISA_DATE_CHARS, "%s/%s", from, to);
    return n < 0 || n >= GISA_DATE_CHARS ? 0 : (size_t)n;
}

static size_t resolve_day(const gisa_date_parts *p, day_of d, char out[GISA_DATE_CHARS])
{
    if (d.day > days_in(d.year, d.month)) return 0;
    if (!p->last_day) return put_value(out, "%04d-%02d-%02d", d.year, d.month, d.day);
    day_of last = {d.year, d.month, p->last_day};
    if (p->last_day < d.day) add_months(&last, 1);
    if (last.day > days_in(last.year, last.month)) return 0;
    return put_days(out, gisa_days_from_civil(d.year, d.month, d.day),
                    gisa_days_from_civil(last.year, last.month, last.day));
}

static size_t resolve_quarter(const gisa_date_parts *p, const day_of *now, bool year_given,
                              int year, char out[GISA_DATE_CHARS])
{
    int current = (now->month - 1) / 3 + 1, ahead = p->quarter - current;
    char from[GISA_DATE_CHARS], to[GISA_DATE_CHARS];
    if (!year_given) {
        if (p->side == GISA_SIDE_PAST && ahead >= 0) year--;
        if (p->side == GISA_SIDE_NEAREST && ahead >= 2) year--;
        if (p->side == GISA_SIDE_WAS && ahead > 0) year--;
    }
    if (!p->last_quarter) return put_value(out, "%04d-Q%d", year, p->quarter, 0);
    put_value(from, "%04d-Q%d", year, p->quarter, 0);
    put_value(to, "%04d-Q%d", year, p->last_quarter, 0);
    return put_interval(out, from, to);
}

/* 초순, 중순, 하순 of a month, as the press counts them */
static size_t resolve_third(const gisa_date_parts *p, day_of d, char out[GISA_DATE_CHARS])
{
    int64_t first = gisa_days_from_civil(d.year, d.month, 1);
    int last = days_in(d.year, d.month);
    switch (p->third) {
    case GISA_THIRD_EARLY: return put_days(out, first, first + 9);
    case GISA_THIRD_MIDDLE: return put_days(out, first + 10, first + 19);
    default: return put_days(out, first + 20, first + last - 1);
    }
}

static size_t resolve_years(const gisa_date_parts *p, int year, char out[GISA_DATE_CHARS])
{
    static const int thirds[][2] = {{0, 9}, {0, 3}, {4, 6}, {7, 9}}; /* of a decade */
    char from[GISA_DATE_CHARS], to[GISA_DATE_CHARS];
    int last = p->last_year;
    if (p->decade) {
        last = year + thirds[p->third][1];
        year += thirds[p->third][0];
    }
    put_value(from, "%04d", year, 0, 0);
    put_value(to, "%04d", last, 0, 0);
    return put_interval(out, from, to);
}

/* A month, perhaps with a day: `d` has the year. */
static size_t resolve_month(const gisa_date_parts *p, day_of d, gisa_date_context *context,
                            char out[GISA_DATE_CHARS])
{
    char from[GISA_DATE_CHARS], to[GISA_DATE_CHARS];
    context->year = d.year;
    context->month = d.month;
    if (p->last_month) {
        put_value(from, "%04d-%02d", d.year, d.month, 0);
        put_value(to, "%04d-%02d", p->last_month < d.month ? d.year + 1 : d.year, p->last_month, 0);
        return put_interval(out, from, to);
    }
    if (!p->day && p->third) return resolve_third(p, d, out);
    if (!p->day) return put_value(out, "%04d-%02d", d.year, d.month, 0);
    d.day = p->day;
    return resolve_day(p, d, out);
}

size_t gisa_date_resolve(const gisa_date_parts *p, gisa_date_context *context,
                         char out[GISA_DATE_CHARS])
{
    bool known = context->reference.precision >= GISA_PRECISION_DAY;
    bool year_given = p->year || p->has_relative_year;
    day_of now = {0, 1, 1};
    if (known) {
        gisa_civil c = gisa_civil_from_utc(context->reference.utc_s, GISA_KST_OFFSET_S);
        now = (day_of){c.year, c.month, c.day};
    }
    out[0] = 0;
    if (p->lunar || (!known && !p->year)) return 0;
    if (p->has_week) return resolve_week(p, &now, out);
    if (p->has_relative_day) {
        gisa_civil c = gisa_civil_from_days(gisa_days_from_civil(now.year, now.month, now.day) +
                                            p->relative_day);
        return put_value(out, "%04d-%02d-%02d", c.year, c.month, c.day);
    }
    day_of d = now;
    if (p->year) d.year = p->year;
    if (p->has_relative_year) d.year += p->relative_year;
    if (p->new_year) d.year += now.month >= 10;
    if (p->decade || p->last_year) return resolve_years(p, d.year, out);
    if (p->season) return resolve_season(p, &now, year_given, d.year, out);
    if (p->half) {
        if (!year_given && p->side == GISA_SIDE_PAST && (now.month - 1) / 6 + 1 <= p->half)
            d.year--;
        context->year = d.year;
        return put_value(out, "%04d-H%d", d.year, p->half, 0);
    }
    if (p->quarter) return resolve_quarter(p, &now, year_given, d.year, out);
    if (p->has_relative_month) {
        add_months(&d, p->relative_month);
    } else if (p->month) {
        d.month = p->month;
        if (!year_given) d.year = year_of_month(&now, p);
    } else if (p->day) {
        month_of_day(&d, &now, p->day, p->side);
    } else {
        context->year = d.year;
        if (p->third == GISA_THIRD_LATE) return put_value(out, "%04d-12", d.year, 0, 0);
        return put_value(out, "%04d", d.year, 0, 0);
    }
    return resolve_month(p, d, context, out);
}
