/* Parentheses of a query: a tree of nodes over its items.
 *
 * Within a group, as within the query, nodes are all wanted, and OR joins two that are neighbours.
 * Most groups say nothing that flags of the items cannot say: 가 (나 OR 다), -(나 OR 다). These are
 * dissolved. What is left makes a query `grouped`, and so does OR between unlike things. */
#ifndef GISA_INDEX_QUERY_GROUP_H
#define GISA_INDEX_QUERY_GROUP_H

#include "index/query/query.h"

#define GISA_QUERY_ROOT  0          /* the node that holds all others */
#define GISA_QUERY_GROUP UINT32_MAX /* `item` of a node that is no item */
#define GISA_QUERY_DEPTH 64         /* groups inside each other */

/* Appends a node after `last` of a group (0: as its first). Returns its number in *out.
 *
 * Errors: GISA_ENOMEM. */
gisa_status gisa_group_put(gisa_query *q, uint32_t group, uint32_t last, gisa_query_node node,
                           uint32_t *out);

/* Dissolves what can be, and says in the items what they can say. Sets q->grouped. */
void gisa_group_settle(gisa_query *q);

/* What is known of an item in an article. */
typedef enum gisa_group_answer {
    GISA_GROUP_NONE = -1, /* the item has nothing to look for, and is passed over */
    GISA_GROUP_NO = 0,
    GISA_GROUP_YES = 1,
} gisa_group_answer;

typedef struct gisa_group_asker {
    gisa_group_answer (*item)(void *ctx, uint32_t item);
    void *ctx;
} gisa_group_asker;

/* Whether an article is what the groups want, by its items. */
bool gisa_group_holds(const gisa_query *q, gisa_group_asker asker);

/* In how many articles an item is at most; -1: it has nothing to look for; GISA_GROUP_ANY: it may
 * be in any. */
#define GISA_GROUP_ANY (-2.0)

/* Numbers items from 1 into `clause` (0: in none) so that whatever the groups want has an item of
 * every number. Returns the highest; 0: what they want may have none of the items. */
size_t gisa_group_clauses(const gisa_query *q, const double *articles, size_t *clause);

#endif
