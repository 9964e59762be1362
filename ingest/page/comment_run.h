/* Comments of readers under a head that counts them. */
#ifndef GISA_INGEST_PAGE_COMMENT_RUN_H
#define GISA_INGEST_PAGE_COMMENT_RUN_H

#include "ingest/lines.h"

/* Drops the lines from a head such as "한마디 (3)" on, where as many dated lines follow it as it
 * says, or two of them: pages print the first ones. Neither names of boxes nor words are asked. */
void gisa_comment_run_drop(gisa_lines *l, size_t from, size_t to);

#endif
