/* What is wanted are clauses: a word or several that OR joins, and each entity:. A sentence has a
 * set of them, one bit each. */
#include "index/query/about.h"

#include "base/mem.h"
#include "index/query/snippet.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"

enum { CLAUSES_MAX = 64 /* more are one with the last */ };

typedef struct sentence {
    gisa_span span;
    uint64_t has; /* clauses */
    bool begins;  /* its paragraph */
    bool named;   /* somebody or something */
    bool about, carried;
} sentence;

struct gisa_about {
    gisa_plan plan;
    gisa_snippets *snippets;
    uint64_t *clauses;     /* of each unit of the plan */
    uint64_t *entities;    /* of each item of the query */
    gisa_spellings *names; /* of each entity: item */
    uint64_t all;
    gisa_arena arena; /* of one article */
    sentence *sentences;
    size_t n;
};

static uint64_t next_clause(const gisa_about *w)
{
    uint64_t next = w->all + 1; /* the bits are used from the lowest */
    return next ? next : (uint64_t)1 << (CLAUSES_MAX - 1);
}

/* Numbers the clauses of words, then those of entities. Of a query with groups one will do. */
static void number_clauses(gisa_about *w)
{
    uint64_t clause = 0;
    bool grouped = w->plan.query.grouped;
    for (size_t i = 0; i < w->plan.n_units; i++) {
        const gisa_unit *u = &w->plan.units[i];
        if (u->not_ || !u->n) continue;
        if (!clause || (!u->or_ && !grouped)) clause = next_clause(w);
        w->clauses[i] = clause;
        w->all |= clause;
    }
    if (!grouped) clause = 0;
    for (size_t i = 0; i < w->plan.query.n; i++) {
        const gisa_query_item *item = &w->plan.query.items[i];
        if (item->not_ || item->field != GISA_FIELD_ENTITY) continue;
        if (!clause || (!item->or_ && !grouped)) clause = next_clause(w);
        w->entities[i] = clause;
        w->all |= clause;
    }
}

static gisa_status prepare(gisa_about *w, gisa_store *s, gisa_error *err)
{
    gisa_status st = gisa_snippets_open(s, &w->plan, &w->snippets, err);
    if (st < 0) return st;
    w->clauses = gisa_calloc(w->plan.n_units + 1, sizeof *w->clauses);
    w->entities = gisa_calloc(w->plan.query.n + 1, sizeof *w->entities);
    w->names = gisa_calloc(w->plan.query.n + 1, sizeof *w->names);
    if (!w->clauses || !w->entities || !w->names) return gisa_fail_mem(err);
    number_clauses(w);
    for (size_t i = 0; i < w->plan.query.n && st == GISA_OK; i++)
        if (w->entities[i])
            st = gisa_fts_spellings(&s->fts, w->plan.query.items[i].text, &w->names[i], err);
    return st;
}

gisa_status gisa_about_open(gisa_store *s, gisa_str query, bool exact, gisa_about **out,
                            gisa_error *err)
{
    *out = NULL;
    gisa_about *w = gisa_calloc(1, sizeof *w);
    if (!w) return gisa_fail_mem(err);
    gisa_status st = gisa_store_need_roll(s, err);
    if (st == GISA_OK)
        st = gisa_plan_make(s, query, &(gisa_plan_opts){.exact = exact}, &w->plan, err);
    if (st == GISA_OK) st = prepare(w, s, err);
    if (st == GISA_OK) {
        *out = w;
        w = NULL; /* given away */
    }
    gisa_about_close(w);
    return st;
}

void gisa_about_close(gisa_about *w)
{
    if (!w) return;
    for (size_t i = 0; w->names && i < w->plan.query.n; i++) gisa_spellings_clear(&w->names[i]);
    gisa_snippets_close(w->snippets);
    gisa_plan_clear(&w->plan);
    gisa_arena_clear(&w->arena);
    gisa_free(w->clauses);
    gisa_free(w->entities);
    gisa_free(w->names);
    gisa_free(w);
}

/* The title's line is a sentence, too. */
static gisa_status cut_sentences(gisa_about *w, gisa_str text, size_t title)
{
    size_t cap = 0;
    w->sentences = NULL;
    w->n = 0;
    for (size_t at = 0, end; at < text.n; at = end) {
        size_t from = at;
        bool begins = at == 0;
        while (from < text.n && gisa_is_space(text.p[from])) begins |= text.p[from++] == '\n';
        end = from < title ? title : gisa_sentence_end(text, from);
        if (end == from) break;
        if (GISA_ARENA_GROW(&w->arena, w->sentences, w->n, cap) < 0) return GISA_ENOMEM;
        w->sentences[w->n++] = (sentence){.span = {(uint32_t)from, (uint32_t)end},
                                          .begins = begins};
    }
    return GISA_OK;
}

