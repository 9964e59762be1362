/* Abbreviations of Latin letters whose point is a part of them: Dr., No. (before a number), vs.,
 * U.S., A.I., Ph.D. */
#ifndef GISA_NLP_WORD_ABBREVIATION_H
#define GISA_NLP_WORD_ABBREVIATION_H

#include "nlp/text.h"

/* Behind the point of an abbreviation that begins at i (not inside a run of letters); i when there
 * is none. */
uint32_t gisa_abbreviation_end(const gisa_text *t, uint32_t i);

/* Whether the point at `at`, in a text or sentence that begins at `from`, is the last one of an
 * abbreviation. */
bool gisa_is_abbreviation_point(const gisa_text *t, uint32_t from, uint32_t at);

#endif
