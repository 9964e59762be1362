/* The minus of a figure: -3.0%, −1200억원, 마이너스 0.4%, (△3.2%). */
#ifndef GISA_NLP_FACTS_FIGURE_SIGN_H
#define GISA_NLP_FACTS_FIGURE_SIGN_H

#include "base/str.h"

/* Whether a minus is before the figure (its number, or its sign of money) at byte *start, which
 * then moves to where the minus begins. share: it is a share or money, not a count.
 *
 * A hyphen is a minus where nothing runs into it; one that begins a line is a bullet, unless a
 * share follows. A triangle is one in brackets only: △ where the line has no ▽, ▲ where it has no ▼
 * and says that something fell; else triangles are bullets, or mean a rise. */
bool gisa_figure_sign(gisa_str text, bool share, size_t *start);

#endif
