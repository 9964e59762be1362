/* Texts of a chart: how wide they are, and where their lines break. */
#ifndef GISA_REPORT_DRAW_CHART_TEXT_H
#define GISA_REPORT_DRAW_CHART_TEXT_H

#include "base/str.h"

/* Estimates the width of a text: Hangul is one em wide, Latin letters and digits about half. */
double gisa_chart_text_width(gisa_str s, double size);

/* Takes the first line of *rest that fits the width, broken at a blank (or, where a word is wider,
 * within it). Returns false when nothing is left. */
bool gisa_chart_text_line(gisa_str *rest, double size, double width, gisa_str *line);

/* How many lines that makes. */
size_t gisa_chart_text_lines(gisa_str text, double size, double width);

#endif
