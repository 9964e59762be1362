/* 이날 is the day of the report, or of the main clause just before; 당일, 그날 and 이튿날 count
 * from the last day named; 전년 동기 is the last period a year before. How near "just before" is:
 * the same sentence or the one before it. */
#include "nlp/facts/date_refer.h"

#include <stdio.h>

#include "base/hangul.h"
#include "nlp/facts/date_read.h"

enum { DAY_CHARS = 10, MONTH_CHARS = 7, YEAR_CHARS = 4 };

typedef enum meaning {
    THIS_DAY,       /* 이날 */
    THAT_DAY,       /* 당일, 그날 */
    DAY_BEFORE,     /* 전날 */
    DAY_AFTER,      /* 다음 날 */
    YEAR_BEFORE,    /* 전년 */
    PERIOD_BEFORE,  /* 전년 동기 */
    LAST_YEARS,     /* 지난해 같은 기간 */
    QUARTER_BEFORE, /* 전분기 */
    MONTH_BEFORE,   /* 전월 */
    SAME_PERIOD,    /* 같은 기간 */
} meaning;

typedef struct refer_row {
    const char *word;
    meaning meaning;
} refer_row;

static const refer_row days[] = {
    {"이날", THIS_DAY},     {"이 날", THIS_DAY},   {"같은 날", THIS_DAY}, {"같은날", THIS_DAY},
    {"당일", THAT_DAY},     {"그날", THAT_DAY},    {"그 날", THAT_DAY},   {"전날", DAY_BEFORE},
    {"다음 날", DAY_AFTER}, {"다음날", DAY_AFTER}, {"이튿날", DAY_AFTER},
};

static const refer_row years[] = {
    {"전년도", YEAR_BEFORE}, {"전년", YEAR_BEFORE}, {"지난해", LAST_YEARS},
    {"지난 해", LAST_YEARS}, {"작년", LAST_YEARS},
};

static const refer_row periods[] = {
    {"전분기", QUARTER_BEFORE},   {"전 분기", QUARTER_BEFORE}, {"직전 분기", QUARTER_BEFORE},
    {"직전분기", QUARTER_BEFORE}, {"전월", MONTH_BEFORE},      {"같은 기간", SAME_PERIOD},
    {"동기간", SAME_PERIOD},
};

/* What makes a year the same period of it: 전년 동기 */
static const char *const sames[] = {"같은 기간", "같은기간",  "같은 분기", "같은 달",
                                    "같은달",    "같은 시기", "동기간",    "동 기간",
                                    "동기",      "동월",      "동분기"};

#define ROWS(table) table, sizeof table / sizeof *table

/* The end of the longest word at `at` that a date may end after; `at`: none. */
static size_t find(gisa_str t, size_t at, const refer_row *rows, size_t n, meaning *out)
{
    size_t end = at;
    for (size_t i = 0; i < n; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, at, t.n), rows[i].word);
        if (!len || at + len <= end) continue;
        end = at + len;
        *out = rows[i].meaning;
    }
    return end;
}

/* 동기, 같은 기간 after a year, perhaps after a space */
static size_t find_same(gisa_str t, size_t at)
{
    size_t from = at < t.n && t.p[at] == ' ' ? at + 1 : at;
    for (size_t i = 0; i < sizeof sames / sizeof *sames; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, from, t.n), sames[i]);
        if (len && gisa_date_ends(t, from + len)) return from + len;
    }
    return at;
}

/* Whether byte `at` is in the sentence of byte `end` or in the one after it. */
static bool is_near(gisa_str t, size_t end, size_t at)
{
    enum { FAR = 900 /* bytes */ };
    int stops = 0;
    if (!end || at - end > FAR) return false;
    for (size_t i = end; i + 1 < at && stops < 2; i++)
        stops += t.p[i] == '\n' || (t.p[i] == '.' && t.p[i + 1] == ' ');
    return stops < 2;
}

static int number_at(const char *value, size_t at, size_t n)
{
    int out = 0;
    for (size_t i = at; i < at + n; i++) out = out * 10 + (value[i] - '0');
    return out;
}

static bool is_day(gisa_str value)
{
    return value.n == DAY_CHARS && value.p[4] == '-' && value.p[7] == '-';
}

