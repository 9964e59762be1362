/* An article with what analysis found in it: what the analysis threads hand to the one writer. */
#ifndef GISA_CORPUS_RECORD_H
#define GISA_CORPUS_RECORD_H

#include "corpus/annotation.h"
#include "corpus/article.h"
#include "corpus/tokenizer.h"
#include "gisa/record.h"

#endif
