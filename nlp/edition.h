/* Which edition of the analyser made an index: terms and figures of another edition may differ, so
 * an index of one cannot be searched or written to safely by the next. */
#ifndef GISA_NLP_EDITION_H
#define GISA_NLP_EDITION_H

#include "corpus/tokenizer.h"

#define GISA_EDITION_SHIPPED 16 /* digits of what every user has */
#define GISA_EDITION_CHARS   (GISA_EDITION_SHIPPED + 1 + 12)

/* 16 hex digits over the lexica that ship, the model's checksum, and the terms and figures of a few
 * sentences, so that a change of any shows; then, for a user with a lexicon of their own, "+" and
 * 12 more of that. The same on every machine.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_edition_find(const gisa_tokenizer *t, char out[GISA_EDITION_CHARS + 1],
                              gisa_error *err);

#endif
