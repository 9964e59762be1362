#include "index/query/query.h"

#include "base/buf.h"
#include "base/letter.h"
#include "base/time.h"
#include "base/utf8.h"

typedef struct parser {
    gisa_query *q;
    gisa_str text;
    size_t at;
    size_t cap;
    bool or_due; /* an OR precedes the next item */
} parser;

static const struct field_name {
    const char *name;
    gisa_query_field field;
} field_names[] = {
    {"title", GISA_FIELD_TITLE},   {"outlet", GISA_FIELD_OUTLET}, {"author", GISA_FIELD_AUTHOR},
    {"entity", GISA_FIELD_ENTITY}, {"from", GISA_FIELD_TEXT},     {"to", GISA_FIELD_TEXT},
};

static bool is_space(uint32_t cp)
{
    return gisa_is_white(cp) || cp == 0x200B || cp == 0xFEFF; /* and zero-width spaces */
}

static void skip_space(parser *p)
{
    uint32_t cp;
    while (p->at < p->text.n) {
        size_t k = gisa_utf8_next(p->text, p->at, &cp);
        if (!is_space(cp)) return;
        p->at += k;
    }
}

/* Reads up to the closing quotation mark or the end; p->at is after the opening one. */
static gisa_str read_phrase(parser *p)
{
    size_t start = p->at;
    while (p->at < p->text.n) {
        uint32_t cp;
        size_t k = gisa_utf8_next(p->text, p->at, &cp);
        p->at += k;
        if (cp == '"') return gisa_str_cut(p->text, start, p->at - k);
    }
    return gisa_str_cut(p->text, start, p->at);
}

static gisa_str read_word(parser *p)
{
    size_t start = p->at;
    while (p->at < p->text.n) {
        uint32_t cp;
        size_t k = gisa_utf8_next(p->text, p->at, &cp);
        if (is_space(cp)) break;
        p->at += k;
    }
    return gisa_str_cut(p->text, start, p->at);
}

bool gisa_day_range_parse(gisa_str s, int64_t *first, int64_t *last)
{
    gisa_time t;
    if (s.n > 10 || !gisa_time_parse_iso(s, &t)) return false;
    gisa_civil c = gisa_civil_from_utc(t.utc_s, GISA_KST_OFFSET_S);
    *first = gisa_days_from_civil(c.year, c.month, c.day);
    if (t.precision == GISA_PRECISION_DAY)
        *last = *first;
    else if (t.precision == GISA_PRECISION_MONTH)
        *last = gisa_days_from_civil(c.month == 12 ? c.year + 1 : c.year, c.month % 12 + 1, 1) - 1;
    else if (t.precision == GISA_PRECISION_YEAR)
        *last = gisa_days_from_civil(c.year + 1, 1, 1) - 1;
    else
        return false;
    return true;
}

static gisa_status take_bound(gisa_query *q, gisa_str name, gisa_str value, gisa_error *err)
{
    int64_t first, last;
    if (!gisa_day_range_parse(value, &first, &last))
        return gisa_fail(err, GISA_EINVAL,
                         "%.*s:%.*s is no date; a year, month or day is wanted, as in"
                         " %.*s:2025-02-03",
                         GISA_ARG(name), GISA_ARG(gisa_utf8_clip(value, 40)), GISA_ARG(name));
    if (gisa_str_eq_nocase(name, GISA_STR("from"))) {
        if (!q->days.has_from || first > q->days.from) q->days.from = first;
        q->days.has_from = true;
    } else {
        if (!q->days.has_to || last < q->days.to) q->days.to = last;
        q->days.has_to = true;
    }
    return GISA_OK;
}

static bool joins(const gisa_query_item *a, const gisa_query_item *b)
{
    bool a_words = a->field <= GISA_FIELD_TITLE, b_words = b->field <= GISA_FIELD_TITLE;
    return a->not_ == b->not_ && !a->not_ && (a_words ? b_words : a->field == b->field);
}

static gisa_status put_item(parser *p, gisa_query_item item, gisa_error *err)
{
    gisa_query *q = p->q;
    bool or_due = p->or_due;
    p->or_due = false;
    item.text = gisa_str_trim(item.text);
    if (item.text.n == 0) return GISA_OK;
    if (q->n == GISA_QUERY_ITEMS) {
        q->ignored++;
        return GISA_OK;
    }
    if (or_due && q->n > 0) {
        item.or_ = joins(&q->items[q->n - 1], &item);
        if (!item.or_) q->ignored++;
    }
    if (GISA_ARENA_GROW(&q->arena, q->items, q->n, p->cap) < 0) return gisa_fail_mem(err);
    q->items[q->n++] = item;
    if (!item.not_ && item.field <= GISA_FIELD_TITLE) q->n_words++;
    return GISA_OK;
}

