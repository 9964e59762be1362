#include "base/time.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int64_t floor_div(int64_t a, int64_t b)
{
    return a / b - (a % b < 0);
}

int64_t gisa_days_from_civil(int year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = floor_div(y, 400);
    int64_t yoe = y - era * 400;
    int64_t doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

gisa_civil gisa_civil_from_days(int64_t days)
{
    int64_t z = days + 719468;
    int64_t era = floor_div(z, 146097);
    int64_t doe = z - era * 146097;
    int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int64_t mp = (5 * doy + 2) / 153;
    int month = (int)(mp < 10 ? mp + 3 : mp - 9);
    return (gisa_civil){.year = (int)(yoe + era * 400 + (month <= 2)),
                        .month = month,
                        .day = (int)(doy - (153 * mp + 2) / 5 + 1)};
}

int gisa_weekday(int64_t days)
{
    return (int)(((days + 3) % 7 + 7) % 7);
}

bool gisa_civil_valid(const gisa_civil *c)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (c->year < 1 || c->year > 9999 || c->month < 1 || c->month > 12 || c->day < 1) return false;
    bool leap = (c->year % 4 == 0 && c->year % 100 != 0) || c->year % 400 == 0;
    int last = lengths[c->month - 1] + (c->month == 2 && leap);
    return c->day <= last && c->hour >= 0 && c->hour <= 23 && c->minute >= 0 && c->minute <= 59 &&
           c->second >= 0 && c->second <= 60;
}

int64_t gisa_utc_from_civil(const gisa_civil *c, int offset_s)
{
    return gisa_days_from_civil(c->year, c->month, c->day) * 86400 + c->hour * 3600 +
           c->minute * 60 + c->second - offset_s;
}

gisa_civil gisa_civil_from_utc(int64_t utc_s, int offset_s)
{
    int64_t local = utc_s + offset_s, days = floor_div(local, 86400);
    int rest = (int)(local - days * 86400);
    gisa_civil c = gisa_civil_from_days(days);
    c.hour = rest / 3600;
    c.minute = rest / 60 % 60;
    c.second = rest % 60;
    return c;
}

int64_t gisa_kst_day(int64_t utc_s)
{
    return floor_div(utc_s + GISA_KST_OFFSET_S, 86400);
}

/* A cursor over the text: each step either takes what it names or leaves the text alone. */
static bool take_number(gisa_str *s, size_t min, size_t max, int *out)
{
    size_t n = 0;
    int v = 0;
    while (n < s->n && n < max && gisa_is_digit(s->p[n])) v = v * 10 + (s->p[n++] - '0');
    if (n < min) return false;
    *out = v;
    *s = gisa_str_cut(*s, n, s->n);
    return true;
}

static bool take_char(gisa_str *s, char c)
{
    if (!s->n || s->p[0] != c) return false;
    *s = gisa_str_cut(*s, 1, s->n);
    return true;
}

/* "+09:00", "+0900", "+09", "-05:30". */
static bool take_offset(gisa_str *s, int *offset_s)
{
    int sign = take_char(s, '+') ? 1 : take_char(s, '-') ? -1 : 0;
    int hours, minutes = 0;
    if (!sign || !take_number(s, 2, 2, &hours)) return false;
    bool colon = take_char(s, ':');
    if (!take_number(s, 2, 2, &minutes) && colon) return false;
    if (hours > 15 || minutes > 59) return false;
    *offset_s = sign * (hours * 3600 + minutes * 60);
    return true;
}

static bool take_clock(gisa_str *s, gisa_civil *c)
{
    int fraction;
    if (!take_number(s, 1, 2, &c->hour) || !take_char(s, ':')) return false;
    if (!take_number(s, 2, 2, &c->minute)) return false;
    if (take_char(s, ':') && !take_number(s, 2, 2, &c->second)) return false;
    if (take_char(s, '.') || take_char(s, ','))
        if (!take_number(s, 1, 9, &fraction)) return false;
    return true;
}

