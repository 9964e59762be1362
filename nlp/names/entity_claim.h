/* Places in the text that finders claim for a name, and which of them remain where they overlap.
 * Private to the finders (nlp/names/entity*.c). */
#ifndef GISA_NLP_NAMES_ENTITY_CLAIM_H
#define GISA_NLP_NAMES_ENTITY_CLAIM_H

#include "corpus/annotation.h"

/* What shows that a name is somebody's, the weakest first. */
typedef enum gisa_evidence {
    GISA_EVIDENCE_NONE,
    GISA_EVIDENCE_ELSEWHERE, /* the same name has some in another place of the text */
    GISA_EVIDENCE_SPEECH,    /* the subject of speech */
    GISA_EVIDENCE_FAR,       /* a title some words away */
    GISA_EVIDENCE_TITLE,     /* with the body that it is of between them */
    GISA_EVIDENCE_BESIDE,    /* a title right beside it */
    GISA_EVIDENCE_PERSONAL, /* what only people have there: 씨, 기자, an age, a mark for speakers */
    GISA_EVIDENCE_AGE,      /* an age and more beside what is a place elsewhere */
} gisa_evidence;

typedef struct gisa_claim {
    gisa_entity entity;
    int rank;               /* the higher wins a place; then the longer, then the earlier */
    gisa_evidence evidence; /* of people by rule */
    bool acts;              /* the title has the josa of a subject */
} gisa_claim;

#define GISA_RANK_QUANTITY  1
#define GISA_RANK_SUFFIX    2 /* organisations and places by their ending */
#define GISA_RANK_PERSON    3
#define GISA_RANK_LEARNED   4 /* by the recogniser */
#define GISA_RANK_TITLED    5 /* people with a title or an age */
#define GISA_RANK_PLACE     6 /* Korean places that a table knows */
#define GISA_RANK_GAZETTEER 7
#define GISA_RANK_CERTAIN   8 /* teams, and people with the name of a place */
#define GISA_RANK_KLUE      9 /* by the recogniser, where its conventions are wanted */

typedef struct gisa_claims {
    gisa_arena *arena;
    gisa_claim *items;
    size_t n, cap;
    size_t n_known; /* of the gazetteer; they come first, in order */
} gisa_claims;

/* Adds a claim. Errors: GISA_ENOMEM. */
gisa_status gisa_claims_put_entity(gisa_claims *c, gisa_entity e, int rank);
gisa_status gisa_claims_put(gisa_claims *c, gisa_span span, gisa_entity_type type, gisa_str id,
                            int rank);

/* The claim of at least `rank` that touches the span, or NULL. */
const gisa_claim *gisa_claims_at(const gisa_claims *c, gisa_span span, int rank);

/* Fills a->entities from the claims: in order, without overlaps. A longer organisation wins over a
 * place inside it, whatever their ranks. Reorders the claims. Errors: GISA_ENOMEM. */
gisa_status gisa_claims_resolve(gisa_claims *c, gisa_annotation *a);

#endif
