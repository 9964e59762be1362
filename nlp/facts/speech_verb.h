/* Verbs of saying, and verbs that have a subject of their own. Only the rules for quotes include
 * this. */
#ifndef GISA_NLP_FACTS_SPEECH_VERB_H
#define GISA_NLP_FACTS_SPEECH_VERB_H

#include "nlp/facts/speech_sentence.h"

/* Whether word i is a verb of saying (밝혔다, 강조하며, 공지를 올렸다 by its noun), not its passive
 * (알려졌다, 전해졌다). */
bool gisa_speech_says(const gisa_speech_sentence *s, size_t i);

/* 했다 and 하고 right after what is said; 한다 is hearsay. */
bool gisa_speech_does(const gisa_speech_sentence *s, size_t i);

/* Whether word i is a verb whose clause ends there with its own subject (내놓자, 발표한), so that a
 * subject before it is not that of a verb after it. */
bool gisa_speech_keeps_subject(const gisa_speech_sentence *s, size_t i);

/* Whether the word is any verb that ends or links a clause. */
bool gisa_speech_is_verb(const gisa_speech_sentence *s, size_t i);

#endif
