/* Notices of the press that are lists without a sentence: "[인사] 가람시", "[부고] …". */
#ifndef GISA_INGEST_PAGE_NOTICE_LIST_H
#define GISA_INGEST_PAGE_NOTICE_LIST_H

#include "ingest/page/body.h"

/* Whether a title says that its text may be such a list. */
bool gisa_title_heads_notice(gisa_str title);

/* Takes the lines below the printed title for the body, up to links, noise or a heading. Returns
 * whether there are any. */
bool gisa_notice_list_find(const gisa_lines *l, const gisa_tree *t, gisa_str title,
                           gisa_body *body);

#endif
