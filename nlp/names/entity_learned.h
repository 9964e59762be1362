/* Claims what the recogniser finds, in gisa's conventions. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_LEARNED_H
#define GISA_NLP_NAMES_ENTITY_LEARNED_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/recogniser.h"

/* Replaces what rules claim by what the recogniser finds; names of the gazetteer stay. Uses
 * a->entities as what the rules say.
 *
 * klue: the recogniser's names as they are, and before those of the gazetteer. Otherwise a place of
 *       several words is cut into its words, and what the gazetteer knows stands.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_learned_claim(gisa_recogniser *r, gisa_str text, bool klue, gisa_annotation *a,
                               gisa_claims *c, gisa_error *err);

#endif
