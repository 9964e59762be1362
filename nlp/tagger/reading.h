/* The readings of a sentence or of an eojeol in it: the analysis that gisa_annotate gave, then the
 * others, best first, each different in a form, a tag or a span. */
#ifndef GISA_NLP_TAGGER_READING_H
#define GISA_NLP_TAGGER_READING_H

#include "gisa/analyze.h"
#include "nlp/annotate.h"

#endif
