/* One decision an article: what is a name once is one everywhere. Private to nlp/names/entity*.c.
 */
#ifndef GISA_NLP_NAMES_ENTITY_ARTICLE_H
#define GISA_NLP_NAMES_ENTITY_ARTICLE_H

#include "nlp/names/entity_claim.h"
#include "nlp/names/entity_word.h"

/* Claims, for the people, organisations and places of a->entities, every other place where they
 * stand by themselves, unless most of those were passed over with reason; and for organisations
 * the short form in the brackets after them (온누리위원회(온위)), with their id, everywhere too.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_article_claim(gisa_str text, const gisa_words *words, const gisa_annotation *a,
                               gisa_claims *c);

#endif
