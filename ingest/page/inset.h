/* Boxes set into the text that are no part of it: tables of figures, a share's price, a person's
 * dates, polls, sign-ups. They are beside paragraphs in the same box and hold no paragraph. */
#ifndef GISA_INGEST_PAGE_INSET_H
#define GISA_INGEST_PAGE_INSET_H

#include "ingest/page/line_filter.h"

/* Drops the insets among lines [from, to) that are kept. Nothing where filter->tree is NULL. */
void gisa_insets_drop(const gisa_line_filter *filter, gisa_lines *l, size_t from, size_t to);

#endif
