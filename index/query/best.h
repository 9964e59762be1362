/* The best articles of a query for which any word counts, exactly, without reading all of its
 * posting lists.
 *
 * The ranges of articles with the highest bounds (index/postings/bounds_sum.h) are scored first.
 * Then every other range is left out whose bound is below the score that enough articles already
 * reach, in the order of the roll, so that lists are read onwards. */
#ifndef GISA_INDEX_QUERY_BEST_H
#define GISA_INDEX_QUERY_BEST_H

#include "index/postings/sweep.h"
#include "index/query/match.h"

typedef struct gisa_best_opts {
    size_t want;          /* so many articles, or all there are */
    bool folds;           /* near-duplicates will be one hit: those of the best are found as well */
    const uint32_t *also; /* indices into the roll whose articles are wanted whatever they score */
    size_t n_also;
    size_t from, to;                      /* the roll's entries that are looked at */
    bool (*passes)(void *ctx, size_t at); /* whether an article is wanted at all */
    void *ctx;
} gisa_best_opts;

/* Finds at least the best articles, by score and, where scores are equal, by anything; in ascending
 * order. The store's bounds must be there.
 *
 * cut:     set to whether other articles match.
 * Returns: GISA_OK, GISA_SKIP (a format of posting lists that only FTS5 reads).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_best_find(gisa_store *s, const gisa_sweep_unit *units, size_t n,
                           const gisa_best_opts *opts, gisa_matches *out, bool *cut,
                           gisa_error *err);

#endif
