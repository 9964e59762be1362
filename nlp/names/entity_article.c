#include "nlp/names/entity_article.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "corpus/wordlist.h"
#include "nlp/names/gazetteer_edge.h"

enum {
    NAME_MIN = 6,   /* bytes: two syllables */
    SURE_MIN = 9,   /* and so many to be sought when it was found only once */
    SHORT_MAX = 18, /* of a short form in brackets */
    PASSED_MAX = 2, /* for each place found, so many may have been passed over */
    SLOTS = 512,    /* of names by their first bytes */
};

typedef struct known_name {
    gisa_str text;
    gisa_entity entity;    /* the first */
    uint32_t found, stand; /* places where it is one; where it stands by itself */
    uint32_t next;         /* of its slot, plus one; 0: none */
} known_name;

typedef struct article {
    gisa_str text;
    const gisa_words *words;
    gisa_claims *claims;
    known_name *names;
    size_t n, cap;
    uint32_t first[SLOTS]; /* plus one; 0: none */
} article;

static bool is_name(gisa_entity_type type)
{
    return type == GISA_ENTITY_PS || type == GISA_ENTITY_LC || type == GISA_ENTITY_OG;
}

/* The slot of the names that begin with the first bytes of the text. */
static uint32_t *slot_of(article *p, const char *text)
{
    return &p->first[gisa_hash64((gisa_str){text, NAME_MIN}, 0) % SLOTS];
}

static gisa_status put_name(article *p, const gisa_entity *e)
{
    gisa_str text = gisa_span_text(e->span, p->text);
    uint32_t *slot = slot_of(p, text.p), last = 0;
    for (uint32_t k = *slot; k; k = p->names[k - 1].next) {
        if (gisa_str_eq(p->names[k - 1].text, text)) {
            p->names[k - 1].found++;
            return GISA_OK;
        }
        last = k;
    }
    if (GISA_ARENA_GROW(p->claims->arena, p->names, p->n, p->cap) < 0) return GISA_ENOMEM;
    p->names[p->n++] = (known_name){.text = text, .entity = *e, .found = 1};
    *(last ? &p->names[last - 1].next : slot) = (uint32_t)p->n;
    return GISA_OK;
}

/* 안드레스 이니에스타 is called 이니에스타 from then on. */
static gisa_status put_last_word(article *p, const gisa_entity *e)
{
    gisa_entity last = *e;
    if (e->type != GISA_ENTITY_PS) return GISA_OK;
    while (last.span.start < e->span.end && p->text.p[last.span.start] != ' ') last.span.start++;
    if (last.span.start == e->span.end) return GISA_OK;
    if (last.span.start - e->span.start < NAME_MIN) return GISA_OK; /* 박 당선인 */
    for (last.span.start = e->span.end; p->text.p[last.span.start - 1] != ' ';) last.span.start--;
    gisa_str word = gisa_span_text(last.span, p->text);
    bool common = gisa_wordlist_find(&gisa_list_not_names, word) != NULL;
    return common || word.n < SURE_MIN ? GISA_OK : put_name(p, &last);
}

/* Whether all characters of a short form are in the name, in its order. */
static bool abbreviates(gisa_str form, gisa_str name)
{
    uint32_t want = 0, have;
    size_t at = 0, next = 0;
    if (gisa_str_eq(form, name)) return false;
    while (at < form.n) {
        at += gisa_utf8_next(form, at, &want);
        do {
            if (next >= name.n) return false;
            next += gisa_utf8_next(name, next, &have);
        } while (have != want);
    }
    return true;
}

/* 온누리위원회(온위), 온누리위원회(이하 온위) */
static gisa_status put_short_form(article *p, const gisa_entity *e)
{
    static const gisa_str hence = {"이하 ", 7};
    size_t at = e->span.end;
    if (e->type != GISA_ENTITY_OG || at >= p->text.n || p->text.p[at] != '(') return GISA_OK;
    if (gisa_str_starts(gisa_str_cut(p->text, at + 1, p->text.n), hence)) at += hence.n;
    gisa_str form = gisa_hangul_run(p->text, at + 1);
    size_t end = at + 1 + form.n;
    if (form.n < NAME_MIN || form.n > SHORT_MAX || end >= p->text.n || p->text.p[end] != ')')
        return GISA_OK;
    if (!abbreviates(form, gisa_span_text(e->span, p->text))) return GISA_OK;
    gisa_entity short_form = *e;
    short_form.span = (gisa_span){(uint32_t)at + 1, (uint32_t)end};
    if (gisa_claims_put_entity(p->claims, short_form, GISA_RANK_LEARNED) < 0) return GISA_ENOMEM;
    if (put_name(p, &short_form) < 0) return GISA_ENOMEM;
    for (uint32_t k = *slot_of(p, form.p); k; k = p->names[k - 1].next)
        if (gisa_str_eq(p->names[k - 1].text, form)) /* defined: sought whatever was passed over */
            p->names[k - 1].found = (uint32_t)p->words->n + 1;
    return GISA_OK;
}

/* Where the name stands at a word, or an empty span. */
static gisa_span stands(const article *p, const gisa_word *w, const known_name *k)
{
    size_t end = w->span.start + k->text.n;
    if (end > p->text.n || memcmp(p->text.p + w->span.start, k->text.p, k->text.n) != 0)
        return (gisa_span){0, 0};
    if (!gisa_name_ends(p->text, w->span.start, end)) return (gisa_span){0, 0};
    return (gisa_span){w->span.start, (uint32_t)end};
}

/* Counts where the names stand, or claims those places. */
static gisa_status seek(article *p, bool claim)
{
    for (size_t i = 0; i < p->words->n; i++) {
        const gisa_word *w = &p->words->items[i];
        if (w->span.start + NAME_MIN > p->text.n) break;
        for (uint32_t k = *slot_of(p, p->text.p + w->span.start); k; k = p->names[k - 1].next) {
            known_name *name = &p->names[k - 1];
            gisa_span s = stands(p, w, name);
            if (!s.end) continue;
            if (!claim) name->stand++;
            bool sure = name->text.n >= SURE_MIN || name->found > 1;
            if (!claim || !sure || name->found * (1 + PASSED_MAX) < name->stand) continue;
            gisa_entity e = name->entity;
            e.span = s;
            /* 요시히데 alone was found where 스가 요시히데 is written */
            bool wider = e.type == GISA_ENTITY_PS && memchr(name->text.p, ' ', name->text.n);
            int rank = wider ? GISA_RANK_LEARNED : GISA_RANK_PERSON;
            if (gisa_claims_put_entity(p->claims, e, rank) < 0) return GISA_ENOMEM;
        }
    }
    return GISA_OK;
}

gisa_status gisa_article_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                               gisa_claims *c)
{
    article p = {.text = text, .words = words, .claims = c};
    for (size_t i = 0; i < a->n_entities; i++) {
        const gisa_entity *e = &a->entities[i];
        if (!is_name(e->type) || e->span.end - e->span.start < NAME_MIN) continue;
        if (e->id.p == NULL && (put_name(&p, e) < 0 || put_last_word(&p, e) < 0))
            return GISA_ENOMEM;
        if (put_short_form(&p, e) < 0) return GISA_ENOMEM;
    }
    if (!p.n) return GISA_OK;
    gisa_status st = seek(&p, false);
    return st < 0 ? st : seek(&p, true);
}