static int64_t day_of(gisa_str value)
{
    return gisa_days_from_civil(number_at(value.p, 0, 4), number_at(value.p, 5, 2),
                                number_at(value.p, 8, 2));
}

bool gisa_date_last_day(gisa_str value, int64_t *day)
{
    gisa_str last = gisa_str_cut(value, value.n - (value.n < DAY_CHARS ? value.n : DAY_CHARS),
                                 value.n);
    if (!is_day(last)) return false;
    *day = day_of(last);
    return true;
}

void gisa_date_remember(gisa_date_thread *thread, gisa_str value, size_t end, bool bare,
                        bool adnominal)
{
    if (!value.n) return;
    if (!is_day(value)) {
        memcpy(thread->period, value.p, value.n);
        thread->period[value.n] = 0;
        thread->period_end = end;
        return;
    }
    gisa_date_day named = {day_of(value), end};
    bool known = thread->context.reference.precision >= GISA_PRECISION_DAY;
    thread->any = named;
    if (known && named.day > gisa_kst_day(thread->context.reference.utc_s)) return;
    if (bare) thread->story = named;
    if (bare || !adnominal) thread->main = named;
}

static bool follows(gisa_str t, size_t at, const char *word)
{
    return gisa_str_ends(gisa_str_cut(t, 0, at), gisa_str_from(word));
}

/* Whether the last day of a main clause is that of the report: in the week before publication. */
static bool is_news(const gisa_date_thread *h)
{
    enum { WEEK = 7 };
    bool known = h->context.reference.precision >= GISA_PRECISION_DAY;
    return known && h->main.end && gisa_kst_day(h->context.reference.utc_s) - h->main.day <= WEEK;
}

/* What a word for a day counts from; false: nothing is near. */
static bool find_base(gisa_str t, size_t at, meaning m, const gisa_date_thread *h, int64_t *day)
{
    bool any = m == THAT_DAY || m == DAY_AFTER || (m == DAY_BEFORE && follows(t, at, "그 "));
    if (any) {
        *day = h->any.day;
        return h->any.end &&
               (is_near(t, h->any.end, at) || (m == THAT_DAY && !follows(t, at, "\n")));
    }
    if (is_near(t, h->main.end, at) && h->main.end > h->story.end)
        *day = h->main.day;
    else if (h->story.end)
        *day = h->story.day;
    else if (is_news(h))
        *day = h->main.day;
    else if (h->context.reference.precision >= GISA_PRECISION_DAY)
        *day = gisa_kst_day(h->context.reference.utc_s);
    else if (h->any.end)
        *day = h->any.day;
    else
        return false;
    return true;
}

/* 당일 배송, 당일치기 */
static bool is_service(gisa_str t, size_t end)
{
    static const char *const words[] = {" 배송", " 배달", " 여행", " 코스",
                                        " 예약", " 수령", " 출고"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gisa_str_begins(gisa_str_cut(t, end, t.n), words[i])) return true;
    return false;
}

static size_t put_day(char out[GISA_DATE_CHARS], int64_t day)
{
    gisa_civil c = gisa_civil_from_days(day);
    int n = snprintf(out, GISA_DATE_CHARS, "%04d-%02d-%02d", c.year, c.month, c.day);
    return n == DAY_CHARS ? DAY_CHARS : 0;
}

static size_t refer_day(gisa_str t, size_t at, const gisa_date_thread *h, char out[GISA_DATE_CHARS],
                        size_t *n)
{
    meaning m = THIS_DAY;
    int64_t day;
    size_t end = find(t, at, ROWS(days), &m);
    *n = 0;
    if (end == at || !gisa_date_ends(t, end)) return at;
    if (m == THAT_DAY && is_service(t, end)) return at;
    if (find_base(t, at, m, h, &day))
        *n = put_day(out, day + (m == DAY_AFTER) - (m == DAY_BEFORE));
    else if (m == THAT_DAY || m == DAY_AFTER)
        return at;
    return end;
}

