/* Where the text begins and ends among the lines of its box: scraps before the first running text
 * (decks, crumbs) and after the last one are none. */
#ifndef GISA_INGEST_PAGE_TEXT_ENDS_H
#define GISA_INGEST_PAGE_TEXT_ENDS_H

#include "ingest/page/line_filter.h"

/* Drops what is before and after the text among lines [from, to) that are kept. */
void gisa_text_ends_trim(const gisa_line_filter *filter, gisa_lines *l, size_t from, size_t to);

#endif
