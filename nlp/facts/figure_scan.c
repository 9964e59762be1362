/* One pass over the text: a number (nlp/facts/numeral.h) that begins with a digit, or with a word
 * at the start of an eojeol, then a unit (nlp/facts/measure.h). What makes it part of another thing
 * (a name, a code, a score, a telephone number) rules it out. */
#include "nlp/facts/figure_scan.h"

#include "base/hangul.h"
#include "corpus/wordlist.h"
#include "nlp/facts/figure_bound.h"
#include "nlp/facts/figure_sense.h"
#include "nlp/facts/figure_sign.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/word/josa.h"

#define A GISA_QUANTITY_AMOUNT
#define P GISA_QUANTITY_PERIOD
#define H GISA_QUANTITY_HOURS
#define O GISA_QUANTITY_ORDINAL
#define C GISA_QUANTITY_CLOCK

/* How a number is read, first as much of it as may be. */
static const gisa_numeral_reading readings[] = {GISA_NUMERAL_LOOSE, GISA_NUMERAL_STRICT};

static bool wordlist_has(const gisa_wordlist *list, const char *word)
{
    return gisa_wordlist_find(list, gisa_str_from(word)) != NULL;
}

/* Whether 여 comes after a space, with a unit behind it: 2,800 여명, 10만 여 명. */
static bool about_apart(gisa_str t, size_t at)
{
    if (!gisa_str_begins(gisa_str_cut(t, at, t.n), " 여")) return false;
    size_t end, behind = at + strlen(" 여");
    if (behind < t.n && t.p[behind] == ' ') behind++;
    return gisa_measure_at(t, behind, &end) != NULL;
}

/* The unit at `at`, perhaps after 여 and one space. */
static const gisa_measure *find_unit(gisa_str t, size_t at, size_t *end)
{
    bool apart = about_apart(t, at);
    if (apart) at++;
    bool about = gisa_str_is(gisa_str_cut(t, at, at + 3), "여");
    if (about) at += 3;
    bool spaced = at < t.n && t.p[at] == ' ';
    if (spaced) at++;
    if (at >= t.n) return NULL;
    const gisa_measure *m = gisa_measure_at(t, at, end);
    if (!m || !spaced) return m;
    bool hangul = gisa_script_at(t, at) == GISA_SCRIPT_HANGUL;
    if (!hangul) return gisa_is_alpha(t.p[at]) || m->word[0] == '%' ? m : NULL;
    /* 100 대 기업, 3 이 …: apart, only what certainly counts */
    if (*end - at == 3)
        return wordlist_has(&gisa_list_spaced_units, m->word) || (about && m->kind == A) ? m : NULL;
    return m->kind == O || strcmp(m->word, "프로") == 0 ? NULL : m; /* 아이폰 11 프로 */
}

/* A number with what makes it a figure. */
typedef struct counted {
    gisa_numeral n;
    const gisa_measure *m; /* NULL: no unit of its own */
    size_t end;            /* of the unit */
    gisa_str money;        /* of the sign before it; GISA_NONE: none is there */
    size_t money_start;
    bool range; /* it has the unit of the number after a dash */
} counted;

/* 3-5패: what a hyphen divides is a score. */
static bool keeps_score(const gisa_measure *m)
{
    static const char *const units[] = {"승", "패", "무"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcmp(m->word, units[i]) == 0) return true;
    return false;
}

/* The unit of a number that ends a range, with what is loose in it when it has one. */
static const gisa_measure *range_unit(gisa_str t, size_t at, gisa_numeral *n)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        size_t end;
        if (!gisa_numeral_read(t, at, readings[i], n)) return NULL;
        const gisa_measure *m = find_unit(t, n->end, &end);
        if (!m) continue;
        gisa_quantity_kind kind = gisa_figure_kind(t, at, end, m, n->value);
        if (kind == A || kind == P || kind == H) return m;
    }
    return NULL;
}

