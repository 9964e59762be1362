/* Names apart: o3 is not where o3-pro is, nor GPT-4o where GPT-4o 미니 is, unless it is elsewhere
 * in the article as well. */
#ifndef GISA_INDEX_QUERY_APART_H
#define GISA_INDEX_QUERY_APART_H

#include "index/postings/unit.h"
#include "index/store/store.h"

/* Sets the longer phrases of a unit that is a name: each of its phrases with a word after it that
 * makes it another name. One whose next word was typed behind it (`next`, which may be GISA_NONE)
 * has none.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_apart_set(gisa_store *s, gisa_str next, gisa_arena *arena, gisa_unit *u,
                           gisa_error *err);

#endif
