/* What tag, class, id, role and style reveal of a node: navigation, caption, byline, hidden … */
#ifndef GISA_INGEST_PAGE_NODE_TRAIT_H
#define GISA_INGEST_PAGE_NODE_TRAIT_H

#include "ingest/page/tree.h"

enum {                            /* bits */
       GISA_NODE_NOISE = 1u << 0, /* of navigation, comments, sharing, promotion … */
       GISA_NODE_CAPTION = 1u << 1,
       GISA_NODE_BYLINE = 1u << 2,
       GISA_NODE_HIDDEN = 1u << 3,
       GISA_NODE_CERTAIN = 1u << 4, /* noise even when it holds much of the page's text */
       GISA_NODE_WRAPPER = 1u << 5, /* may hold the whole page whatever its name */
};

unsigned gisa_node_traits(const gisa_tree *t, size_t node);

#endif
