/* Parts of a body that the page itself offers to skip, for those who hear it: "팟캐스트 건너뛰기"
 * leads to the end of an advertisement for one, within the text. */
#ifndef GISA_INGEST_PAGE_SKIPPED_PART_H
#define GISA_INGEST_PAGE_SKIPPED_PART_H

#include "ingest/page/line_filter.h"

/* Drops what is between such a link and its target; lines [from, to) are the body. */
void gisa_skipped_parts_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to);

#endif
