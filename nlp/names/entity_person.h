/* Finds people by rule. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_PERSON_H
#define GISA_NLP_NAMES_ENTITY_PERSON_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"

/* Claims the people of a text: names with their titles or ages, speakers, the proper nouns of
 * a->morphs that look like names, and every other mention of those. A place that the gazetteer has
 * claimed before is passed over.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_people_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                              gisa_claims *c);

#endif
