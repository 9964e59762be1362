/* Analysis of one text: sentences, eojeols, morphemes; then names, quotes, dates and figures.
 *
 *     gisa_analyzer_open(&opts, &analyzer, err);         once, shared by all threads
 *     gisa_analysis_open(analyzer, &work, err);          one a thread
 *     gisa_annotate(work, text, &how, &annotation, err); for each text
 *
 * All spans are bytes of the text as it was given. The same text gives the same annotation,
 * whatever was analysed before. */
#ifndef GISA_NLP_ANNOTATE_H
#define GISA_NLP_ANNOTATE_H

#include "base/time.h"
#include "corpus/annotation.h"
#include "corpus/tokenizer.h"
#include "gisa/analyze.h"

#endif
