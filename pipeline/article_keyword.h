/* The keywords of a stored article, scored against the store it is in. */
#ifndef GISA_PIPELINE_ARTICLE_KEYWORD_H
#define GISA_PIPELINE_ARTICLE_KEYWORD_H

#include "corpus/record.h"
#include "gisa/pipeline.h"
#include "nlp/keyword.h"

#define GISA_ARTICLE_KEYWORDS_MAX 10u

/* Analyses the article with the model and picks its keywords.
 *
 * record: with its text; out: lives in the arena and in record->text.
 * Errors: the analyser's and the store's. */
gisa_status gisa_article_keyword_find(const gisa_reader *r, const gisa_record *record,
                                      gisa_arena *arena, gisa_keywords *out, gisa_error *err);

#endif
