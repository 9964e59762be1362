/* What a figure counts and whose it is: 네이버의 매출은 1조원, 이용자 300만 명. */
#ifndef GISA_NLP_FACTS_FIGURE_CLAIM_H
#define GISA_NLP_FACTS_FIGURE_CLAIM_H

#include "corpus/annotation.h"

/* Fills noun and owner of a->figures where their sentences say them, from its eojeols, morphemes
 * and entities; without these nothing is filled. */
void gisa_figures_claim(gisa_str text, gisa_annotation *a);

#endif
