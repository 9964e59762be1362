#include "index/query/query.h"

#include "base/buf.h"
#include "base/compose.h"
#include "base/distance.h"
#include "base/letter.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "index/query/group.h"
#include "index/query/query_note.h"

/* A group under way. */
typedef struct frame {
    uint32_t node, last;    /* last: the node that the next follows */
    size_t at;              /* where it was opened */
    gisa_query_field field; /* of items that have none of their own */
    bool and_, or_;         /* were typed in it */
} frame;

typedef struct parser {
    gisa_query *q;
    gisa_str text;
    size_t at;
    size_t cap;
    frame frames[GISA_QUERY_DEPTH + 1];
    size_t depth;
    uint32_t run;
    bool or_due;  /* an OR precedes the next item */
    bool not_due; /* a NOT does */
    bool opened;  /* there was a group */
} parser;

static const struct field_name {
    const char *name;
    gisa_query_field field;
} field_names[] = {
    {"title", GISA_FIELD_TITLE},   {"outlet", GISA_FIELD_OUTLET}, {"author", GISA_FIELD_AUTHOR},
    {"entity", GISA_FIELD_ENTITY}, {"from", GISA_FIELD_TEXT},     {"to", GISA_FIELD_TEXT},
};

enum { N_FIELDS = sizeof field_names / sizeof *field_names };

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

/* In a group a word ends before the parenthesis that closes it. */
static gisa_str read_word(parser *p)
{
    size_t start = p->at, open = 0;
    while (p->at < p->text.n) {
        uint32_t cp;
        size_t k = gisa_utf8_next(p->text, p->at, &cp);
        if (is_space(cp) || (cp == ')' && p->depth && !open)) break;
        open += cp == '(';
        open -= cp == ')' && open;
        p->at += k;
    }
    return gisa_str_cut(p->text, start, p->at);
}

void gisa_days_narrow(gisa_days *days, const gisa_days *also)
{
    if (also->has_from && (!days->has_from || also->from > days->from)) days->from = also->from;
    if (also->has_to && (!days->has_to || also->to < days->to)) days->to = also->to;
    days->has_from = days->has_from || also->has_from;
    days->has_to = days->has_to || also->has_to;
}

/* The days at p->at: the most words, up to three, that are a date together (지난 주, 2025년 2월
 * 3일). p->at moves past them. */
static bool read_days(parser *p, int64_t *first, int64_t *last)
{
    enum { WORDS = 3 };
    size_t start = p->at, end[WORDS], n = 0;
    for (; n < WORDS && p->at < p->text.n; n++) {
        read_word(p);
        end[n] = p->at;
        skip_space(p);
    }
    while (n > 0) {
        p->at = end[--n];
        if (gisa_day_range_parse(gisa_str_cut(p->text, start, p->at), first, last)) return true;
    }
    return false;
}

static gisa_status take_bound(parser *p, gisa_str name, gisa_error *err)
{
    gisa_days days = {0};
    size_t start = p->at;
    int64_t first, last;
    bool quoted = p->text.p[p->at] == '"', good;
    if (quoted) {
        p->at++;
        good = gisa_day_range_parse(read_phrase(p), &first, &last);
    } else {
        good = read_days(p, &first, &last);
    }
    if (!good) {
        gisa_str typed = gisa_str_cut(p->text, start, p->at);
        return gisa_fail(err, GISA_EINVAL,
                         "%.*s:%.*s is no date; a year, month, week or day is wanted, as in"
                         " %.*s:2025-02-03, %.*s:7d or %.*s:yesterday",
                         GISA_ARG(name), GISA_ARG(gisa_utf8_clip(typed, 40)), GISA_ARG(name),
                         GISA_ARG(name), GISA_ARG(name));
    }
    days.has_from = gisa_str_eq_nocase(name, GISA_STR("from"));
    days.has_to = !days.has_from;
    days.from = first;
    days.to = last;
    gisa_days_narrow(&p->q->days, &days);
    return GISA_OK;
}

/* Appends a node to the group under way, joined to the one before by an OR that is due. */
static gisa_status put_node(parser *p, gisa_query_node node, gisa_error *err)
{
    gisa_query *q = p->q;
    frame *f = &p->frames[p->depth];
    bool or_due = p->or_due && f->last;
    p->or_due = false;
    if (or_due) {
        const gisa_query_node *before = &q->nodes[f->last];
        node.or_ = true;
        if (before->item != GISA_QUERY_GROUP) q->items[before->item].run = ++p->run;
        if (node.item != GISA_QUERY_GROUP) q->items[node.item].run = ++p->run;
        p->run++;
    }
    if (gisa_group_put(q, f->node, f->last, node, &f->last) < 0) return gisa_fail_mem(err);
    return GISA_OK;
}

