#include "nlp/names/entity_learned.h"

#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/names/entity_shape.h"
#include "nlp/names/entity_titled.h"
#include "nlp/names/entity_word.h"

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
        gisa_str following = gisa_str_cut(text, next + 1, end);
        bool apart = next < s.end && is_place(r, gisa_str_cut(text, from, next)) &&
                     is_place(r, following) &&
                     !gisa_wordlist_find(&gisa_list_place_words, following);
        if (next < s.end && !apart) continue;
        gisa_span word = {from, next};
        from = next + 1;
        if (gisa_wordlist_find(&gisa_list_titles, gisa_span_text(word, text))) continue;
        if (gisa_claims_put(c, word, GISA_ENTITY_LC, GISA_NONE, GISA_RANK_LEARNED) < 0)
            return GISA_ENOMEM;
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

/* 대한민국 국토해양부 is a country and a body, 국회 윤리심판원 are two bodies; 부산 동래경찰서 and
 * 민주당 서울시당 are one. Returns: where the name begins. */
static uint32_t after_known(gisa_str text, const gisa_entity *e, const gisa_entity *part)
{
    gisa_span s = e->span, p = part->span;
    const gisa_wordlist *one = part->type == GISA_ENTITY_LC ? &gisa_list_public_bodies
                                                            : &gisa_list_body_branches;
    if (e->type != GISA_ENTITY_OG || p.start != s.start || p.end + 1 >= s.end ||
        text.p[p.end] != ' ' || gisa_wordlist_suffix(one, gisa_span_text(s, text)))
        return s.start;
    return p.end + 1;
}

/* A syllable or a letter that stands for somebody (A씨, 박 씨). */
static bool is_letter(gisa_str text, const gisa_entity *e)
{
    return e->type == GISA_ENTITY_PS && gisa_utf8_chars(gisa_span_text(e->span, text)) == 1;
}

/* Whether a word that the recogniser takes for a name is a common one. */
static bool is_common(const gisa_recogniser *r, const gisa_entity *e, gisa_str name)
{
    if (gisa_wordlist_find(&gisa_list_not_names, name)) return true;
    if (e->type == GISA_ENTITY_OG && gisa_wordlist_find(&gisa_list_organisation_words, name))
        return true;
    if (e->type != GISA_ENTITY_OG || gisa_recogniser_lists(r, name) != GISA_NAME_LIST_NOUNS)
        return false;
    return name.n < 9 || !gisa_wordlist_suffix(&gisa_list_body_syllables, name);
}

typedef struct names {
    const gisa_recogniser *r;
    gisa_str text;
    gisa_claims *claims;
    size_t person, n; /* of the rules' claims: the first titled one from here on; how many */
} names;

/* 솔뫼군수, but not 가온연구원, which is a body as well. */
static bool ends_in_title(gisa_str name)
{
    return gisa_wordlist_suffix(&gisa_list_titles, name) &&
           !gisa_wordlist_suffix(&gisa_list_organisation_endings, name);
}

/* Whether what follows a body in a name is one by itself: 윤리심판원, but not a title, a noun. */
static bool is_body(const names *w, uint32_t start, uint32_t end)
{
    gisa_str rest = gisa_str_cut(w->text, start, end);
    return rest.n >= 9 && !(gisa_recogniser_lists(w->r, rest) & GISA_NAME_LIST_NOUNS) &&
           !ends_in_title(rest) && !gisa_wordlist_find(&gisa_list_organisation_words, rest);
}

/* A name by gisa's conventions: a place that acts is a place still, a letter that stands for
 * somebody (A씨) no name. known: what the gazetteer knows from here on. */
