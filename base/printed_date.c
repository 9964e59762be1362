#include "base/printed_date.h"

#include <stdio.h>

/* A cursor over the text; reading functions leave it alone when they fail. */
typedef struct cursor {
    gisa_str s;
    size_t at;
} cursor;

static bool read_number(cursor *c, size_t min, size_t max, int *out)
{
    size_t i = c->at;
    int v = 0;
    while (i < c->s.n && i - c->at < max && gisa_is_digit(c->s.p[i]))
        v = v * 10 + (c->s.p[i++] - '0');
    if (i - c->at < min || (i < c->s.n && gisa_is_digit(c->s.p[i]) && i - c->at == max && max < 4))
        return false;
    c->at = i;
    *out = v;
    return true;
}

static void skip_spaces(cursor *c)
{
    while (c->at < c->s.n && (c->s.p[c->at] == ' ' || c->s.p[c->at] == '\t')) c->at++;
}

static bool accept_word(cursor *c, const char *w)
{
    gisa_str rest = gisa_str_cut(c->s, c->at, c->at + strlen(w));
    if (!gisa_str_eq_nocase(rest, gisa_str_from(w))) return false;
    c->at += rest.n;
    return true;
}

/* The number of the first of some words that is there; -1: none is. */
static int accept_any(cursor *c, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (accept_word(c, words[i])) return i;
    return -1;
}

/* "-", ".", "/" or the Korean word, with spaces around. */
static bool accept_separator(cursor *c, const char *korean)
{
    size_t at = c->at;
    skip_spaces(c);
    if (accept_word(c, korean) || accept_word(c, "-") || accept_word(c, ".") ||
        accept_word(c, "/")) {
        skip_spaces(c);
        return true;
    }
    c->at = at;
    return false;
}

