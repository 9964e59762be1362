/* Words that the user says are the same: 핸드폰 = 휴대전화. Like concepts (nlp/names/concept.h)
 * they only widen queries, so the index knows nothing of them.
 *
 * A line has two or more words, of several words each if need be, separated by = or tabs; "#"
 * begins a comment. Case, spacing and hyphens make no other word. A word in two lines joins them.
 */
#ifndef GISA_NLP_NAMES_SYNONYM_H
#define GISA_NLP_NAMES_SYNONYM_H

#include "base/buf.h"
#include "corpus/tokenizer.h"

#define GISA_SYNONYMS_MAX 100 /* words that are the same: a query for one looks all of them up */

typedef struct gisa_synonyms gisa_synonyms; /* immutable, shared by threads */

/* Reads a file; the texts are copied.
 *
 * notes:  may be NULL; gets what a user should know, a line each.
 * Errors: GISA_EINVAL and GISA_EENCODING with the line, GISA_ELIMIT (too many that are the same),
 *         GISA_ENOMEM. */
gisa_status gisa_synonyms_open(gisa_str file, gisa_synonyms **out, gisa_buf *notes,
                               gisa_error *err);
void gisa_synonyms_close(gisa_synonyms *s); /* NULL is fine */

/* The words that are the same as `name`, itself included, in the order of their bytes; whatever the
 * order of the lines. Returns: how many; 0: no line has it. */
size_t gisa_synonyms_find(const gisa_synonyms *s, gisa_str name, const gisa_str **out);

#endif
