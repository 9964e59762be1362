/* What stands above the head of a wire report inside the body's box. */
#ifndef GISA_INGEST_PAGE_ABOVE_WIRE_H
#define GISA_INGEST_PAGE_ABOVE_WIRE_H

#include "ingest/page/line_filter.h"

/* A wire head begins the story wherever it is (ingest/fields/wire_head.h). Among lines [from, to)
 * that are kept, headings above it are a subtitle, short lines the page's own, and sentences that
 * come again below a summary; all of them go. Where a paragraph above it says something of its own,
 * as in a round-up, everything stays. */
void gisa_above_wire_drop(gisa_lines *l, size_t from, size_t to);

#endif
