/* robots.txt by RFC 9309, for one crawler. */
#ifndef GISA_INGEST_FETCH_ROBOTS_H
#define GISA_INGEST_FETCH_ROBOTS_H

#include "base/arena.h"

#define GISA_ROBOTS_MAX ((size_t)500 << 10) /* bytes that are read; the rest is ignored */

typedef struct gisa_robots_rule {
    gisa_str path; /* in one spelling, "*" for any run */
    bool allow;
    bool to_end;       /* it ended in "$" */
    size_t line;       /* of the file, from 1 */
    size_t agent_line; /* where the group it stands in names the crawler, or "*" */
} gisa_robots_rule;

typedef struct gisa_robots { /* {0}: everything is allowed */
    gisa_arena arena;
    gisa_robots_rule *rules;
    size_t n_rules;
    gisa_str *sitemaps; /* as written */
    size_t n_sitemaps;
    bool has_delay;
    int64_t delay_ms; /* Crawl-delay, no part of the RFC */
    bool named;       /* a group is for this crawler by its name */
    int ai_train;     /* Content-Signal or Content-Usage: 1 forbids it, 2 allows it, 0: unsaid */
} gisa_robots;

/* Reads the rules that apply to a crawler into *out (cleared first): those of all groups that name
 * its product token (letters, digits, "_" and "-"; any case), else those of "*".
 *
 * A Crawl-delay, Content-Signal or Content-Usage line ends the head of a group as a rule does;
 * Sitemap and other lines do not. A colon that is missing behind a name is made up for.
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

/* The same, and the rule that decides in *rule; NULL when none fits. */
bool gisa_robots_decide(const gisa_robots *r, gisa_str url, const gisa_robots_rule **rule);

void gisa_robots_clear(gisa_robots *r);

#endif