/* Writes the value with other years: each part that begins with one, `by` years later. */
static size_t put_years(char out[GISA_DATE_CHARS], const char *value, int by)
{
    size_t n = strlen(value);
    memcpy(out, value, n + 1);
    for (size_t at = 0; at + YEAR_CHARS <= n;) {
        char digits[YEAR_CHARS + 1];
        int year = number_at(out, at, YEAR_CHARS) + by;
        if (year < 0 || year > 9999) return 0;
        snprintf(digits, sizeof digits, "%04d", year);
        memcpy(out + at, digits, YEAR_CHARS);
        if (gisa_str_begins(gisa_str_cut((gisa_str){out, n}, at + YEAR_CHARS, n), "-02-29"))
            out[at + DAY_CHARS - 1] = '8';
        const char *next = memchr(out + at, '/', n - at);
        at = next ? (size_t)(next - out) + 1 : n;
    }
    return n;
}

/* The year that 전년 is before: of the last date in this sentence or the one before, else the year
 * of publication. 0: not known. */
static int this_year(gisa_str t, size_t at, const gisa_date_thread *h)
{
    bool period = is_near(t, h->period_end, at);
    if (period && h->period_end >= h->any.end) return number_at(h->period, 0, YEAR_CHARS);
    if (is_near(t, h->any.end, at)) return gisa_civil_from_days(h->any.day).year;
    if (period) return number_at(h->period, 0, YEAR_CHARS);
    if (h->context.reference.precision < GISA_PRECISION_DAY) return 0;
    return gisa_civil_from_utc(h->context.reference.utc_s, GISA_KST_OFFSET_S).year;
}

static size_t refer_year(gisa_str t, size_t at, const gisa_date_thread *h,
                         char out[GISA_DATE_CHARS], size_t *n)
{
    meaning m = YEAR_BEFORE;
    size_t end = find(t, at, ROWS(years), &m), more;
    *n = 0;
    if (end == at) return at;
    if ((more = find_same(t, end)) > end) {
        bool known = h->context.reference.precision >= GISA_PRECISION_DAY;
        int by = -1;
        if (!h->period_end) return more;
        if (m == LAST_YEARS && known) { /* of a period of last year, too, it is last year's */
            int now = gisa_civil_from_utc(h->context.reference.utc_s, GISA_KST_OFFSET_S).year;
            int year = number_at(h->period, 0, YEAR_CHARS);
            if (year > now) by = now - 1 - year;
        }
        *n = put_years(out, h->period, by);
        return more;
    }
    if (m != YEAR_BEFORE || !gisa_date_ends(t, end)) return at;
    int year = this_year(t, at, h);
    if (year) {
        snprintf(out, GISA_DATE_CHARS, "%04d", (year - 1) % 10000);
        *n = YEAR_CHARS;
    }
    return end;
}

static size_t refer_period(gisa_str t, size_t at, const gisa_date_thread *h,
                           char out[GISA_DATE_CHARS], size_t *n)
{
    meaning m = SAME_PERIOD;
    size_t end = find(t, at, ROWS(periods), &m), length = strlen(h->period);
    *n = 0;
    if (end == at || !gisa_date_ends(t, end)) return at;
    if (m == SAME_PERIOD) {
        if (!is_near(t, h->period_end, at)) return at;
        memcpy(out, h->period, length + 1);
        *n = length;
        return end;
    }
    if (!h->period_end) return end;
    int year = number_at(h->period, 0, YEAR_CHARS);
    if (m == QUARTER_BEFORE && length == MONTH_CHARS && h->period[5] == 'Q') {
        int quarter = h->period[6] - '0';
        *n = MONTH_CHARS;
        snprintf(out, GISA_DATE_CHARS, "%04d-Q%d", quarter == 1 ? year - 1 : year,
                 quarter == 1 ? 4 : quarter - 1);
    } else if (m == MONTH_BEFORE && length == MONTH_CHARS && gisa_is_digit(h->period[5])) {
        int month = number_at(h->period, 5, 2);
        *n = MONTH_CHARS;
        snprintf(out, GISA_DATE_CHARS, "%04d-%02d", month == 1 ? year - 1 : year,
                 month == 1 ? 12 : month - 1);
    }
    return end;
}

size_t gisa_date_refer(gisa_str text, size_t at, const gisa_date_thread *thread,
                       char value[GISA_DATE_CHARS], size_t *n)
{
    size_t end = refer_day(text, at, thread, value, n);
    if (end == at) end = refer_year(text, at, thread, value, n);
    return end > at ? end : refer_period(text, at, thread, value, n);
}
