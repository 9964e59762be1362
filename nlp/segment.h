/* Where sentences and eojeols begin and end, by the habits of the Korean press.
 *
 * A sentence ends at . ? ! … after a Korean ending or a closing mark, and at every line break.
 * It does not end at a decimal point, in 2020.11.22, at abbreviations (A.I., Dr.), list numbers
 * ("1."; but before one when the item before began it), inside quotation marks or brackets that are
 * followed by 라고, 고, 는, 며 or a josa, or marks by 하고 or 라며 behind a space, in a bracketed
 * byline, nor at an ellipsis after a josa or a linking ending (나는… 모르겠다). What ends without a
 * mark is for nlp/tagger/unpunctuated_end.h. An eojeol is what is between spaces. */
#ifndef GISA_NLP_SEGMENT_H
#define GISA_NLP_SEGMENT_H

#include "nlp/text.h"

/* Indices of code points, [from, to). */
typedef struct gisa_range {
    uint32_t from, to;
} gisa_range;

/* Finds the next sentence at or after *at; it neither begins nor ends with white space, and never
 * crosses a line break. Moves *at past it. Linear in the text as a whole.
 *
 * Returns: false when only white space is left. */
bool gisa_sentence_next(const gisa_text *t, uint32_t *at, gisa_range *out);

/* Finds the next eojeol in [*at, to). Returns: false when only white space is left. */
bool gisa_eojeol_next(const gisa_text *t, uint32_t *at, uint32_t to, gisa_range *out);

#endif
