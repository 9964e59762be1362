/* Notes on what a search looked for beside what was typed. */
#ifndef GISA_INDEX_QUERY_WIDENING_H
#define GISA_INDEX_QUERY_WIDENING_H

#include "index/query/plan.h"

/* Notes in a plan the spellings of what was typed; loose: those of wider and narrower things too.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_widening_put(gisa_plan *p, gisa_str typed, const gisa_spellings *spellings,
                              bool loose, gisa_error *err);

/* Copies the notes of a plan to the hits. Errors: GISA_ENOMEM. */
gisa_status gisa_widening_copy(const gisa_plan *p, gisa_hits *out, gisa_error *err);

#endif
