/* gisa facts --compare: what articles say about the same thing, side by side. */
#ifndef GISA_CLI_FACTS_COMPARE_H
#define GISA_CLI_FACTS_COMPARE_H

#include "cli/listing.h"
#include "report/comparison.h"

/* The columns of its rows; the number of them in *n. */
const column *facts_compare_columns(size_t *n);

/* Takes in a figure of the article at hand, when it says what it counts and whose it is. */
gisa_status facts_compare_put(gisa_comparison *claims, listing *p, const gisa_stored *a,
                              const gisa_figure *f, gisa_error *err);

/* Puts the rows of the groups, as many as the limit allows, and says how many groups were left out.
 */
void facts_compare_print(gisa_comparison *claims, listing *p);

#endif