/* What pages print between the day and the time: brackets, bars, a weekday, words. */
static void skip_to_clock(cursor *k)
{
    static const char *const marks[] = {"(", ")", "[", "]", "|",  "/",
                                        ",", "-", "T", "·", "ㅣ", "at"};
    static const char *const days[] = {"월", "화", "수", "목", "금", "토", "일"};
    static const char *const english[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    for (int i = 0; i < 4; i++) {
        skip_spaces(k);
        if (accept_any(k, marks, sizeof marks / sizeof marks[0]) != -1) continue;
        if (accept_any(k, days, 7) != -1) accept_word(k, "요일");
        if (accept_any(k, english, 7) != -1)
            while (k->at < k->s.n && gisa_is_alpha(k->s.p[k->at])) k->at++;
    }
    skip_spaces(k);
}

/* AM or PM as a page prints it: 0, 1, or -1 for none. */
static int half_of_day(cursor *k)
{
    static const char *const words[] = {"오전", "AM", "a.m", "오후", "PM", "p.m"};
    int i = accept_any(k, words, 6);
    return i == -1 ? -1 : i / 3;
}

/* [오전|오후|AM|PM] h : mm [: ss] [AM|PM], or h시 mm분; 24:00 is the end of the day. */
static bool clock_time(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    int hour, minute, second = 0;
    skip_to_clock(&k);
    int half = half_of_day(&k);
    skip_spaces(&k);
    if (!read_number(&k, 1, 2, &hour)) return false;
    skip_spaces(&k);
    if (!accept_word(&k, ":") && !accept_word(&k, "시")) return false;
    skip_spaces(&k);
    if (!read_number(&k, 1, 2, &minute)) return false;
    cursor tail = k;
    if (accept_word(&tail, ":") && read_number(&tail, 2, 2, &second)) k = tail;
    tail = k;
    skip_spaces(&tail);
    int after = half < 0 ? half_of_day(&tail) : -1;
    if (after >= 0) half = after;
    if (after >= 0 || accept_word(&tail, "분")) k = tail;
    if (half == 1 && hour < 12) hour += 12;
    if (half == 0 && hour == 12) hour = 0;
    bool end_of_day = hour == 24 && !minute && !second;
    if ((hour > 23 && !end_of_day) || minute > 59 || second > 59) return false;
    v->hour = hour;
    v->minute = minute;
    v->second = second;
    *c = k;
    return true;
}

/* The ending of an ordinal number, if there is one. */
static void skip_ordinal(cursor *c)
{
    static const char *const endings[] = {"st", "nd", "rd", "th"};
    accept_any(c, endings, 4);
}

/* A month's name, its first three letters, or "Sept", with a point or without. */
static int month_name(cursor *c)
{
    static const char *const names[] = {"january",   "february", "march",    "april",
                                        "may",       "june",     "july",     "august",
                                        "september", "october",  "november", "december"};
    size_t end = c->at;
    while (end < c->s.n && gisa_is_alpha(c->s.p[end])) end++;
    gisa_str name = gisa_str_cut(c->s, c->at, end);
    for (int m = 0; m < 12; m++) {
        gisa_str full = gisa_str_from(names[m]);
        bool cut = name.n == 3 || gisa_str_eq_nocase(name, GISA_STR("sept"));
        if (!gisa_str_eq_nocase(name, cut ? gisa_str_cut(full, 0, name.n) : full)) continue;
        c->at = end;
        accept_word(c, ".");
        return m + 1;
    }
    return 0;
}

/* The month of an English form that a program filled with Korean words: "9월 17, 2025". */
static bool korean_month(cursor *c, int *month)
{
    cursor k = *c;
    if (!read_number(&k, 1, 2, month) || !accept_word(&k, "월")) return false;
    *c = k;
    return true;
}

static bool english_date(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    if ((v->month = month_name(&k)) || korean_month(&k, &v->month)) {
        skip_spaces(&k);
        if (!read_number(&k, 1, 2, &v->day)) return false;
    } else {
        if (!read_number(&k, 1, 2, &v->day)) return false;
        skip_ordinal(&k);
        skip_spaces(&k);
        if (!(v->month = month_name(&k))) return false;
    }
    skip_ordinal(&k);
    if (!accept_word(&k, ",")) accept_word(&k, ".");
    skip_spaces(&k);
    if (!read_number(&k, 4, 4, &v->year)) return false;
    *c = k;
    return true;
}

/* Day, month and year, or month, day and year, where it is plain which: "15/12/2025", "9.25.2025".
 */
static bool reversed_date(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    int first, second;
    if (!read_number(&k, 1, 2, &first) || k.at >= k.s.n) return false;
    char mark = k.s.p[k.at++];
    if (!strchr("./-", mark) || !read_number(&k, 1, 2, &second)) return false;
    if (k.at >= k.s.n || k.s.p[k.at++] != mark || !read_number(&k, 4, 4, &v->year)) return false;
    if (first <= 12 && second <= 12 && first != second) return false;
    v->day = first > 12 ? first : second;
    v->month = first > 12 ? second : first;
    *c = k;
    return true;
}

/* "2024 Jun 30" */
static bool year_first_date(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    if (!read_number(&k, 4, 4, &v->year)) return false;
    skip_spaces(&k);
    if (!(v->month = month_name(&k))) return false;
    skip_spaces(&k);
    if (!read_number(&k, 1, 2, &v->day)) return false;
    *c = k;
    return true;
}

/* The rest of a date from its month on. */
static bool month_and_day(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    if (!accept_separator(&k, "년") || !read_number(&k, 1, 2, &v->month) ||
        !accept_separator(&k, "월") || !read_number(&k, 1, 2, &v->day))
        return false;
    cursor tail = k;
    skip_spaces(&tail);
    cursor sunday = tail;
    if (!accept_word(&sunday, "일요일") && accept_word(&tail, "일"))
        k = tail;
    else
        accept_word(&k, ".");
    *c = k;
    return true;
}

static bool numeric_date(cursor *c, gisa_civil *v)
{
    cursor k = *c;
    if (!read_number(&k, 4, 4, &v->year) || !month_and_day(&k, v)) return false;
    *c = k;
    return true;
}

static bool plausible(const gisa_civil *v)
{
    return v->year >= 1900 && v->year < 2100 && gisa_civil_valid(v);
}

/* An ISO time inside the text, with its zone when it has one. */
static bool iso_at(cursor *c, gisa_time *out)
{
    size_t end = c->at;
    while (end < c->s.n && (gisa_is_digit(c->s.p[end]) || strchr("-:.T+Z", c->s.p[end]))) end++;
    gisa_str part = gisa_str_cut(c->s, c->at, end);
    if (part.n <= 10 || part.p[10] != 'T' || !gisa_time_parse_iso(part, out)) return false;
    c->at = end;
    return true;
}

static gisa_time in_korea(const gisa_civil *v, gisa_precision precision)
{
    return (gisa_time){.utc_s = gisa_utc_from_civil(v, GISA_KST_OFFSET_S), .precision = precision};
}

static bool date_at(cursor *c, gisa_time *out)
{
    gisa_civil v = {0};
    if (iso_at(c, out)) return true;
    if (!numeric_date(c, &v) && !english_date(c, &v) && !reversed_date(c, &v) &&
        !year_first_date(c, &v))
        return false;
    if (!plausible(&v)) return false;
    gisa_precision precision = clock_time(c, &v) ? GISA_PRECISION_MINUTE : GISA_PRECISION_DAY;
    *out = in_korea(&v, precision);
    return true;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Whether a word with a capital letter begins after a small one: a name and its date without a
 * space, "Ada QuillMarch 3, 2025". */
static bool is_glued_month(gisa_str s, size_t i)
{
    return s.p[i] >= 'A' && s.p[i] <= 'Z' && is_small(s.p[i - 1]) && i + 1 < s.n &&
           is_small(s.p[i + 1]);
}

bool gisa_printed_date_find(gisa_str s, size_t from, gisa_time *out, size_t *start, size_t *end)
{
    for (size_t i = from; i < s.n; i++) {
        bool fresh = i == 0 || !(gisa_is_digit(s.p[i - 1]) || gisa_is_alpha(s.p[i - 1])) ||
                     is_glued_month(s, i);
        if (!fresh || !(gisa_is_digit(s.p[i]) || gisa_is_alpha(s.p[i]))) continue;
        cursor c = {s, i};
        if (!date_at(&c, out)) continue;
        *start = i;
        *end = c.at;
        return true;
    }
    return false;
}

/* Years of two digits are read as POSIX's strptime does. */
bool gisa_printed_date_read_short(gisa_str s, gisa_time *out, size_t *start, size_t *end)
{
    cursor c = {s, 0};
    gisa_civil v = {0};
    while (c.at < s.n && (gisa_is_space(s.p[c.at]) || strchr(":|-([", s.p[c.at]))) c.at++;
    *start = c.at;
    accept_word(&c, "'");
    if (!read_number(&c, 2, 2, &v.year) || !month_and_day(&c, &v)) return false;
    v.year += v.year < 69 ? 2000 : 1900;
    if (!plausible(&v)) return false;
    gisa_precision precision = clock_time(&c, &v) ? GISA_PRECISION_MINUTE : GISA_PRECISION_DAY;
    *out = in_korea(&v, precision);
    *end = c.at;
    return true;
}

/* yyyymmdd, yyyymmddhhmm or yyyymmddhhmmss. */
static bool parse_compact(gisa_str s, gisa_time *out)
{
    gisa_civil v = {0};
    cursor c = {s, 0};
    uint64_t all;
    if ((s.n != 8 && s.n != 12 && s.n != 14) || !gisa_str_to_u64(s, &all)) return false;
    read_number(&c, 4, 4, &v.year);
    v.month = (s.p[4] - '0') * 10 + s.p[5] - '0';
    v.day = (s.p[6] - '0') * 10 + s.p[7] - '0';
    if (s.n > 8) {
        v.hour = (s.p[8] - '0') * 10 + s.p[9] - '0';
        v.minute = (s.p[10] - '0') * 10 + s.p[11] - '0';
    }
    if (s.n == 14) v.second = (s.p[12] - '0') * 10 + s.p[13] - '0';
    if (!plausible(&v)) return false;
    *out = in_korea(&v, s.n > 8 ? GISA_PRECISION_MINUTE : GISA_PRECISION_DAY);
    return true;
}

/* yyyymmddThhmmss, ISO 8601's basic format, with a zone or without one. */
static bool parse_basic(gisa_str s, gisa_time *out)
{
    enum { DATE = 8, CLOCK = 15 };
    char text[64];
    uint64_t digits;
    if (s.n < CLOCK || s.n > 40 || (s.p[DATE] != 'T' && s.p[DATE] != 't') ||
        !gisa_str_to_u64(gisa_str_cut(s, 0, DATE), &digits) ||
        !gisa_str_to_u64(gisa_str_cut(s, DATE + 1, CLOCK), &digits))
        return false;
    int n = snprintf(text, sizeof text, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%.*s", s.p, s.p + 4, s.p + 6,
                     s.p + 9, s.p + 11, s.p + 13, GISA_ARG(gisa_str_cut(s, CLOCK, s.n)));
    return gisa_time_parse_iso((gisa_str){text, (size_t)n}, out);
}

/* No zero of a system's clock: 1970-01-01T00:00:00Z, 0001-01-01T00:00:00. */
static bool is_news_time(const gisa_time *t)
{
    gisa_civil v = gisa_civil_from_utc(t->utc_s, GISA_KST_OFFSET_S);
    return t->precision >= GISA_PRECISION_DAY && t->utc_s != 0 && plausible(&v);
}

bool gisa_printed_date_parse(gisa_str s, gisa_time *out)
{
    size_t start, end;
    s = gisa_str_trim(s);
    if (s.n < 8) return false;
    if (parse_compact(s, out)) return true;
    if (gisa_time_parse_iso(s, out) || gisa_time_parse_rfc5322(s, out) ||
        gisa_time_parse_ctime(s, out) || parse_basic(s, out))
        return is_news_time(out);
    return s.n < 80 && gisa_printed_date_find(s, 0, out, &start, &end);
}

bool gisa_stated_date_parse(gisa_str s, gisa_time *out)
{
    return gisa_time_parse_iso(s, out) || gisa_printed_date_parse(s, out);
}

bool gisa_printed_date_in_url(gisa_str url, gisa_time *out)
{
    for (size_t i = 1; i < url.n; i++) {
        if (gisa_is_digit(url.p[i - 1]) || !gisa_is_digit(url.p[i])) continue;
        gisa_civil v = {0};
        cursor c = {url, i};
        if (read_number(&c, 4, 4, &v.year) && accept_word(&c, "/") &&
            read_number(&c, 2, 2, &v.month) && accept_word(&c, "/") &&
            read_number(&c, 2, 2, &v.day) && accept_word(&c, "/") && plausible(&v)) {
            *out = in_korea(&v, GISA_PRECISION_DAY);
            return true;
        }
    }
    return false;
}
