/* Who said what: quotations in the body with their speakers. */
#ifndef GISA_NLP_FACTS_QUOTE_H
#define GISA_NLP_FACTS_QUOTE_H

#include "corpus/annotation.h"

/* Fills a->quotes: direct ones (“…”라고 말했다) and reported ones (…다고 밝혔다, direct = false).
 * The speaker is the subject near the quotation; 유 교수, 그는 and a quotation that goes on lead
 * back to the person named before. Uses a->entities and a->sentences, which come first.
 *
 * body: byte offset where the body begins; quotations in the title are no quotes.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_quotes_find(gisa_str text, size_t body, gisa_annotation *a, gisa_error *err);

#endif
