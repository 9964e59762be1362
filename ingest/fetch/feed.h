/* Addresses of articles in feeds (RSS 0.9x, 1.0 and 2.0, CDF, Atom 0.3 and by RFC 4287, JSON Feed),
 * sitemaps and sitemap indexes (sitemaps.org 0.9, also gzipped or plain text), and in pages that
 * list others by links.
 */
#ifndef GISA_INGEST_FETCH_FEED_H
#define GISA_INGEST_FETCH_FEED_H

#include "base/arena.h"
#include "base/time.h"

#define GISA_FEED_LINKS_MAX 50000
#define GISA_FEED_BYTES_MAX ((size_t)50 << 20) /* after gunzip; sitemaps.org's own limit */

typedef enum gisa_feed_kind {
    GISA_FEED_RSS,
    GISA_FEED_ATOM,
    GISA_FEED_JSON,
    GISA_FEED_SITEMAP,
    GISA_FEED_INDEX, /* its links are sitemaps */
    GISA_FEED_PAGE,
} gisa_feed_kind;

typedef struct gisa_link {
    gisa_str url;      /* in normal form */
    gisa_time changed; /* when the feed says that it was published or changed last */
    bool is_feed;      /* of a page: a feed it points to */
} gisa_link;

typedef struct gisa_feed { /* {0} is empty */
    gisa_arena arena;
    gisa_feed_kind kind;
    gisa_link *links; /* in order, each address once */
    size_t n, cap;
    size_t n_left_out; /* links over GISA_FEED_LINKS_MAX, or GISA_FEED_BYTES_MAX of addresses */
    size_t n_bad;      /* links that are no web addresses */
} gisa_feed;

/* Reads what a feed, sitemap or page links to into *out (cleared first). Feeds need not be well
 * formed: tags that do not fit together, bare "<" and "&", HTML around the root and prefixes that
 * nobody declared cost no item. The time is that of the bytes. No entity is expanded but the five
 * of XML, and nothing is loaded.
 *
 * content_type: the HTTP header's value or GISA_NONE.
 * base:         the address it came from, in normal form.
 * Returns: GISA_OK; GISA_SKIP when it is neither feed nor sitemap nor page (err says so).
 * Errors:  GISA_ECORRUPT (bad gzip), GISA_ELIMIT (over GISA_FEED_BYTES_MAX), GISA_ENOMEM. */
gisa_status gisa_feed_parse(gisa_str bytes, gisa_str content_type, gisa_str base, gisa_feed *out,
                            gisa_error *err);

void gisa_feed_clear(gisa_feed *f);

#endif
