/* Claims names by a word in them that says what they are. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_KIND_H
#define GISA_NLP_NAMES_ENTITY_KIND_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"
#include "nlp/names/recogniser.h"

/* Adds claims: clubs (FC 가온, 가온 나루 CF), bodies of several words (국제 가온 연맹), and places
 * that nobody claimed (나루대교). The recogniser's and the rules' claims must be there.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_kinds_claim(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                             const gisa_annotation *a, gisa_claims *c);

#endif
