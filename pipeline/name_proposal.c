#include "pipeline/name_proposal.h"

#include <stdlib.h>

#include "base/hangul.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "nlp/analysis.h"
#include "nlp/names/bracket_pair.h"

enum { FEWEST_ARTICLES = 2, ID_MAX = 60 };

typedef struct tally { /* of one pair */
    gisa_proposal p;
    uint64_t seen; /* the last article that had it, counted from 1 */
    size_t same;   /* place plus one of a pair that gave it its id; 0: none */
    uint64_t types[GISA_ENTITY_COUNT];
    uint64_t guesses[GISA_ENTITY_COUNT];
} tally;

typedef struct counter {
    gisa_proposals *out;
    tally *items;
    size_t n, cap;
    gisa_map pairs;   /* key: both spellings folded; value: place in items */
    gisa_map outlets; /* key: a pair's place and an outlet */
    gisa_buf key;
} counter;

/* A spelling without case and gaps. */
static void add_folded(gisa_buf *out, gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] != ' ' && s.p[i] != '-') gisa_buf_add_char(out, gisa_lower(s.p[i]));
}

static gisa_status put_tally(counter *c, const gisa_bracket_pair *b, gisa_str text,
                             const gisa_article *article, tally **out)
{
    uint64_t *place;
    bool added;
    gisa_buf_reset(&c->key);
    add_folded(&c->key, gisa_span_text(b->name, text));
    gisa_buf_add_char(&c->key, '\n');
    add_folded(&c->key, gisa_span_text(b->other, text));
    if (gisa_buf_status(&c->key) < 0 ||
        gisa_map_put(&c->pairs, gisa_buf_view(&c->key), &place, &added) < 0)
        return GISA_ENOMEM;
    if (added) {
        gisa_arena *arena = &c->out->arena;
        tally fresh = {.p = {.known = b->id.n > 0,
                             .adds_name = b->adds_name,
                             .common_name = b->common_name,
                             .common_other = b->common_other}};
        *place = c->n;
        if (GISA_GROW(c->items, c->n, c->cap) < 0 ||
            gisa_arena_copy(arena, gisa_span_text(b->name, text), &fresh.p.name) < 0 ||
            gisa_arena_copy(arena, gisa_span_text(b->other, text), &fresh.p.other) < 0 ||
            gisa_arena_copy(arena, b->id, &fresh.p.id) < 0 ||
            gisa_arena_copy(arena, article->id, &fresh.p.example) < 0)
            return GISA_ENOMEM;
        c->items[c->n++] = fresh;
    }
    *out = &c->items[*place];
    return GISA_OK;
}

static gisa_status count_outlet(counter *c, tally *t, gisa_str outlet)
{
    bool added;
    gisa_buf_reset(&c->key);
    gisa_buf_addf(&c->key, "%zu ", (size_t)(t - c->items));
    gisa_buf_add(&c->key, outlet);
    if (gisa_buf_status(&c->key) < 0 ||
        gisa_map_put(&c->outlets, gisa_buf_view(&c->key), &(uint64_t *){0}, &added) < 0)
        return GISA_ENOMEM;
    if (added && outlet.n) t->p.outlets++;
    return GISA_OK;
}

/* Counts the pairs of one article, each once. */
static gisa_status count_pairs(counter *c, const gisa_bracket_pairs *found, const gisa_stored *a,
                               gisa_error *err)
{
    gisa_str text = gisa_buf_view(&a->record.text);
    for (size_t i = 0; i < found->n; i++) {
        const gisa_bracket_pair *b = &found->items[i];
        tally *t;
        if (put_tally(c, b, text, &a->record.article, &t) < 0) return gisa_fail_mem(err);
        (b->guessed ? t->guesses : t->types)[b->type]++;
        if (t->seen == c->out->articles) continue;
        t->seen = c->out->articles;
        t->p.articles++;
        if (count_outlet(c, t, a->record.article.outlet) < 0) return gisa_fail_mem(err);
    }
    return GISA_OK;
}