/* The unit of 3 in 3∼5%: that of the number after the dash, which is in *second. */
static const gisa_measure *shared_unit(gisa_str t, const gisa_numeral *first, gisa_numeral *second)
{
    size_t dash = gisa_figure_dash(t, first->end), at = first->end + dash;
    if (!dash) return NULL;
    char mark = t.p[first->end];
    bool tilde = mark != '-' && !gisa_str_begins(gisa_str_cut(t, first->end, t.n), "–");
    if (tilde && at < t.n && t.p[at] == '-') at++; /* -0.5~-2.5% */
    const gisa_measure *m = range_unit(t, at, second);
    if (!m || tilde) return m;
    return second->value > first->value && !keeps_score(m) ? m : NULL;
}

/* 3~5만, 2~3천만, 3천~5천만: the units of the second number count for the first; 9000~1억 is from
 * 9000만. */
static double scaled_as(const gisa_numeral *first, const gisa_numeral *second)
{
    double below = second->big / 1e4;
    if (first->big > 1 || first->loose) return first->value;
    if (first->chain == 1 && first->value < second->lead) return first->value * second->chain;
    if (first->chain > 1 && first->value < second->first) return first->value * second->big;
    return below > 1 && first->value * below < second->value ? first->value * below : first->value;
}

/* Whether what is after a space belongs to the number: 1만 2000원, but not 100만 3개 부문, 12일. */
static bool joins(gisa_str t, size_t start, const counted *c)
{
    enum { SURELY = 3 };
    if (c->range || c->money.n) return true;
    if (!c->m) return memchr(t.p + start, ',', c->n.end - start) != NULL && c->n.loose > SURELY;
    if (c->m->kind != A || c->m->word[0] == '%' || strcmp(c->m->word, "퍼센트") == 0) return false;
    if (gisa_measure_is_money(c->m)) return true;
    if (c->n.big >= 1e12 && c->n.above >= 1e12) return false; /* 2.0 조건 */
    if (c->n.loose >= SURELY) return true;
    return c->n.above == 1e4 && wordlist_has(&gisa_list_exact_counters, c->m->word);
}

/* Reads a number and what it counts. false: no number, or nothing is counted; c->n.end is right. */
static bool read_counted(gisa_str t, size_t start, bool word, counted *c)
{
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        gisa_numeral second;
        *c = (counted){0};
        bool found = word ? gisa_numeral_read_word(t, start, readings[i], &c->n)
                          : gisa_numeral_read(t, start, readings[i], &c->n);
        if (!found) {
            if (word) continue;
            return false;
        }
        c->m = find_unit(t, c->n.end, &c->end);
        if (!word) c->money = gisa_measure_money_sign(t, start, &c->money_start);
        if (!c->m && !c->money.n && (c->m = shared_unit(t, &c->n, &second)) != NULL) {
            c->range = true;
            c->n.value = scaled_as(&c->n, &second);
        }
        if (c->n.loose && !joins(t, start, c)) continue;
        if (c->m || c->money.n) return true;
        if (!c->n.loose && !word) return false; /* the other reading is the same */
        if (memchr(t.p + start, ',', c->n.end - start)) return false;
    }
    return false;
}

bool gisa_figure_number(gisa_str text, size_t at, bool word, gisa_numeral *out)
{
    counted c;
    bool counts = read_counted(text, at, word, &c);
    if (counts && !c.range) {
        *out = c.n;
        return true;
    }
    bool found = word ? gisa_numeral_read_word(text, at, GISA_NUMERAL_STRICT, out)
                      : gisa_numeral_read(text, at, GISA_NUMERAL_STRICT, out);
    out->scaled = found && counts && c.n.end == out->end && c.n.value > out->value;
    if (out->scaled) out->value = c.n.value;
    return found;
}

static void finish(gisa_str t, gisa_quantity *q, const gisa_measure *m, size_t start,
                   size_t unit_end)
{
    gisa_str word = gisa_str_from(m->word);
    size_t rate_end = m->scale == 1 ? gisa_figure_rate_end(t, unit_end) : unit_end;
    q->span = (gisa_span){(uint32_t)start, (uint32_t)rate_end};
    q->kind = gisa_figure_kind(t, start, unit_end, m, q->value);
    q->unit = m->unit ? gisa_str_from(m->unit) : word;
    const char *speed = gisa_figure_speed(t, start, q->unit);
    if (speed) q->unit = gisa_str_from(speed);
    if (rate_end > unit_end) q->unit = gisa_str_cut(t, unit_end - word.n, rate_end);
    if (q->kind == A && gisa_figure_is_level(t, start, unit_end, m, q->value)) q->unit = GISA_NONE;
    q->value *= m->scale;
}

