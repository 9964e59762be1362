/* The tokenizer's interface (gisa/tokenizer.h), and making terms. */
#ifndef GISA_CORPUS_TOKENIZER_H
#define GISA_CORPUS_TOKENIZER_H

#include "base/arena.h"
#include "gisa/tokenizer.h"

/* Writes a form as terms have it, in lower case without hyphens, whole characters of it; returns
 * its length. */
size_t gisa_term_lower(gisa_str form, char *out, size_t max);

/* Appends a term; form is copied (clipped to GISA_TERM_MAX at a character). Errors: GISA_ENOMEM. */
gisa_status gisa_terms_put(gisa_terms *t, gisa_str form, size_t start, size_t end, bool colocated);

/* Makes *out (cleared first) a copy that takes no more room than it needs. Errors: GISA_ENOMEM. */
gisa_status gisa_terms_pack(const gisa_terms *from, gisa_terms *out);
void gisa_terms_reset(gisa_terms *t);

#endif
