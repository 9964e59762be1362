/* Numbers with what they count, before it is known which of them are dates: 3조5000억원, 두 명,
 * 15일, 제2회, 오후 3시. */
#ifndef GISA_NLP_FACTS_FIGURE_SCAN_H
#define GISA_NLP_FACTS_FIGURE_SCAN_H

#include "corpus/annotation.h"
#include "nlp/facts/measure.h"
#include "nlp/facts/numeral.h"

typedef struct gisa_quantity {
    gisa_span span;
    double value;
    gisa_str unit; /* as in gisa_figure; static or a view into the text */
    gisa_quantity_kind kind;
} gisa_quantity;

/* Moves to the next quantity at or after *at and sets *at past it; false after the last. */
bool gisa_quantity_next(gisa_str text, size_t *at, gisa_quantity *out);

/* The number at byte `at`, which begins with a digit or, with `word`, a number word, as a quantity
 * has it: with what is after a space when something is counted (1만 2000원). false: none is there.
 */
bool gisa_figure_number(gisa_str text, size_t at, bool word, gisa_numeral *out);

typedef struct gisa_quantities { /* of a text, in the order of their spans */
    gisa_quantity *items;
    size_t n, cap;
} gisa_quantities;

/* Adds all quantities of a text to *out, in the arena. Errors: GISA_ENOMEM. */
gisa_status gisa_quantities_find(gisa_str text, gisa_arena *arena, gisa_quantities *out);

#endif
