/* What articles say about the same thing, side by side: figures with the same owner, noun and unit.
 */
#ifndef GISA_REPORT_COMPARISON_H
#define GISA_REPORT_COMPARISON_H

#include "base/arena.h"
#include "corpus/annotation.h"

/* A figure of one article, which says whose it is and what it counts. */
typedef struct gisa_compared {
    gisa_str key;   /* of the owner: the id of its entity, or its words */
    gisa_str owner; /* as printed, as the next */
    gisa_str noun;
    gisa_str id, published, outlet; /* of the article */
    gisa_str text, sentence;
    uint64_t start, end; /* code points */
    gisa_figure figure;
    size_t group; /* from 0, once they are grouped */
    bool differs; /* from the oldest of its group, by more than bounds and rounding allow */
} gisa_compared;

/* {0} is empty. */
typedef struct gisa_comparison {
    gisa_arena arena;
    gisa_compared *items;
    size_t n, cap, n_groups;
} gisa_comparison;

/* Copies a claim. Errors: GISA_ENOMEM. */
gisa_status gisa_comparison_put(gisa_comparison *claims, const gisa_compared *claim);

/* Leaves the claims that several articles make, a group of them after the other, the oldest first;
 * the largest groups first. */
void gisa_comparison_group(gisa_comparison *claims);

/* Whether two figures of a unit cannot both be right: 115000 and 100000, but neither 12000 and
 * about 12500, nor 1.2e12 and 1.1987e12, of which the first is rounded. */
bool gisa_figures_differ(const gisa_figure *a, const gisa_figure *b);

void gisa_comparison_clear(gisa_comparison *claims);

#endif
