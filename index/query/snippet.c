/* A sentence is a candidate when it contains a term of the query as a string; that is cheap. Only
 * the chosen sentence is analysed, so that exactly what matched is marked: the terms of the text
 * that are terms of the query. When no sentence contains a term as a string (열었다 for 열리다),
 * sentences are analysed one after another up to a limit. */
#include "index/query/snippet.h"

#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/query/sieve.h"
#include "index/store/store_handle.h"

enum {
    DEFAULT_CHARS = 160,
    ANALYSED_MAX = 12,     /* sentences that are analysed when no letters match */
    SENTENCES_MAX = 400,   /* of a body that are looked at */
    SENTENCE_BYTES = 8192, /* of a sentence that are analysed */
};

typedef struct wanted {
    gisa_str form;
    const gisa_unit *unit;
    bool lone;   /* a phrase of its own: a match wherever it occurs */
    bool across; /* of a phrase over the end of a sentence */
    size_t at;   /* where it is next in the body that is looked at; GISA_NPOS: nowhere */
} wanted;

struct gisa_snippets {
    gisa_store *s;
    const gisa_plan *p;
    wanted *items;
    size_t n;
    gisa_sieve sieve; /* of all the forms */
    gisa_terms terms;
    gisa_buf lower;
};

static void add_wanted(gisa_snippets *w, const gisa_unit *u)
{
    for (size_t i = 0; i < u->n + u->n_members; i++) {
        const gisa_unit_phrase *one = i < u->n ? &u->phrases[i] : &u->members[i - u->n];
        const gisa_phrase *phrase = &one->phrase;
        bool across = gisa_phrase_has(phrase, GISA_STR(GISA_FTS_BREAK));
        for (size_t k = 0; k < phrase->n; k++) {
            gisa_str form = phrase->terms[k].form;
            if (!gisa_str_is(form, GISA_FTS_BREAK)) gisa_sieve_put(&w->sieve, form);
            w->items[w->n++] = (wanted){form, u, phrase->n == 1, across, GISA_NPOS};
        }
    }
}

gisa_status gisa_snippets_open(gisa_store *s, const gisa_plan *p, gisa_snippets **out,
                               gisa_error *err)
{
    size_t n = 0;
    *out = NULL;
    for (size_t i = 0; i < p->n_units; i++) {
        const gisa_unit *u = &p->units[i];
        for (size_t k = 0; k < u->n; k++) n += u->phrases[k].phrase.n;
        for (size_t k = 0; k < u->n_members; k++) n += u->members[k].phrase.n;
    }
    gisa_snippets *w = gisa_calloc(1, sizeof *w);
    if (!w) return gisa_fail_mem(err);
    w->s = s;
    w->p = p;
    w->items = gisa_calloc(n + 1, sizeof *w->items);
    if (!w->items) {
        gisa_free(w);
        return gisa_fail_mem(err);
    }
    w->sieve.other = s->fts.tokenizer.own_lexicon != 0; /* what a user makes of a word is free */
    for (size_t i = 0; i < p->n_units; i++) {
        if (!p->units[i].not_) add_wanted(w, &p->units[i]);
    }
    *out = w;
    return GISA_OK;
}

void gisa_snippets_close(gisa_snippets *w)
{
    if (!w) return;
    gisa_free(w->items);
    gisa_terms_clear(&w->terms);
    gisa_buf_clear(&w->lower);
    gisa_free(w);
}

static const wanted *find_wanted(const gisa_snippets *w, gisa_str form, bool title)
{
    for (size_t i = 0; i < w->n; i++) {
        if (gisa_str_eq(w->items[i].form, form) && (title || !w->items[i].unit->title))
            return &w->items[i];
    }
    return NULL;
}

static gisa_status put_mark(gisa_arena *arena, gisa_span **marks, size_t *n, size_t *cap,
                            gisa_span span)
{
    if (*n && span.start <= (*marks)[*n - 1].end) { /* joined with the one before */
        gisa_span *last = &(*marks)[*n - 1];
        if (span.end > last->end) last->end = span.end;
        return GISA_OK;
    }
    if (GISA_ARENA_GROW(arena, *marks, *n, *cap) < 0) return GISA_ENOMEM;
    (*marks)[(*n)++] = span;
    return GISA_OK;
}

/* Whether a term of a longer phrase has a neighbour of the same phrase's unit nearby. */
static bool has_neighbour(const gisa_snippets *w, size_t i, const wanted *found, bool title)
{
    size_t from = i > 4 ? i - 4 : 0, to = i + 5 < w->terms.n ? i + 5 : w->terms.n;
    for (size_t k = i; k > from && !found->across; k--)
        if (w->terms.items[k].begins) from = k;
    for (size_t k = i + 1; k < to && !found->across; k++)
        if (w->terms.items[k].begins) to = k;
    for (size_t k = from; k < to; k++) {
        if (gisa_str_eq(w->terms.items[k].form, w->terms.items[i].form)) continue;
        const wanted *other = find_wanted(w, w->terms.items[k].form, title);
        if (other && other->unit == found->unit) return true;
    }
    return false;
}

