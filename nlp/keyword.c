/* Candidates are the names, and runs of nouns that come together in the text (전력 수요 is two,
 * 전력수요 one); the same form counts once. */
#include "nlp/keyword.h"

#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/utf8.h"

/* What a place or a name counts (tests/bench/keywords.py). */
#define TITLE_WEIGHT 1.5
#define LEAD_WEIGHT  1.5
#define NAME_WEIGHT  1.3
#define LEAD         2 /* sentences */

typedef struct candidate {
    gisa_str form;
    uint32_t count;
    bool in_title, in_lead, is_name;
} candidate;

typedef struct collector {
    gisa_str text;
    size_t body, lead; /* where the body begins and its first sentences end */
    gisa_arena *arena;
    gisa_map seen; /* form to candidate */
    candidate *items;
    size_t n, cap;
} collector;

static gisa_status add_candidate(collector *c, gisa_span span, bool is_name)
{
    gisa_str form = gisa_span_text(span, c->text);
    uint64_t *slot;
    bool added;
    if (gisa_utf8_chars(form) < 2) return GISA_OK;
    if (gisa_map_put(&c->seen, form, &slot, &added) < 0) return GISA_ENOMEM;
    if (added) {
        if (GISA_ARENA_GROW(c->arena, c->items, c->n, c->cap) < 0) return GISA_ENOMEM;
        *slot = c->n;
        c->items[c->n++] = (candidate){.form = form};
    }
    candidate *k = &c->items[*slot];
    k->count++;
    k->in_title = k->in_title || span.start < c->body;
    k->in_lead = k->in_lead || (span.start >= c->body && span.start < c->lead);
    k->is_name = k->is_name || is_name;
    return GISA_OK;
}

static bool is_noun(gisa_tag tag)
{
    return tag == GISA_TAG_NNG || tag == GISA_TAG_NNP || tag == GISA_TAG_SL || tag == GISA_TAG_SH ||
           tag == GISA_TAG_XSN || tag == GISA_TAG_XPN;
}

static bool is_named(const gisa_annotation *a, gisa_span span, size_t *from)
{
    while (*from < a->n_entities && a->entities[*from].span.end <= span.start) ++*from;
    return *from < a->n_entities && a->entities[*from].span.start < span.end;
}

static gisa_status collect(collector *c, const gisa_annotation *a)
{
    size_t from = 0;
    for (size_t i = 0; i < a->n_entities; i++) {
        gisa_entity_type t = a->entities[i].type;
        if (t == GISA_ENTITY_DT || t == GISA_ENTITY_TI || t == GISA_ENTITY_QT) continue;
        if (add_candidate(c, a->entities[i].span, true) < 0) return GISA_ENOMEM;
    }
    for (size_t i = 0; i < a->n_morphs;) {
        gisa_span run = a->morphs[i].span;
        if (!is_noun(a->morphs[i++].tag)) continue;
        while (i < a->n_morphs && is_noun(a->morphs[i].tag) && a->morphs[i].span.start == run.end)
            run.end = a->morphs[i++].span.end;
        if (!is_named(a, run, &from) && add_candidate(c, run, false) < 0) return GISA_ENOMEM;
    }
    return GISA_OK;
}

static double score(const candidate *c, const gisa_word_counts *counts)
{
    double s = 1 + log(c->count);
    if (counts && counts->articles) {
        uint64_t df = counts->count ? counts->count(counts->ctx, c->form) : 0;
        double idf = log(((double)counts->articles + 1) / ((double)df + 1));
        s *= idf > 0 ? idf : 0;
    }
    if (c->in_title) s *= TITLE_WEIGHT;
    if (c->in_lead) s *= LEAD_WEIGHT;
    if (c->is_name) s *= NAME_WEIGHT;
    return s;
}

/* qsort is not stable; equal scores go by place, which the views give. */
static int best_first(const void *x, const void *y)
{
    const gisa_keyword *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return (a->form.p > b->form.p) - (a->form.p < b->form.p);
}

gisa_status gisa_keywords_find(gisa_str text, size_t body, const gisa_annotation *a,
                               const gisa_word_counts *counts, size_t max, gisa_arena *arena,
                               gisa_keywords *out, gisa_error *err)
{
    collector c = {.text = text, .body = body, .arena = arena};
    gisa_status st = GISA_OK;
    for (size_t i = 0, n = 0; i < a->n_sentences && n < LEAD; i++) {
        if (a->sentences[i].span.start < body) continue;
        c.lead = a->sentences[i].span.end;
        n++;
    }
    *out = (gisa_keywords){0};
    if (collect(&c, a) < 0 ||
        !(out->items = gisa_arena_alloc(arena, (c.n + 1) * sizeof *out->items))) {
        st = gisa_fail_mem(err);
        goto done;
    }
    for (size_t i = 0; i < c.n; i++)
        out->items[out->n++] = (gisa_keyword){c.items[i].form, score(&c.items[i], counts),
                                              c.items[i].count};
    if (out->n > 1) qsort(out->items, out->n, sizeof *out->items, best_first);
    if (out->n > max) out->n = max;
done:
    gisa_map_clear(&c.seen);
    return st;
}
