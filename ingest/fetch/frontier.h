/* What the crawler remembers: every address that a source ever listed, its state, when it is due,
 * and why it failed. A database beside the archive, NAME.frontier.
 *
 * It says nothing that the archive does not say: what is taken into it are captures, the live ones
 * as they are archived and, after a kill or a loss of the file, the same ones as they are read
 * back. What a feed listed and what failed are captures as well (ingest/fetch/crawl_note.h).
 *
 * One writer at a time: whoever has the archive open for appending. */
#ifndef GISA_INGEST_FETCH_FRONTIER_H
#define GISA_INGEST_FETCH_FRONTIER_H

#include "base/time.h"
#include "corpus/archive.h"

#define GISA_FRONTIER_TRIES 7 /* after so many in vain a page that may yet come is gone */

typedef enum gisa_frontier_state {
    GISA_FRONTIER_WAITING,  /* never had */
    GISA_FRONTIER_HELD,     /* its bytes are in the archive */
    GISA_FRONTIER_MOVED,    /* redirects to another address, which stands for it */
    GISA_FRONTIER_FAILED,   /* did not come, and may yet */
    GISA_FRONTIER_REFUSED,  /* by robots.txt */
    GISA_FRONTIER_GONE,     /* asked for in vain often enough */
    GISA_FRONTIER_RESERVED, /* against language models, and left out for that */
} gisa_frontier_state;

typedef struct gisa_frontier_page { /* views, dead after the next call */
    int64_t row;
    gisa_str url;
    gisa_str source; /* that listed it; empty: unknown */
    gisa_frontier_state state;
    int64_t due_utc;     /* 0: it is not to be asked for */
    int64_t asked_utc;   /* 0: never */
    int64_t fetched_utc; /* of the capture that holds the bytes; 0: there is none */
    int64_t dated_utc;   /* when it was published or changed, as a feed says; 0: none says */
    uint64_t offset;     /* of that capture */
    uint64_t digest;     /* gisa_frontier_hash of its payload digest */
    int status;          /* of the last response that was no 304; 0: none */
    unsigned tries;      /* in vain, since it last came */
    gisa_str why;        /* it came not */
    gisa_str etag, last_modified;
} gisa_frontier_page;

typedef struct gisa_frontier_seed { /* of a source: a feed, a sitemap or a page that lists others */
    gisa_str url;
    int64_t due_utc;   /* 0: now */
    int64_t asked_utc; /* 0: never */
    int64_t period_s;  /* between two requests, as often as it lists something new */
    uint64_t listed;   /* addresses, when it was read last */
    uint64_t digest;   /* of what was read last */
    unsigned tries;    /* in vain, since it last came */
    gisa_str why;
} gisa_frontier_seed;

typedef struct gisa_frontier_host {
    int64_t rests_until_utc; /* 0: it does not */
    int64_t asked_utc[2];    /* for robots.txt and tdmrep.json; 0: never */
    int64_t offset[2];       /* of the captures that hold them; -1: there is none */
} gisa_frontier_host;

typedef struct gisa_frontier gisa_frontier;

/* Opens the frontier of an archive and takes in what the archive has beyond it. One that is of
 * another archive, of another edition, ahead of its archive or damaged is made anew, which reads
 * the whole archive.
 *
 * archive: a file that need not be there yet; id as gisa_archive_id has it.
 * rebuilt: may be NULL; set when there was one that had to be made anew.
 * Errors:  GISA_EIO, GISA_ECORRUPT (the archive), GISA_ENOMEM. */
gisa_status gisa_frontier_open(const char *path, const char *archive, const char *id,
                               gisa_frontier **out, bool *rebuilt, gisa_error *err);

/* Opens it to look at (ingest/fetch/source_health.h), as it was committed last; nothing may be
 * taken in. Errors: GISA_EIO, GISA_EINVAL (another edition), GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_frontier_look(const char *path, gisa_frontier **out, gisa_error *err);

void gisa_frontier_close(gisa_frontier *f); /* NULL is fine; what was not committed is dropped */

/* Makes what was taken in durable. archive_end: all captures before it were taken in, and they are
 * durable themselves. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_commit(gisa_frontier *f, uint64_t archive_end, gisa_error *err);

/* Whether the archive says something else of the crawler than this, which it is to say from now on.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_note_crawler(gisa_frontier *f, gisa_str fields, bool *news,
                                       gisa_error *err);

/* What a person was told last of a source, in the bits of whoever tells; 0: nothing.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_told(gisa_frontier *f, gisa_str source, unsigned *told, gisa_error *err);
gisa_status gisa_frontier_note_told(gisa_frontier *f, gisa_str source, unsigned told,
                                    gisa_error *err);

/* Takes in a capture at c->offset; digest is that of its payload. Captures of other kinds than the
 * crawler's are passed over. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_take(gisa_frontier *f, const gisa_capture *c, gisa_error *err);

/* What is known of an address of that role. GISA_OK, or GISA_SKIP when nothing is.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_find(gisa_frontier *f, gisa_capture_role role, gisa_str url,
                               gisa_frontier_page *out, gisa_error *err);

/* The same, for the address that its redirects lead to. */
gisa_status gisa_frontier_follow(gisa_frontier *f, gisa_str url, gisa_frontier_page *out,
                                 gisa_error *err);

