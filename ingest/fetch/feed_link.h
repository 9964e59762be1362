/* The addresses of a feed at work, each taken once and in normal form. */
#ifndef GISA_INGEST_FETCH_FEED_LINK_H
#define GISA_INGEST_FETCH_FEED_LINK_H

#include "base/map.h"
#include "ingest/fetch/feed.h"

typedef struct gisa_feed_links { /* {.out, .err} is none yet */
    gisa_feed *out;
    gisa_map seen;
    gisa_buf url; /* at work */
    size_t bytes; /* of all of them; a long base may make many of a few */
    gisa_error *err;
} gisa_feed_links;

/* Adds an address as a document has it; what is none, or is there, or too much is counted.
 *
 * base:    in normal form, or GISA_NONE.
 * link:    its url is not looked at.
 * Returns: GISA_OK, whatever became of it. Errors: GISA_ENOMEM. */
gisa_status gisa_feed_links_add(gisa_feed_links *l, gisa_str base, gisa_str ref,
                                const gisa_link *link);

void gisa_feed_links_clear(gisa_feed_links *l); /* what came out stays */

/* Reads what a page of HTML links to: anchors, and the feeds that it names as its own. */
gisa_status gisa_feed_page_read(gisa_feed_links *l, gisa_str text, gisa_str base);

#endif
