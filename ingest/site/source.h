/* The sources file: what to watch. Plain text in UTF-8, a block for each source:
 *
 *     # a line that begins with "#" is a comment
 *     contact = desk@hanbit-wire.example
 *     [hanbit-wire]
 *     feed = http://hanbit-wire.example/rss.xml
 *     sitemap = http://hanbit-wire.example/sitemap.xml
 *     page = http://hanbit-wire.example/
 *     delay_ms = 1000
 *     every = 30m..6h
 *     match = *view*
 *     skip = *photo*
 *
 * contact is whom an outlet can write to about the crawl, an e-mail or web address, and comes
 * before the first block. feed is RSS or Atom, sitemap a sitemap or an index of sitemaps, page a
 * page that lists others by links; a source needs at least one of these. delay_ms lies between two
 * requests to one host, and a Crawl-delay of its robots.txt that is longer holds. every (s, m, h or
 * d) is when a seed is due again, one time or two bounds, between which it comes sooner the oftener
 * it lists something new (30m..6h). An address is taken when it fits any match line, or there is
 * none, and no skip line; patterns match whole addresses, "*" is any run. All but delay_ms and
 * every may be repeated. A name is made of letters, digits, "-", "_" and ".". */
#ifndef GISA_INGEST_SITE_SOURCE_H
#define GISA_INGEST_SITE_SOURCE_H

#include "base/arena.h"

typedef enum gisa_seed_kind { GISA_SEED_FEED, GISA_SEED_SITEMAP, GISA_SEED_PAGE } gisa_seed_kind;

typedef struct gisa_seed {
    gisa_seed_kind kind;
    gisa_str url; /* in normal form */
} gisa_seed;

typedef struct gisa_source {
    gisa_str name;
    gisa_seed *seeds;
    size_t n_seeds, cap_seeds;
    gisa_str *match;
    size_t n_match, cap_match;
    gisa_str *skip;
    size_t n_skip, cap_skip;
    int64_t delay_ms;              /* -1: not said */
    int64_t every_s, every_most_s; /* a seed is due again after a time between these */
} gisa_source;

typedef struct gisa_sources { /* {0} is an empty list */
    gisa_arena arena;
    gisa_str path;      /* of the file, or GISA_NONE */
    gisa_str contact;   /* GISA_NONE: none is given */
    gisa_source *items; /* in the order of the file */
    size_t n, cap;
} gisa_sources;

/* Reads a sources file into *out (cleared first).
 *
 * Errors: GISA_EINVAL, the text naming line and fault, err->offset the byte where the line starts;
 *         GISA_ENOMEM. */
gisa_status gisa_sources_parse(gisa_str text, gisa_sources *out, gisa_error *err);

/* The same of a file, which has a source in it. Errors: also GISA_EIO, GISA_ELIMIT; all of them
 * name the path. */
gisa_status gisa_sources_read(const char *path, gisa_sources *out, gisa_error *err);

/* The source of that name, or NULL. */
const gisa_source *gisa_sources_find(const gisa_sources *s, gisa_str name);

/* Whether an address fits the source's match and skip lines. */
bool gisa_source_takes(const gisa_source *s, gisa_str url);

void gisa_sources_clear(gisa_sources *s);

#endif
