/* Two spellings of one name, as texts introduce them in brackets: 럭스 캐피탈(Lux Capital),
 * 가온군의회(군의회), 과학기술정보통신부(이하 과기정통부). */
#ifndef GISA_NLP_NAMES_BRACKET_PAIR_H
#define GISA_NLP_NAMES_BRACKET_PAIR_H

#include "nlp/annotate.h"

typedef struct gisa_bracket_pair {
    gisa_span name;  /* before the bracket */
    gisa_span other; /* in it */
    gisa_str id;     /* of the name that the lexicon has by one of them, or GISA_NONE; the
                        analyser's */
    bool adds_name;  /* it has that name by `other` */
    gisa_entity_type type;
    bool guessed;                   /* the type, by how they end */
    bool common_name, common_other; /* also a common noun */
} gisa_bracket_pair;

typedef struct gisa_bracket_pairs {
    gisa_bracket_pair *items; /* in the order of the text, in the arena given */
    size_t n, cap;
} gisa_bracket_pairs;

/* Finds the pairs of a text that are names and of which the lexicon has one spelling or none.
 *
 * A name before the bracket is the words that sound as what is in it, or hold its syllables; else
 * the entity that ends there, else the proper noun. What explains (교수(경제학)), counts or numbers
 * (10기가와트(GW), 42), is the code of a share, or is another name (김나루(KAIST)) is no pair.
 *
 * text:     valid UTF-8; entities: of it, ordered, n of them.
 * arena:    holds *out, which is emptied first.
 * Errors:   GISA_ENOMEM. */
gisa_status gisa_bracket_pairs_find(gisa_analysis *work, gisa_str text, const gisa_entity *entities,
                                    size_t n, gisa_arena *arena, gisa_bracket_pairs *out,
                                    gisa_error *err);

#endif
