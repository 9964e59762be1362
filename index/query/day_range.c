/* Three readings are tried: a date, with any of the press's marks between its numbers; an ISO week;
 * a word or a number of units that counts from today. The words are tables
 * (corpus/lexicon/lists/day_words.tsv, ago_units.tsv), whose values are a unit of the calendar and
 * how many of them away. */
#include "index/query/day_range.h"

#include "base/time.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"

enum { MAX_BYTES = 40, MAX_AGO = 36600, MAX_MONTHS = 1200, DAYS_A_WEEK = 7 };

void gisa_iso_week(int64_t monday, int *year, int *week)
{
    int64_t thursday = monday + 3;
    *year = gisa_civil_from_days(thursday).year;
    *week = (int)((thursday - gisa_days_from_civil(*year, 1, 1)) / DAYS_A_WEEK) + 1;
}

/* A short text without the marks that spelling varies in. */
typedef struct letters {
    char p[MAX_BYTES];
    size_t n;
} letters;

static bool put(letters *l, const char *p, size_t n)
{
    if (l->n + n > sizeof l->p) return false;
    memcpy(l->p + l->n, p, n);
    l->n += n;
    return true;
}

/* The text in lower case, blanks, hyphens and low lines left out: "Last week", "last-week". */
static bool fold_words(gisa_str s, letters *out)
{
    out->n = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = gisa_lower(s.p[i]);
        if (c != ' ' && c != '-' && c != '_' && !put(out, &c, 1)) return false;
    }
    return out->n > 0;
}

/* The numbers of a date with "-" between them: 2025.2.3, 2025/02/03, 2025년 2월 3일 become
 * 2025-2-3. A mark at the end is left out, a blank only after a mark. */
static bool fold_date(gisa_str s, letters *out)
{
    static const gisa_str marks[] = {{"년", 3}, {"월", 3}, {"일", 3}};
    bool after_mark = false, may_end = false;
    out->n = 0;
    for (size_t i = 0; i < s.n;) {
        bool dash = s.p[i] == '-' || s.p[i] == '/' || s.p[i] == '.';
        size_t used = 1;
        for (size_t k = 0; k < 3; k++) {
            if (!gisa_str_starts(gisa_str_cut(s, i, s.n), marks[k])) continue;
            dash = true;
            used = marks[k].n;
        }
        if (s.p[i] == ' ' && !after_mark) return false;
        if (s.p[i] != ' ' && !dash && !gisa_is_digit(s.p[i])) return false;
        if (dash && after_mark) return false;
        if (s.p[i] != ' ' && !put(out, dash ? "-" : s.p + i, 1)) return false;
        if (s.p[i] != ' ') after_mark = dash;
        if (dash) may_end = used > 1 || s.p[i] == '.';
        i += used;
    }
    if (after_mark && may_end) out->n--;
    return out->n > 0 && out->p[out->n - 1] != '-';
}

static void set_month(int year, int month, int64_t *first, int64_t *last)
{
    *first = gisa_days_from_civil(year, month, 1);
    *last = gisa_days_from_civil(month == 12 ? year + 1 : year, month % 12 + 1, 1) - 1;
}

/* Reads 2025, 2025-2, 2025-2-3 and 20250203 (folded). */
static bool parse_date(gisa_str s, int64_t *first, int64_t *last)
{
    enum { YEAR, MONTH, DAY, PARTS };
    static const size_t longest[PARTS] = {4, 2, 2};
    uint64_t part[PARTS] = {0, 1, 1};
    gisa_str field, whole[PARTS];
    size_t n = 0;
    if (s.n == 8 && gisa_str_find_byte(s, '-', 0) == GISA_NPOS) {
        whole[YEAR] = gisa_str_cut(s, 0, 4);
        whole[MONTH] = gisa_str_cut(s, 4, 6);
        whole[DAY] = gisa_str_cut(s, 6, 8);
        n = PARTS;
        s = GISA_NONE;
    }
    while (n < PARTS && s.n && gisa_str_next_field(&s, '-', &field)) whole[n++] = field;
    if (!n || s.n) return false;
    for (size_t i = 0; i < n; i++) {
        if (!whole[i].n || whole[i].n > longest[i] || (i == YEAR && whole[i].n != longest[i]))
            return false;
        if (!gisa_str_to_u64(whole[i], &part[i])) return false;
    }
    gisa_civil c = {.year = (int)part[YEAR], .month = (int)part[MONTH], .day = (int)part[DAY]};
    if (c.year < 1 || !gisa_civil_valid(&c)) return false;
    set_month(c.year, c.month, first, last);
    if (n == YEAR + 1) *last = gisa_days_from_civil(c.year + 1, 1, 1) - 1;
    if (n == PARTS) *first = *last = gisa_days_from_civil(c.year, c.month, c.day);
    return true;
}