/* Reads a number after a quantity, perhaps after a space, that has just that unit. */
static bool read_more(gisa_str t, size_t at, const char *unit, double *value, size_t *end)
{
    gisa_numeral n;
    at += at < t.n && t.p[at] == ' ';
    if (!gisa_numeral_read(t, at, GISA_NUMERAL_STRICT, &n)) return false;
    const gisa_measure *m = find_unit(t, n.end, end);
    *value = n.value;
    return m && strcmp(m->word, unit) == 0;
}

/* 2분 10초, 1시간 30분, 1년 반: a smaller unit that goes on. */
static void join(gisa_str t, gisa_quantity *q)
{
    static const struct {
        const char *from, *to;
        double scale;
    } steps[] = {{"시간", "분", 60}, {"분", "초", 60}, {"년", "개월", 12}};
    size_t at = q->span.end, end;
    at += at < t.n && t.p[at] == ' ';
    if (gisa_str_is(gisa_str_cut(t, at, at + 3), "반") && gisa_measure_ends(t, at + 3) &&
        (q->kind == P || q->kind == H || gisa_str_is(q->unit, "배"))) {
        q->value += .5;
        q->span.end = (uint32_t)at + 3;
        return;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        double more;
        if (!gisa_str_is(q->unit, steps[i].from)) continue;
        if (!read_more(t, q->span.end, steps[i].to, &more, &end)) continue;
        q->value = q->value * steps[i].scale + more;
        q->unit = gisa_str_from(steps[i].to);
        q->span.end = (uint32_t)end;
    }
}

/* 오후 3시 30분 */
static void clock(gisa_str t, gisa_quantity *q)
{
    static const char *const halves[] = {"오전 ", "오후 ", "새벽 ", "밤 ", "아침 ", "저녁 ", "낮 "};
    gisa_str before = gisa_str_cut(t, 0, q->span.start);
    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        gisa_str h = gisa_str_from(halves[i]);
        if (gisa_str_ends(before, h)) q->span.start -= (uint32_t)h.n;
    }
    size_t end;
    double minutes;
    if (read_more(t, q->span.end, "분", &minutes, &end)) q->span.end = (uint32_t)end;
}

/* 50분의 1, 3분의2, 삼분의 일; `after` is after the number below. */
static bool fraction(gisa_str t, size_t start, const gisa_numeral *below, gisa_quantity *q)
{
    gisa_numeral above;
    gisa_str of = GISA_STR("분의");
    size_t at = below->end + (below->end < t.n && t.p[below->end] == ' ');
    if (!gisa_str_starts(gisa_str_cut(t, at, t.n), of) || below->value <= 0) return false;
    at += of.n;
    at += at < t.n && t.p[at] == ' ';
    if (at >= t.n) return false;
    bool digits = gisa_is_digit(t.p[at]), found;
    if (digits) {
        above.end = at;
        while (above.end < t.n && gisa_is_digit(t.p[above.end])) above.end++;
        found = gisa_str_to_double(gisa_str_cut(t, at, above.end), &above.value);
    } else {
        found = gisa_numeral_read_word(t, at, GISA_NUMERAL_LOOSE, &above) &&
                gisa_measure_ends(t, above.end);
    }
    if (!found) return false;
    *q = (gisa_quantity){
        {(uint32_t)start, (uint32_t)above.end}, above.value / below->value, GISA_STR("배"), A};
    return true;
}

static bool alnum_at(gisa_str t, size_t at)
{
    return at < t.n && (gisa_is_alpha(t.p[at]) || gisa_is_digit(t.p[at]));
}

