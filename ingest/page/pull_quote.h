/* Words of the text that are set apart in large letters. */
#ifndef GISA_INGEST_PAGE_PULL_QUOTE_H
#define GISA_INGEST_PAGE_PULL_QUOTE_H

#include "ingest/page/line_filter.h"

/* Drops the quotes among lines [from, to) whose words a longer line has, too: in blockquotes, in
 * boxes of their own with the name of who says so, in paragraphs of speech that are set otherwise
 * than those around them. In a box named as a quote most of its words suffice. */
void gisa_pull_quotes_drop(const gisa_line_filter *filter, gisa_lines *l, size_t from, size_t to);

#endif
