/* Keywords of one article: its nouns and names by tf-idf (Salton and Buckley 1988: (1 + ln tf) *
 * ln(N / df)), a name, a word of the title and one of the first two sentences counting more. */
#ifndef GISA_NLP_KEYWORD_H
#define GISA_NLP_KEYWORD_H

#include "corpus/annotation.h"
#include "gisa/analyze.h"

#endif
