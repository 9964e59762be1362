/* Captions among the lines of the text itself: right below a picture, in no box of their own. */
#ifndef GISA_INGEST_PAGE_PICTURE_LINE_H
#define GISA_INGEST_PAGE_PICTURE_LINE_H

#include "ingest/page/line_filter.h"

/* Drops the captions among lines [from, to) that are kept. */
void gisa_picture_lines_drop(const gisa_line_filter *filter, gisa_lines *l, size_t from, size_t to);

#endif
