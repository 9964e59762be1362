/* Stored articles, whole, one after another in row order (oldest first, undated before all). */
#ifndef GISA_INDEX_STORE_ARTICLES_H
#define GISA_INDEX_STORE_ARTICLES_H

#include "corpus/record.h"
#include "index/store/store.h"

/* A stored version of an article. */
typedef struct gisa_stored {
    int64_t row;
    uint32_t version;   /* 1: the first */
    bool current;       /* the newest version */
    uint64_t capture;   /* offset of its capture in the archive */
    int64_t copy_of;    /* row of the article this one is a near-duplicate of; 0: none */
    gisa_str digest;    /* gisa_article_digest */
    gisa_record record; /* article and text; of the annotation entities, quotes, dates, figures;
                           no terms */
} gisa_stored;

void gisa_stored_clear(gisa_stored *a);

typedef struct gisa_articles_opts {
    gisa_str query; /* what matches all its words; GISA_NONE: everything */
    bool exact;
    bool has_from, has_to;
    int64_t from_day, to_day; /* KST days since 1970-01-01, inclusive; undated ones then are out */
    bool newest_first;
    bool no_copies;     /* near-duplicates are left out, their source stays */
    bool no_annotation; /* faster: the annotation stays empty */
    bool history;       /* old versions too (only without a query) */
} gisa_articles_opts;

typedef struct gisa_articles gisa_articles;

/* Starts an iteration that sees the store as it is now, whatever is written meanwhile.
 *
 * opts:   NULL: everything, oldest first.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_articles_open(gisa_store *s, const gisa_articles_opts *opts, gisa_articles **out,
                               gisa_error *err);

/* Moves to the next article.
 *
 * out:     the caller's, cleared and filled; keep it between calls to reuse its memory.
 * Returns: GISA_OK, GISA_END.
 * Errors:  GISA_EIO, GISA_ENOMEM, GISA_ECORRUPT. */
gisa_status gisa_articles_next(gisa_articles *it, gisa_stored *out, gisa_error *err);

/* How many articles the iteration gives in all. */
uint64_t gisa_articles_total(const gisa_articles *it);
void gisa_articles_close(gisa_articles *it); /* NULL is fine */

/* One article by its id, or by the start of its id if that is enough to tell (at least 4 digits).
 *
 * version: 0: the newest.
 * Returns: GISA_OK.
 * Errors:  GISA_ENOTFOUND, GISA_EINVAL (several ids begin so), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_article_find(gisa_store *s, gisa_str id, uint32_t version, gisa_stored *out,
                              gisa_error *err);

#endif
