/* Sums and products are of whole numbers as long as they can be, so that 1234.5억 is exactly
 * 123450000000. */
#include "nlp/facts/numeral.h"

#include "base/utf8.h"

enum { DIGITS_MAX = 18, SYLLABLE = 3 /* bytes */, LOOSE_UNIT = 4 };

typedef struct unit_row {
    const char *word;
    double value;
    const char *not_before; /* 경기, 조각: another word */
} unit_row;

static const unit_row small_units[] = {{"천", 1e3, NULL}, {"백", 1e2, NULL}, {"십", 1e1, NULL}};
static const unit_row big_units[] = {
    {"경", 1e16, "기"}, {"조", 1e12, "각"}, {"억", 1e8, NULL}, {"만", 1e4, NULL}};
static const unit_row hangul_digits[] = {{"일", 1, NULL}, {"이", 2, NULL}, {"삼", 3, NULL},
                                         {"사", 4, NULL}, {"오", 5, NULL}, {"육", 6, NULL},
                                         {"칠", 7, NULL}, {"팔", 8, NULL}, {"구", 9, NULL}};

#define ROWS(table) table, sizeof table / sizeof *table

/* whole / scale, where scale is a power of ten. */
typedef struct amount {
    double whole, scale;
} amount;

static amount times(amount a, double unit)
{
    if (a.scale > unit) return (amount){a.whole, a.scale / unit};
    return (amount){a.whole * (unit / a.scale), 1};
}

typedef struct section {
    amount sum;
    amount lead;
    double chain;
    bool units; /* it has 천, 백 or 십 */
    size_t loose;
} section;

typedef struct reader {
    gisa_str t;
    bool loose;
    bool words; /* it begins with one */
} reader;

/* Bytes of the digit at `at`, of either width; 0: none. */
static size_t digit_at(gisa_str t, size_t at, unsigned *digit)
{
    if (at < t.n && gisa_is_digit(t.p[at])) {
        *digit = (unsigned)(t.p[at] - '0');
        return 1;
    }
    uint32_t cp = 0;
    if (at >= t.n || (unsigned char)t.p[at] != 0xEF) return 0;
    size_t n = gisa_utf8_next(t, at, &cp);
    if (cp < 0xFF10 || cp > 0xFF19) return 0;
    *digit = cp - 0xFF10;
    return n;
}

bool gisa_numeral_is_wide_digit(gisa_str text, size_t at)
{
    unsigned unused;
    return at < text.n && (unsigned char)text.p[at] == 0xEF && digit_at(text, at, &unused) > 0;
}

/* Bytes of the mark, of either width. */
static size_t mark_at(gisa_str t, size_t at, char narrow, const char *wide)
{
    if (at < t.n && t.p[at] == narrow) return 1;
    return gisa_str_is(gisa_str_cut(t, at, at + SYLLABLE), wide) ? SYLLABLE : 0;
}

static bool three_digits(gisa_str t, size_t at)
{
    unsigned unused;
    for (int i = 0; i < 3; i++) {
        size_t n = digit_at(t, at, &unused);
        if (!n) return false;
        at += n;
    }
    return digit_at(t, at, &unused) == 0;
}

/* The end of a point and digits, `at` when there are none. */
static size_t skip_decimals(gisa_str t, size_t at, amount *a, size_t *n_digits)
{
    unsigned d;
    size_t p = at + mark_at(t, at, '.', "．"), n;
    if (p == at || !digit_at(t, p, &d)) return at;
    for (; (n = digit_at(t, p, &d)) > 0; p += n) {
        a->whole = a->whole * 10 + d;
        a->scale *= 10;
        ++*n_digits;
    }
    return p;
}

/* The end of the digits; *n_digits is 0 when they are no number. */
static size_t read_digits(gisa_str t, size_t at, amount *out, size_t *n_digits)
{
    size_t p = at, group = 0, n;
    unsigned d;
    *out = (amount){0, 1};
    *n_digits = 0;
    for (;;) {
        if ((n = digit_at(t, p, &d)) > 0) {
            out->whole = out->whole * 10 + d;
            ++*n_digits;
            group++;
        } else if (group == 0 || group > 3 || (n = mark_at(t, p, ',', "，")) == 0 ||
                   !three_digits(t, p + n)) {
            break;
        } else {
            group = 0;
        }
        p += n;
    }
    if (p == at) return at;
    p = skip_decimals(t, p, out, n_digits);
    amount unused = {0, 1};
    size_t more = *n_digits, again = out->scale > 1 ? skip_decimals(t, p, &unused, &more) : p;
    if (again > p || *n_digits > DIGITS_MAX) *n_digits = 0; /* 1.2.3 */
    return again;
}

