#include "nlp/names/entity_learned.h"

static void drop_rules(gisa_claims *c)
{
    size_t n = 0;
    for (size_t i = 0; i < c->n; i++)
        if (c->items[i].rank == GISA_RANK_GAZETTEER) c->items[n++] = c->items[i];
    c->n = n;
}

/* KLUE-NER marks 경남 창원 as one place; here each word is one. */
static gisa_status put_words(gisa_claims *c, gisa_str text, gisa_span s, gisa_entity_type type)
{
    for (uint32_t at = s.start, from; at < s.end;) {
        while (at < s.end && text.p[at] == ' ') at++;
        for (from = at; at < s.end && text.p[at] != ' ';) at++;
        if (at > from &&
            gisa_claims_put(c, (gisa_span){from, at}, type, GISA_NONE, GISA_RANK_LEARNED) < 0)
            return GISA_ENOMEM;
    }
    return GISA_OK;
}

/* The name of the gazetteer that both know; else what was found. */
static gisa_entity known(const gisa_annotation *a, const gisa_entity *e)
{
    for (size_t i = 0; i < a->n_entities && a->entities[i].span.start <= e->span.start; i++)
        if (a->entities[i].span.start == e->span.start && a->entities[i].span.end == e->span.end &&
            a->entities[i].type == e->type)
            return a->entities[i];
    return *e;
}

gisa_status gisa_learned_claim(gisa_recogniser *r, gisa_str text, bool klue, gisa_annotation *a,
                               gisa_claims *c, gisa_error *err)
{
    gisa_recognised found = {0};
    gisa_status st = gisa_recogniser_run(r, text, a, &found, err);
    drop_rules(c);
    for (size_t i = 0; i < found.n && st >= 0; i++) {
        const gisa_entity *e = &found.items[i];
        if (klue)
            st = gisa_claims_put_entity(c, known(a, e), GISA_RANK_KLUE);
        else if (e->type == GISA_ENTITY_LC)
            st = put_words(c, text, e->span, e->type);
        else
            st = gisa_claims_put(c, e->span, e->type, GISA_NONE, GISA_RANK_LEARNED);
    }
    return st;
}
