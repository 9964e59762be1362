/* A date is read part by part where one may begin: a side word (지난, 오는), year, month, day, and
 * what refines them (상반기, 중순, 말). Years, months and days may be lists (15, 16일) and ranges
 * (2021~2027년). A count of days (3일간, 10년 만에) is no date. */
#include "nlp/facts/date_read.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
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

bool gisa_date_ends(gisa_str t, size_t at)
{
    enum { LONGEST = 6 };
    gisa_str run = gisa_hangul_run(t, at);
    if (gisa_is_josa(run, 0)) return true;
    for (size_t n = 3; n <= run.n && n <= LONGEST; n += 3)
        if (gisa_wordlist_find(&gisa_list_date_tails, gisa_str_cut(run, 0, n)) &&
            gisa_is_josa(gisa_str_cut(run, n, run.n), 0))
            return true;
    return false;
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
    {"지난주", -1}, {"지난 주", -1}, {"이번 주", 0}, {"이번주", 0},    {"금주", 0},
    {"내주", 1},    {"다음 주", 1},  {"다음주", 1},  {"지지난주", -2},
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
static const word_row thirds[] = {
    {"초", GISA_THIRD_EARLY},   {"초순", GISA_THIRD_EARLY},  {"상순", GISA_THIRD_EARLY},
    {"초반", GISA_THIRD_EARLY}, {"중순", GISA_THIRD_MIDDLE}, {"중반", GISA_THIRD_MIDDLE},
    {"말", GISA_THIRD_LATE},    {"하순", GISA_THIRD_LATE},   {"후반", GISA_THIRD_LATE},
    {"말경", GISA_THIRD_LATE},  {"말께", GISA_THIRD_LATE},
};
static const word_row sides[] = {
    {"지난 ", GISA_SIDE_PAST}, {"오는 ", GISA_SIDE_FUTURE}, {"올 ", GISA_SIDE_NEAREST}};

static const word_row dashes[] = {{"~", 1}, {"∼", 1}, {"～", 1}, {"〜", 1}, {"-", 0}, {"–", 0}};

size_t gisa_date_dash(gisa_str t, size_t at)
{
    size_t from = skip_space(t, at);
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (!here(t, from, dashes[i].word)) continue;
        if (from > at && !dashes[i].value) return at;
        size_t end = from + strlen(dashes[i].word);
        return dashes[i].value ? skip_space(t, end) : end;
    }
    return at;
}

/* The end of what is between two numbers of a list. */
static size_t list_link(gisa_str t, size_t at)
{
    static const char *const links[] = {", ", ",", "·", "ㆍ", "・", "‧"};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (here(t, at, links[i])) return at + strlen(links[i]);
    return at;
}

/* The numbers before one unit: 15, 16일; 3~5월; 2021~2027년. */
typedef struct numbers {
    int value[GISA_DATE_LIST];
    gisa_span span[GISA_DATE_LIST];
    size_t n, end;
    bool range;
} numbers;

typedef struct limits {
    int min, max;
    size_t digits;
    const char *unit;
} limits;

static const limits of_years = {1000, 2199, 4, "년"};
static const limits of_months = {1, 12, 2, "월"};
static const limits of_days = {1, 31, 2, "일"};

static bool take_number(gisa_str t, size_t at, const limits *of, numbers *out)
{
    int value;
    size_t end = number(t, at, &value);
    if (end == at || end - at > of->digits || out->n == GISA_DATE_LIST) return false;
    if (of == &of_years && out->range && end - at == 2) value += out->value[0] / 100 * 100;
    if (of == &of_years && end - at != 4 && !(out->range && end - at == 2)) return false;
    if (value < of->min || value > of->max) return false;
    out->value[out->n] = value;
    out->span[out->n++] = (gisa_span){(uint32_t)at, (uint32_t)end};
    out->end = end;
    return true;
}

/* Returns the end after the unit, or `at`. */
static size_t read_numbers(gisa_str t, size_t at, const limits *of, numbers *out)
{
    *out = (numbers){.end = at};
    if (!take_number(t, at, of, out)) return at;
    size_t dash = gisa_date_dash(t, out->end);
    if (dash > out->end) {
        out->range = true;
        if (!take_number(t, dash, of, out)) return at;
    }
    while (!out->range && !here(t, out->end, of->unit)) {
        size_t link = list_link(t, out->end);
        if (link == out->end || !take_number(t, link, of, out)) return at;
    }
    if (!here(t, out->end, of->unit)) return at;
    return out->end + strlen(of->unit);
}

