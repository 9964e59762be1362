/* Comments of readers: under a head that counts them, or under names that are masked. */
#ifndef GISA_INGEST_PAGE_COMMENT_RUN_H
#define GISA_INGEST_PAGE_COMMENT_RUN_H

#include "ingest/lines.h"

/* Drops the lines from a head such as "한마디 (3)" on, where as many dated lines follow it as it
 * says, or two of them: pages print the first ones. Neither names of boxes nor words are asked.
 *
 * Where nothing counts them, two names or addresses in a row that are masked (hans****, 물레••,
 * 211.36.***.20), each with a time or a vote, are comments: with the box that holds them they go.
 */
void gisa_comment_run_drop(const gisa_tree *t, gisa_lines *l, size_t from, size_t to);

#endif