static gisa_status walk(const gisa_reader *r, const gisa_proposals_opts *opts, counter *c,
                        gisa_error *err)
{
    const gisa_articles_opts how = {.query = opts->query,
                                    .exact = opts->exact,
                                    .days = opts->days,
                                    .newest_first = true,
                                    .no_copies = true};
    gisa_articles *it = NULL;
    gisa_analysis *work = NULL;
    gisa_stored a = {0};
    gisa_arena arena = {0};
    gisa_bracket_pairs found;
    gisa_status st = gisa_analysis_open(r->analyzer, &work, err);
    if (st >= 0) st = gisa_articles_open(r->store, &how, &it, err);
    while (st >= 0 && (st = gisa_articles_next(it, &a, err)) == GISA_OK) {
        const gisa_annotation *read = &a.record.annotation;
        c->out->articles++;
        gisa_arena_reset(&arena);
        st = gisa_bracket_pairs_find(work, gisa_buf_view(&a.record.text), read->entities,
                                     read->n_entities, &arena, &found, err);
        if (st >= 0) st = count_pairs(c, &found, &a, err);
    }
    gisa_stored_clear(&a);
    gisa_articles_close(it);
    gisa_analysis_close(work);
    gisa_arena_clear(&arena);
    return st < 0 ? st : GISA_OK;
}

/* The type that most places gave; those where it was a guess count only without others. */
static void settle_type(tally *t)
{
    uint64_t best = 0;
    for (int pass = 0; pass < 2 && !best; pass++)
        for (int i = 0; i < GISA_ENTITY_COUNT; i++) {
            uint64_t n = pass ? t->guesses[i] : t->types[i];
            if (n <= best) continue;
            best = n;
            t->p.type = (gisa_entity_type)i;
            t->p.guessed = pass > 0;
        }
}

/* Pairs of one name have one type: that of the pair that has the id from the lexicon, or came
 * first. */
static void settle_types(counter *c)
{
    for (size_t i = 0; i < c->n; i++) settle_type(&c->items[i]);
    for (size_t i = 0; i < c->n; i++) {
        if (!c->items[i].same) continue;
        const gisa_proposal *p = &c->items[c->items[i].same - 1].p;
        c->items[i].p.type = p->type;
        c->items[i].p.guessed = p->guessed;
    }
}

static int by_articles(const void *x, const void *y)
{
    const gisa_proposal *a = &((const tally *)x)->p, *b = &((const tally *)y)->p;
    if (a->articles != b->articles) return a->articles > b->articles ? -1 : 1;
    if (a->outlets != b->outlets) return a->outlets > b->outlets ? -1 : 1;
    int order = gisa_str_cmp(a->name, b->name);
    return order ? order : gisa_str_cmp(a->other, b->other);
}

/* --- Ids of new names --- */

static bool is_latin(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return s.n > 0;
}

/* Revised Romanization of Korean (2000), letter by letter. */
static const char *const leads[] = {"g",  "kk", "n", "d",  "tt", "r", "m", "b", "pp", "s",
                                    "ss", "",   "j", "jj", "ch", "k", "t", "p", "h"};
static const char *const vowels[] = {"a",  "ae", "ya", "yae", "eo", "e",  "yeo",
                                     "ye", "o",  "wa", "wae", "oe", "yo", "u",
                                     "wo", "we", "wi", "yu",  "eu", "ui", "i"};
static const char *const finals[] = {"",  "k",  "k", "k", "n", "n", "n", "t", "l", "k",
                                     "m", "l",  "l", "l", "p", "l", "m", "p", "p", "t",
                                     "t", "ng", "t", "t", "k", "t", "p", "t"};

static void add_id(gisa_buf *out, gisa_str s)
{
    for (size_t at = 0; at < s.n && out->n < ID_MAX;) {
        uint32_t cp;
        at += gisa_utf8_next(s, at, &cp);
        if (gisa_is_hangul(cp)) {
            gisa_buf_add_c(out, leads[gisa_hangul_lead(cp)]);
            gisa_buf_add_c(out, vowels[gisa_hangul_vowel(cp)]);
            gisa_buf_add_c(out, finals[gisa_hangul_final(cp)]);
        } else if (cp < 0x80 && (gisa_is_alpha((char)cp) || gisa_is_digit((char)cp))) {
            gisa_buf_add_char(out, gisa_lower((char)cp));
        } else if (out->n && out->p[out->n - 1] != '-') {
            gisa_buf_add_char(out, '-');
        }
    }
    while (out->n && out->p[out->n - 1] == '-') gisa_buf_cut(out, out->n - 1);
    if (!out->n) gisa_buf_add_c(out, "name");
}

