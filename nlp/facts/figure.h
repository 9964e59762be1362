/* Figures with their units: 3조 5000억원, -26.1%, 1만2천개, 500만달러, 2.1배, 두 명, 50분의 1. */
#ifndef GISA_NLP_FACTS_FIGURE_H
#define GISA_NLP_FACTS_FIGURE_H

#include "nlp/facts/figure_scan.h"

/* Fills a->figures from the quantities of the text. Money is in ISO 4217 codes (KRW, USD, CNY, JPY,
 * EUR, GBP); %, %p and 배 as they are; counters as written (개, 명, 건); a model's size (70B) has
 * the unit "파라미터". What belongs to a date in a->dates is left out, so dates come first; so are
 * ages and places in a row.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_figures_find(gisa_str text, const gisa_quantities *quantities, gisa_annotation *a,
                              gisa_error *err);

#endif