/* Keeps what comes after the first number of a list. */
static void put_list(const numbers *n, gisa_date_unit unit, size_t end, parts *p)
{
    if (n->range || n->n < 2) return;
    p->list_unit = unit;
    p->first_end = n->span[0].end;
    p->n_list = 0;
    for (size_t i = 1; i < n->n; i++)
        p->list[p->n_list++] = (gisa_date_item){n->value[i], n->span[i]};
    p->list[p->n_list - 1].span.end = (uint32_t)end;
}

/* 초, 중순, 말 and the like, apart or not, that end the word. */
static size_t read_third(gisa_str t, size_t at, parts *p)
{
    int third = 0;
    size_t from = skip_space(t, at), end = find_word(t, from, ROWS(thirds), &third);
    if (end == from || !gisa_date_ends(t, end)) return at;
    p->third = (gisa_date_third)third;
    return end;
}

/* Whether what is after N일 or N년 makes it a length of time. */
static bool counts_time(gisa_str t, size_t at)
{
    gisa_str run = gisa_hangul_run(t, skip_space(t, at));
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_day_count_words, run);
    if (!w) return false;
    return w->value.n || gisa_is_josa(gisa_str_cut(run, w->word.n, run.n), 0);
}

/* 5박 7일, 주 5일 */
static bool is_length(gisa_str t, size_t at)
{
    gisa_str before = gisa_str_cut(t, at < 8 ? 0 : at - 8, at);
    if (before.n && before.p[before.n - 1] == ' ') before.n--;
    if (gisa_str_ends(before, GISA_STR("박")))
        return before.n > 3 && gisa_is_digit(before.p[before.n - 4]);
    return gisa_str_ends(before, GISA_STR(" 주"));
}

/* N일, N~M일, N, M일 */
static size_t read_day(gisa_str t, size_t at, parts *p, bool certain)
{
    numbers n;
    size_t end = read_numbers(t, at, &of_days, &n);
    if (end == at || !gisa_date_ends(t, end)) return at;
    if (!certain && (counts_time(t, end) || is_length(t, at))) return at;
    p->day = n.value[0];
    if (n.range) p->last_day = n.value[1];
    put_list(&n, GISA_DATE_DAYS, end, p);
    return end;
}

/* N월, N~M월, N·M월 */
static size_t read_month(gisa_str t, size_t at, parts *p)
{
    static const char *const more[] = {"초", "말", "중", "호", "분", "달", "하순", "상순", "생"};
    numbers n;
    size_t end = read_numbers(t, at, &of_months, &n);
    if (end == at) return at;
    bool good = gisa_date_ends(t, end);
    for (size_t i = 0; !good && i < sizeof more / sizeof *more; i++) good = here(t, end, more[i]);
    if (!good) return at;
    if (here(t, end, "달")) {
        end += strlen("달");
        if (!gisa_date_ends(t, end)) return at;
    }
    p->month = n.value[0];
    if (n.range) p->last_month = n.value[1];
    put_list(&n, GISA_DATE_MONTHS, end, p);
    return end;
}

/* 1분기, 1~3분기, 1/4분기 */
static size_t read_quarter(gisa_str t, size_t at, parts *p)
{
    int n, last = 0;
    size_t end = number(t, at, &n), dash;
    if (end == at || n < 1 || n > 4) return at;
    if ((dash = gisa_date_dash(t, end)) > end) {
        end = number(t, dash, &last);
        if (end == dash || last <= n || last > 4) return at;
    }
    if (here(t, end, "/4분기")) end += 2;
    if (!here(t, end, "분기") || !gisa_date_ends(t, end + strlen("분기"))) return at;
    p->quarter = n;
    p->last_quarter = last;
    return end + strlen("분기");
}

/* Half years, quarters and seasons. */
static size_t read_span(gisa_str t, size_t at, parts *p)
{
    if (here(t, at, "상반기") || here(t, at, "하반기")) {
        p->half = here(t, at, "상반기") ? 1 : 2;
        return at + strlen("상반기");
    }
    size_t end = read_quarter(t, at, p);
    if (end > at) return end;
    int season = 0;
    end = find_word(t, at, ROWS(seasons), &season);
    if (end == at || !gisa_date_ends(t, end)) return at;
    p->season = (gisa_season)season;
    return end;
}

/* What comes after a month: a day, or its part. */
static size_t after_month(gisa_str t, size_t end, parts *p)
{
    if (p->n_list) return end;
    size_t next = skip_space(t, end), day = read_day(t, next, p, true);
    return day > next ? day : read_third(t, end, p);
}