/* The sentence that a place is in, from the one before on; NULL: behind the last. */
static sentence *sentence_of(gisa_about *w, size_t *from, size_t at)
{
    while (*from < w->n && w->sentences[*from].span.end <= at) ++*from;
    return *from < w->n ? &w->sentences[*from] : NULL;
}

static gisa_status put_words(gisa_about *w, gisa_str text, size_t start, bool title,
                             gisa_error *err)
{
    gisa_unit_place *places;
    size_t n, from = 0;
    gisa_status st = gisa_snippets_units(w->snippets, gisa_str_cut(text, start, text.n), title,
                                         &w->arena, &places, &n, err);
    for (size_t i = 0; i < n && st == GISA_OK; i++) {
        sentence *s = sentence_of(w, &from, start + places[i].start);
        if (s) s->has |= w->clauses[places[i].unit];
    }
    return st;
}

/* Whether an id that is asked for, in any case, is an entity's, its family's or what it is a
 * variant of. */
static bool is_of_id(const gisa_entity *e, gisa_str wanted)
{
    gisa_str id = gisa_str_cut(e->id, 0, wanted.n);
    return gisa_str_eq_nocase(e->family, wanted) ||
           (gisa_str_eq_nocase(id, wanted) && gisa_entity_is_of(e->id, e->family, id));
}

/* Whether an entity is the one that is asked for, by its id or any of its spellings. */
static bool is_entity(const gisa_about *w, size_t item, gisa_str text, const gisa_entity *e)
{
    gisa_str wanted = w->plan.query.items[item].text;
    const gisa_spellings *names = &w->names[item];
    if (is_of_id(e, wanted) || gisa_str_eq_nocase(gisa_span_text(e->span, text), wanted))
        return true;
    for (size_t i = 0; i < names->n; i++)
        if (gisa_entity_is_of(e->id, e->family, names->items[i].id)) return true;
    return false;
}

/* Which entity: clauses an entity of the text is of. */
static uint64_t entity_clauses(const gisa_about *w, gisa_str text, const gisa_entity *e)
{
    uint64_t found = 0;
    for (size_t i = 0; i < w->plan.query.n; i++)
        if (w->entities[i] && is_entity(w, i, text, e)) found |= w->entities[i];
    return found;
}

static bool is_somebody(const gisa_entity *e)
{
    return e->type == GISA_ENTITY_PS || e->type == GISA_ENTITY_OG || e->type == GISA_ENTITY_MODEL ||
           e->type == GISA_ENTITY_PRODUCT;
}

/* Returns the clauses of entities that no place has, though the filter found the article. */
static uint64_t put_entities(gisa_about *w, gisa_str text, const gisa_annotation *a)
{
    uint64_t missing = 0;
    size_t from = 0;
    for (size_t i = 0; i < w->plan.query.n; i++) missing |= w->entities[i];
    for (size_t i = 0; i < a->n_entities; i++) {
        sentence *s = sentence_of(w, &from, a->entities[i].span.start);
        if (!s) break;
        uint64_t found = entity_clauses(w, text, &a->entities[i]);
        s->has |= found;
        s->named |= is_somebody(&a->entities[i]);
        missing &= ~found;
    }
    return w->plan.query.grouped ? 0 : missing;
}

static void judge(gisa_about *w, uint64_t all, bool has_title)
{
    uint64_t title = has_title && w->n ? w->sentences[0].has : 0;
    for (size_t i = 0; i < w->n; i++) {
        sentence *s = &w->sentences[i], *before = i && !s->begins ? s - 1 : NULL;
        uint64_t around = s->has | title | (before ? before->has : 0);
        s->about = (s->has & all && (around & all) == all) || (title & all) == all;
        if (s->about || !before || !before->about || before->carried || s->named) continue;
        s->about = true;
        s->carried = true;
    }
}

gisa_status gisa_about_find(gisa_about *w, const gisa_stored *article, const gisa_span **spans,
                            size_t *n, gisa_error *err)
{
    gisa_str text = gisa_buf_view(&article->record.text);
    size_t title = article->record.article.title.n, cap = 0;
    gisa_span *out = NULL;
    gisa_arena_reset(&w->arena);
    *n = 0;
    if (cut_sentences(w, text, title) < 0) return gisa_fail_mem(err);
    gisa_status st = put_words(w, gisa_str_cut(text, 0, title), 0, true, err);
    if (st == GISA_OK) st = put_words(w, text, title, false, err);
    if (st < 0) return st;
    judge(w, w->all & ~put_entities(w, text, &article->record.annotation), title > 0);
    for (size_t i = 0; i < w->n; i++) {
        if (!w->sentences[i].about) continue;
        if (GISA_ARENA_GROW(&w->arena, out, *n, cap) < 0) return gisa_fail_mem(err);
        out[(*n)++] = w->sentences[i].span;
    }
    *spans = out;
    return st;
}
