/* Lines that recur across the articles of one outlet: found by counting, taken out of bodies.
 *
 * Two passes over a batch: note every article, then clean every one. A line is boilerplate when it
 * stands in at least 5 articles of its outlet and in at least a fifth of them. Single pages are
 * never touched. The outcome depends on the set of articles noted, not on their order. */
#ifndef GISA_INGEST_BOILERPLATE_H
#define GISA_INGEST_BOILERPLATE_H

#include "corpus/article.h"

typedef struct gisa_boilerplate gisa_boilerplate;

gisa_status gisa_boilerplate_open(gisa_boilerplate **out, gisa_error *err);
void gisa_boilerplate_close(gisa_boilerplate *b);

/* Counts the article's lines, each once. Not for several threads at once. Errors: GISA_ENOMEM. */
gisa_status gisa_boilerplate_note(gisa_boilerplate *b, const gisa_article *a, gisa_error *err);

/* Takes recurring lines out of the body; threads may share *b. *dropped (may be NULL) is how many.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_boilerplate_clean(const gisa_boilerplate *b, gisa_article *a, size_t *dropped,
                                   gisa_error *err);

#endif
