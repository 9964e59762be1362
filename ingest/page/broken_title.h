/* A title that line breaks cut: "소금밭 끝에<br>지은 작은 서버실" is one line. */
#ifndef GISA_INGEST_PAGE_BROKEN_TITLE_H
#define GISA_INGEST_PAGE_BROKEN_TITLE_H

#include "ingest/lines.h"

/* Joins lines of one block that are together what a title of the page's head says, or a part of
 * it. titles: GISA_NONE where the page has none. */
void gisa_broken_title_join(gisa_lines *l, const gisa_str *titles, size_t n_titles);

#endif
