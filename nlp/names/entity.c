/* Finders claim places (nlp/names/entity_claim.h), then the claims that overlap are resolved. What
 * the rules claim is resolved by itself first, as the recogniser looks at it; then the recogniser's
 * names take the place of the rules' people and bodies. */
#include "nlp/names/entity.h"

#include "corpus/wordlist.h"
#include "nlp/names/entity_article.h"
#include "nlp/names/entity_body.h"
#include "nlp/names/entity_context.h"
#include "nlp/names/entity_kind.h"
#include "nlp/names/entity_learned.h"
#include "nlp/names/entity_person.h"
#include "nlp/names/entity_place.h"
#include "nlp/names/entity_product.h"
#include "nlp/names/gazetteer_edge.h"
#include "nlp/names/gazetteer_member.h"
#include "nlp/word/josa.h"

static gisa_status claim_names(const gisa_gazetteer *g, gisa_str text, gisa_claims *c,
                               gisa_error *err)
{
    gisa_gazetteer_hits hits;
    gisa_status st = gisa_gazetteer_find(g, text, c->arena, &hits, err);
    for (size_t i = 0; i < hits.n && st >= 0; i++) {
        gisa_entity e;
        st = gisa_gazetteer_member(g, &hits.items[i], text, c->arena, &e);
        if (st >= 0) st = gisa_claims_put_entity(c, e, GISA_RANK_GAZETTEER);
    }
    return st;
}

/* Letters, and full stops of initials, not of addresses. */
static bool goes_on(gisa_str text, size_t at)
{
    char c = text.p[at];
    if (c == '.') return at + 1 < text.n && text.p[at + 1] == ' ';
    return gisa_is_alpha(c) || c == ' ' || c == '-';
}

/* 도화캐피탈(Dohwa Capital), '월보'(Monthly, 1941~): the gloss in Latin letters is the same name.
 */