/* Whether a form is what makes the unit another name: pro of o3-pro. */
static bool is_variant(const gisa_unit *u, gisa_str form)
{
    for (size_t i = 0; i < u->n_longer; i++) {
        const gisa_phrase *p = &u->longer[i];
        for (size_t k = p->n; k-- > 0;) {
            if (gisa_str_eq(p->terms[k].form, form)) return true;
            if (!p->terms[k].colocated) break;
        }
    }
    return false;
}

/* Whether the unit's name, of which the i-th term is a part, goes on to be another. */
static bool goes_on(const gisa_snippets *w, size_t i, const gisa_unit *u, bool title)
{
    uint32_t end = w->terms.items[i].end;
    for (size_t k = i + 1; k < w->terms.n && u->n_longer; k++) {
        const gisa_term *t = &w->terms.items[k];
        if (t->colocated || t->start < end) continue;
        if (t->start > end + 1) break;
        const wanted *part = find_wanted(w, t->form, title);
        if (!part || part->unit != u) return is_variant(u, t->form);
        end = t->end;
    }
    return false;
}

/* Whether a mark and the term at `start` are parted by no more than a blank or a hyphen, as the
 * words of a phrase are. */
static bool is_beside(gisa_str text, const gisa_span *mark, size_t start)
{
    return start == mark->end + 1u && (text.p[mark->end] == ' ' || text.p[mark->end] == '-');
}

gisa_status gisa_snippets_marks(gisa_snippets *w, gisa_str text, bool title, gisa_arena *arena,
                                gisa_span **marks, size_t *n, gisa_error *err)
{
    const gisa_unit *phrase = NULL; /* that the last mark is a part of */
    size_t cap = 0;
    *marks = NULL;
    *n = 0;
    if (w->n == 0 || !gisa_sieve_passes(&w->sieve, text)) return GISA_OK;
    gisa_status st = gisa_fts_terms(&w->s->fts, text, GISA_TOKENIZE_DOCUMENT, &w->terms, err);
    for (size_t i = 0; i < w->terms.n && st == GISA_OK; i++) {
        const gisa_term *t = &w->terms.items[i];
        const wanted *found = find_wanted(w, t->form, title);
        if (!found || (!found->lone && !has_neighbour(w, i, found, title))) continue;
        if (goes_on(w, i, found->unit, title)) continue;
        if (phrase == found->unit && !found->lone && *n &&
            is_beside(text, &(*marks)[*n - 1], t->start)) {
            (*marks)[*n - 1].end = (uint32_t)t->end; /* the phrase is one place */
            continue;
        }
        phrase = found->lone ? NULL : found->unit;
        if (put_mark(arena, marks, n, &cap, (gisa_span){t->start, t->end}) < 0)
            st = gisa_fail_mem(err);
    }
    return st;
}

gisa_status gisa_snippets_units(gisa_snippets *w, gisa_str text, bool title, gisa_arena *arena,
                                gisa_unit_place **places, size_t *n, gisa_error *err)
{
    size_t cap = 0;
    *places = NULL;
    *n = 0;
    if (w->n == 0 || !gisa_sieve_passes(&w->sieve, text)) return GISA_OK;
    gisa_status st = gisa_fts_terms(&w->s->fts, text, GISA_TOKENIZE_DOCUMENT, &w->terms, err);
    for (size_t i = 0; i < w->terms.n && st == GISA_OK; i++) {
        const gisa_term *t = &w->terms.items[i];
        for (size_t k = 0; k < w->n && st == GISA_OK; k++) {
            const wanted *found = &w->items[k];
            if (!gisa_str_eq(found->form, t->form) || (found->unit->title && !title)) continue;
            if (!found->lone && !has_neighbour(w, i, found, title)) continue;
            if (goes_on(w, i, found->unit, title)) continue;
            if (GISA_ARENA_GROW(arena, *places, *n, cap) < 0) return gisa_fail_mem(err);
            (*places)[(*n)++] = (gisa_unit_place){(size_t)(found->unit - w->p->units), t->start};
        }
    }
    return st;
}

