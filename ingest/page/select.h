/* A small subset of CSS selectors, for site profiles.
 *
 *     selector  = chain *("," chain)
 *     chain     = compound *(" " compound)                descendants only
 *     compound  = [tag | "*"] *("#id" | ".class" | "[attr]" | "[attr=value]" | "[attr*=value]")
 *     and a last "@attr" makes the value the attribute instead of the text: meta[name=x]@content
 *
 * Values are bare or in single or double quotes. */
#ifndef GISA_INGEST_PAGE_SELECT_H
#define GISA_INGEST_PAGE_SELECT_H

#include "base/arena.h"
#include "ingest/page/tree.h"

typedef struct gisa_selector gisa_selector;

/* Compiles a selector; it lives in the arena and keeps views into `text`. It is appended to the
 * list, so that repeated keys of a profile add up in order.
 *
 * Errors: GISA_EINVAL with the byte in `text`; GISA_ENOMEM. */
gisa_status gisa_selector_parse(gisa_str text, gisa_arena *arena, const gisa_selector **list,
                                gisa_error *err);

/* Whether one of the list's selectors matches the node. */
bool gisa_selector_matches(const gisa_selector *list, const gisa_tree *t, size_t node);

/* Whether the first selector of the list matches the node; the rest of the list, or NULL. */
bool gisa_selector_matches_first(const gisa_selector *list, const gisa_tree *t, size_t node);
const gisa_selector *gisa_selector_next(const gisa_selector *list);

/* The first node at or after `from` and before `to` that matches the earliest selector of the list
 * that matches at all, or SIZE_MAX. *attr (may be NULL) is the attribute it selects, or GISA_NONE.
 */
size_t gisa_selector_find(const gisa_selector *list, const gisa_tree *t, size_t from, size_t to,
                          gisa_str *attr);

#endif
