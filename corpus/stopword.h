/* Words that reports leave out. */
#ifndef GISA_CORPUS_STOPWORD_H
#define GISA_CORPUS_STOPWORD_H

#include "gisa/stopword.h"

/* How many words there are. */
size_t gisa_stopwords_count(const gisa_stopwords *s);

#endif
