/* How exactly a figure is meant: 약 30명, 30여 명, 최대 30명, 30명이 넘는. */
#ifndef GISA_NLP_FACTS_FIGURE_BOUND_H
#define GISA_NLP_FACTS_FIGURE_BOUND_H

#include "corpus/annotation.h"

/* The bound of the figure in the span, by the words around and inside it. Never a range. */
gisa_bound gisa_figure_bound(gisa_str text, gisa_span figure);

/* The bytes of the dash of a range at byte `at` (3~5), perhaps with blanks around a tilde; 0: none.
 */
size_t gisa_figure_dash(gisa_str text, size_t at);

#endif