/* Whether a page that a feed lists is news: never heard of, or changed since it was asked for, or
 * gone some time ago. changed may be unknown. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_is_news(gisa_frontier *f, gisa_str url, const gisa_time *changed,
                                  int64_t now_utc, bool *news, gisa_error *err);

/* The next page of a source that is due, the one that has waited longest first, from row *after on
 * (due time and row of the last one; {0} at first). GISA_OK or GISA_END.
 * Errors: GISA_EIO, GISA_ENOMEM. */
typedef struct gisa_frontier_place {
    int64_t due_utc, row;
} gisa_frontier_place;
typedef struct gisa_frontier_due {
    int64_t now_utc;
    int64_t since_utc; /* pages that feeds date before this are passed over; 0: none are */
} gisa_frontier_due;
gisa_status gisa_frontier_next(gisa_frontier *f, gisa_str source, const gisa_frontier_due *due,
                               gisa_frontier_place *after, gisa_frontier_page *out,
                               gisa_error *err);

/* How many pages of a source are due. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_count_due(gisa_frontier *f, gisa_str source, const gisa_frontier_due *due,
                                    uint64_t *n, gisa_error *err);

/* Puts a page off: robots.txt refuses it, or its host rests. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_refuse(gisa_frontier *f, gisa_str url, int64_t now_utc, gisa_error *err);
gisa_status gisa_frontier_put_off(gisa_frontier *f, int64_t row, int64_t until_utc,
                                  gisa_error *err);

/* Leaves a page out that its host reserves; why is kept. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_reserve(gisa_frontier *f, gisa_str url, const char *why, int64_t now_utc,
                                  gisa_error *err);

/* Makes the pages of a source due that were left out as reserved. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_release(gisa_frontier *f, gisa_str source, int64_t now_utc,
                                  gisa_error *err);

/* The next page of a source that is left out as reserved, after the row *after (0 at first).
 * GISA_OK or GISA_END. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_next_reserved(gisa_frontier *f, gisa_str source, int64_t *after,
                                        gisa_frontier_page *out, gisa_error *err);

/* A source's seed, new or known. least_s and most_s bound its period.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_seed_of(gisa_frontier *f, gisa_str source, gisa_str url,
                                  gisa_frontier_seed *out, gisa_error *err);

/* Notes that a seed of no sources file is to be read, unless it is known: what an index leads to.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_seed_add(gisa_frontier *f, gisa_str source, gisa_str url,
                                   gisa_error *err);

/* Notes that a seed is to be read once more, whenever it was read last. Errors: GISA_EIO,
 * GISA_ENOMEM. */
gisa_status gisa_frontier_seed_again(gisa_frontier *f, gisa_str source, gisa_str url,
                                     gisa_error *err);

/* The next seed of a source, by address, that was never read, or failed and is due again.
 *
 * url:     the one before it, or empty; set to it.
 * Returns: GISA_OK or GISA_END. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_next_unread(gisa_frontier *f, gisa_str source, int64_t now_utc,
                                      gisa_buf *url, gisa_error *err);

/* Notes that a seed was read: how many addresses it lists, and how many of them are news. The next
 * time comes sooner when it has some, later when it has none. */
typedef struct gisa_seed_reading {
    int64_t now_utc, least_s, most_s;
    uint64_t listed, news, digest;
    const char *odd; /* what a person should know of it; NULL: nothing */
} gisa_seed_reading;
gisa_status gisa_frontier_seed_read(gisa_frontier *f, gisa_str source, gisa_str url,
                                    const gisa_seed_reading *reading, gisa_error *err);

/* Notes that a seed did not come, or that what came (digest) is none. Errors: GISA_EIO,
 * GISA_ENOMEM. */
gisa_status gisa_frontier_seed_failed(gisa_frontier *f, gisa_str source, gisa_str url,
                                      const char *why, const gisa_seed_reading *reading,
                                      gisa_error *err);

/* What is known of an origin; a zero one when nothing is. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_host_of(gisa_frontier *f, gisa_str origin, gisa_frontier_host *out,
                                  gisa_error *err);

/* A hash of "sha256:<hex>", to compare with a page's digest. */
uint64_t gisa_frontier_hash(gisa_str digest);

#endif
