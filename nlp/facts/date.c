/* A date is read part by part where one may begin: a side word (지난, 오는), year, month, day, and
 * what refines them (상반기, 중순, 말). A count of days (3일간, 10년) is no date. */
#include "nlp/facts/date.h"

#include "base/hangul.h"
#include "nlp/facts/date_value.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

typedef gisa_date_parts parts;

static size_t skip_space(gisa_str t, size_t at)
{
    return at < t.n && t.p[at] == ' ' ? at + 1 : at;
}

static bool here(gisa_str t, size_t at, const char *word)
{
    return gisa_str_starts(gisa_str_cut(t, at, at + 40), gisa_str_from(word));
}

/* Up to four digits; the place after them, or `at`. */
static size_t number(gisa_str t, size_t at, int *value)
{
    size_t p = at;
    for (*value = 0; p < t.n && p < at + 5 && gisa_is_digit(t.p[p]); p++)
        *value = *value * 10 + (t.p[p] - '0');
    return p - at > 4 ? at : p;
}

static bool ends_word(gisa_str t, size_t at)
{
    return gisa_is_josa(gisa_hangul_run(t, at), 0);
}

typedef struct word_row {
    const char *word;
    int value;
} word_row;

/* The longest row that is at `at`; its end, or `at`. */
static size_t find_word(gisa_str t, size_t at, const word_row *rows, size_t n, int *value)
{
    size_t best = at;
    if (at + 3 > t.n) return at;
    for (size_t i = 0; i < n; i++) {
        if (memcmp(t.p + at, rows[i].word, 3) != 0) continue;
        size_t len = strlen(rows[i].word);
        if (at + len <= best || !here(t, at, rows[i].word)) continue;
        best = at + len;
        *value = rows[i].value;
    }
    return best;
}

#define ROWS(table) table, sizeof table / sizeof *table

static const word_row year_words[] = {
    {"올해", 0},     {"올 한 해", 0}, {"금년", 0},      {"작년", -1}, {"지난해", -1},
    {"지난 해", -1}, {"재작년", -2},  {"지지난해", -2}, {"내년", 1},  {"내후년", 2},
};
static const word_row month_words[] = {
    {"지난달", -1}, {"지난 달", -1}, {"이달", 0}, {"이번 달", 0},   {"이번달", 0},
    {"다음 달", 1}, {"다음달", 1},   {"내달", 1}, {"지지난달", -2},
};
static const word_row week_words[] = {
    {"지난주", -1}, {"지난 주", -1}, {"이번 주", 0}, {"이번주", 0},
    {"금주", 0},    {"다음 주", 1},  {"다음주", 1},  {"지지난주", -2},
};
static const word_row day_words[] = {
    {"어제", -1}, {"그제", -2}, {"그저께", -2}, {"오늘", 0}, {"내일", 1}, {"모레", 2},
};
static const word_row weekend_words[] = {{"지난 주말", -1}, {"이번 주말", 0}, {"다음 주말", 1}};
static const word_row weekdays[] = {
    {"월요일", 1}, {"화요일", 2}, {"수요일", 3}, {"목요일", 4},
    {"금요일", 5}, {"토요일", 6}, {"일요일", 7},
};
static const word_row seasons[] = {
    {"봄", GISA_SEASON_SPRING},
    {"여름", GISA_SEASON_SUMMER},
    {"가을", GISA_SEASON_AUTUMN},
    {"겨울", GISA_SEASON_WINTER},
};
static const word_row month_parts[] = {{"초", 0},   {"초순", 0}, {"상순", 0}, {"중순", 0},
                                       {"하순", 0}, {"말", 0},   {"중반", 0}};
static const word_row sides[] = {
    {"지난 ", GISA_SIDE_PAST}, {"오는 ", GISA_SIDE_FUTURE}, {"올 ", GISA_SIDE_NEAREST}};

/* 초, 중순, 말 and the like, apart or not, that end the word. */
static size_t part_of(gisa_str t, size_t at, bool *is_end)
{
    int unused = 0;
    size_t p = skip_space(t, at), end = find_word(t, p, ROWS(month_parts), &unused);
    if (end == p || !ends_word(t, end)) return at;
    *is_end = here(t, p, "말");
    return end;
}

