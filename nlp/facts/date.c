/* One pass over the text. A date stands in a thread: it takes year and month from the one it is
 * linked to (다음 달 4일부터 7일), and what later words refer to (이날) is remembered. */
#include "nlp/facts/date.h"

#include <stdio.h>

#include "base/hangul.h"
#include "nlp/facts/date_clause.h"
#include "nlp/facts/date_read.h"
#include "nlp/facts/date_refer.h"
#include "nlp/names/gazetteer_edge.h"

typedef gisa_date_parts parts;

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

/* The work on one text. */
typedef struct finder {
    gisa_str text;
    gisa_annotation *a;
    gisa_date_thread thread;
    size_t cap;
    parts last; /* the date before, of which the next may take year and month */
    size_t last_end;
    gisa_civil last_day; /* its last day; year 0: it was none */
} finder;

static gisa_status add_date(finder *f, gisa_span span, const char *value, size_t n)
{
    gisa_annotation *a = f->a;
    gisa_date d = {span, GISA_NONE};
    if (GISA_ARENA_GROW(&a->arena, a->dates, a->n_dates, f->cap) < 0 ||
        (n && gisa_arena_copy(&a->arena, (gisa_str){value, n}, &d.value) < 0))
        return GISA_ENOMEM;
    a->dates[a->n_dates++] = d;
    return GISA_OK;
}

/* Whether what is between two dates makes one of them: 4일부터 7일, 3월과 5월, 12일, 15일. */
static bool is_link(gisa_str between)
{
    static const char *const links[] = {"부터 ", "에서 ", ", ",    ",",   "·",     "과 ",
                                        "와 ",   " 및 ",  "이나 ", "나 ", " 또는 "};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (gisa_str_is(between, links[i])) return true;
    return gisa_date_dash(between, 0) == between.n && between.n;
}

static bool ends_sentence(gisa_str between)
{
    for (size_t i = 0; i < between.n; i++) {
        if (between.p[i] == '\n') return true;
        if (between.p[i] == '.' && i + 1 < between.n && between.p[i + 1] == ' ') return true;
    }
    return false;
}

static bool is_later(gisa_civil day, gisa_time reference)
{
    return reference.precision >= GISA_PRECISION_DAY &&
           gisa_days_from_civil(day.year, day.month, day.day) > gisa_kst_day(reference.utc_s);
}

/* A day without a month takes that of the date before when both are one: 다음 달 4일부터 7일; and
 * in a list of what is to come: 다음 달 4일 서울, 12일 도쿄에서 연다. */
static void take_month(finder *f, size_t at, parts *p, gisa_date_tense tense)
{
    enum { NEAR = 300 };
    bool of_list = f->last.n_list || f->last.last_day;
    gisa_civil before = f->last_day;
    if (!p->day || p->month || p->has_relative_month || p->year || p->side > GISA_SIDE_PAST) return;
    if (!f->last_end || !before.year || at - f->last_end > NEAR) return;
    gisa_str between = gisa_str_cut(f->text, f->last_end, at);
    if (!is_link(between)) {
        bool comes = is_later(before, f->thread.context.reference) && !ends_sentence(between);
        if (!comes || of_list || p->day <= before.day || tense == GISA_TENSE_WAS) return;
    } else if (p->side == GISA_SIDE_PAST) {
        return;
    }
    int month = before.month + (p->day < before.day);
    p->year = before.year + (month > 12);
    p->month = month > 12 ? 1 : month;
}

/* A month without a year takes that of the date before: 2023년 5월과 7월, 2023년 5월 나와 7월
 * 팔렸다. */
static void take_year(finder *f, size_t at, parts *p, gisa_date_tense tense)
{
    enum { NEAR = 300 };
    if (!p->month || p->year || p->has_relative_year || p->side != GISA_SIDE_NEAREST) return;
    if (!f->last_end || !f->last.year || !f->last.month || at - f->last_end > NEAR) return;
    gisa_str between = gisa_str_cut(f->text, f->last_end, at);
    bool linked = is_link(between);
    if (!linked && (ends_sentence(between) || tense == GISA_TENSE_WILL)) return;
    if (p->month < f->last.month && !linked) return;
    p->year = f->last.year + (p->month < f->last.month);
}

/* A date as the thread sees it. */
typedef struct sight {
    gisa_date_clause clause;
    bool bare; /* a day without a month, 오늘 */
} sight;

static void note(finder *f, const parts *p, const char *value, size_t n, size_t end,
                 const sight *seen)
{
    int64_t day;
    f->last = *p;
    f->last_end = end;
    f->last_day = (gisa_civil){0};
    if (gisa_date_last_day((gisa_str){value, n}, &day)) f->last_day = gisa_civil_from_days(day);
    gisa_date_remember(&f->thread, (gisa_str){value, n}, end, seen->bare, seen->clause.adnominal);
}