static bool is_abbreviation(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (gisa_lower(s.p[i]) != s.p[i])
            continue;
        else if (gisa_is_alpha(s.p[i]))
            return false;
    return is_latin(s);
}

static bool is_one_name(const gisa_proposal *a, const gisa_proposal *b)
{
    return gisa_str_eq(a->name, b->name) || (gisa_str_eq_nocase(a->other, b->other) &&
                                             is_latin(a->other) && !is_abbreviation(a->other));
}

/* Gives a pair the id of one before it that is the same name, else a new one that is in no use. */
static gisa_status give_id(const counter *c, size_t i, gisa_map *used, gisa_error *err)
{
    gisa_proposal *p = &c->items[i].p;
    const gisa_proposal *latin = is_latin(p->other) ? p : NULL;
    gisa_buf id = {0};
    for (size_t k = 0; k < c->n; k++) {
        const gisa_proposal *q = &c->items[k].p;
        if (k == i || !is_one_name(p, q)) continue;
        if (q->id.n && (q->known || k < i)) {
            p->id = q->id;
            p->known = q->known;
            c->items[i].same = k + 1;
            return GISA_OK;
        }
        if (!latin && is_latin(q->other)) latin = q;
    }
    add_id(&id, latin ? latin->other : p->name);
    size_t bare = id.n;
    for (unsigned n = 2; gisa_buf_status(&id) >= 0 && gisa_map_find(used, gisa_buf_view(&id));
         n++) {
        gisa_buf_cut(&id, bare);
        gisa_buf_addf(&id, "-%u", n);
    }
    uint64_t *slot;
    gisa_status st = gisa_buf_status(&id);
    if (st >= 0) st = gisa_map_put(used, gisa_buf_view(&id), &slot, NULL);
    if (st >= 0) st = gisa_arena_copy(&c->out->arena, gisa_buf_view(&id), &p->id);
    gisa_buf_clear(&id);
    return st < 0 ? gisa_fail_mem(err) : st;
}

static gisa_status give_ids(const gisa_reader *r, counter *c, gisa_error *err)
{
    gisa_map used = {0};
    const gisa_gazetteer *g = r->analyzer->gazetteer;
    const gisa_gazetteer_entry *entry;
    gisa_status st = GISA_OK;
    uint64_t *slot;
    for (size_t i = 0; st >= 0 && (entry = gisa_gazetteer_at(g, i)) != NULL; i++)
        if (gisa_map_put(&used, entry->id, &slot, NULL) < 0) st = gisa_fail_mem(err);
    for (size_t i = 0; st >= 0 && i < c->n; i++)
        if (!c->items[i].p.id.n) st = give_id(c, i, &used, err);
    gisa_map_clear(&used);
    return st;
}

static gisa_status settle(const gisa_reader *r, const gisa_proposals_opts *opts, counter *c,
                          gisa_error *err)
{
    gisa_proposals *out = c->out;
    if (c->n) qsort(c->items, c->n, sizeof *c->items, by_articles);
    gisa_status st = give_ids(r, c, err);
    if (st < 0) return st;
    out->items = gisa_arena_calloc(&out->arena, c->n + 1, sizeof *out->items);
    if (!out->items) return gisa_fail_mem(err);
    settle_types(c);
    for (size_t i = 0; i < c->n; i++) {
        if (c->items[i].p.articles < FEWEST_ARTICLES && !opts->once)
            out->rare++;
        else if (opts->limit && out->n == opts->limit)
            out->others++;
        else
            out->items[out->n++] = c->items[i].p;
    }
    return st;
}

gisa_status gisa_proposals_find(const gisa_reader *r, const gisa_proposals_opts *opts,
                                gisa_proposals *out, gisa_error *err)
{
    const gisa_proposals_opts none = {0};
    counter c = {.out = out};
    gisa_proposals_clear(out);
    gisa_status st = walk(r, opts ? opts : &none, &c, err);
    if (st >= 0) st = settle(r, opts ? opts : &none, &c, err);
    gisa_free(c.items);
    gisa_map_clear(&c.pairs);
    gisa_map_clear(&c.outlets);
    gisa_buf_clear(&c.key);
    if (st < 0) gisa_proposals_clear(out);
    return st;
}

void gisa_proposals_clear(gisa_proposals *p)
{
    gisa_arena_clear(&p->arena);
    *p = (gisa_proposals){0};
}
