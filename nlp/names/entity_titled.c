#include "nlp/names/entity_titled.h"

#include "corpus/wordlist.h"
#include "nlp/names/entity_word.h"

enum {
    MENTIONS_MAX = 5, /* of a common noun, for each place where it has a title */
    ENOUGH = 2,
};

typedef struct person {
    gisa_str name;
    gisa_evidence best;
    uint32_t shown, mentions; /* places with evidence that counts; all places */
    unsigned weight;          /* of that evidence */
    bool is_noun;             /* a list of common nouns has it */
} person;

typedef struct people {
    person *items;
    size_t n, cap;
} people;

static bool is_nominal(gisa_tag tag)
{
    switch (tag) {
    case GISA_TAG_NNG:
    case GISA_TAG_NNP:
    case GISA_TAG_NNB:
    case GISA_TAG_NR:
    case GISA_TAG_XSN:
    case GISA_TAG_XR:
    case GISA_TAG_SH: return true;
    default: return false;
    }
}

/* Whether the analyser's reading of a word may be a name: nouns to the end (양 + 소유, but not 차장
 * + 이, nor the adverb 지금). *cut: a proper noun with more behind it, which may be a name with its
 * josa (임호 + 은). */
static bool reads_as_name(const gisa_annotation *a, gisa_span s, bool *proper, bool *cut)
{
    size_t i = gisa_morphs_from(a, s.start);
    *proper = *cut = false;
    if (i == a->n_morphs || a->morphs[i].span.start != s.start) return false;
    *proper = a->morphs[i].tag == GISA_TAG_NNP;
    while (i + 1 < a->n_morphs && a->morphs[i + 1].span.start < s.end) i++;
    bool nominal = a->morphs[i].span.end == s.end && is_nominal(a->morphs[i].tag);
    *cut = *proper && !nominal;
    return nominal || *proper;
}

/* How much a place says; a common noun with a title beside it (여권 후보) takes more than one. */
static unsigned weight(const gisa_claim *claim, gisa_str name, const person *one, bool proper,
                       bool cut)
{
    gisa_evidence e = claim->evidence;
    if (e >= GISA_EVIDENCE_PERSONAL) return ENOUGH;
    if (cut)
        return e == GISA_EVIDENCE_BESIDE || (e == GISA_EVIDENCE_TITLE && claim->acts) ? ENOUGH : 0;
    if (proper || !one->is_noun) return ENOUGH;
    bool looks = e >= GISA_EVIDENCE_FAR && gisa_name_look_of(name) == GISA_LOOK_STRONG;
    bool close = e >= GISA_EVIDENCE_TITLE;
    return (unsigned)(looks || close) + (claim->acts && close);
}

static person *person_of(people *p, gisa_str name)
{
    for (size_t i = 0; i < p->n; i++)
        if (gisa_str_eq(p->items[i].name, name)) return &p->items[i];
    return NULL;
}

/* 장-피에르: what follows the hyphen of a name is no name by itself. */
static bool is_second_half(gisa_str text, const gisa_claim *claim)
{
    uint32_t start = claim->entity.span.start;
    return start > 1 && text.p[start - 1] == '-' && text.p[start - 2] != ' ';
}

/* 루이 벨몬드 파리 시장: a place between a person and the office of that place. */
static bool is_of_office(const gisa_recogniser *r, gisa_str text, const gisa_recognised *found,
                         const gisa_claim *claim)
{
    gisa_span s = claim->entity.span;
    if (s.start < 2 || text.p[s.start - 1] != ' ' || claim->evidence >= GISA_EVIDENCE_PERSONAL ||
        !(gisa_recogniser_lists(r, gisa_span_text(s, text)) & GISA_NAME_LIST_PLACES))
        return false;
    for (size_t i = 0; i < found->n; i++)
        if (found->items[i].type == GISA_ENTITY_PS && found->items[i].span.end + 1 == s.start)
            return true;
    return false;
}

static gisa_status look_at(people *p, const gisa_recogniser *r, gisa_str text,
                           const gisa_annotation *a, gisa_claims *c, const gisa_claim *claim)
{
    gisa_str name = gisa_span_text(claim->entity.span, text);
    person *one = person_of(p, name);
    bool proper, cut;
    if (!one) {
        if (GISA_ARENA_GROW(c->arena, p->items, p->n, p->cap) < 0) return GISA_ENOMEM;
        one = &p->items[p->n++];
        *one = (person){.name = name,
                        .is_noun = (gisa_recogniser_lists(r, name) & GISA_NAME_LIST_NOUNS) != 0};
    }
    if (claim->evidence == GISA_EVIDENCE_ELSEWHERE) {
        one->mentions++;
    } else if (reads_as_name(a, claim->entity.span, &proper, &cut)) {
        one->shown++;
        one->weight += weight(claim, name, one, proper, cut);
        if (claim->evidence > one->best) one->best = claim->evidence;
    }
    return GISA_OK;
}

static bool is_person(const person *one)
{
    if (!one || one->weight < ENOUGH) return false;
    return !one->is_noun || one->best == GISA_EVIDENCE_AGE ||
           one->shown * MENTIONS_MAX >= one->mentions;
}

gisa_status gisa_titled_settle(const gisa_recogniser *r, gisa_str text, const gisa_annotation *a,
                               const gisa_recognised *found, gisa_claims *c)
{
    people p = {0};
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (c->items[i].evidence && !is_second_half(text, &c->items[i]) &&
            !is_of_office(r, text, found, &c->items[i]) &&
            look_at(&p, r, text, a, c, &c->items[i]) < 0)
            return GISA_ENOMEM;
    for (size_t i = 0; i < c->n; i++) {
        gisa_claim claim = c->items[i];
        if (claim.rank < GISA_RANK_PLACE) {
            const person *one = claim.evidence
                                    ? person_of(&p, gisa_span_text(claim.entity.span, text))
                                    : NULL;
            if (!is_person(one)) continue;
            if (one->best == GISA_EVIDENCE_AGE)
                claim.rank = GISA_RANK_CERTAIN;
            else if (one->best >= GISA_EVIDENCE_FAR)
                claim.rank = GISA_RANK_TITLED;
        }
        c->items[n++] = claim;
    }
    c->n = n;
    return GISA_OK;
}
