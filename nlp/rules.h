/* A first analyser by rules alone: josa and eomi are stripped from the end of an eojeol, final
 * consonants must agree, numbers and letters stay whole. It knows no words. */
#ifndef GISA_NLP_RULES_H
#define GISA_NLP_RULES_H

#include "nlp/piece.h"

/* Appends the morphemes of one eojeol. Errors: GISA_ENOMEM. */
gisa_status gisa_rules_run(const gisa_text *t, gisa_range eojeol, gisa_pieces *out,
                           gisa_error *err);

/* The tag of a character that the character alone decides (SF, SP, SS, SE, SO, SW, SL, SH, SN),
 * GISA_TAG_COUNT for Hangul and jamo. */
gisa_tag gisa_rules_symbol(uint32_t cp);

#endif