/* The end of the row's word at `at`, `at` when none is there. */
static size_t row_at(gisa_str t, size_t at, const unit_row *rows, size_t n, double *value)
{
    gisa_str word = gisa_str_cut(t, at, at + SYLLABLE);
    for (size_t i = 0; i < n; i++) {
        if (!gisa_str_is(word, rows[i].word)) continue;
        gisa_str next = gisa_str_cut(t, at + SYLLABLE, at + 2 * SYLLABLE);
        if (rows[i].not_before && gisa_str_is(next, rows[i].not_before)) return at;
        *value = rows[i].value;
        return at + SYLLABLE;
    }
    return at;
}

/* The end of a big unit at `at`, perhaps after 여: 10여만. */
static size_t big_at(gisa_str t, size_t at, double *value)
{
    size_t from = at;
    if (gisa_str_is(gisa_str_cut(t, at, at + SYLLABLE), "여")) from += SYLLABLE;
    size_t end = row_at(t, from, ROWS(big_units), value);
    return end > from ? end : at;
}

static bool big_follows(gisa_str t, size_t at)
{
    double unused;
    return big_at(t, at, &unused) > at;
}

static bool small_follows(gisa_str t, size_t at)
{
    double unused;
    return row_at(t, at, ROWS(small_units), &unused) > at;
}

static size_t skip_space(gisa_str t, size_t at)
{
    return at < t.n && t.p[at] == ' ' ? at + 1 : at;
}

/* A piece before it is known what follows. */
typedef struct piece {
    amount a;
    size_t from, end;
    size_t digits; /* written as digits */
    bool bare, word;
} piece;

static bool read_piece(gisa_str t, size_t from, piece *out)
{
    *out = (piece){.a = {1, 1}, .from = from, .end = from};
    out->end = read_digits(t, from, &out->a, &out->digits);
    if (out->end > from) return out->digits > 0;
    out->a = (amount){1, 1};
    out->end = row_at(t, from, ROWS(hangul_digits), &out->a.whole);
    out->word = out->end > from;
    out->bare = !out->word;
    return true;
}

/* A piece without 천, 백 or 십 after it, which ends the section. */
static bool ends_section(const reader *r, const piece *p, bool spaced, double last, section *out)
{
    bool big = big_follows(r->t, p->end);
    if (p->bare || small_follows(r->t, p->end)) return false;
    if (p->word) return big || (r->words && r->loose && !spaced);
    if (last < 1e4 && (p->a.scale > 1 || p->a.whole >= last)) return false;
    if (spaced && !big) {
        if (!r->loose) return false;
        out->loose = p->digits;
    }
    return true;
}

/* A piece with 천, 백 or 십, which ends at `end`. */
static bool goes_on(const reader *r, const piece *p, bool spaced, bool first, size_t end,
                    section *out)
{
    if (!p->bare) return true;
    if (first) return r->words;
    if (!spaced || small_follows(r->t, end) || big_follows(r->t, end)) return true;
    if (r->loose) out->loose = LOOSE_UNIT; /* 5만 천 */
    return r->loose;
}

/* The end of 천, 백 or 십 after a piece; with a space between when the reading is loose: 3 천. */
static size_t find_small(const reader *r, const piece *p, double *unit, section *out)
{
    size_t to = row_at(r->t, p->end, ROWS(small_units), unit), space = skip_space(r->t, p->end);
    if (to > p->end || !r->loose || !p->digits || space == p->end) return to;
    to = row_at(r->t, space, ROWS(small_units), unit);
    if (to == space) return p->end;
    out->loose = LOOSE_UNIT;
    return to;
}

static void put_piece(section *s, const piece *p, double unit)
{
    if (s->chain == 0) {
        s->lead = p->a;
        s->chain = unit;
    }
    amount a = times(p->a, unit);
    s->sum = a.scale > 1 ? a : (amount){s->sum.whole + a.whole, 1};
}

/* What is below one 만: returns its end. spaced: it is after a space; first: of the number. */
static size_t read_section(const reader *r, size_t at, bool spaced, bool first, section *out)
{
    double last = 1e4, unit;
    size_t end = at;
    piece p;
    *out = (section){.sum = {0, 1}};
    while (read_piece(r->t, end == at ? at : end + spaced, &p)) {
        size_t after = find_small(r, &p, &unit, out);
        if (after > p.end && unit < last) {
            if (!goes_on(r, &p, spaced, first && end == at, after, out)) break;
            put_piece(out, &p, unit);
            out->units = true;
            last = unit;
            end = after;
            if (p.a.scale > 1 || out->loose) break;
        } else {
            if (!ends_section(r, &p, spaced, last, out)) break;
            put_piece(out, &p, 1);
            return p.end;
        }
        spaced = skip_space(r->t, end) > end;
    }
    return end;
}

