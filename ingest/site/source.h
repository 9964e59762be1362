/* The sources file: what to watch. Plain text in UTF-8, a block for each source:
 *
 *     # a line that begins with "#" is a comment
 *     contact = desk@hanbit-wire.example
 *     [hanbit-wire]
 *     feed = http://hanbit-wire.example/rss.xml
 *     sitemap = http://hanbit-wire.example/sitemap.xml
 *     page = http://hanbit-wire.example/
 *     page = http://hanbit-wire.example/ai/?page={page}
 *     pages = 5
 *     links = /view/[0-9]+$
 *     urls = hanbit-wire.txt
 *     delay_ms = 1000
 *     every = 30m..6h
 *     match = *view*
 *     skip = *photo*
 *
 * contact   an e-mail or web address at which an outlet reaches whoever crawls; of the whole file,
 *           and before the first block
 * feed      RSS or Atom
 * sitemap   a sitemap or an index of sitemaps
 * page      a page that lists others by links; "{page}" in its address is a number
 * pages     the last such number, or the first and the last ("0..9"); 1..10
 * links     a PCRE2 pattern; one has to be found in the normal form of a link on a page
 * urls      a file of addresses of pages, a line each; its path begins at the folder of this file
 * drop, keep   parameters that make no other page, or the only ones that do; several with blanks
 *           between; "*" is any run
 * host      "m.a.example -> www.a.example": the same pages are on both, asked for at the second
 * ca        a file of certificates (PEM) that vouch for the source's servers; a path as of urls
 * delay_ms  between two requests to one host; a longer Crawl-delay of its robots.txt holds
 * every     when a seed is due again (s, m, h or d), one time or two bounds, between which it comes
 *           sooner the oftener it lists something new; 30m..6h
 * reservations   what becomes of pages that are reserved against language models: skip, record (the
 *           default) or archive; before the first block, of all that do not say otherwise
 * match, skip   an address is taken when it fits any match line, or there is none, and no skip
 *           line; patterns are for whole addresses, "*" is any run
 *
 * A source needs at least one feed, sitemap, page or urls. All but ca, delay_ms, every, pages and
 * reservations may be repeated. A name is made of letters, digits, "-", "_" and ".". */
#ifndef GISA_INGEST_SITE_SOURCE_H
#define GISA_INGEST_SITE_SOURCE_H

#include "base/arena.h"
#include "base/pattern.h"
#include "ingest/site/address_rule.h"
#include "ingest/site/page_list.h"

#define GISA_SOURCE_PAGES_MAX 500 /* of a list */

typedef enum gisa_seed_kind {
    GISA_SEED_FEED,
    GISA_SEED_SITEMAP,
    GISA_SEED_PAGE,
    GISA_SEED_URLS
} gisa_seed_kind;

typedef struct gisa_seed {
    gisa_seed_kind kind;
    gisa_str url;        /* in normal form; of a list, of its first page; "file:" and a path */
    gisa_page_list list; /* of pages that go on; {0}: it is one page */
} gisa_seed;

typedef enum gisa_reservations { /* what becomes of pages that are reserved */
                                 GISA_RESERVATIONS_RECORD, /* they are fetched; their rights say so
                                                            */
                                 GISA_RESERVATIONS_SKIP, /* they are not fetched, and not kept where
                                                            only they say so */
                                 GISA_RESERVATIONS_ARCHIVE, /* they are in the archive, and nowhere
                                                               else */
} gisa_reservations;

typedef struct gisa_source {
    gisa_str name;
    gisa_seed *seeds;
    size_t n_seeds, cap_seeds;
    gisa_str *match;
    size_t n_match, cap_match;
    gisa_str *skip;
    size_t n_skip, cap_skip;
    gisa_pattern **links; /* which links of its pages count */
    size_t n_links, cap_links;
    uint64_t page_first, page_last; /* of lists */
    bool says_pages;
    gisa_reservations reservations;
    gisa_address_rules rules;
    gisa_str ca;                   /* a path, or GISA_NONE */
    int64_t delay_ms;              /* -1: not said */
    int64_t every_s, every_most_s; /* a seed is due again after a time between these */
} gisa_source;

typedef struct gisa_sources { /* {0} is an empty list */
    gisa_arena arena;
    gisa_str path;                  /* of the file, or GISA_NONE */
    gisa_str contact;               /* GISA_NONE: none is given */
    gisa_reservations reservations; /* of blocks that do not say */
    gisa_source *items;             /* in the order of the file */
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

/* Whether the links lines want a link of a page; no line wants all. *gave_up: a pattern found it
 * too much work. */
bool gisa_source_links_to(const gisa_source *s, gisa_match *m, gisa_str url, bool *gave_up);

/* Whether an address is a page of one of its lists, whatever its number. */
bool gisa_source_is_list(const gisa_source *s, gisa_str url);

/* The page of a list after the one at hand, in *out. GISA_OK, or GISA_END when the address is of no
 * list, or of its last page. Errors: GISA_ENOMEM. */
gisa_status gisa_source_next_page(const gisa_source *s, gisa_str url, gisa_buf *out,
                                  gisa_error *err);

/* Whether an address fits the source's match and skip lines. */
bool gisa_source_takes(const gisa_source *s, gisa_str url);

void gisa_sources_clear(gisa_sources *s);

#endif
