/* Where in an article a query matches: every place of a word, and of a phrase as a whole, exactly
 * as the index has them. */
#ifndef GISA_INDEX_QUERY_PLACES_H
#define GISA_INDEX_QUERY_PLACES_H

#include "index/query/plan.h"

typedef struct gisa_places gisa_places; /* for one plan; one thread */

/* Borrows the store and the plan. Errors: GISA_ENOMEM. */
gisa_status gisa_places_open(gisa_store *s, const gisa_plan *p, gisa_places **out, gisa_error *err);
void gisa_places_close(gisa_places *w);

/* Appends the places of a text in its order to an array in *arena, in code points; those that
 * overlap are one.
 *
 * title:  of a title, where units of title: count too.
 * Errors: GISA_ENOMEM, and the tokenizer's. */
gisa_status gisa_places_find(gisa_places *w, gisa_str text, bool title, gisa_arena *arena,
                             gisa_hit_match **out, size_t *n, size_t *cap, gisa_error *err);

#endif
