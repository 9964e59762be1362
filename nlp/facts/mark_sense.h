/* Whether quotation marks hold speech, or a name, a title, a term. Only the rules for quotes
 * include this. */
#ifndef GISA_NLP_FACTS_MARK_SENSE_H
#define GISA_NLP_FACTS_MARK_SENSE_H

#include "nlp/facts/speech_sentence.h"

typedef enum gisa_mark_sense {
    GISA_MARK_NAME,   /* something is named, or nothing is said */
    GISA_MARK_EITHER, /* a few words between double marks: the rest of the article decides */
    GISA_MARK_SPEECH,
} gisa_mark_sense;

/* How what begins at `at`, behind a closing mark, takes up the quotation; *rest begins after
 * it. */
gisa_taking gisa_mark_taking(gisa_str text, size_t at, size_t *rest);

/* Whether words end as speech does: with a mark or a final ending, not in a noun. */
bool gisa_ends_as_speech(gisa_str s);

/* What the marks of a pair hold, by what is inside and beside them; pair->taking is filled.
 * single: they are single ones. */
gisa_mark_sense gisa_mark_sense_of(gisa_str text, gisa_mark_pair *pair, bool single);

/* Whether what a pair holds stands in text[body, end) once more: a term. */
bool gisa_mark_is_term(gisa_str text, size_t body, const gisa_mark_pair *pair);

#endif
