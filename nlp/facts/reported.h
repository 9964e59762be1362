/* Speech without marks: …다고 밝혔다. Only the rules for quotes include this. */
#ifndef GISA_NLP_FACTS_REPORTED_H
#define GISA_NLP_FACTS_REPORTED_H

#include "nlp/facts/speaker_name.h"

typedef struct gisa_reported {
    gisa_span span; /* the clause up to its 고 */
    gisa_speaker speaker;
    gisa_span medium; /* who reports what the speaker says: BBC는 … 말했다고 보도했다 */
    size_t word;      /* where the search goes on */
} gisa_reported;

/* The next clause of s->now from word `from` on. Returns whether there is one. Errors:
 * GISA_ENOMEM. */
gisa_status gisa_reported_next(gisa_speakers *s, size_t from, gisa_reported *out, bool *found);

#endif
