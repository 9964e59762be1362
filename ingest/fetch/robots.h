/* robots.txt by RFC 9309, for one crawler. */
#ifndef GISA_INGEST_FETCH_ROBOTS_H
#define GISA_INGEST_FETCH_ROBOTS_H

#include "base/arena.h"

#define GISA_ROBOTS_MAX ((size_t)500 << 10) /* bytes that are read; the rest is ignored */

typedef struct gisa_robots_rule {
    gisa_str path; /* in one spelling, "*" for any run */
    bool allow;
    bool to_end; /* it ended in "$" */
} gisa_robots_rule;

typedef struct gisa_robots { /* {0}: everything is allowed */
    gisa_arena arena;
    gisa_robots_rule *rules;
    size_t n_rules;
    gisa_str *sitemaps; /* as written */
    size_t n_sitemaps;
    bool has_delay;
    int64_t delay_ms; /* Crawl-delay, no part of the RFC */
} gisa_robots;

/* Reads the rules that apply to a crawler into *out (cleared first): those of all groups that name
 * its product token (letters, digits, "_" and "-"; any case), else those of "*".
 *
 * bytes: any bytes; a byte order mark is passed over, UTF-16 and UTF-32 are decoded, lines end in
 *        LF, CR or both, and a line cut by GISA_ROBOTS_MAX does not count.
 * agent: the product token, or a whole User-Agent that begins with it.
 * Errors: GISA_ENOMEM, GISA_EENCODING. */
gisa_status gisa_robots_parse(gisa_str bytes, gisa_str agent, gisa_robots *out, gisa_error *err);

/* Whether the crawler may ask for the URL (or path). The longest rule that fits decides, Allow at
 * equal length; percent-encodings are compared decoded where that changes nothing. Of a path over
 * 4 KB the beginning decides. /robots.txt itself is always allowed. */
bool gisa_robots_allows(const gisa_robots *r, gisa_str url);

void gisa_robots_clear(gisa_robots *r);

#endif
