/* Numbers with what they count, before it is known which of them are dates: 3조5000억원, 두 명,
 * 15일, 제2회, 오후 3시. */
#ifndef GISA_NLP_FACTS_FIGURE_SCAN_H
#define GISA_NLP_FACTS_FIGURE_SCAN_H

#include "corpus/annotation.h"

typedef enum gisa_quantity_kind {
    GISA_QUANTITY_AMOUNT,  /* 3조원, 26.1%, 12개 */
    GISA_QUANTITY_PERIOD,  /* 3년, 18개월, 71일: how long */
    GISA_QUANTITY_HOURS,   /* 5시간, 20분, 30초 */
    GISA_QUANTITY_ORDINAL, /* 1위, 3학년, 2층, 5번째: a place in a row */
    GISA_QUANTITY_CLOCK,   /* 오후 3시 30분 */
} gisa_quantity_kind;

typedef struct gisa_quantity {
    gisa_span span;
    double value;
    gisa_str unit; /* as in gisa_figure; static or a view into the text */
    gisa_quantity_kind kind;
} gisa_quantity;

/* Moves to the next quantity at or after *at and sets *at past it; false after the last. */
bool gisa_quantity_next(gisa_str text, size_t *at, gisa_quantity *out);

/* Reads a number with Hangul multipliers (1만2천, 3조 5000억, 1,214, 82.4) at byte `at`; returns
 * where it ends, `at` when there is none. */
size_t gisa_number_read(gisa_str text, size_t at, double *value);

#endif
