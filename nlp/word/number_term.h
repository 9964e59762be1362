/* Numbers as terms: the value in plain digits, however it is written. 11만5천, 11.5만, 115,000 and
 * １１５０００ are 115000; 3조 5천억 and 3.5조 are 3500000000000. The grammar, and what belongs to
 * a number after a space (1만 2000원), are those of figures (nlp/facts/figure_scan.h).
 *
 * What has neither a unit of ten nor commas stays as it is written: 2025, 3.50, 007, 2025.3.1. */
#ifndef GISA_NLP_WORD_NUMBER_TERM_H
#define GISA_NLP_WORD_NUMBER_TERM_H

#include "corpus/annotation.h"

#define GISA_NUMBER_TERM_MAX 40 /* bytes */

typedef struct gisa_number_term {
    char form[GISA_NUMBER_TERM_MAX];
    size_t n;
    gisa_span span; /* where it is written */
    bool word;      /* it begins with a word (삼천오백), which is a term as well */
} gisa_number_term;

/* The value that is written from the beginning of the i-th morpheme on; false when none is, or it
 * is written in plain digits. */
bool gisa_number_term_read(gisa_str text, const gisa_annotation *a, size_t i,
                           gisa_number_term *out);

/* The value of a typed word of Hangul (천만, 삼천오백); false when it may be another word (이천,
 * 오만, 구조). */
bool gisa_number_term_of_word(gisa_str word, gisa_number_term *out);

#endif