/* The field whose name and colon begin here, or NULL; *after: where its value begins. */
static const struct field_name *field_here(const parser *p, size_t *after)
{
    size_t colon = gisa_str_find_byte(p->text, ':', p->at);
    if (colon == GISA_NPOS || colon + 1 >= p->text.n) return NULL;
    gisa_str name = gisa_str_cut(p->text, p->at, colon);
    for (size_t i = 0; i < sizeof field_names / sizeof *field_names; i++) {
        if (!gisa_str_eq_nocase(name, gisa_str_from(field_names[i].name))) continue;
        uint32_t cp;
        gisa_utf8_next(p->text, colon + 1, &cp);
        if (is_space(cp)) return NULL;
        *after = colon + 1;
        return &field_names[i];
    }
    return NULL;
}

static gisa_status take_item(parser *p, gisa_error *err)
{
    gisa_query_item item = {0};
    size_t start = p->at, after;
    uint32_t next = ' ';
    if (p->text.p[p->at] == '-' && p->at + 1 < p->text.n) gisa_utf8_next(p->text, p->at + 1, &next);
    if (!is_space(next)) {
        item.not_ = true;
        p->at++;
    }
    const struct field_name *f = field_here(p, &after);
    if (f && f->field == GISA_FIELD_TEXT) { /* from: and to: */
        if (!item.not_) {
            p->at = after;
            return take_bound(p->q, gisa_str_from(f->name), read_word(p), err);
        }
    } else if (f) {
        item.field = f->field;
        p->at = after;
    }
    if (p->at < p->text.n && p->text.p[p->at] == '"') {
        p->at++;
        item.phrase = true;
        item.text = read_phrase(p);
        return put_item(p, item, err);
    }
    item.text = read_word(p);
    if (gisa_str_eq(gisa_str_cut(p->text, start, p->at), GISA_STR("OR"))) {
        p->or_due = true;
        return GISA_OK;
    }
    return put_item(p, item, err);
}

/* Full-width letters and digits in the form that texts have; marks stay as they are. */
static uint32_t half_width(uint32_t cp)
{
    uint32_t half = gisa_half_width(cp);
    return gisa_is_letter(half) ? half : cp;
}

/* Copies the text as valid UTF-8, at most GISA_QUERY_BYTES of it, NUL and control bytes as
 * spaces. */
static gisa_status copy_text(gisa_str text, gisa_query *q, gisa_error *err)
{
    gisa_buf clean = {0};
    size_t i = 0;
    while (i < text.n && clean.n < GISA_QUERY_BYTES) {
        uint32_t cp;
        i += gisa_utf8_next(text, i, &cp);
        gisa_buf_add_cp(&clean, cp < ' ' || cp == 0x7F ? ' ' : half_width(cp));
    }
    if (i < text.n) q->ignored++;
    gisa_status st = gisa_buf_check(&clean, "a query", err);
    if (st == GISA_OK && gisa_arena_copy(&q->arena, gisa_buf_view(&clean), &q->text) < 0)
        st = gisa_fail_mem(err);
    gisa_buf_clear(&clean);
    return st;
}

gisa_status gisa_query_parse(gisa_str text, gisa_query *out, gisa_error *err)
{
    gisa_query_clear(out);
    gisa_status st = copy_text(text, out, err);
    parser p = {.q = out, .text = out->text};
    while (st == GISA_OK) {
        skip_space(&p);
        if (p.at >= p.text.n) break;
        st = take_item(&p, err);
    }
    bool empty = out->n == 0 && !out->days.has_from && !out->days.has_to;
    if (st == GISA_OK && empty && gisa_str_trim(out->text).n)
        st = gisa_fail(err, GISA_EINVAL,
                       "the query %.*s has nothing to look for; OR goes between two words, and"
                       " \" before and after a phrase",
                       GISA_ARG(gisa_utf8_clip(gisa_str_trim(text), 40)));
    if (st < 0) gisa_query_clear(out);
    return st;
}

void gisa_query_clear(gisa_query *q)
{
    gisa_arena_clear(&q->arena);
    *q = (gisa_query){0};
}