/* Words after N일 that make it a number of days. */
static bool counts_days(gisa_str t, size_t at)
{
    static const char *const words[] = {
        "동안", "만에", "이내", "이상", "간 ",  "전",   "뒤",   "후 ", "후에", "연속", "정도",
        "가량", "안에", "남짓", "넘게", "늦",   "내내", "만",   "치",  "짜리", "차",   "돌",
        "앞당", "걸",   "일찍", "무료", "이하", "미만", "안팎", "째",  "씩",   "빨리", "먼저"};
    size_t p = skip_space(t, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (here(t, p, words[i])) return true;
    return false;
}

/* N일, N~M일 */
static size_t read_day(gisa_str t, size_t at, parts *p, bool certain)
{
    int first, last = 0;
    size_t end = number(t, at, &first);
    if (end == at || end - at > 2 || first < 1 || first > 31) return at;
    for (const char *const *d = (const char *const[]){"~", "∼", "～", "-", "–", "·", NULL}; *d; d++)
        if (here(t, end, *d)) {
            size_t next = number(t, end + strlen(*d), &last);
            if (next > end + strlen(*d) && last >= 1 && last <= 31) end = next;
        }
    if (!here(t, end, "일")) return at;
    end += 3;
    gisa_str rest = gisa_hangul_run(t, end);
    if (!gisa_is_josa(rest, 0) && !gisa_str_starts(rest, GISA_STR("자"))) return at;
    if (!certain && counts_days(t, end)) return at;
    p->day = first;
    p->last_day = last;
    return end;
}

/* N월, N~M월 */
static size_t read_month(gisa_str t, size_t at, parts *p)
{
    int first, last = 0;
    size_t end = number(t, at, &first);
    if (end == at || end - at > 2 || first < 1 || first > 12) return at;
    for (const char *const *d = (const char *const[]){"~", "∼", "～", "-", "–", NULL}; *d; d++)
        if (here(t, end, *d)) {
            size_t next = number(t, end + strlen(*d), &last);
            if (next > end + strlen(*d) && last >= 1 && last <= 12) end = next;
        }
    if (!here(t, end, "월")) return at;
    end += 3;
    static const char *const more[] = {"초", "말", "중",   "호",   "분",
                                       "께", "경", "하순", "상순", "생"};
    bool good = ends_word(t, end);
    for (size_t i = 0; !good && i < sizeof more / sizeof *more; i++) good = here(t, end, more[i]);
    if (!good) return at;
    p->month = first;
    p->last_month = last;
    return end;
}

/* Half years, quarters and seasons. */
static size_t read_span(gisa_str t, size_t at, parts *p)
{
    int n;
    if (here(t, at, "상반기") || here(t, at, "하반기")) {
        p->half = here(t, at, "상반기") ? 1 : 2;
        return at + strlen("상반기");
    }
    size_t end = number(t, at, &n);
    if (end > at && n >= 1 && n <= 4) {
        if (here(t, end, "/4분기")) end += 2;
        if (here(t, end, "분기") && ends_word(t, end + strlen("분기"))) {
            p->quarter = n;
            return end + strlen("분기");
        }
    }
    int season = 0;
    end = find_word(t, at, ROWS(seasons), &season);
    if (end > at && ends_word(t, end)) {
        p->season = (gisa_season)season;
        return end;
    }
    return at;
}

/* What comes after a month: a day, or its part. */
static size_t after_month(gisa_str t, size_t end, parts *p)
{
    bool unused;
    size_t next = skip_space(t, end), day = read_day(t, next, p, true);
    if (day > next) return day;
    return part_of(t, end, &unused);
}

/* What comes after a year: a month, a half, a season, its part. */
static size_t after_year(gisa_str t, size_t end, parts *p)
{
    size_t next = skip_space(t, end), more = read_month(t, next, p);
    if (more > next) return after_month(t, more, p);
    more = read_span(t, next, p);
    if (more > next) return more;
    more = part_of(t, end, &p->end_of_year);
    return more;
}

/* 2025년, ’25년, 1990년대 */
static size_t read_year(gisa_str t, size_t at, parts *p)
{
    int year;
    size_t end = number(t, at, &year);
    if (end - at == 2 && at >= 3 && here(t, at - 3, "’")) year += 2000;
    /* 70년대 */
    if (end - at == 2 && year >= 30 && year % 10 == 0 && here(t, end, "년대")) year += 1900;
    if (year < 1800 || year > 2199 || !here(t, end, "년")) return at;
    end += 3;
    if (here(t, end, "대") && ends_word(t, end + 3)) {
        p->year = year;
        p->decade = true;
        return end + 3;
    }
    static const char *const more[] = {"도", "산", "형", "판", "생", "식",
                                       "경", "쯤", "께", "말", "초"};
    bool good = ends_word(t, end);
    for (size_t i = 0; !good && i < sizeof more / sizeof *more; i++) good = here(t, end, more[i]);
    if (!good) return at;
    p->year = year;
    return after_year(t, end, p);
}

/* 2025-02-03, 2025.02.03, 2025. 2. 3. */
static size_t read_numeric(gisa_str t, size_t at, parts *p)
{
    int year, month, day;
    size_t end = number(t, at, &year);
    if (end - at != 4 || year < 1800 || year > 2199 || end >= t.n) return at;
    char mark = t.p[end];
    if (mark != '-' && mark != '.' && mark != '/') return at;
    size_t m = mark == '.' ? skip_space(t, end + 1) : end + 1, m_end = number(t, m, &month);
    if (m_end == m || m_end - m > 2 || m_end >= t.n || t.p[m_end] != mark) return at;
    size_t d = mark == '.' ? skip_space(t, m_end + 1) : m_end + 1, d_end = number(t, d, &day);
    if (d_end == d || d_end - d > 2 || month < 1 || month > 12 || day < 1 || day > 31) return at;
    if (d_end + 1 < t.n && t.p[d_end] == mark && gisa_is_digit(t.p[d_end + 1])) return at;
    p->year = year;
    p->month = month;
    p->day = day;
    return d_end;
}

/* Words that name a time by themselves: 작년, 다음 달, 지난주 금요일, 어제, 연말. */
static size_t read_word(gisa_str t, size_t at, parts *p)
{
    size_t end = find_word(t, at, ROWS(year_words), &p->relative_year);
    if (end > at) {
        p->has_relative_year = true;
        size_t more = after_year(t, end, p);
        return more > end || ends_word(t, end) || here(t, end, "도") ? more : at;
    }
    end = find_word(t, at, ROWS(month_words), &p->relative_month);
    if (end > at) {
        p->has_relative_month = true;
        size_t more = after_month(t, end, p);
        return more > end || ends_word(t, end) ? more : at;
    }
    end = find_word(t, at, ROWS(weekend_words), &p->week);
    if (end > at && ends_word(t, end)) {
        p->has_week = true;
        p->weekday = GISA_WEEKEND;
        return end;
    }
    end = find_word(t, at, ROWS(week_words), &p->week);
    if (end > at && ends_word(t, end)) {
        size_t next = skip_space(t, end), more = find_word(t, next, ROWS(weekdays), &p->weekday);
        p->has_week = true;
        return more > next ? more : end;
    }
    end = find_word(t, at, ROWS(day_words), &p->relative_day);
    if (end > at && ends_word(t, end)) {
        p->has_relative_day = true;
        return end;
    }
    if ((here(t, at, "연말") || here(t, at, "연초")) && ends_word(t, at + strlen("연말"))) {
        p->has_relative_year = true;
        p->end_of_year = here(t, at, "연말");
        return at + strlen("연말");
    }
    if (here(t, at, "새해") && ends_word(t, at + strlen("새해"))) {
        p->new_year = true;
        return at + strlen("새해");
    }
    if (here(t, at, "상반기") || here(t, at, "하반기")) {
        p->has_relative_year = true;
        end = read_span(t, at, p);
        return ends_word(t, end) ? end : at;
    }
    return at;
}

/* 지난봄, 올여름 */
static size_t read_season(gisa_str t, size_t at, parts *p)
{
    static const word_row heads[] = {{"지난", -1},  {"올", 0},  {"이번 ", 0},
                                     {"지난 ", -1}, {"올 ", 0}, {"오는 ", 1}};
    int side = 0, season = 0;
    size_t head = find_word(t, at, ROWS(heads), &side);
    size_t end = find_word(t, head, ROWS(seasons), &season);
    if (head == at || end == head || !ends_word(t, end)) return at;
    p->season = (gisa_season)season;
    p->side = side < 0 ? GISA_SIDE_PAST : side > 0 ? GISA_SIDE_FUTURE : GISA_SIDE_NEAREST;
    return end;
}

/* 같은 달 3일, 같은 해 5월, 이듬해 */
static size_t read_same(gisa_str t, size_t at, const gisa_date_context *c, parts *p)
{
    static const word_row words[] = {
        {"같은 달", 1}, {"같은 해", 2}, {"이듬해", 3}, {"같은해", 2}, {"같은달", 1}};
    int which = 0;
    size_t end = find_word(t, at, ROWS(words), &which);
    if (end == at || !c->year || (which == 1 && !c->month)) return at;
    p->year = which == 3 ? c->year + 1 : c->year;
    if (which == 1) p->month = c->month;
    size_t more = which == 1 ? after_month(t, end, p) : after_year(t, end, p);
    return more > end || ends_word(t, end) ? more : at;
}

static size_t read_digits(gisa_str t, size_t at, parts *p, bool certain)
{
    size_t end = read_numeric(t, at, p);
    if (end == at) end = read_year(t, at, p);
    if (end == at) {
        end = read_month(t, at, p);
        if (end > at) return after_month(t, end, p);
    }
    if (end == at && !certain) {
        end = read_span(t, at, p);
        if (end > at && !p->quarter) end = at;
        if (end > at) return end;
    }
    return end == at ? read_day(t, at, p, certain) : end;
}

/* One date at `at`; its end, or `at`. */
static size_t read_date(gisa_str t, size_t at, const gisa_date_context *c, parts *p)
{
    int side = 0;
    *p = (parts){0};
    if (gisa_is_digit(t.p[at])) return read_digits(t, at, p, false);
    size_t end = read_word(t, at, p);
    if (end > at) return end;
    *p = (parts){0};
    if ((end = read_season(t, at, p)) > at) return end;
    *p = (parts){0};
    if ((end = read_same(t, at, c, p)) > at) return end;
    *p = (parts){0};
    size_t head = find_word(t, at, ROWS(sides), &side);
    if (head == at) return at;
    end = gisa_is_digit(t.p[head < t.n ? head : at]) ? read_digits(t, head, p, side != 0) : head;
    if (end == head) end = read_span(t, head, p);
    if (end == head && side == GISA_SIDE_NEAREST && here(t, at, "올 ")) {
        p->has_relative_year = true;
        end = part_of(t, head - 1, &p->end_of_year);
        if (end == head - 1) return at;
    }
    p->side = (gisa_date_side)side;
    if (here(t, at, "올 ")) p->has_relative_year = !p->year;
    return end > head ? end : at;
}

/* The first syllables of the words above. */
static bool may_begin(gisa_str t, size_t at)
{
    static const char firsts[] = "올금작지재내이다어그오모연상하같새";
    if (at + 3 > t.n) return false;
    for (size_t i = 0; i + 3 < sizeof firsts; i += 3)
        if (memcmp(firsts + i, t.p + at, 3) == 0) return true;
    return false;
}

/* Digits that are no part of a longer number or a Latin name. */
static bool digits_begin(gisa_str t, size_t at)
{
    if (at == 0) return true;
    char b = t.p[at - 1];
    if (gisa_is_alpha(b) || gisa_is_digit(b) || b == ',' || b == '$')
        return b == ',' && at > 1 && !gisa_is_digit(t.p[at - 2]);
    if ((b == '.' || b == '-' || b == '/') && at > 1)
        return !gisa_is_digit(t.p[at - 2]) && !gisa_is_alpha(t.p[at - 2]);
    return true;
}

static gisa_status add_date(gisa_annotation *a, size_t *cap, gisa_span span, const char *value,
                            size_t n)
{
    gisa_date d = {span, GISA_NONE};
    if (GISA_ARENA_GROW(&a->arena, a->dates, a->n_dates, *cap) < 0 ||
        (n && gisa_arena_copy(&a->arena, (gisa_str){value, n}, &d.value) < 0))
        return GISA_ENOMEM;
    a->dates[a->n_dates++] = d;
    return GISA_OK;
}

/* 지난달 21일부터 25일까지: one interval. Returns its end, or `end` when it is none. */
static size_t read_until(gisa_str t, size_t end, const parts *from, gisa_date_context *c,
                         char value[GISA_DATE_CHARS], size_t *n)
{
    parts to;
    gisa_str link = GISA_STR("부터 ");
    if (!from->day || from->last_day || !gisa_str_starts(gisa_str_cut(t, end, t.n), link))
        return end;
    size_t start = end + link.n, last = read_date(t, start, c, &to);
    if (last == start || !here(t, last, "까지") || !to.day || *n != 10) return end;
    if (to.month || to.has_relative_month || to.year || to.side) return end;
    char until[GISA_DATE_CHARS];
    to.year = c->year;
    to.month = to.day < from->day ? c->month % 12 + 1 : c->month;
    if (to.month == 1 && c->month == 12) to.year++;
    if (gisa_date_resolve(&to, c, until) != 10) return end;
    value[10] = '/';
    memcpy(value + 11, until, 11);
    *n = 21;
    return last + strlen("까지");
}

gisa_status gisa_dates_find(gisa_str text, gisa_time reference, gisa_annotation *a, gisa_error *err)
{
    gisa_date_context context = {.reference = reference};
    size_t cap = 0;
    a->dates = NULL;
    a->n_dates = 0;
    for (size_t at = 0; at < text.n;) {
        unsigned char c = (unsigned char)text.p[at];
        bool digit = gisa_is_digit((char)c);
        bool starts = digit ? digits_begin(text, at)
                            : c >= 0xEA && may_begin(text, at) &&
                                  gisa_script_before(text, at) != GISA_SCRIPT_HANGUL;
        parts p;
        size_t end = starts ? read_date(text, at, &context, &p) : at;
        if (end > at) {
            char value[GISA_DATE_CHARS];
            size_t n = gisa_date_resolve(&p, &context, value);
            end = read_until(text, end, &p, &context, value, &n);
            if (add_date(a, &cap, (gisa_span){(uint32_t)at, (uint32_t)end}, value, n) < 0)
                return gisa_fail_mem(err);
            at = end;
        } else {
            at += c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        }
    }
    return GISA_OK;
}
