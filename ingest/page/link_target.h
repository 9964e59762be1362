/* Where a link leads. */
#ifndef GISA_INGEST_PAGE_LINK_TARGET_H
#define GISA_INGEST_PAGE_LINK_TARGET_H

#include "ingest/page/tree.h"

typedef enum gisa_link_kind {
    GISA_LINK_NONE = 0, /* a place on the page, a script, an address for mail, a picture */
    GISA_LINK_PAGE,     /* a page of the same site */
    GISA_LINK_ELSEWHERE,
} gisa_link_kind;

/* host: the page's own, or GISA_NONE when it is not known; then an address with a host leads
 * elsewhere. */
gisa_link_kind gisa_link_target(gisa_str href, gisa_str host);

/* The host of a link that leads elsewhere, without "www." and the like. */
gisa_str gisa_link_host(gisa_str href);

/* The host that most links of a page lead to, for pages that do not say where they are; GISA_NONE
 * when less than half of them lead to one. */
gisa_str gisa_links_own_host(const gisa_tree *t);

#endif
