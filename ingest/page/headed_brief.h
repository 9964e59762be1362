/* A brief of a sentence or two whose paragraph has no box of its own: beside it are so many links
 * that no box of the page has more text than they weigh. */
#ifndef GISA_INGEST_PAGE_HEADED_BRIEF_H
#define GISA_INGEST_PAGE_HEADED_BRIEF_H

#include "ingest/page/body.h"

/* Takes the lines below the printed title for the body, up to links, noise or a heading, where they
 * have a date and a sentence. Returns whether there are any. */
bool gisa_headed_brief_find(const gisa_lines *l, const gisa_tree *t, gisa_str title,
                            gisa_body *body);

#endif
