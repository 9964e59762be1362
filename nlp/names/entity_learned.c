#include "nlp/names/entity_learned.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"

/* Whether a word may be somebody's name for the analyser: a proper noun begins there, or it is one
 * noun that no list of common nouns has. */
static bool may_be_name(const gisa_recogniser *r, gisa_str text, const gisa_annotation *a,
                        gisa_span s)
{
    size_t i = gisa_morphs_from(a, s.start);
    if (i == a->n_morphs || a->morphs[i].span.start != s.start) return false;
    const gisa_morph *m = &a->morphs[i];
    if (m->tag == GISA_TAG_NNP) return true;
    return m->tag == GISA_TAG_NNG && m->span.end == s.end &&
           !(gisa_recogniser_lists(r, gisa_span_text(s, text)) & GISA_NAME_LIST_NOUNS);
}

/* People that rules find where the recogniser finds none are mostly none, but for such words beside
 * a title, an age or speech: names that look like no other (허생, 흥부). */
static void drop_rules(const gisa_recogniser *r, gisa_str text, const gisa_annotation *a,
                       gisa_claims *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++) {
        const gisa_claim *claim = &c->items[i];
        if (claim->rank >= GISA_RANK_PLACE ||
            (claim->titled && may_be_name(r, text, a, claim->entity.span)))
            c->items[n++] = *claim;
    }
    c->n = n;
}

/* Whether a word is a place and nothing else that has a name. */
static bool is_place(const gisa_recogniser *r, gisa_str word)
{
    unsigned lists = gisa_recogniser_lists(r, word);
    return lists & GISA_NAME_LIST_PLACES && !(lists & GISA_NAME_LIST_OTHERS);
}

/* KLUE-NER marks 경남 창원 as one place; here known places are one each (but 미야자키 현 is one).
 */
static gisa_status put_places(const gisa_recogniser *r, gisa_claims *c, gisa_str text, gisa_span s)
{
    uint32_t from = s.start;
    for (uint32_t at = s.start, next; at < s.end; at = next) {
        for (next = at + 1; next < s.end && text.p[next] != ' ';) next++;
        uint32_t end = next + 1;
        while (end < s.end && text.p[end] != ' ') end++;
        bool apart = next < s.end && is_place(r, gisa_str_cut(text, from, next)) &&
                     is_place(r, gisa_str_cut(text, next + 1, end));
        if (next < s.end && !apart) continue;
        gisa_span word = {from, next};
        if (gisa_claims_put(c, word, GISA_ENTITY_LC, GISA_NONE, GISA_RANK_LEARNED) < 0)
            return GISA_ENOMEM;
        from = next + 1;
    }
    return GISA_OK;
}

/* Whether a name is more than the gazetteer's in it: KT복지재단, and as a body 한화 이글스 too. */
static bool exceeds(gisa_str text, const gisa_entity *e, const gisa_entity *part)
{
    gisa_span s = e->span, p = part->span;
    if (p.start < s.start || p.end > s.end || s.end - s.start == p.end - p.start) return false;
    if (e->type == GISA_ENTITY_OG && part->type == GISA_ENTITY_OG) return true;
    return (p.start > s.start && text.p[p.start - 1] != ' ') ||
           (p.end < s.end && text.p[p.end] != ' ');
}

/* 대한민국 국토해양부 is a country and a body; 부산 동래경찰서 one body. Returns: where it begins.
 */
static uint32_t after_country(gisa_str text, const gisa_entity *e, const gisa_entity *part)
{
    gisa_span s = e->span, p = part->span;
    if (e->type != GISA_ENTITY_OG || part->type != GISA_ENTITY_LC || p.start != s.start ||
        p.end + 1 >= s.end || text.p[p.end] != ' ' ||
        gisa_wordlist_suffix(&gisa_list_public_bodies, gisa_span_text(s, text)))
        return s.start;
    return p.end + 1;
}

/* A name by gisa's conventions: a place that acts is a place still, a letter that stands for
 * somebody (A씨) no name. known: what the gazetteer knows from here on. */
static gisa_status put_name(const gisa_recogniser *r, gisa_claims *c, gisa_str text, gisa_entity e,
                            const gisa_entity *known, size_t n_known)
{
    int rank = GISA_RANK_LEARNED;
    for (size_t i = 0; i < n_known && known[i].span.start < e.span.end; i++) {
        if (!known[i].id.p) continue;
        e.span.start = after_country(text, &e, &known[i]);
        if (exceeds(text, &e, &known[i])) rank = GISA_RANK_GAZETTEER;
    }
    gisa_str name = gisa_span_text(e.span, text);
    if (e.type == GISA_ENTITY_PS && gisa_utf8_chars(name) == 1) return GISA_OK;
    if (gisa_wordlist_find(&gisa_list_not_names, name)) return GISA_OK;
    if (e.type == GISA_ENTITY_LC || (e.type == GISA_ENTITY_OG && is_place(r, name)))
        return put_places(r, c, text, e.span);
    return gisa_claims_put(c, e.span, e.type, GISA_NONE, rank);
}

/* The name of the gazetteer that both know; else what was found. */
static gisa_entity known_as(const gisa_entity *e, const gisa_entity *known, size_t n_known)
{
    for (size_t i = 0; i < n_known && known[i].span.start <= e->span.start; i++)
        if (known[i].span.start == e->span.start && known[i].span.end == e->span.end &&
            known[i].type == e->type)
            return known[i];
    return *e;
}

gisa_status gisa_learned_claim(gisa_recogniser *r, gisa_str text, bool klue, gisa_annotation *a,
                               gisa_claims *c, gisa_error *err)
{
    gisa_recognised found = {0};
    gisa_status st = gisa_recogniser_run(r, text, a, &found, err);
    size_t k = 0;
    drop_rules(r, text, a, c);
    for (size_t i = 0; i < found.n && st >= 0; i++) {
        const gisa_entity *e = &found.items[i];
        while (k < a->n_entities && a->entities[k].span.end <= e->span.start) k++;
        const gisa_entity *known = a->entities + k;
        size_t n = a->n_entities - k;
        st = klue ? gisa_claims_put_entity(c, known_as(e, known, n), GISA_RANK_KLUE)
                  : put_name(r, c, text, *e, known, n);
    }
    return st;
}
