/* What is between quotation marks, and whether it is speech. Only the rules for quotes include
 * this. */
#ifndef GISA_NLP_FACTS_QUOTE_MARK_H
#define GISA_NLP_FACTS_QUOTE_MARK_H

#include "nlp/facts/speech_sentence.h"

/* Fills the pairs of marks of text[body, end), in order; single marks only where they hold speech.
 * They live in the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_mark_pairs_find(gisa_str text, size_t body, gisa_mark_pairs *out,
                                 gisa_arena *arena);

#endif