/* Refuses what no article has and what would take long to read: a page that was pasted without its
 * blanks, letters from a key that stuck. */
static gisa_status check_length(gisa_str text, gisa_error *err)
{
    for (size_t from = 0; from < text.n;) {
        size_t to = from;
        while (to < text.n && !gisa_is_space(text.p[to])) to++;
        gisa_str word = gisa_str_cut(text, from, to);
        size_t n = word.n > GISA_QUERY_WORD ? gisa_utf8_chars(word) : 0;
        if (n > GISA_QUERY_WORD)
            return gisa_fail(err, GISA_EINVAL,
                             "%.*s… is a word of %zu characters; a word of a query has %d at most",
                             GISA_ARG(gisa_utf8_clip(word, 30)), n, GISA_QUERY_WORD);
        from = to + 1;
    }
    return GISA_OK;
}

static gisa_status put_item(parser *p, gisa_query_item item, gisa_error *err)
{
    gisa_query *q = p->q;
    item.text = gisa_str_trim(item.text);
    if (item.text.n == 0 || q->n == GISA_QUERY_ITEMS) {
        p->or_due = false;
        q->ignored++;
        return GISA_OK;
    }
    item.run = p->run;
    gisa_status st = check_length(item.text, err);
    if (st < 0) return st;
    if (GISA_ARENA_GROW(&q->arena, q->items, q->n, p->cap) < 0) return gisa_fail_mem(err);
    q->items[q->n++] = item;
    return put_node(p, (gisa_query_node){.item = (uint32_t)q->n - 1, .not_ = item.not_}, err);
}

/* The number of the character at a byte, from 1. */
static size_t character(const parser *p, size_t at)
{
    return gisa_utf8_chars(gisa_str_cut(p->text, 0, at)) + 1;
}

/* Whether the parenthesis at p->at opens a group; else it is a part of its word. */
static bool opens(const parser *p)
{
    size_t open = 0;
    uint32_t cp;
    if (p->at >= p->text.n || p->text.p[p->at] != '(') return false;
    for (size_t i = p->at; i < p->text.n;) {
        i += gisa_utf8_next(p->text, i, &cp);
        if (is_space(cp)) return true;
        if (cp == '"') {
            size_t end = gisa_str_find_byte(p->text, '"', i);
            if (end == GISA_NPOS) return true;
            i = end + 1;
            continue;
        }
        open += cp == '(';
        open -= cp == ')';
        if (open) continue;
        if (i < p->text.n) gisa_utf8_next(p->text, i, &cp);
        return i == p->text.n || is_space(cp) || (cp == ')' && p->depth);
    }
    return true;
}

static gisa_status open_group(parser *p, const gisa_query_item *how, gisa_error *err)
{
    if (p->depth == GISA_QUERY_DEPTH)
        return gisa_fail(err, GISA_EINVAL, "the ( at character %zu is more than %d deep in others",
                         character(p, p->at), GISA_QUERY_DEPTH);
    gisa_status st = put_node(p, (gisa_query_node){.item = GISA_QUERY_GROUP, .not_ = how->not_},
                              err);
    if (st < 0) return st;
    uint32_t node = p->frames[p->depth].last;
    p->frames[++p->depth] = (frame){.node = node, .at = p->at, .field = how->field};
    p->opened = true;
    p->run++;
    p->at++;
    return GISA_OK;
}

/* What is due at its end is due to nothing. */
static void close_group(parser *p)
{
    p->depth--;
    p->or_due = p->not_due = false;
    p->run++;
    p->at++;
}

/* The name before a colon at p->at, when it is made of letters as those of filters are. */
static gisa_str name_here(const parser *p)
{
    size_t n = 0;
    while (p->at + n < p->text.n && gisa_is_alpha(p->text.p[p->at + n])) n++;
    if (n < 2 || p->at + n == p->text.n || p->text.p[p->at + n] != ':') return GISA_NONE;
    return gisa_str_cut(p->text, p->at, p->at + n);
}

/* Whether blanks or the end are at byte `at`. */
static bool is_end(const parser *p, size_t at)
{
    uint32_t cp = ' ';
    if (at < p->text.n) gisa_utf8_next(p->text, at, &cp);
    return is_space(cp);
}

static const struct field_name *find_field(gisa_str name)
{
    for (size_t i = 0; i < N_FIELDS; i++)
        if (gisa_str_eq_nocase(name, gisa_str_from(field_names[i].name))) return &field_names[i];
    return NULL;
}

/* The filter that was perhaps meant: what other search tools call so, or the nearest name. A short
 * name is near to too much. */
