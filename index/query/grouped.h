/* Articles and the groups of a query (index/query/group.h): which are what the groups want. */
#ifndef GISA_INDEX_QUERY_GROUPED_H
#define GISA_INDEX_QUERY_GROUPED_H

#include "index/query/plan.h"
#include "index/store/roll.h"

typedef struct gisa_grouped gisa_grouped;

/* How often a unit is in the article that is looked at. */
typedef struct gisa_grouped_counter {
    gisa_status (*count)(void *ctx, size_t unit, double *out, gisa_error *err);
    void *ctx;
} gisa_grouped_counter;

/* For articles in ascending order of rows. Borrows the plan. Errors: GISA_ENOMEM. */
gisa_status gisa_grouped_open(const gisa_plan *p, gisa_grouped **out, gisa_error *err);
void gisa_grouped_close(gisa_grouped *w);

/* Whether an article is wanted. counter: {NULL} where it has none of the units.
 *
 * Errors: the counter's. */
gisa_status gisa_grouped_holds(gisa_grouped *w, const gisa_roll_entry *e,
                               gisa_grouped_counter counter, bool *out, gisa_error *err);

/* Numbers the units of a plan into clauses, from 1 (0: in none), so that every wanted article has a
 * unit of each. Returns how many there are; 0: an article may have no unit.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_grouped_clauses(const gisa_plan *p, size_t *clause, size_t *n, gisa_error *err);

#endif
