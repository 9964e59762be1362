/* Finds organisations and places by rule. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_BODY_H
#define GISA_NLP_NAMES_ENTITY_BODY_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"

/* Claims the words that end as names of organisations do (한울증권), with the parts that follow
 * (한빛대 전산학과), and towns before their people (솔뫼군 주민).
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_bodies_claim(gisa_str text, const gisa_words *words, gisa_claims *c);

#endif