static const char *meant_field(gisa_str name)
{
    enum { LETTERS = 16, SHORTEST = 4, MANY = 6 };
    const gisa_wordlist_item *other = gisa_wordlist_find_nocase(&gisa_list_other_filters, name);
    uint32_t typed[LETTERS], known[LETTERS];
    if (other) return other->value.p;
    for (size_t i = 0; i < name.n && i < LETTERS; i++)
        typed[i] = (unsigned char)gisa_lower(name.p[i]);
    for (size_t i = 0; i < N_FIELDS && name.n < LETTERS; i++) {
        gisa_str field = gisa_str_from(field_names[i].name);
        size_t limit = field.n >= MANY ? 2 : 1;
        for (size_t k = 0; k < field.n; k++) known[k] = (unsigned char)field.p[k];
        if (field.n >= SHORTEST && gisa_distance(typed, name.n, known, field.n, limit) <= limit)
            return field_names[i].name;
    }
    return NULL;
}

/* A name with a colon that is no filter: refused when a filter was perhaps meant, else data that is
 * noted. An address is data. */
static gisa_status check_name(parser *p, gisa_str name, gisa_error *err)
{
    size_t after = p->at + name.n + 1;
    if (is_end(p, after) || p->text.p[after] == '/') return GISA_OK;
    const char *meant = meant_field(name);
    if (!meant) {
        if (!p->q->no_filter.n) p->q->no_filter = name;
        return GISA_OK;
    }
    return gisa_fail(err, GISA_EINVAL,
                     "%.*s: is no filter; did you mean %s:? In quotation marks it is text",
                     GISA_ARG(name), meant);
}

static gisa_status need_value(const parser *p, gisa_str name, size_t at, gisa_error *err)
{
    bool quoted = at < p->text.n && p->text.p[at] == '"';
    if (quoted) {
        size_t end = gisa_str_find_byte(p->text, '"', at + 1);
        gisa_str phrase = gisa_str_cut(p->text, at + 1, end == GISA_NPOS ? p->text.n : end);
        if (gisa_str_trim(phrase).n) return GISA_OK;
    } else if (!is_end(p, at)) {
        return GISA_OK;
    }
    return gisa_fail(err, GISA_EINVAL,
                     "%.*s: has nothing after it; what it filters by follows without a blank",
                     GISA_ARG(name));
}

/* AND, OR and NOT in capitals; AND says what words side by side say anyway. */
static bool take_operator(parser *p, gisa_str word)
{
    frame *f = &p->frames[p->depth];
    if (gisa_str_eq(word, GISA_STR("OR")))
        p->or_due = f->or_ = true;
    else if (gisa_str_eq(word, GISA_STR("NOT")))
        p->not_due = true;
    else if (gisa_str_eq(word, GISA_STR("AND")))
        f->and_ = true;
    else
        return false;
    return true;
}

/* A word, or an operator. */
static gisa_status take_word(parser *p, size_t start, gisa_query_item *item, gisa_error *err)
{
    item->text = read_word(p);
    if (take_operator(p, gisa_str_cut(p->text, start, p->at))) {
        const frame *f = &p->frames[p->depth];
        return f->and_ && f->or_ ? gisa_query_note_order(p->q, err) : GISA_OK;
    }
    if (item->field <= GISA_FIELD_TITLE) {
        gisa_status st = gisa_query_note_word(p->q, item->text, err);
        if (st < 0) return st;
        item->prefix = gisa_query_is_prefix(item->text);
        if (item->prefix) item->text.n--;
    }
    return put_item(p, *item, err);
}

/* Takes a star that is all there is after a phrase. */
static bool take_star(parser *p)
{
    gisa_str after = gisa_str_cut(p->text, p->at, p->text.n);
    uint32_t next = ' ';
    if (!after.n || after.p[0] != '*') return false;
    if (after.n > 1) gisa_utf8_next(after, 1, &next);
    if (!is_space(next) && next != ')') return false;
    p->at++;
    return true;
}

static gisa_status take_item(parser *p, gisa_error *err)
{
    gisa_query_item item = {.not_ = p->not_due};
    size_t start = p->at;
    uint32_t next = ' ';
    p->not_due = false;
    if (p->text.p[p->at] == '-' && p->at + 1 < p->text.n) gisa_utf8_next(p->text, p->at + 1, &next);
    if (!is_space(next)) {
        item.not_ = true;
        p->at++;
    }
    gisa_str name = name_here(p);
    const struct field_name *f = find_field(name);
    gisa_status st = f        ? need_value(p, name, p->at + name.n + 1, err)
                     : name.n ? check_name(p, name, err)
                              : GISA_OK;
    if (st < 0) return st;
    bool bound = f && f->field == GISA_FIELD_TEXT; /* from: and to: */
    if (bound && !item.not_ && p->depth)
        return gisa_fail(err, GISA_EINVAL,
                         "%s: is of the whole query; it goes outside of the parentheses", f->name);
    if (f && !(bound && item.not_)) p->at += name.n + 1;
    if (bound && !item.not_) return take_bound(p, gisa_str_from(f->name), err);
    item.field = f && !bound ? f->field : p->frames[p->depth].field;
    if (opens(p)) return open_group(p, &item, err);
    if (p->at < p->text.n && p->text.p[p->at] == '"') {
        p->at++;
        item.phrase = true;
        item.text = read_phrase(p);
        if (take_star(p) && (st = gisa_query_note_phrase_star(p->q, item.text, err)) < 0) return st;
        return put_item(p, item, err);
    }
    return take_word(p, start, &item, err);
}