/* The second number of 3-5%: the first begins a word, and both share the unit. */
static bool ends_range(gisa_str t, size_t start)
{
    enum { LONGEST = 20 };
    gisa_numeral first, second;
    size_t from = start - 1;
    while (from > 0 && start - from < LONGEST &&
           (gisa_is_digit(t.p[from - 1]) || t.p[from - 1] == ',' || t.p[from - 1] == '.'))
        from--;
    if (from > 0 && (gisa_is_alpha(t.p[from - 1]) || memchr("-._/:", t.p[from - 1], 5) != NULL))
        return false;
    return gisa_numeral_read(t, from, GISA_NUMERAL_STRICT, &first) && first.end == start - 1 &&
           shared_unit(t, &first, &second) != NULL;
}

/* Whether what is before the digits makes them part of a code, a version, a date or a score. */
static bool is_code(gisa_str t, size_t start)
{
    char before = start > 0 ? t.p[start - 1] : ' ';
    if (gisa_is_alpha(before) || (before != '\0' && strchr("._/%", before))) return true;
    if (before == ':') return start > 1 && gisa_is_digit(t.p[start - 2]);
    return before == '-' && start > 1 && alnum_at(t, start - 2) && !ends_range(t, start);
}

/* 제35회, 제2차 */
static bool is_ordinal(gisa_str t, size_t start)
{
    return gisa_str_ends(gisa_str_cut(t, 0, start), GISA_STR("제")) &&
           gisa_script_before(t, start - 3) != GISA_SCRIPT_HANGUL;
}

/* $3M, $1.2 billion */
static size_t read_letters(gisa_str t, size_t at, double *scale)
{
    static const struct {
        const char *word;
        double scale;
    } rows[] = {{" million", 1e6}, {" billion", 1e9}, {" trillion", 1e12}, {"bn", 1e9},
                {"K", 1e3},        {"M", 1e6},        {"B", 1e9},          {"T", 1e12}};
    gisa_str rest = gisa_str_cut(t, at, t.n);
    *scale = 1;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str w = gisa_str_from(rows[i].word);
        if (!gisa_str_starts(rest, w) || alnum_at(t, at + w.n)) continue;
        *scale = rows[i].scale;
        return at + w.n;
    }
    return at;
}

static void put_sign(gisa_str t, gisa_quantity *q)
{
    size_t start = q->span.start;
    bool share = q->unit.n &&
                 (q->unit.p[0] == '%' || (q->unit.n == 3 && gisa_is_alpha(q->unit.p[0])));
    if (q->kind != A || !gisa_figure_sign(t, share, &start)) return;
    q->span.start = (uint32_t)start;
    if (q->value > 0) q->value = -q->value;
}

/* A number with a unit, or a sign of money, or both. */
static void put_counted(gisa_str t, size_t start, const counted *c, gisa_quantity *q)
{
    *q = (gisa_quantity){.value = c->n.value};
    if (c->money.n && !(c->m && gisa_measure_is_money(c->m))) {
        double scale;
        size_t end = read_letters(t, c->n.end, &scale);
        *q = (gisa_quantity){
            {(uint32_t)c->money_start, (uint32_t)end}, c->n.value * scale, c->money, A};
    } else if (c->range) {
        finish(t, q, c->m, start, c->n.end);
    } else {
        finish(t, q, c->m, start, c->end);
    }
    put_sign(t, q);
}

static bool read_digits(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    counted c;
    bool found = read_counted(t, start, false, &c);
    *behind = c.n.end;
    if (c.n.value == 0 && !found && c.n.end == start) return false;
    if (is_code(t, start)) return false;
    if (fraction(t, start, &c.n, q)) {
        *behind = q->span.end;
        return true;
    }
    if (!found && c.n.big >= 1e12 && gisa_figure_is_sum(t, c.n.end, c.n.value)) {
        *q = (gisa_quantity){{(uint32_t)start, (uint32_t)c.n.end}, c.n.value, GISA_STR("KRW"), A};
        put_sign(t, q);
        return true;
    }
    if (!found) {
        if (!memchr(t.p + start, ',', c.n.end - start) || alnum_at(t, c.n.end)) return false;
        *q = (gisa_quantity){.value = c.n.value, .span = {(uint32_t)start, (uint32_t)c.n.end}};
        put_sign(t, q);
        return true;
    }
    if (c.m && is_ordinal(t, start) && gisa_measure_is_money(c.m)) return false; /* 제1원전 */
    if (c.m && strcmp(c.m->word, "불") == 0 && c.n.value < 100) return false;    /* 3불 정책 */
    put_counted(t, start, &c, q);
    if (is_ordinal(t, start)) q->kind = O;
    if (c.range) return true;
    if (q->kind == C)
        clock(t, q);
    else
        join(t, q);
    *behind = q->span.end > c.n.end ? q->span.end : c.n.end;
    return true;
}

