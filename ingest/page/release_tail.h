/* The end of a press release: who gave it out, and whom to ask. */
#ifndef GISA_INGEST_PAGE_RELEASE_TAIL_H
#define GISA_INGEST_PAGE_RELEASE_TAIL_H

#include "ingest/page/line_filter.h"

/* Drops what follows "가나다 소개" or "About Gana" to the end, where it is about whom the release
 * begins with, and a contact is below. */
void gisa_release_tail_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to);

#endif
