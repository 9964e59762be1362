/* JSON Feed 1.0 and 1.1 (jsonfeed.org). */
#ifndef GISA_INGEST_FETCH_JSON_FEED_H
#define GISA_INGEST_FETCH_JSON_FEED_H

#include "ingest/fetch/feed_link.h"

#define GISA_JSON_ITEM_MAX ((size_t)1 << 20) /* bytes of an item; a longer one is left out */

/* Whether a text is a JSON Feed, well formed or not. */
bool gisa_json_feed_is(gisa_str text);

/* Reads the items' addresses and times. One item is held at a time, and one that cannot be read
 * costs no other; those count as bad links. The time is that of the bytes. Errors: GISA_ENOMEM. */
gisa_status gisa_json_feed_read(gisa_feed_links *l, gisa_str text, gisa_str base);

#endif