/* What comes after a year: a month, a half, a season, its part. */
static size_t after_year(gisa_str t, size_t end, parts *p)
{
    if (p->n_list || p->last_year) return end;
    size_t next = skip_space(t, end), more = read_month(t, next, p);
    if (more > next) return after_month(t, more, p);
    more = read_span(t, next, p);
    return more > next ? more : read_third(t, end, p);
}

/* ’25년, 70년대 */
static size_t read_short_year(gisa_str t, size_t at, parts *p)
{
    int year;
    size_t end = number(t, at, &year);
    if (end - at != 2 || !here(t, end, "년")) return at;
    if (year >= 30 && year % 10 == 0 && here(t, end, "년대"))
        p->year = year + 1900;
    else if ((at >= 3 && here(t, at - 3, "’")) || (at >= 1 && here(t, at - 1, "'")))
        p->year = year + 2000;
    return p->year ? end + strlen("년") : at;
}

/* 2025년, ’25년, 1990년대 초반 */
static size_t read_year(gisa_str t, size_t at, parts *p)
{
    static const char *const more[] = {"도", "산", "형", "판", "생", "식", "말", "초"};
    numbers n = {.n = 0};
    size_t end = read_short_year(t, at, p);
    if (end == at) {
        end = read_numbers(t, at, &of_years, &n);
        if (end == at) return at;
        p->year = n.value[0];
    }
    if (here(t, end, "대") && p->year % 10 == 0 && gisa_date_ends(t, end + 3)) {
        p->decade = true;
        return read_third(t, end + 3, p);
    }
    bool good = gisa_date_ends(t, end);
    for (size_t i = 0; !good && i < sizeof more / sizeof *more; i++) good = here(t, end, more[i]);
    if (!good || counts_time(t, end)) return at;
    if (n.range) p->last_year = n.value[1];
    put_list(&n, GISA_DATE_YEARS, end, p);
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

/* 작년 3월, 다음 달 중순 */
static size_t read_relative(gisa_str t, size_t at, parts *p)
{
    size_t end = find_word(t, at, ROWS(year_words), &p->relative_year);
    if (end > at) {
        p->has_relative_year = true;
        size_t more = after_year(t, end, p);
        return more > end || gisa_date_ends(t, end) || here(t, end, "도") ? more : at;
    }
    end = find_word(t, at, ROWS(month_words), &p->relative_month);
    if (end > at) {
        p->has_relative_month = true;
        size_t more = after_month(t, end, p);
        return more > end || gisa_date_ends(t, end) ? more : at;
    }
    return at;
}

/* 내주며, 내주는 are forms of a verb. */
static bool is_next_week(gisa_str t, size_t end)
{
    static const char *const tails[] = {"에", "부터", "까지", "중", "초", "께", "엔", "의"};
    if (gisa_hangul_run(t, end).n == 0) return true;
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (here(t, end, tails[i])) return true;
    return false;
}

/* 지난 주말, 지난주 금요일 */
static size_t read_week(gisa_str t, size_t at, parts *p)
{
    size_t end = find_word(t, at, ROWS(weekend_words), &p->week);
    if (end > at && gisa_date_ends(t, end)) {
        p->has_week = true;
        p->weekday = GISA_WEEKEND;
        return end;
    }
    end = find_word(t, at, ROWS(week_words), &p->week);
    if (end == at || !gisa_date_ends(t, end)) return at;
    if (here(t, at, "내주") && !is_next_week(t, end)) return at;
    size_t next = skip_space(t, end), more = find_word(t, next, ROWS(weekdays), &p->weekday);
    p->has_week = true;
    return more > next ? more : end;
}

/* 그제야 and 오늘날 are other words. */
static bool goes_on(gisa_str t, size_t end)
{
    return here(t, end, "야") || here(t, end, "서야") || here(t, end, "날");
}

/* Words that name a time by themselves: 작년, 다음 달, 지난주 금요일, 어제, 연말. */
static size_t read_word(gisa_str t, size_t at, parts *p)
{
    size_t end = read_relative(t, at, p);
    if (end == at) end = read_week(t, at, p);
    if (end > at || p->has_relative_year || p->has_relative_month) return end;
    end = find_word(t, at, ROWS(day_words), &p->relative_day);
    if (end > at && gisa_date_ends(t, end) && !goes_on(t, end)) {
        p->has_relative_day = true;
        return end;
    }
    if ((here(t, at, "연말") || here(t, at, "연초")) && gisa_date_ends(t, at + strlen("연말"))) {
        p->has_relative_year = true;
        p->third = here(t, at, "연말") ? GISA_THIRD_LATE : GISA_THIRD_EARLY;
        return at + strlen("연말");
    }
    if (here(t, at, "새해") && gisa_date_ends(t, at + strlen("새해"))) {
        p->new_year = true;
        return at + strlen("새해");
    }
    if (here(t, at, "상반기") || here(t, at, "하반기")) {
        p->has_relative_year = true;
        end = read_span(t, at, p);
        return gisa_date_ends(t, end) ? end : at;
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
    if (head == at || end == head || !gisa_date_ends(t, end)) return at;
    p->season = (gisa_season)season;
    p->side = side < 0 ? GISA_SIDE_PAST : side > 0 ? GISA_SIDE_FUTURE : GISA_SIDE_NEAREST;
    return end;
}

/* 같은 달 3일, 같은 해 5월, 그해, 이듬해 */
static size_t read_same(gisa_str t, size_t at, const gisa_date_context *c, parts *p)
{
    enum { MONTH = 1, YEAR, NEXT };
    static const word_row words[] = {{"같은 달", MONTH}, {"같은달", MONTH}, {"같은 해", YEAR},
                                     {"같은해", YEAR},   {"그해", YEAR},    {"그 해", YEAR},
                                     {"이듬해", NEXT}};
    int which = 0;
    size_t end = find_word(t, at, ROWS(words), &which);
    if (end == at || !c->year || (which == MONTH && !c->month)) return at;
    p->year = which == NEXT ? c->year + 1 : c->year;
    if (which == MONTH) p->month = c->month;
    size_t more = which == MONTH ? after_month(t, end, p) : after_year(t, end, p);
    return more > end || gisa_date_ends(t, end) ? more : at;
}

static size_t read_digits(gisa_str t, size_t at, parts *p)
{
    size_t end = read_numeric(t, at, p);
    if (end == at) end = read_year(t, at, p);
    if (end > at) return end;
    if ((end = read_month(t, at, p)) > at) return after_month(t, end, p);
    if ((end = read_quarter(t, at, p)) > at) return end;
    return read_day(t, at, p, false);
}

/* 지난 3일, 오는 15일, 올 상반기, 올 초 */
static size_t read_side(gisa_str t, size_t at, parts *p)
{
    int side = 0;
    size_t head = find_word(t, at, ROWS(sides), &side), end = head;
    if (head == at || head >= t.n) return at;
    bool this_year = here(t, at, "올 ");
    if (gisa_is_digit(t.p[head])) end = read_digits(t, head, p);
    if (end == head) end = read_span(t, head, p);
    if (end == head && this_year) {
        end = read_third(t, head - 1, p);
        if (end == head - 1) return at;
    }
    p->side = (gisa_date_side)side;
    if (this_year) p->has_relative_year = !p->year;
    return end > head ? end : at;
}

/* 음력 1월 15일, 음력으로 1월 */
static bool is_lunar(gisa_str t, size_t at)
{
    gisa_str before = gisa_str_cut(t, at < 16 ? 0 : at - 16, at);
    if (before.n && before.p[before.n - 1] == ' ') before.n--;
    if (gisa_str_ends(before, GISA_STR("으로"))) before.n -= strlen("으로");
    return gisa_str_ends(before, GISA_STR("음력"));
}

size_t gisa_date_read(gisa_str t, size_t at, const gisa_date_context *c, parts *p)
{
    size_t end;
    *p = (parts){0};
    if (gisa_is_digit(t.p[at])) {
        end = read_digits(t, at, p);
    } else {
        if ((end = read_word(t, at, p)) > at) return end;
        *p = (parts){0};
        if ((end = read_season(t, at, p)) > at) return end;
        *p = (parts){0};
        if ((end = read_same(t, at, c, p)) > at) return end;
        *p = (parts){0};
        end = read_side(t, at, p);
    }
    p->lunar = end > at && is_lunar(t, at);
    return end;
}

/* The first syllables of the words above. */
bool gisa_date_may_begin(gisa_str t, size_t at)
{
    static const uint32_t firsts[] = {
        U'올', U'금', U'작', U'지', U'재', U'내', U'이', U'다', U'어', U'그', U'오',
        U'모', U'연', U'상', U'하', U'같', U'새', U'전', U'당', U'직', U'동',
    };
    const unsigned char *u = (const unsigned char *)t.p + at;
    if (at + 3 > t.n || (u[0] & 0xF0) != 0xE0) return false;
    uint32_t cp = (u[0] & 15u) << 12 | (u[1] & 63u) << 6 | (u[2] & 63u), found = 0;
    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) found |= firsts[i] == cp;
    return found;
}