/* The others of a list: 16일 of 15, 16일. */
static gisa_status add_list(finder *f, parts *p, const sight *seen)
{
    char value[GISA_DATE_CHARS];
    for (size_t i = 0; i < p->n_list; i++) {
        parts one = *p;
        one.n_list = 0;
        if (p->list_unit == GISA_DATE_DAYS) one.day = p->list[i].number;
        if (p->list_unit == GISA_DATE_MONTHS) one.month = p->list[i].number;
        if (p->list_unit == GISA_DATE_YEARS) one.year = p->list[i].number;
        size_t n = gisa_date_resolve(&one, &f->thread.context, value);
        if (add_date(f, p->list[i].span, value, n) < 0) return GISA_ENOMEM;
        note(f, &one, value, n, p->list[i].span.end, seen);
    }
    return GISA_OK;
}

/* Fills what the verb and the date before say; only days and months without a year need them. */
static sight place(finder *f, size_t at, size_t end, parts *p)
{
    sight seen = {{GISA_TENSE_UNKNOWN, false}, p->has_relative_day};
    if (!p->day && !p->month && !p->quarter) return seen;
    seen.bare |= p->day && !p->month && !p->has_relative_month && !p->side;
    seen.clause = gisa_date_clause_find(f->a, f->text, end);
    gisa_date_tense tense = seen.clause.tense;
    take_month(f, at, p, tense);
    take_year(f, at, p, tense);
    if (p->side == GISA_SIDE_NEAREST && tense == GISA_TENSE_WAS) p->side = GISA_SIDE_WAS;
    if (p->side == GISA_SIDE_NEAREST && tense == GISA_TENSE_WILL) p->side = GISA_SIDE_WILL;
    return seen;
}

/* The end of an interval that a dash begins: 7월~8월, 6월 28일~7월 3일. Returns the end of the date
 * after the dash, or `end` when there is none. */
static size_t read_until(finder *f, size_t end, const parts *from, char value[GISA_DATE_CHARS],
                         size_t *n)
{
    parts to;
    char until[GISA_DATE_CHARS];
    size_t dash = gisa_date_dash(f->text, end), last;
    if (dash == end || !*n || *n > 10 || from->n_list || dash >= f->text.n) return end;
    if (!gisa_is_digit(f->text.p[dash])) return end;
    if ((last = gisa_date_read(f->text, dash, &f->thread.context, &to)) == dash) return end;
    if (to.n_list || to.last_day || to.last_month) return end;
    note(f, from, value, *n, end, &(sight){{GISA_TENSE_UNKNOWN, false}, false});
    take_month(f, dash, &to, GISA_TENSE_UNKNOWN);
    if (to.month && !to.year && !to.has_relative_year) {
        to.year = f->thread.context.year + (from->month && to.month < from->month);
    }
    size_t length = gisa_date_resolve(&to, &f->thread.context, until);
    if (!length || length > 10) return end;
    value[*n] = '/';
    memcpy(value + *n + 1, until, length + 1);
    *n += length + 1;
    return last;
}

/* The date at `at`, added. Returns its end in *end, `at` when there is none. */
static gisa_status take_date(finder *f, size_t at, size_t *end)
{
    parts p;
    char value[GISA_DATE_CHARS];
    size_t n;
    *end = gisa_date_refer(f->text, at, &f->thread, value, &n);
    if (*end > at) return add_date(f, (gisa_span){(uint32_t)at, (uint32_t)*end}, value, n);
    if ((*end = gisa_date_read(f->text, at, &f->thread.context, &p)) == at) return GISA_OK;
    sight seen = place(f, at, *end, &p);
    n = gisa_date_resolve(&p, &f->thread.context, value);
    *end = read_until(f, *end, &p, value, &n);
    size_t first_end = p.n_list ? p.first_end : *end;
    gisa_status st = add_date(f, (gisa_span){(uint32_t)at, (uint32_t)first_end}, value, n);
    note(f, &p, value, n, *end, &seen);
    return st < 0 ? st : add_list(f, &p, &seen);
}

gisa_status gisa_dates_find(gisa_str text, gisa_time reference, gisa_annotation *a, gisa_error *err)
{
    finder f = {.text = text, .a = a, .thread = {.context = {.reference = reference}}};
    a->dates = NULL;
    a->n_dates = 0;
    for (size_t at = 0; at < text.n;) {
        unsigned char c = (unsigned char)text.p[at];
        bool digit = gisa_is_digit((char)c);
        bool starts = digit ? digits_begin(text, at)
                            : c >= 0xEA && gisa_date_may_begin(text, at) &&
                                  gisa_script_before(text, at) != GISA_SCRIPT_HANGUL;
        size_t end = at;
        if (starts && take_date(&f, at, &end) < 0) return gisa_fail_mem(err);
        at = end > at ? end : at + (c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4);
    }
    return GISA_OK;
}