/* Parses the items of all groups. */
static gisa_status take_items(parser *p, gisa_error *err)
{
    gisa_query *q = p->q;
    uint32_t root;
    if (gisa_group_put(q, 0, 0, (gisa_query_node){.item = GISA_QUERY_GROUP}, &root) < 0)
        return gisa_fail_mem(err);
    for (gisa_status st = GISA_OK; skip_space(p), p->at < p->text.n;) {
        bool close = p->text.p[p->at] == ')';
        if (close && p->opened && !p->depth)
            return gisa_fail(err, GISA_EINVAL, "the ) at character %zu closes nothing",
                             character(p, p->at));
        if (close && p->depth)
            close_group(p);
        else
            st = take_item(p, err);
        if (st < 0) return st;
    }
    if (p->depth)
        return gisa_fail(err, GISA_EINVAL,
                         "the ( at character %zu is not closed; in quotation marks it is text",
                         character(p, p->frames[p->depth].at));
    gisa_group_settle(q);
    return GISA_OK;
}

/* Full-width letters and digits in the form that texts have; marks stay as they are. */
static uint32_t half_width(uint32_t cp)
{
    uint32_t half = gisa_half_width(cp);
    return gisa_is_letter(half) ? half : cp;
}

/* Copies the text as valid UTF-8 in composed letters, at most GISA_QUERY_BYTES of it, NUL and
 * control bytes as spaces. */
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
    gisa_buf composed = {0};
    gisa_status st = gisa_buf_check(&clean, "a query", err);
    if (st == GISA_OK) st = gisa_compose(gisa_buf_view(&clean), &composed, err);
    if (st == GISA_OK && gisa_arena_copy(&q->arena, gisa_buf_view(&composed), &q->text) < 0)
        st = gisa_fail_mem(err);
    gisa_buf_clear(&composed);
    gisa_buf_clear(&clean);
    return st;
}

static gisa_status check_days(const gisa_days *d, gisa_error *err)
{
    char from[GISA_PERIOD_CHARS], to[GISA_PERIOD_CHARS];
    if (!d->has_from || !d->has_to || d->from <= d->to) return GISA_OK;
    gisa_period_format(GISA_PERIOD_DAY, d->from, from);
    gisa_period_format(GISA_PERIOD_DAY, d->to, to);
    return gisa_fail(err, GISA_EINVAL, "from: %s is after to: %s; nothing can be between them",
                     from, to);
}

gisa_status gisa_query_parse(gisa_str text, gisa_query *out, gisa_error *err)
{
    gisa_query_clear(out);
    gisa_status st = copy_text(text, out, err);
    parser p = {.q = out, .text = out->text};
    if (st == GISA_OK) st = take_items(&p, err);
    if (st == GISA_OK) st = check_days(&out->days, err);
    bool empty = out->n == 0 && !out->days.has_from && !out->days.has_to;
    if (st == GISA_OK && empty && gisa_str_trim(out->text).n)
        st = gisa_fail(err, GISA_EINVAL,
                       "the query %.*s has nothing to look for; OR goes between two words, and"
                       " \" before and after a phrase",
                       GISA_ARG(gisa_utf8_clip(gisa_str_trim(text), 40)));
    if (st < 0) gisa_query_clear(out);
    return st;
}

gisa_status gisa_query_days(gisa_str query, const gisa_days *also, gisa_days *out, gisa_error *err)
{
    gisa_query q = {0};
    gisa_status st = gisa_query_parse(query, &q, err);
    *out = q.days;
    gisa_query_clear(&q);
    if (st < 0) return st;
    gisa_days_narrow(out, also);
    return check_days(out, err);
}

size_t gisa_query_length(const gisa_query *q)
{
    size_t n = q->n_words;
    for (size_t i = 0; i < q->n; i++) {
        gisa_str text = gisa_str_trim(q->items[i].text);
        if (!q->items[i].phrase || q->items[i].not_) continue;
        for (size_t k = 1; k < text.n; k++)
            n += gisa_is_space(text.p[k]) && !gisa_is_space(text.p[k - 1]);
    }
    return n;
}

void gisa_query_clear(gisa_query *q)
{
    gisa_arena_clear(&q->arena);
    *q = (gisa_query){0};
}
