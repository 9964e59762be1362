/* Places of Korea: cities, counties and districts, and what is smaller behind them. */
#ifndef GISA_NLP_NAMES_ENTITY_PLACE_H
#define GISA_NLP_NAMES_ENTITY_PLACE_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"

/* Claims 강진군, 연제구; 강진 where the text has it whole, behind a province, or when the analyser
 * takes it for a name; 공도읍, 상계동 behind such a place, or when the table knows it and the
 * analyser takes it for a name. Uses a->morphs when there are any.
 *
 * c: has the gazetteer's claims. Errors: GISA_ENOMEM. */
gisa_status gisa_places_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                              gisa_claims *c);

#endif
