/* Cards of other stories inside the body's box: three or more boxes alike in a row, each with a
 * picture or headline that is a link to the same site, and no more text than a teaser.
 *
 * They may be anywhere, between the paragraphs as well as after them. Where they hold more than the
 * rest of the text they are what the page is about, and stay. */
#ifndef GISA_INGEST_PAGE_CARD_RUN_H
#define GISA_INGEST_PAGE_CARD_RUN_H

#include "ingest/page/line_filter.h"

/* Flags the lines of cards in filter->root GISA_LINE_CARD; max_weight: of all text of one. Needs
 * filter->tree. */
void gisa_card_runs_mark(const gisa_line_filter *filter, gisa_lines *l, float max_weight);

/* Drops the cards among lines [from, to) that are kept. Needs filter->tree. */
void gisa_card_runs_drop(const gisa_line_filter *filter, gisa_lines *l, size_t from, size_t to);

#endif