size_t gisa_sentence_end(gisa_str text, size_t at)
{
    bool ended = false;
    while (at < text.n) {
        uint32_t cp;
        unsigned char lead = (unsigned char)text.p[at];
        if (lead >= 0xEA && lead <= 0xED) { /* a syllable: most of a text */
            ended = false;
            at += 3;
            continue;
        }
        size_t k = gisa_utf8_next(text, at, &cp);
        if (cp == '\n') return at;
        if (ended && cp == ' ') return at;
        if (gisa_is_stop(cp))
            ended = true;
        else if (!gisa_is_closing(cp) && cp != '"' && cp != '\'')
            ended = false;
        at += k;
    }
    return text.n;
}

static void put_lower(gisa_snippets *w, gisa_str text)
{
    gisa_buf_reset(&w->lower);
    gisa_buf_add(&w->lower, text);
    for (size_t i = 0; i < w->lower.n; i++) w->lower.p[i] = gisa_lower(w->lower.p[i]);
}

static size_t skip_blank(gisa_str text, size_t at)
{
    while (at < text.n && gisa_is_space(text.p[at])) at++;
    return at;
}

/* Whether a unit is a number with what it counts. */
static bool is_number(const gisa_unit *u)
{
    return gisa_is_digit(u->phrases[0].phrase.terms[0].form.p[0]);
}

/* Whether a sentence of the body in w->lower has a form. Sentences come one after another, so that
 * each form is looked for once in all of the body. */
static bool has_form(const gisa_snippets *w, wanted *t, gisa_span sentence)
{
    if (t->at < sentence.start)
        t->at = gisa_str_find(gisa_buf_view(&w->lower), t->form, sentence.start);
    return t->at < sentence.end && t->form.n <= sentence.end - t->at;
}

/* How much of the query's weight a sentence contains as strings. What a number counts alone (장 of
 * 5만 장) says nothing. */
static double letters_score(gisa_snippets *w, gisa_span sentence)
{
    const gisa_unit *counted = NULL;
    double score = 0;
    for (size_t i = 0; i < w->n; i++) {
        wanted *t = &w->items[i];
        if (t->unit == counted || t->unit->title) continue;
        if (is_number(t->unit) && !gisa_is_digit(t->form.p[0])) continue;
        if (!has_form(w, t, sentence)) continue;
        score += t->unit->idf + 0.01;
        counted = t->unit;
    }
    return score;
}

static gisa_span sentence_at(gisa_str body, size_t at)
{
    size_t from = skip_blank(body, at);
    return (gisa_span){(uint32_t)from, (uint32_t)gisa_sentence_end(body, from)};
}

/* The earliest sentence that contains most of the weight; false when none contains any. */
static bool best_by_letters(gisa_snippets *w, gisa_str body, gisa_span *out)
{
    double best = 0;
    size_t at = 0;
    put_lower(w, body);
    for (size_t i = 0; i < w->n; i++)
        w->items[i].at = gisa_str_find(gisa_buf_view(&w->lower), w->items[i].form, 0);
    for (size_t i = 0; i < SENTENCES_MAX && at < body.n; i++) {
        gisa_span s = sentence_at(body, at);
        double score = letters_score(w, s);
        if (score > best) {
            best = score;
            *out = s;
        }
        at = s.end;
    }
    return best > 0;
}

/* Whether a sentence may have what is wanted; a number, which may be written in many ways, is in
 * none without a digit or a unit of ten. */
static bool may_match(const gisa_snippets *w, gisa_str sentence)
{
    static const char *const units[] = {"만", "천", "억", "백", "조"};
    for (size_t i = 0; i < w->n; i++)
        if (!is_number(w->items[i].unit)) return true;
    for (size_t i = 0; i < sentence.n; i++)
        if (gisa_is_digit(sentence.p[i]) || (unsigned char)sentence.p[i] == 0xEF) return true;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (gisa_str_has(sentence, gisa_str_from(units[i]))) return true;
    return false;
}

static gisa_status best_by_terms(gisa_snippets *w, gisa_str body, gisa_arena *arena, gisa_span *out,
                                 gisa_error *err)
{
    size_t at = 0, analysed = 0;
    gisa_status st = GISA_OK;
    for (size_t i = 0; i < SENTENCES_MAX && at < body.n && st == GISA_OK && w->n; i++) {
        gisa_span s = sentence_at(body, at), *marks;
        size_t n;
        gisa_str text = gisa_utf8_clip(gisa_span_text(s, body), SENTENCE_BYTES);
        at = s.end;
        if (!may_match(w, text)) continue;
        if (analysed++ == ANALYSED_MAX) break;
        st = gisa_snippets_marks(w, text, false, arena, &marks, &n, err);
        if (st == GISA_OK && n > 0) {
            *out = s;
            return st;
        }
    }
    *out = sentence_at(body, 0);
    return st;
}

/* The part of a sentence that is analysed: all of it, or of a text without an end what is around
 * the first letters that match. */
