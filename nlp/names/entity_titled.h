/* Which people that rules have found are people: the recogniser's word against a title, an age or
 * speech beside the name. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_TITLED_H
#define GISA_NLP_NAMES_ENTITY_TITLED_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/recogniser.h"

/* Drops what rules claim below GISA_RANK_PLACE, but for people with evidence whose name the
 * analyser may read as one. A name is decided once for the whole text; with a title or an age its
 * claims get GISA_RANK_TITLED. found: what the recogniser found; no place right after a person of
 * it is the next one (루이 벨몬드 파리 시장).
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_titled_settle(const gisa_recogniser *r, gisa_str text, const gisa_annotation *a,
                               const gisa_recognised *found, gisa_claims *c);

#endif
