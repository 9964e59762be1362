/* Families and their members: 딥시크-R1 is deepseek-r1 of the family deepseek, GPT-4o 미니 is
 * gpt-4o-mini of gpt. */
#ifndef GISA_NLP_NAMES_GAZETTEER_MEMBER_H
#define GISA_NLP_NAMES_GAZETTEER_MEMBER_H

#include "nlp/names/gazetteer.h"

/* The entity that a hit is. With a version behind its name it is a member of its own, whose id is
 * that of the name and the version, in lower-case Latin, hyphens between the parts; the family is
 * that of the name, or the name itself.
 *
 * text: where the hit was found. out: ids are the gazetteer's or live in the arena.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_gazetteer_member(const gisa_gazetteer *g, const gisa_gazetteer_hit *hit,
                                  gisa_str text, gisa_arena *arena, gisa_entity *out);

#endif