static gisa_status put_name(names *w, gisa_entity e, const gisa_entity *known, size_t n_known)
{
    int rank = GISA_RANK_LEARNED;
    bool listed = gisa_recogniser_lists(w->r, gisa_span_text(e.span, w->text)) &
                  ~GISA_NAME_LIST_NOUNS;
    listed = listed || (n_known && known->id.p && known->span.end == e.span.end);
    if (is_letter(w->text, &e) || !gisa_name_shape(w->text, listed, &e)) return GISA_OK;
    for (size_t i = 0; i < n_known && known[i].span.start < e.span.end; i++) {
        if (!known[i].id.p) continue;
        uint32_t rest = after_known(w->text, &e, &known[i]);
        if (rest > e.span.start && known[i].type == GISA_ENTITY_OG && !is_body(w, rest, e.span.end))
            return GISA_OK;
        e.span.start = rest;
        if (exceeds(w->text, &e, &known[i])) rank = GISA_RANK_GAZETTEER;
    }
    gisa_str name = gisa_span_text(e.span, w->text);
    if (is_common(w->r, &e, name)) return GISA_OK;
    if (e.type == GISA_ENTITY_LC || (e.type == GISA_ENTITY_OG && is_place(w->r, name)))
        return put_places(w->r, w->claims, w->text, e.span);
    return gisa_claims_put(w->claims, e.span, e.type, GISA_NONE, rank);
}

/* What is left of a name beside a person in it: 과기정통부 of 흥부 과기정통부, nothing of a title.
 */
static gisa_status put_rest(names *w, gisa_entity e, gisa_span rest, const gisa_entity *known,
                            size_t n_known)
{
    while (rest.start < rest.end && w->text.p[rest.start] == ' ') rest.start++;
    while (rest.start < rest.end && w->text.p[rest.end - 1] == ' ') rest.end--;
    gisa_str name = gisa_span_text(rest, w->text);
    if (name.n < 6 || e.type == GISA_ENTITY_PS || ends_in_title(name)) return GISA_OK;
    e.span = rest;
    return put_name(w, e, known, n_known);
}

/* A name in which a titled person may be (흥부 과기정통부 장관): that one is apart. But the
 * recogniser's longer name of a person (마누엘 디아스 씨) stands, unless it has the title in it. */
static gisa_status put_around(names *w, gisa_entity e, const gisa_entity *known, size_t n_known)
{
    gisa_claim *items = w->claims->items;
    while (w->person < w->n && (items[w->person].rank != GISA_RANK_TITLED ||
                                items[w->person].entity.span.end <= e.span.start))
        w->person++;
    if (w->person == w->n) return put_name(w, e, known, n_known);
    gisa_span p = items[w->person].entity.span, s = e.span;
    bool inside = p.start >= s.start && p.end <= s.end && p.end - p.start < s.end - s.start;
    if (!inside || (p.start > s.start && w->text.p[p.start - 1] != ' ') ||
        (p.end < s.end && w->text.p[p.end] != ' '))
        return put_name(w, e, known, n_known);
    gisa_str rest = gisa_str_cut(w->text, p.end, s.end);
    if (e.type == GISA_ENTITY_PS && !gisa_wordlist_suffix(&gisa_list_titles, rest)) {
        for (size_t i = w->person; i < w->n && items[i].entity.span.start < s.end; i++)
            if (items[i].rank == GISA_RANK_TITLED) items[i].rank = GISA_RANK_PERSON;
        return put_name(w, e, known, n_known);
    }
    gisa_status st = put_rest(w, e, (gisa_span){s.start, p.start}, known, n_known);
    return st < 0 ? st : put_rest(w, e, (gisa_span){p.end, s.end}, known, n_known);
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
    if (st >= 0) st = gisa_titled_settle(r, text, a, &found, c);
    names w = {.r = r, .text = text, .claims = c, .n = c->n};
    for (size_t i = 0; i < found.n && st >= 0; i++) {
        const gisa_entity *e = &found.items[i];
        while (k < a->n_entities && a->entities[k].span.end <= e->span.start) k++;
        const gisa_entity *known = a->entities + k;
        size_t n = a->n_entities - k;
        st = klue ? gisa_claims_put_entity(c, known_as(e, known, n), GISA_RANK_KLUE)
                  : put_around(&w, *e, known, n);
    }
    return st;
}