/* Reads 2025-W06. */
static bool parse_week(gisa_str s, int64_t *first, int64_t *last)
{
    uint64_t year, week;
    int y, w;
    if (s.n != 8 || s.p[4] != '-' || gisa_lower(s.p[5]) != 'w') return false;
    if (!gisa_str_to_u64(gisa_str_cut(s, 0, 4), &year) || year < 1) return false;
    if (!gisa_str_to_u64(gisa_str_cut(s, 6, 8), &week) || week < 1) return false;
    int64_t fourth = gisa_days_from_civil((int)year, 1, 4);
    *first = fourth - gisa_weekday(fourth) + DAYS_A_WEEK * ((int64_t)week - 1);
    *last = *first + DAYS_A_WEEK - 1;
    gisa_iso_week(*first, &y, &w);
    return y == (int)year && w == (int)week;
}

/* The same day so many months before or after, or the last of a shorter month. */
static int64_t move_months(int64_t day, int by)
{
    gisa_civil c = gisa_civil_from_days(day);
    int months = c.year * 12 + c.month - 1 + by;
    int64_t first, last;
    set_month(months / 12, months % 12 + 1, &first, &last);
    int64_t moved = first + c.day - 1;
    return moved < last ? moved : last;
}

/* A unit of the calendar so many away from the one that today is in. */
static void set_unit(char unit, int away, int64_t today, int64_t *first, int64_t *last)
{
    gisa_civil c = gisa_civil_from_days(move_months(today, unit == 'm' ? away : 0));
    switch (unit) {
    case 'w':
        *first = today - gisa_weekday(today) + DAYS_A_WEEK * (int64_t)away;
        *last = *first + DAYS_A_WEEK - 1;
        break;
    case 'm': set_month(c.year, c.month, first, last); break;
    case 'y':
        *first = gisa_days_from_civil(c.year + away, 1, 1);
        *last = gisa_days_from_civil(c.year + away + 1, 1, 1) - 1;
        break;
    default: *first = *last = today + away;
    }
}

/* Reads today, 어제, 지난주, this-month (folded). */
static bool parse_word(gisa_str s, int64_t today, int64_t *first, int64_t *last)
{
    const gisa_wordlist_item *item = gisa_wordlist_find(&gisa_list_day_words, s);
    uint64_t away = 0;
    if (!item) return false;
    bool back = item->value.n > 1 && item->value.p[1] == '-';
    gisa_str_to_u64(gisa_str_cut(item->value, back ? 2 : 1, item->value.n), &away);
    set_unit(item->value.p[0], back ? -(int)away : (int)away, today, first, last);
    return true;
}

/* Reads 7d, 2weeks, 3개월전 (folded): the day that long ago. */
static bool parse_ago(gisa_str s, int64_t today, int64_t *first, int64_t *last)
{
    size_t digits = 0;
    uint64_t n;
    while (digits < s.n && gisa_is_digit(s.p[digits])) digits++;
    if (!gisa_str_to_u64(gisa_str_cut(s, 0, digits), &n) || n > MAX_AGO) return false;
    gisa_str unit = gisa_str_cut(s, digits, s.n);
    if (gisa_str_ends(unit, GISA_STR("ago"))) unit.n -= 3;
    const gisa_wordlist_item *item = gisa_wordlist_find(&gisa_list_ago_units, unit);
    if (!item) return false;
    switch (item->value.p[0]) {
    case 'w': *first = today - DAYS_A_WEEK * (int64_t)n; break;
    case 'm':
    case 'y':
        n *= item->value.p[0] == 'y' ? 12 : 1;
        if (n > MAX_MONTHS) return false;
        *first = move_months(today, -(int)n);
        break;
    default: *first = today - (int64_t)n;
    }
    *last = *first;
    return true;
}

bool gisa_day_range_parse_on(gisa_str s, int64_t today, int64_t *first, int64_t *last)
{
    letters folded;
    s = gisa_str_trim(s);
    if (fold_date(s, &folded)) return parse_date((gisa_str){folded.p, folded.n}, first, last);
    if (parse_week(s, first, last)) return true;
    if (!fold_words(s, &folded)) return false;
    gisa_str words = {folded.p, folded.n};
    return parse_word(words, today, first, last) || parse_ago(words, today, first, last);
}

bool gisa_day_range_parse(gisa_str s, int64_t *first, int64_t *last)
{
    return gisa_day_range_parse_on(s, gisa_today(), first, last);
}
