/* A brief beside cards of other stories that hold more text than it has.
 *
 * The body's box would be the one around both. A headline with a date or byline tells the brief
 * from an index page: the text right after it, in a box of its own, is the page's story, and the
 * runs of cards after that box are other ones. */
#ifndef GISA_INGEST_PAGE_CARDS_BESIDE_H
#define GISA_INGEST_PAGE_CARDS_BESIDE_H

#include "ingest/page/line_filter.h"

/* Flags the lines of cards that follow a brief GISA_LINE_OTHER.
 *
 * filter: its tree, and as title what the page's head calls the story.
 * dated:  the page's head states when it was published. */
void gisa_cards_beside_mark(const gisa_line_filter *filter, gisa_lines *l, bool dated);

#endif
