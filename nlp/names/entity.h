/* Named entities: the gazetteer's names, then people, organisations, places and models found by
 * the words around them, then the dates, times and quantities. */
#ifndef GISA_NLP_NAMES_ENTITY_H
#define GISA_NLP_NAMES_ENTITY_H

#include "nlp/names/gazetteer.h"

/* Fills a->entities: ordered, without overlaps; where two claim a place, the gazetteer wins, then
 * the longer one. Uses a->dates and a->figures, which come first, and morphemes when there are any.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_entities_find(const gisa_gazetteer *g, gisa_str text, gisa_annotation *a,
                               gisa_error *err);

#endif
