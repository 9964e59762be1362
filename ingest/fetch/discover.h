/* What of an outlet can be watched, found from its home page: the feeds that the page names, links
 * that are called feeds, the sitemaps of robots.txt, and the usual places where none of these leads
 * to a feed, or to a sitemap. Of an index the sitemap of its news is looked for, which stands for
 * it then, as the others are an archive of years. Each is asked for and read, politely
 * (ingest/fetch/fetch.h); nothing is archived. */
#ifndef GISA_INGEST_FETCH_DISCOVER_H
#define GISA_INGEST_FETCH_DISCOVER_H

#include "ingest/fetch/feed.h"
#include "ingest/fetch/fetch.h"

#define GISA_DISCOVER_MAX 40 /* feeds and sitemaps that are looked at */

typedef enum gisa_find_way {                   /* how it was found */
                             GISA_FIND_ITSELF, /* the address that was given is one */
                             GISA_FIND_NAMED,  /* the page names it as its feed */
                             GISA_FIND_LINKED, /* the page links to it */
                             GISA_FIND_ROBOTS, /* robots.txt names it */
                             GISA_FIND_INDEX,  /* a sitemap index lists it */
                             GISA_FIND_USUAL,  /* it is where such things usually are */
} gisa_find_way;

typedef enum gisa_find_state {
    GISA_FIND_OPEN, /* not asked for yet */
    GISA_FIND_GOOD, /* to be watched */
    GISA_FIND_BAD,  /* not to be: see why */
    GISA_FIND_NONE, /* nothing that anybody said is a feed */
} gisa_find_state;

typedef struct gisa_find {
    gisa_str url; /* where it was in the end */
    gisa_find_way way;
    gisa_find_state state; /* when all is done, good or bad */
    gisa_feed_kind kind;
    gisa_str why;
    size_t n;             /* addresses it lists; of an index sitemaps */
    size_t n_closed;      /* of them, as robots.txt says */
    size_t n_reserved;    /* of them, against language models: by robots.txt or tdmrep.json */
    gisa_time newest;     /* of unknown precision when it has no dates */
    double per_day;       /* by its dates; 0: they do not say */
    uint64_t fingerprint; /* of the addresses, whatever their order */
} gisa_find;

typedef struct gisa_discovery { /* {0} is empty */
    gisa_arena arena;
    gisa_str home;    /* where the address led to */
    gisa_find *items; /* in the order in which they were found */
    size_t n, cap;
    size_t n_left_out; /* over GISA_DISCOVER_MAX */
    size_t n_links;    /* of the home page to its own site; 0 when it is none */
    int64_t delay_ms;  /* Crawl-delay; -1: none */
    gisa_str reserves; /* what reserves the home page, or a page that is listed, against language
                        * models: "robots.txt (closed to GPTBot), tdmrep.json"; empty: nothing */
} gisa_discovery;

/* Looks around from an address, which is a home page, or a feed or sitemap itself.
 *
 * url:     in normal form.
 * opts:    recall, wants and ctx are not looked at.
 * out:     cleared first.
 * Returns: GISA_OK, even if nothing was found.
 * Errors:  GISA_ENET when the address itself cannot be had (robots.txt may refuse it); GISA_ENOMEM.
 */
gisa_status gisa_discover(gisa_str url, const gisa_fetch_opts *opts, gisa_discovery *out,
                          gisa_error *err);

void gisa_discovery_clear(gisa_discovery *d);

/* Appends what an outlet may be called by its address: "hanbit" of "www.hanbit.example". */
void gisa_discovery_add_name(gisa_str url, gisa_buf *out);

#endif
