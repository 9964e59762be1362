/* The terms of the text are given their positions as the index gives them; a phrase is looked for
 * wherever its first term is. Of a body only the sentences are analysed that may have a term; all
 * of it, when these have none. */
#include "index/query/places.h"

#include <stdlib.h>

#include "base/hangul.h"
#include "base/letter.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "index/query/sieve.h"
#include "index/query/snippet.h"
#include "index/store/store_handle.h"

/* A phrase that begins with a term. */
typedef struct beginning {
    const gisa_unit *unit;
    const gisa_phrase *phrase;
    size_t next; /* of the same term, plus 1; 0: the last */
} beginning;

struct gisa_places {
    gisa_store *s;
    gisa_sieve sieve;
    gisa_word_filter filter;
    bool across;     /* a phrase may reach over a paragraph */
    gisa_map firsts; /* form to beginning + 1 */
    beginning *items;
    size_t n, cap;
    gisa_terms terms;
    size_t *at; /* by position: its first term; a break has the one after it */
    size_t n_at, cap_at;
    gisa_span *spans;
    size_t n_spans, cap_spans;
};

static gisa_status put_beginning(gisa_places *w, const gisa_unit *u, const gisa_phrase *phrase,
                                 gisa_str form, gisa_error *err)
{
    uint64_t *slot;
    if (GISA_GROW(w->items, w->n, w->cap) < 0 || gisa_map_put(&w->firsts, form, &slot, NULL) < 0)
        return gisa_fail_mem(err);
    w->items[w->n++] = (beginning){u, phrase, (size_t)*slot};
    *slot = w->n;
    return GISA_OK;
}

/* Every alternative of the first position begins the phrase. */
static gisa_status put_phrase(gisa_places *w, const gisa_unit *u, const gisa_phrase *phrase,
                              gisa_error *err)
{
    gisa_status st = GISA_OK;
    bool first = true;
    w->across = w->across || gisa_phrase_has(phrase, GISA_STR(GISA_FTS_BREAK));
    for (size_t i = 0; i < phrase->n && st == GISA_OK; i++) {
        gisa_str form = phrase->terms[i].form;
        first = first && (i == 0 || phrase->terms[i].colocated);
        gisa_sieve_put(&w->sieve, form);
        if (first) st = put_beginning(w, u, phrase, form, err);
    }
    return st;
}

gisa_status gisa_places_open(gisa_store *s, const gisa_plan *p, gisa_places **out, gisa_error *err)
{
    gisa_status st = GISA_OK;
    gisa_places *w = gisa_calloc(1, sizeof *w);
    *out = NULL;
    if (!w) return gisa_fail_mem(err);
    w->s = s;
    w->filter = gisa_sieve_filter(&w->sieve);
    w->sieve.other = s->fts.tokenizer.own_lexicon != 0; /* what a user makes of a word is free */
    for (size_t i = 0; i < p->n_units && st == GISA_OK; i++) {
        const gisa_unit *u = &p->units[i];
        for (size_t k = 0; k < u->n && !u->not_ && st == GISA_OK; k++)
            st = put_phrase(w, u, &u->phrases[k].phrase, err);
        for (size_t k = 0; k < u->n_members && !u->not_ && st == GISA_OK; k++)
            st = put_phrase(w, u, &u->members[k].phrase, err);
        for (size_t k = 0; k < u->n_longer; k++)
            for (size_t m = 0; m < u->longer[k].n; m++)
                gisa_sieve_put(&w->sieve, u->longer[k].terms[m].form);
    }
    if (st == GISA_OK)
        *out = w;
    else
        gisa_places_close(w);
    return st;
}

void gisa_places_close(gisa_places *w)
{
    if (!w) return;
    gisa_map_clear(&w->firsts);
    gisa_terms_clear(&w->terms);
    gisa_free(w->items);
    gisa_free(w->at);
    gisa_free(w->spans);
    gisa_free(w);
}

