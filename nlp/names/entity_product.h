/* Claims products and models that no list has. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_PRODUCT_H
#define GISA_NLP_NAMES_ENTITY_PRODUCT_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"
#include "nlp/names/recogniser.h"

/* Adds claims: names with a word of a product after them (가온 미사일, V9 세단, ‘가온’ 앱), what is
 * brought out (V9를 출시), letters with a number that are listed with one of those, and all other
 * places of the same names in the text. The recogniser's and the rules' claims must be there.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_products_claim(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                                const gisa_annotation *a, gisa_claims *c);

#endif