/* The word before byte `at`, without the space between. */
static gisa_str word_before(gisa_str t, size_t at)
{
    enum { LONGEST = 12 };
    if (at == 0 || t.p[at - 1] != ' ') return GISA_NONE;
    size_t end = at - 1, from = end;
    while (from > 0 && end - from <= LONGEST && t.p[from - 1] != ' ' && t.p[from - 1] != '\n')
        from--;
    return gisa_str_cut(t, from, end);
}

/* Words that are a number by themselves. */
static bool read_whole_word(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    static const struct {
        const char *word;
        double value;
        const char *unit;
    } rows[] = {{"이틀", 2, "일"},     {"사흘", 3, "일"},  {"나흘", 4, "일"},   {"닷새", 5, "일"},
                {"엿새", 6, "일"},     {"이레", 7, "일"},  {"여드레", 8, "일"}, {"아흐레", 9, "일"},
                {"열흘", 10, "일"},    {"보름", 15, "일"}, {"반년", .5, "년"},  {"반 년", .5, "년"},
                {"반세기", .5, "세기"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t len = gisa_str_begins(gisa_str_cut(t, start, t.n), rows[i].word);
        if (!len || !gisa_measure_ends(t, start + len)) continue;
        if (gisa_str_begins(gisa_str_cut(t, start + len, t.n), "째")) continue; /* 사흘째 */
        *behind = start + len;
        *q = (gisa_quantity){
            {(uint32_t)start, (uint32_t)*behind}, rows[i].value, gisa_str_from(rows[i].unit), P};
        return true;
    }
    return false;
}

/* 두 명, 스물두 살, 다섯개 */
static bool read_native(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    double value;
    size_t at = gisa_numeral_native(t, start, &value), end;
    if (at == start || at >= t.n) return false;
    bool spaced = t.p[at] == ' ';
    const gisa_measure *m = gisa_measure_at(t, at + spaced, &end);
    if (!m || !wordlist_has(&gisa_list_native_counters, m->word)) return false;
    /* 두 발로 서다: feet */
    if (strcmp(m->word, "발") == 0 && gisa_str_begins(gisa_str_cut(t, end, t.n), "로"))
        return false;
    if (!spaced && value < 11 && !wordlist_has(&gisa_list_attached_counters, m->word)) return false;
    q->value = value;
    finish(t, q, m, start, end);
    if (strcmp(m->word, "번") == 0 && value > 1) q->kind = A; /* 세 번: how often */
    join(t, q);
    *behind = q->span.end;
    return true;
}

/* A number word of one syllable counts few things. */
static bool may_be_one_syllable(gisa_str t, size_t start, const counted *c, bool spaced)
{
    gisa_str word = gisa_str_cut(t, start, c->n.end), unit = gisa_str_from(c->m->word);
    gisa_str rest = gisa_str_cut(t, c->n.end, t.n);
    bool more = gisa_str_begins(rest, "여 ") > 0; /* 백여 명, 백여명 */
    if (gisa_str_begins(rest, "여"))
        more = more || gisa_str_is(unit, "명") ||
               wordlist_has(&gisa_list_attached_sino_units, c->m->word);
    if (c->n.value >= 10 && (spaced || more)) return true;
    if (c->n.value >= 10) {
        gisa_str both = gisa_str_cut(t, start, c->n.end + unit.n);
        return gisa_wordlist_find(&gisa_list_attached_numerals, both) != NULL;
    }
    if (!spaced || c->n.value < 2) return false; /* 사원, 이번, 일 년에 한 번 */
    if (gisa_str_is(unit, "년")) return !gisa_str_is(word, "이");
    return gisa_str_is(unit, "개월") || gisa_str_is(unit, "퍼센트");
}

/* Whether a number word and its unit are no other word: 구조대, 이경자, 백사장, 오만해, 천만 가지.
 */
static bool may_be_sino(gisa_str t, size_t start, const counted *c)
{
    bool spaced = c->n.end < t.n && t.p[c->n.end] == ' ';
    bool words = true;
    for (size_t i = start; i < c->n.end; i++) words &= !gisa_is_digit(t.p[i]);
    if (c->m->kind == O || c->m->kind == C) return false;
    if (c->n.end - start == 3) return may_be_one_syllable(t, start, c, spaced);
    if (strcmp(c->m->word, "가지") == 0) return c->n.value < 1e4;
    if (words && c->n.value >= 1e12 && c->n.end - start <= 6)
        return spaced && gisa_measure_is_money(c->m);
    return spaced || c->m->word[0] == '%' ||
           wordlist_has(&gisa_list_attached_sino_units, c->m->word);
}

/* 삼천오백 명, 이천만 원, 만 5천 원 */
static bool read_sino(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    counted c;
    gisa_numeral n;
    gisa_str before = word_before(t, start);
    if (before.n && gisa_is_digit(before.p[before.n - 1])) return false; /* 3 천 가구 */
    if (gisa_numeral_read_word(t, start, GISA_NUMERAL_LOOSE, &n) && fraction(t, start, &n, q)) {
        *behind = q->span.end;
        return true;
    }
    if (!read_counted(t, start, true, &c) || !c.m || c.range) return false;
    if (!may_be_sino(t, start, &c)) return false;
    q->value = c.n.value;
    finish(t, q, c.m, start, c.end);
    put_sign(t, q);
    join(t, q);
    *behind = q->span.end;
    return true;
}

static bool read_word(gisa_str t, size_t start, size_t *behind, gisa_quantity *q)
{
    *behind = start + 3;
    if (read_whole_word(t, start, behind, q)) return true;
    gisa_str before = word_before(t, start);
    if (before.n && gisa_wordlist_find(&gisa_list_uncertain_quantities, before)) return false;
    return read_native(t, start, behind, q) || read_sino(t, start, behind, q);
}

/* The first syllables of the number words, so that most words cost one comparison. */
static bool may_be_number(gisa_str t, size_t at)
{
    static const char firsts[] =
        "한두세네석넉다여일아열스서마쉰예이사나닷엿보반삼오육칠팔구십백천만";
    if (at + 4 > t.n) return false;
    const char *p = t.p + at;
    for (size_t i = 0; i + 3 < sizeof firsts; i += 3)
        if (firsts[i + 2] == p[2] && firsts[i + 1] == p[1] && firsts[i] == p[0]) return true;
    return false;
}

/* After a space or a mark; Hangul, whose bytes are the common case, needs no decoding. */
static bool begins_word(gisa_str t, size_t at)
{
    if (at == 0 || (unsigned char)t.p[at - 1] < 0x80) return true;
    if (at >= 3 && (unsigned char)t.p[at - 3] >= 0xEA && (unsigned char)t.p[at - 3] <= 0xED)
        return false;
    return gisa_script_before(t, at) == GISA_SCRIPT_NONE;
}

bool gisa_quantity_next(gisa_str text, size_t *at, gisa_quantity *out)
{
    while (*at < text.n) {
        unsigned char c = (unsigned char)text.p[*at];
        bool digit = gisa_is_digit((char)c) || gisa_numeral_is_wide_digit(text, *at);
        size_t behind = *at + (c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4);
        bool found = false;
        if (digit)
            found = read_digits(text, *at, &behind, out);
        else if (c >= 0xE0 && begins_word(text, *at) && may_be_number(text, *at))
            found = read_word(text, *at, &behind, out);
        *at = behind;
        if (found) return true;
    }
    return false;
}

gisa_status gisa_quantities_find(gisa_str text, gisa_arena *arena, gisa_quantities *out)
{
    gisa_quantity q;
    for (size_t at = 0; gisa_quantity_next(text, &at, &q);) {
        if (GISA_ARENA_GROW(arena, out->items, out->n, out->cap) < 0) return GISA_ENOMEM;
        out->items[out->n++] = q;
    }
    return GISA_OK;
}