static bool is_break(const gisa_places *w, size_t position)
{
    return position + 1 < w->n_at && w->at[position] == w->at[position + 1];
}

static gisa_status put_position(gisa_places *w, size_t term, gisa_error *err)
{
    if (GISA_GROW(w->at, w->n_at, w->cap_at) < 0) return gisa_fail_mem(err);
    w->at[w->n_at++] = term;
    return GISA_OK;
}

static gisa_status list_positions(gisa_places *w, gisa_error *err)
{
    gisa_status st = GISA_OK;
    w->n_at = 0;
    for (size_t i = 0; i < w->terms.n && st == GISA_OK; i++) {
        const gisa_term *t = &w->terms.items[i];
        if (t->colocated && i > 0) continue;
        if (t->begins) st = put_position(w, i, err);
        if (st == GISA_OK) st = put_position(w, i, err);
    }
    return st;
}

/* The end of the term of a form at a position; 0: it has none. */
static uint32_t end_at(const gisa_places *w, gisa_str text, size_t position, gisa_str form)
{
    if (position >= w->n_at) return 0;
    size_t first = w->at[position];
    if (is_break(w, position))
        return gisa_str_is(form, GISA_FTS_BREAK) ? w->terms.items[first].start : 0;
    for (size_t i = first; i < w->terms.n && (i == first || w->terms.items[i].colocated); i++) {
        const gisa_term *t = &w->terms.items[i];
        if (gisa_str_eq(t->form, form) && !gisa_fts_is_across(t, text)) return t->end;
    }
    return 0;
}

/* The end of a phrase that may begin at a position; 0: it does not. */
static uint32_t phrase_end(const gisa_places *w, gisa_str text, size_t position,
                           const gisa_phrase *phrase)
{
    uint32_t end = 0;
    for (size_t i = 0; i < phrase->n; position++) {
        uint32_t found = 0;
        do {
            uint32_t one = end_at(w, text, position, phrase->terms[i].form);
            if (one > found) found = one;
            i++;
        } while (i < phrase->n && phrase->terms[i].colocated);
        if (!found) return 0;
        end = found;
    }
    return end;
}

/* Whether a longer phrase of the unit, which is another name, begins at a position. */
static bool begins_longer(const gisa_places *w, gisa_str text, size_t position, const gisa_unit *u)
{
    for (size_t i = 0; i < u->n_longer; i++)
        if (phrase_end(w, text, position, &u->longer[i])) return true;
    return false;
}

/* base: where the text begins in what it is a part of. */
static gisa_status find_at(gisa_places *w, gisa_str text, size_t base, size_t position, bool title,
                           gisa_error *err)
{
    size_t first = w->at[position];
    if (is_break(w, position)) return GISA_OK;
    for (size_t i = first; i < w->terms.n && (i == first || w->terms.items[i].colocated); i++) {
        const gisa_term *t = &w->terms.items[i];
        const uint64_t *slot = gisa_map_find(&w->firsts, t->form);
        for (size_t k = slot ? (size_t)*slot : 0; k > 0; k = w->items[k - 1].next) {
            const beginning *b = &w->items[k - 1];
            uint32_t end = title || !b->unit->title ? phrase_end(w, text, position, b->phrase) : 0;
            if (!end || gisa_fts_is_across(t, text) || begins_longer(w, text, position, b->unit))
                continue;
            if (GISA_GROW(w->spans, w->n_spans, w->cap_spans) < 0) return gisa_fail_mem(err);
            w->spans[w->n_spans++] = (gisa_span){(uint32_t)base + t->start, (uint32_t)base + end};
        }
    }
    return GISA_OK;
}

/* The places of a part of a text. */
static gisa_status find_in(gisa_places *w, gisa_str text, size_t from, size_t to, bool title,
                           gisa_error *err)
{
    gisa_str part = gisa_str_cut(text, from, to);
    gisa_status st = gisa_fts_terms_of(&w->s->fts, part, &w->filter, &w->terms, err);
    if (st == GISA_OK) st = list_positions(w, err);
    for (size_t i = 0; i < w->n_at && st == GISA_OK; i++)
        st = find_at(w, part, from, i, title, err);
    return st;
}