/* The end of the big unit after a section; with a space between when the reading is loose: 3 만. */
static size_t find_big(const reader *r, size_t end, double *big, bool *apart)
{
    size_t to = big_at(r->t, end, big), space = skip_space(r->t, end);
    *apart = false;
    if (to > end || !r->loose || space == end) return to;
    to = row_at(r->t, space, ROWS(big_units), big);
    *apart = to > space;
    return *apart ? to : end;
}

static void note_first(gisa_numeral *out, const section *s, double big)
{
    out->first = s->sum.whole / s->sum.scale;
    out->lead = s->lead.whole / s->lead.scale;
    out->chain = s->chain * big;
    out->big = big;
}

/* 만억, 만조: two big units in a row */
static size_t read_more_units(gisa_str t, size_t p, double last, double *value)
{
    double more;
    for (size_t end; (end = row_at(t, p, ROWS(big_units), &more)) > p && more > last; p = end)
        *value *= more;
    return p;
}

/* One group more; false when none goes on. */
static bool read_group(reader *r, size_t at, double *last, gisa_numeral *out)
{
    bool first = out->end == at, apart;
    bool spaced = !first && skip_space(r->t, out->end) > out->end;
    size_t from = out->end + spaced;
    double big = 1;
    section s;
    size_t end = read_section(r, from, spaced, first, &s);
    if (end == from) {
        /* of 억 and 조 alone nobody says how many */
        bool one = first && r->words && row_at(r->t, from, ROWS(big_units), &big) > from;
        if (!one || big != 1e4) return false;
        s = (section){.sum = {1, 1}, .lead = {1, 1}, .chain = 1};
    }
    size_t to = find_big(r, end, &big, &apart);
    if (to > end && big >= *last) return false;
    if (to == end) big = 1;
    amount value = times(s.sum, big);
    if (to == end && !first && value.whole / value.scale >= *last) return false;
    if (first) note_first(out, &s, big);
    if (s.loose || apart) {
        out->loose = apart ? LOOSE_UNIT : s.loose;
        out->above = s.units ? 1e4 : *last;
        r->loose = false;
    }
    out->value += value.whole / value.scale;
    out->end = to;
    if (to == end || s.sum.scale > 1) return false;
    *last = big;
    if (first && !r->words) out->end = read_more_units(r->t, to, big, &out->value);
    return true;
}

static bool read_number(reader *r, size_t at, gisa_numeral *out)
{
    double last = 1e20;
    *out = (gisa_numeral){.end = at};
    while (read_group(r, at, &last, out)) {
    }
    return out->end > at;
}

bool gisa_numeral_read(gisa_str text, size_t at, gisa_numeral_reading how, gisa_numeral *out)
{
    reader r = {.t = text, .loose = how == GISA_NUMERAL_LOOSE};
    amount unused;
    size_t n_digits;
    if (read_number(&r, at, out)) return true;
    out->end = read_digits(text, at, &unused, &n_digits);
    return false;
}

bool gisa_numeral_read_word(gisa_str text, size_t at, gisa_numeral_reading how, gisa_numeral *out)
{
    reader r = {.t = text, .loose = how == GISA_NUMERAL_LOOSE, .words = true};
    return read_number(&r, at, out);
}

size_t gisa_numeral_native(gisa_str text, size_t at, double *value)
{
    static const unit_row tens[] = {{"열", 10, NULL},   {"스물", 20, NULL}, {"스무", 20, NULL},
                                    {"서른", 30, NULL}, {"마흔", 40, NULL}, {"쉰", 50, NULL},
                                    {"예순", 60, NULL}, {"일흔", 70, NULL}, {"여든", 80, NULL},
                                    {"아흔", 90, NULL}};
    static const unit_row ones[] = {{"한", 1, NULL},   {"두", 2, NULL},   {"세", 3, NULL},
                                    {"네", 4, NULL},   {"석", 3, NULL},   {"넉", 4, NULL},
                                    {"다섯", 5, NULL}, {"여섯", 6, NULL}, {"일곱", 7, NULL},
                                    {"여덟", 8, NULL}, {"아홉", 9, NULL}};
    gisa_str rest = gisa_str_cut(text, at, text.n);
    size_t end = 0;
    *value = 0;
    for (size_t i = 0; i < sizeof tens / sizeof *tens && !end; i++) {
        end = gisa_str_begins(rest, tens[i].word);
        if (end) *value = tens[i].value;
    }
    rest = gisa_str_cut(rest, end, rest.n);
    for (size_t i = 0; i < sizeof ones / sizeof *ones; i++) {
        size_t len = gisa_str_begins(rest, ones[i].word);
        if (!len) continue;
        *value += ones[i].value;
        return at + end + len;
    }
    return at + end;
}
