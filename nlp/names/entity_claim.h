/* Places in the text that finders claim for a name, and what remains when they overlap. Only
 * entity*.c includes this. */
#ifndef GISA_NLP_NAMES_ENTITY_CLAIM_H
#define GISA_NLP_NAMES_ENTITY_CLAIM_H

#include "nlp/names/entity_word.h"

typedef struct gisa_claim {
    gisa_entity entity;
    int rank; /* the higher wins a place; then the longer, then the earlier */
} gisa_claim;

#define GISA_RANK_QUANTITY  1
#define GISA_RANK_SUFFIX    2 /* organisations and places by their ending */
#define GISA_RANK_PERSON    3
#define GISA_RANK_GAZETTEER 4

typedef struct gisa_claims {
    gisa_arena *arena;
    gisa_claim *items;
    size_t n, cap;
} gisa_claims;

gisa_status gisa_claims_put(gisa_claims *c, gisa_span span, gisa_entity_type type, gisa_str id,
                            int rank);

/* The claim of at least `rank` that touches the span, or NULL. */
const gisa_claim *gisa_claims_at(const gisa_claims *c, gisa_span span, int rank);

/* The finders by rule; each appends. The gazetteer's claims stand there already.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_people_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                              gisa_claims *c);
gisa_status gisa_bodies_claim(gisa_str text, const gisa_words *words, gisa_claims *c);

#endif
