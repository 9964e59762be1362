/* Organisations and places by their endings (한울증권, 미르연구원, 솔뫼군), the parts of an
 * organisation with it (한빛대 전산학과). */
#include "nlp/names/entity_body.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"

typedef struct bodies {
    gisa_str text;
    const gisa_words *words;
    gisa_claims *claims;
    gisa_endings ends, parts, univ;
} bodies;

static bool is_common(gisa_str stem)
{
    return gisa_wordlist_suffix(&gisa_list_law_endings, stem) ||
           gisa_wordlist_find(&gisa_list_organisation_words, stem);
}

/* 한빛대, but 기대 or 시대: only before what belongs to a university. */
static bool is_university(const bodies *b, size_t i, gisa_str stem)
{
    if (!gisa_str_ends(stem, GISA_STR("대")) || stem.n < 9 || stem.n > 18) return false;
    if (gisa_wordlist_suffix(&gisa_list_university_lookalikes, stem)) return false;
    const gisa_wordlist *after = &gisa_list_university_context;
    const gisa_word *w = b->words->items;
    if (stem.n != w[i].span.end - w[i].span.start) return false;
    for (size_t k = i + 1; k < b->words->n && k <= i + 2 && w[k].before == ' '; k++) {
        gisa_str next = gisa_span_text(w[k].span, b->text);
        for (size_t m = 0; m < after->n; m++)
            if (gisa_str_has(next, after->items[m].word)) return true;
        if (gisa_endings_find(&b->univ, next)) return true;
    }
    return false;
}

/* The end of the parts that follow: 한빛대 언어정보연구소. *last is the last word of them. */
static uint32_t with_parts(const bodies *b, size_t i, uint32_t end, size_t *last)
{
    const gisa_word *w = b->words->items;
    size_t length;
    *last = i;
    if (end != w[i].span.end || i + 1 >= b->words->n || w[i + 1].before != ' ') return end;
    gisa_str next = gisa_span_text(w[i + 1].span, b->text);
    gisa_str stem = gisa_endings_stem(&b->parts, next, &length);
    if (!stem.p || (stem.n == length && length > 9)) return end;
    *last = i + 1;
    return w[i + 1].span.start + (uint32_t)stem.n;
}

static gisa_status claim_places(bodies *b, size_t i, gisa_str w)
{
    const gisa_word *words = b->words->items;
    if (w.n < 9 || w.n > 15 || i + 1 >= b->words->n || words[i + 1].before != ' ') return GISA_OK;
    if (!gisa_wordlist_suffix(&gisa_list_place_endings, w)) return GISA_OK;
    gisa_str next = gisa_span_text(words[i + 1].span, b->text);
    if (!gisa_wordlist_prefix(&gisa_list_place_context, gisa_str_cut(next, 0, 6))) return GISA_OK;
    return gisa_claims_put(b->claims, words[i].span, GISA_ENTITY_LC, GISA_NONE, GISA_RANK_SUFFIX);
}

/* 가온 이글스: a team has the name of its owner or town before its own. */
static gisa_status claim_team(bodies *b, size_t i, gisa_str word)
{
    const gisa_word *w = b->words->items;
    const gisa_wordlist_item *team = gisa_wordlist_prefix(&gisa_list_team_names, word);
    gisa_span s = w[i].span;
    if (!team) return GISA_OK;
    s.end = s.start + (uint32_t)team->word.n;
    if (!gisa_name_ends(b->text, s.start, s.end)) return GISA_OK;
    if (i > 0 && w[i].before == ' ') {
        gisa_span owner = w[i - 1].span;
        const gisa_claim *known = gisa_claims_at(b->claims, owner, GISA_RANK_GAZETTEER);
        bool whole = known && known->entity.span.start == owner.start &&
                     known->entity.span.end == owner.end;
        if (whole || gisa_wordlist_find(&gisa_list_team_owners, gisa_span_text(owner, b->text)))
            s.start = owner.start;
    }
    return gisa_claims_put(b->claims, s, GISA_ENTITY_OG, GISA_NONE, GISA_RANK_CERTAIN);
}

gisa_status gisa_bodies_claim(gisa_str text, const gisa_words *words, gisa_claims *c)
{
    bodies b = {.text = text, .words = words, .claims = c};
    gisa_endings_init(&b.ends, &gisa_list_organisation_endings);
    gisa_endings_init(&b.parts, &gisa_list_organisation_parts);
    gisa_endings_init(&b.univ, &gisa_list_faculties);
    for (size_t i = 0; i < words->n; i++) {
        size_t length, last = i;
        gisa_str w = gisa_span_text(words->items[i].span, text);
        if (w.n < 6 || gisa_is_digit(w.p[0])) continue;
        if (claim_team(&b, i, w) < 0) return GISA_ENOMEM;
        gisa_str stem = gisa_endings_stem(&b.ends, w, &length);
        bool body = stem.p && stem.n >= length + 6 && !is_common(stem);
        if (!body && is_university(&b, i, w)) {
            body = true;
            stem = w;
        }
        if (!body) {
            if (claim_places(&b, i, w) < 0) return GISA_ENOMEM;
            continue;
        }
        uint32_t start = words->items[i].span.start;
        uint32_t end = with_parts(&b, i, start + (uint32_t)stem.n, &last);
        if (gisa_claims_put(c, (gisa_span){start, end}, GISA_ENTITY_OG, GISA_NONE,
                            GISA_RANK_SUFFIX) < 0)
            return GISA_ENOMEM;
        i = last;
    }
    return GISA_OK;
}