/* Whether the sentence that ends at `end` surely does: not with an abbreviation or a number. */
static bool ends_surely(gisa_str text, size_t from, size_t end)
{
    uint32_t cp = 0;
    while (end > from) {
        end = gisa_utf8_clip(text, end - 1).n;
        gisa_utf8_next(text, end, &cp);
        if (!gisa_is_stop(cp) && !gisa_is_closing(cp) && cp != '"' && cp != '\'') break;
    }
    return gisa_is_hangul(cp);
}

/* The end of the stretch of sentences that begins at a byte; a line's end always is one. */
static size_t stretch_end(gisa_str text, size_t from)
{
    size_t end = gisa_sentence_end(text, from);
    while (end < text.n && text.p[end] != '\n' && !ends_surely(text, from, end))
        end = gisa_sentence_end(text, end + 1);
    return end;
}

/* The places of the sentences that may have some. Those of a paragraph that are side by side are
 * analysed as one, as a phrase may reach across what only looks like an end. */
static gisa_status find_in_sentences(gisa_places *w, gisa_str text, gisa_error *err)
{
    gisa_status st = GISA_OK;
    size_t from = 0;
    for (size_t at = 0, end; at < text.n && st == GISA_OK; at = end + 1) {
        end = stretch_end(text, at);
        bool passes = gisa_sieve_passes(&w->sieve, gisa_str_cut(text, at, end));
        bool last = end == text.n || text.p[end] == '\n';
        if (at > from && !passes) st = find_in(w, text, from, at - 1, false, err);
        if (st == GISA_OK && passes && last) st = find_in(w, text, from, end, false, err);
        if (!passes || last) from = end + 1;
    }
    return st;
}

static int by_place(const void *a, const void *b)
{
    const gisa_span *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    return x->end < y->end ? -1 : x->end > y->end;
}

/* Those that overlap are one; in code points. */
static gisa_status put_spans(gisa_places *w, gisa_str text, bool title, gisa_arena *arena,
                             gisa_hit_match **out, size_t *n, size_t *cap, gisa_error *err)
{
    size_t bytes = 0, chars = 0;
    for (size_t i = 0; i < w->n_spans; i++) {
        gisa_span span = w->spans[i];
        while (i + 1 < w->n_spans && w->spans[i + 1].start < span.end) {
            i++;
            if (w->spans[i].end > span.end) span.end = w->spans[i].end;
        }
        if (GISA_ARENA_GROW(arena, *out, *n, *cap) < 0) return gisa_fail_mem(err);
        gisa_hit_match *m = &(*out)[(*n)++];
        chars += gisa_utf8_chars(gisa_str_cut(text, bytes, span.start));
        m->title = title;
        m->start = (uint32_t)chars;
        chars += gisa_utf8_chars(gisa_span_text(span, text));
        m->end = (uint32_t)chars;
        bytes = span.end;
    }
    return GISA_OK;
}

gisa_status gisa_places_find(gisa_places *w, gisa_str text, bool title, gisa_arena *arena,
                             gisa_hit_match **out, size_t *n, size_t *cap, gisa_error *err)
{
    gisa_status st = GISA_OK;
    bool whole = title || w->across;
    if (!w->n || !text.n) return st;
    w->n_spans = 0;
    if (!whole) st = find_in_sentences(w, text, err);
    if (st == GISA_OK && !w->n_spans && (whole || *n == 0))
        st = find_in(w, text, 0, text.n, title, err);
    if (st < 0 || !w->n_spans) return st;
    qsort(w->spans, w->n_spans, sizeof *w->spans, by_place);
    return put_spans(w, text, title, arena, out, n, cap, err);
}