static bool finish(const gisa_civil *c, int offset_s, gisa_precision precision, gisa_time *out)
{
    if (!gisa_civil_valid(c)) return false;
    *out = (gisa_time){.utc_s = gisa_utc_from_civil(c, offset_s),
                       .precision = precision,
                       .west_s = GISA_KST_OFFSET_S - offset_s};
    return true;
}

bool gisa_time_parse_iso(gisa_str s, gisa_time *out)
{
    gisa_civil c = {.month = 1, .day = 1};
    int offset_s = GISA_KST_OFFSET_S;
    s = gisa_str_trim(s);
    if (!take_number(&s, 4, 4, &c.year)) return false;
    if (!s.n) return finish(&c, offset_s, GISA_PRECISION_YEAR, out);
    if (!take_char(&s, '-') || !take_number(&s, 1, 2, &c.month)) return false;
    if (!s.n) return finish(&c, offset_s, GISA_PRECISION_MONTH, out);
    if (!take_char(&s, '-') || !take_number(&s, 1, 2, &c.day)) return false;
    if (!s.n) return finish(&c, offset_s, GISA_PRECISION_DAY, out);
    if (!take_char(&s, 'T') && !take_char(&s, 't') && !take_char(&s, ' ')) return false;
    s = gisa_str_trim(s);
    if (!take_clock(&s, &c)) return false;
    s = gisa_str_trim(s);
    if (take_char(&s, 'Z') || take_char(&s, 'z'))
        offset_s = 0;
    else if (s.n && !take_offset(&s, &offset_s))
        return false;
    return s.n == 0 && finish(&c, offset_s, GISA_PRECISION_MINUTE, out);
}

static bool take_month(gisa_str *s, int *month)
{
    static const char names[][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                    "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; i++) {
        if (!gisa_str_eq_nocase(gisa_str_cut(*s, 0, 3), gisa_str_from(names[i]))) continue;
        *month = i + 1;
        size_t n = 3;
        while (n < s->n && gisa_is_alpha(s->p[n])) n++;
        *s = gisa_str_cut(*s, n, s->n);
        return true;
    }
    gisa_str rest = *s;
    if (!take_number(&rest, 1, 2, month) || !gisa_str_starts(rest, GISA_STR("월"))) return false;
    *s = gisa_str_cut(rest, strlen("월"), rest.n);
    return true;
}