static gisa_status claim_glosses(gisa_str text, gisa_claims *c)
{
    for (size_t i = 0, n = c->n; i < n; i++) {
        gisa_claim claim = c->items[i];
        size_t at = claim.entity.span.end, end;
        if (claim.rank == GISA_RANK_GAZETTEER || claim.entity.type > GISA_ENTITY_OG) continue;
        if (at < text.n && text.p[at] == '\'') at++;
        if (gisa_str_starts(gisa_str_cut(text, at, text.n), GISA_STR("’"))) at += 3;
        if (at >= text.n || text.p[at] != '(') continue;
        for (end = at + 1; end < text.n && goes_on(text, end);) end++;
        if (end >= text.n || (text.p[end] != ')' && text.p[end] != ',') || end - at < 4) continue;
        if (gisa_claims_put(c, (gisa_span){(uint32_t)at + 1, (uint32_t)end}, claim.entity.type,
                            GISA_NONE, claim.rank) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

#define TIME_WORD_MAX 15 /* bytes: five syllables */

static gisa_status claim_words(gisa_str text, const gisa_words *words, gisa_claims *c)
{
    for (size_t i = 0; i < words->n; i++) {
        gisa_span s = words->items[i].span;
        if (s.end - s.start < 3) continue;
        gisa_str word = gisa_span_text(s, text);
        const gisa_wordlist_item *item = gisa_wordlist_prefix(&gisa_list_time_words,
                                                              gisa_str_cut(word, 0, TIME_WORD_MAX));
        if (!item) continue;
        uint32_t last, n = (uint32_t)item->word.n;
        gisa_utf8_next(item->word, n - 3, &last);
        if (!gisa_is_josa(gisa_str_cut(word, n, word.n), last)) continue;
        if (gisa_claims_put(c, (gisa_span){s.start, s.start + n},
                            gisa_entity_type_parse(item->value), GISA_NONE, GISA_RANK_QUANTITY) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* 10년 전, 3개월간, 40분 뒤: what makes a period a point in time. */
static void extend_period(gisa_str text, gisa_quantity *q)
{
    size_t at = q->span.end;
    bool spaced = at < text.n && text.p[at] == ' ';
    if (q->kind != GISA_QUANTITY_PERIOD && q->kind != GISA_QUANTITY_HOURS) return;
    at += spaced;
    const gisa_wordlist_item *w = gisa_wordlist_prefix(&gisa_list_period_words,
                                                       gisa_str_cut(text, at, at + 6));
    if (w && gisa_is_josa(gisa_hangul_run(text, at + w->word.n), 0))
        q->span.end = (uint32_t)(at + w->word.n);
}

/* Dates, times and quantities, ordinals among them. */
static gisa_status claim_quantities(gisa_str text, const gisa_quantities *quantities,
                                    const gisa_annotation *a, gisa_claims *c)
{
    static const gisa_entity_type types[] = {
        [GISA_QUANTITY_AMOUNT] = GISA_ENTITY_QT, [GISA_QUANTITY_PERIOD] = GISA_ENTITY_DT,
        [GISA_QUANTITY_HOURS] = GISA_ENTITY_TI,  [GISA_QUANTITY_ORDINAL] = GISA_ENTITY_QT,
        [GISA_QUANTITY_CLOCK] = GISA_ENTITY_TI,  [GISA_QUANTITY_AGE] = GISA_ENTITY_QT,
    };
    size_t date = 0;
    for (size_t i = 0; i < a->n_dates; i++)
        if (gisa_claims_put(c, a->dates[i].span, GISA_ENTITY_DT, GISA_NONE, GISA_RANK_QUANTITY) < 0)
            return GISA_ENOMEM;
    for (size_t i = 0; i < quantities->n; i++) {
        gisa_quantity q = quantities->items[i];
        while (date < a->n_dates && a->dates[date].span.end <= q.span.start) date++;
        if (date < a->n_dates && a->dates[date].span.start < q.span.end) continue;
        extend_period(text, &q);
        if (gisa_claims_put(c, q.span, types[q.kind], GISA_NONE, GISA_RANK_QUANTITY) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* 부산 동래경찰서: the place belongs to the name of a public body after it. */
static void join_places(gisa_str text, gisa_annotation *a)
{
    size_t n = 0;
    for (size_t i = 0; i < a->n_entities; i++) {
        gisa_entity e = a->entities[i];
        gisa_entity *b = n ? &a->entities[n - 1] : NULL;
        bool joins = e.type == GISA_ENTITY_OG &&
                     gisa_wordlist_suffix(&gisa_list_public_bodies, gisa_span_text(e.span, text));
        if (joins && b && b->type == GISA_ENTITY_LC && b->span.end + 1 == e.span.start &&
            text.p[b->span.end] == ' ') {
            b->span.end = e.span.end;
            b->type = GISA_ENTITY_OG;
            b->id = b->family = GISA_NONE;
        } else {
            a->entities[n++] = e;
        }
    }
    a->n_entities = n;
}

static gisa_status claim_by_rules(const gisa_gazetteer *g, gisa_str text,
                                  const gisa_quantities *quantities, const gisa_words *words,
                                  gisa_annotation *a, gisa_claims *c, gisa_error *err)
{
    gisa_status st = claim_names(g, text, c, err);
    if (st >= 0) st = gisa_people_claim(text, words, a, c);
    if (st >= 0) st = gisa_bodies_claim(text, words, c);
    if (st >= 0) st = gisa_places_claim(text, words, a, c);
    if (st >= 0) st = claim_glosses(text, c);
    if (st >= 0) st = claim_words(text, words, c);
    return st < 0 ? st : claim_quantities(text, quantities, a, c);
}

gisa_status gisa_entities_find(const gisa_gazetteer *g, gisa_str text, const gisa_entity_opts *opts,
                               gisa_annotation *a, gisa_error *err)
{
    gisa_claims c = {.arena = &a->arena};
    gisa_words words = {0};
    bool learned = opts->recogniser && a->n_morphs;
    gisa_status st = gisa_words_cut(text, &a->arena, &words);
    if (st >= 0) st = claim_by_rules(g, text, opts->quantities, &words, a, &c, err);
    if (st >= 0) st = gisa_claims_resolve(&c, a);
    if (st >= 0 && learned) {
        st = gisa_learned_claim(opts->recogniser, text, opts->klue, a, &c, err);
        if (st >= 0 && !opts->klue) st = gisa_context_settle(opts->recogniser, text, &words, &c);
        if (st >= 0 && !opts->klue) st = gisa_kinds_claim(opts->recogniser, text, &words, a, &c);
        if (st >= 0 && !opts->klue) st = gisa_products_claim(opts->recogniser, text, &words, a, &c);
        if (st >= 0 && !opts->klue) st = claim_glosses(text, &c);
        if (st >= 0) st = gisa_claims_resolve(&c, a);
        if (st >= 0 && !opts->klue) st = gisa_article_claim(text, &words, a, &c);
        if (st >= 0) st = gisa_claims_resolve(&c, a);
    }
    if (st >= 0 && !learned) join_places(text, a);
    return st < 0 ? gisa_fail_mem(err) : st;
}
