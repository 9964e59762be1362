/* How far a name goes that the recogniser found, and what it is, where gisa's conventions are not
 * KLUE-NER's or a table knows better. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_SHAPE_H
#define GISA_NLP_NAMES_ENTITY_SHAPE_H

#include "corpus/annotation.h"

/* Mends span and type of a person, place or body: to the end of its word; without a title
 * (구본충 부교육감), a department (한빛대 교육학과) or a common word after a place (가온산 화산);
 * with the word that makes a place whole (파라 주). The type is the one that the ending tells.
 *
 * known:   a list has the name as it is, so it ends where it does.
 * Returns: false when nothing of the name is left. */
bool gisa_name_shape(gisa_str text, bool known, gisa_entity *e);

#endif
