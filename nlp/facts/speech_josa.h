/* The josa behind a closing mark by their letters. A word that is read by itself has other readings
 * there: the 는 of 교수(경제학)는 is 늘 and ㄴ. Only the rules for quotes include this. */
#ifndef GISA_NLP_FACTS_SPEECH_JOSA_H
#define GISA_NLP_FACTS_SPEECH_JOSA_H

#include "corpus/annotation.h"

/* Fills out with the one or two josa that text[rest] consists of.
 *
 * Returns: how many; 0: it is no josa. */
size_t gisa_speech_josa(gisa_str text, gisa_span rest, gisa_morph out[2]);

/* Whether a mark closes something at the end of text[0, end): ’ or ). */
bool gisa_speech_closes(gisa_str text, size_t end);

#endif