static bool zone_offset(gisa_str zone, int *offset_s)
{
    static const struct {
        const char *name;
        int hours;
    } zones[] = {{"GMT", 0},  {"UT", 0},   {"UTC", 0},  {"Z", 0},    {"KST", 9},
                 {"JST", 9},  {"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
                 {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
    if (take_offset(&zone, offset_s)) return zone.n == 0 || zone.p[0] == ' ' || zone.p[0] == '(';
    for (size_t i = 0; i < sizeof zones / sizeof zones[0]; i++) {
        if (!gisa_str_eq_nocase(zone, gisa_str_from(zones[i].name))) continue;
        *offset_s = zones[i].hours * 3600;
        return true;
    }
    return false;
}

bool gisa_time_parse_rfc5322(gisa_str s, gisa_time *out)
{
    gisa_civil c = {0};
    int offset_s = 0;
    size_t comma = gisa_str_find_byte(s, ',', 0);
    s = gisa_str_trim(comma == GISA_NPOS ? s : gisa_str_cut(s, comma + 1, s.n));
    size_t before = s.n;
    if (!take_number(&s, 1, 2, &c.day)) return false;
    if (!take_char(&s, '-')) s = gisa_str_trim(s);
    if (!take_month(&s, &c.month)) return false;
    if (!take_char(&s, '-')) s = gisa_str_trim(s);
    before = s.n;
    if (!take_number(&s, 2, 4, &c.year)) return false;
    size_t digits = before - s.n;
    if (digits == 2) c.year += c.year < 50 ? 2000 : 1900;
    if (digits == 3) c.year += 1900;
    s = gisa_str_trim(s);
    if (!take_clock(&s, &c)) return false;
    s = gisa_str_trim(s);
    if (s.n && !zone_offset(s, &offset_s)) return false;
    return finish(&c, offset_s, GISA_PRECISION_MINUTE, out);
}

bool gisa_time_parse_ctime(gisa_str s, gisa_time *out)
{
    gisa_civil c = {0};
    int offset_s = GISA_KST_OFFSET_S;
    gisa_str word;
    s = gisa_str_trim(s);
    if (!gisa_str_next_field(&s, ' ', &word) || word.n < 3) return false; /* the weekday */
    s = gisa_str_trim(s);
    if (!take_month(&s, &c.month)) return false;
    s = gisa_str_trim(s);
    if (!take_number(&s, 1, 2, &c.day) || !take_char(&s, ' ')) return false;
    s = gisa_str_trim(s);
    if (!take_clock(&s, &c) || !take_char(&s, ' ')) return false;
    s = gisa_str_trim(s);
    if (s.n && !gisa_is_digit(s.p[0])) {
        gisa_str_next_field(&s, ' ', &word);
        if (!zone_offset(word, &offset_s)) return false;
        s = gisa_str_trim(s);
    }
    return take_number(&s, 4, 4, &c.year) && !s.n &&
           finish(&c, offset_s, GISA_PRECISION_MINUTE, out);
}

size_t gisa_time_format(const gisa_time *t, char out[GISA_TIME_CHARS])
{
    int offset_s = GISA_KST_OFFSET_S - t->west_s;
    unsigned minutes = (unsigned)(offset_s < 0 ? -offset_s : offset_s) / 60;
    gisa_civil c = gisa_civil_from_utc(t->utc_s, offset_s);
    unsigned year = (unsigned)(c.year < 0 ? 0 : c.year) % 10000;
    unsigned month = (unsigned)c.month % 100, day = (unsigned)c.day % 100;
    int n = 0;
    out[0] = '\0';
    switch (t->precision) {
    case GISA_PRECISION_UNKNOWN: break;
    case GISA_PRECISION_YEAR: n = snprintf(out, GISA_TIME_CHARS, "%04u", year); break;
    case GISA_PRECISION_MONTH: n = snprintf(out, GISA_TIME_CHARS, "%04u-%02u", year, month); break;
    case GISA_PRECISION_DAY:
        n = snprintf(out, GISA_TIME_CHARS, "%04u-%02u-%02u", year, month, day);
        break;
    case GISA_PRECISION_MINUTE:
        n = snprintf(out, GISA_TIME_CHARS, "%04u-%02u-%02uT%02u:%02u:%02u%c%02u:%02u", year, month,
                     day, (unsigned)c.hour % 100, (unsigned)c.minute % 100,
                     (unsigned)c.second % 100, offset_s < 0 ? '-' : '+', minutes / 60 % 100,
                     minutes % 60);
        break;
    }
    return n > 0 ? (size_t)n : 0;
}

static const char *const precision_names[] = {"unknown", "year", "month", "day", "minute"};

const char *gisa_precision_name(gisa_precision p)
{
    return precision_names[p];
}

bool gisa_precision_parse(gisa_str s, gisa_precision *out)
{
    for (size_t i = 0; i < sizeof precision_names / sizeof precision_names[0]; i++) {
        if (!gisa_str_is(s, precision_names[i])) continue;
        *out = (gisa_precision)i;
        return true;
    }
    return false;
}

int64_t gisa_now_utc(void)
{
    return (int64_t)time(NULL);
}

/* The day that GISA_NOW names; false: it names none. */
static bool named_today(const char *text, int64_t *day)
{
    gisa_time t;
    if (!gisa_time_parse_iso(gisa_str_from(text), &t) || t.precision < GISA_PRECISION_DAY)
        return false;
    *day = gisa_kst_day(t.utc_s);
    return true;
}

int64_t gisa_today(void)
{
    const char *text = getenv("GISA_NOW");
    int64_t day;
    return text && named_today(text, &day) ? day : gisa_kst_day(gisa_now_utc());
}

bool gisa_today_readable(void)
{
    const char *text = getenv("GISA_NOW");
    int64_t day;
    return !text || !*text || named_today(text, &day);
}

int64_t gisa_clock_ms(void)
{
    return (int64_t)(gisa_clock_ns() / 1000000);
}

uint64_t gisa_clock_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
}
