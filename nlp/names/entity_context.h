/* What a name is by what is beside it in the article: the noun before it (일간지 가온, 태풍
 * 볼라벤), and what it is elsewhere in the text. Private to nlp/names/entity*.c. */
#ifndef GISA_NLP_NAMES_ENTITY_CONTEXT_H
#define GISA_NLP_NAMES_ENTITY_CONTEXT_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"
#include "nlp/names/recogniser.h"

/* Gives the recogniser's claims one type for each name: that of a noun before it, else the one that
 * it has most often. Drops those whose noun says that they are none (a typhoon), and claims what is
 * in marks after such a noun (일간지 ‘가온’).
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_context_settle(const gisa_recogniser *r, gisa_str text, const gisa_words *words,
                                gisa_claims *c);

#endif