static gisa_span analysed_part(gisa_snippets *w, gisa_str body, gisa_span s)
{
    gisa_str text = gisa_span_text(s, body);
    size_t first = GISA_NPOS;
    if (text.n <= SENTENCE_BYTES) return s;
    put_lower(w, text);
    for (size_t i = 0; i < w->n; i++) {
        size_t at = gisa_str_find(gisa_buf_view(&w->lower), w->items[i].form, 0);
        if (at < first) first = at;
    }
    size_t from = first == GISA_NPOS || first < SENTENCE_BYTES / 2 ? 0 : first - SENTENCE_BYTES / 2;
    from = gisa_utf8_clip(text, from).n;
    gisa_str part = gisa_utf8_clip(gisa_str_cut(text, from, text.n), SENTENCE_BYTES);
    return (gisa_span){s.start + (uint32_t)from, s.start + (uint32_t)(from + part.n)};
}

/* A window of at most `chars` characters of a longer sentence that shows its first marks. */
static gisa_status window(gisa_snippets *w, gisa_str body, size_t chars, gisa_arena *arena,
                          gisa_span *s, gisa_error *err)
{
    gisa_str text = gisa_span_text(*s, body);
    gisa_span part = analysed_part(w, body, *s), *marks;
    size_t n, n_chars = gisa_utf8_chars(text);
    gisa_status st = gisa_snippets_marks(w, gisa_span_text(part, body), false, arena, &marks, &n,
                                         err);
    if (st < 0) return st;
    uint32_t first = n ? part.start - s->start + marks[0].start : 0;
    size_t before = gisa_utf8_chars(gisa_str_cut(text, 0, first));
    size_t from = before > chars / 3 ? before - chars / 3 : 0;
    if (from + chars > n_chars) from = n_chars - chars;
    size_t start = gisa_utf8_offset(text, from);
    size_t end = start + gisa_utf8_offset(gisa_str_cut(text, start, text.n), chars);
    size_t space = gisa_str_find_byte(text, ' ', start); /* begin at a word */
    if (from > 0 && space != GISA_NPOS && space < first) start = space + 1;
    *s = (gisa_span){s->start + (uint32_t)start, s->start + (uint32_t)end};
    return GISA_OK;
}

/* Copies the span, with "…" where its sentence goes on and blanks for line ends. */
static gisa_status copy_out(gisa_str body, gisa_span s, bool cut_before, bool cut_after,
                            gisa_arena *arena, gisa_str *out, gisa_error *err)
{
    gisa_buf text = {0};
    if (cut_before) gisa_buf_add_c(&text, "…");
    gisa_buf_add(&text, gisa_span_text(s, body));
    if (cut_after) gisa_buf_add_c(&text, "…");
    gisa_status st = gisa_buf_check(&text, "a snippet", err);
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '\n' || text.p[i] == '\t') text.p[i] = ' ';
    }
    if (st == GISA_OK && gisa_arena_copy(arena, gisa_buf_view(&text), out) < 0)
        st = gisa_fail_mem(err);
    gisa_buf_clear(&text);
    return st;
}

gisa_status gisa_snippets_make(gisa_snippets *w, gisa_str body, size_t chars, gisa_arena *arena,
                               gisa_str *out, gisa_span **marks, size_t *n, gisa_error *err)
{
    gisa_span s = {0, 0};
    gisa_status st = GISA_OK;
    if (!chars) chars = DEFAULT_CHARS;
    *out = GISA_NONE;
    *marks = NULL;
    *n = 0;
    if (skip_blank(body, 0) >= body.n) return GISA_OK;
    if (!best_by_letters(w, body, &s)) st = best_by_terms(w, body, arena, &s, err);
    if (st < 0) return st;
    gisa_span cut = s;
    if (gisa_utf8_chars(gisa_span_text(s, body)) > chars)
        st = window(w, body, chars, arena, &cut, err);
    if (st < 0) return st;
    gisa_span next = sentence_at(body, s.end);
    size_t both = gisa_utf8_chars(gisa_str_cut(body, cut.start, next.end));
    if (cut.start == s.start && cut.end == s.end && both <= chars) cut.end = next.end;
    bool before = cut.start > s.start, after = cut.end < s.end;
    st = copy_out(body, cut, before, after, arena, out, err);
    if (st < 0) return st;
    size_t shift = before ? sizeof "…" - 1 : 0, end = out->n - (after ? sizeof "…" - 1 : 0);
    gisa_str shown = gisa_str_cut(*out, shift, end);
    st = gisa_snippets_marks(w, shown, false, arena, marks, n, err);
    for (size_t i = 0; i < *n; i++) {
        (*marks)[i].start += (uint32_t)shift;
        (*marks)[i].end += (uint32_t)shift;
    }
    return st;
}
