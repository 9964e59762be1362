/* The scores of all articles that have any of some units, list by list.
 *
 * A walk over articles (index/postings/sweep.h) asks every list at every article. When any unit is
 * enough, nearly every entry of every list counts, so each list is read from its beginning to its
 * end instead, a few thousand articles at a time, and adds to an array of scores that stays in the
 * CPU's cache: term-at-a-time evaluation within windows (as in Lucene's BooleanScorer). Sums are
 * the walk's to the last bit, as the units add up in the same order. */
#ifndef GISA_INDEX_POSTINGS_TALLY_H
#define GISA_INDEX_POSTINGS_TALLY_H

#include "index/postings/sweep.h"

/* What is called for each article that has a unit and no unit with not_, in ascending order.
 *
 * at: index into the roll. Returns: GISA_OK to go on. */
typedef struct gisa_tally_sink {
    gisa_status (*put)(void *ctx, size_t at, double score, gisa_error *err);
    void *ctx;
} gisa_tally_sink;

typedef struct gisa_tally gisa_tally;

/* Opens the lists of units. Clauses are not looked at. Borrows the store and the units.
 *
 * Returns: GISA_OK, GISA_SKIP (a format of posting lists that only FTS5 reads).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_tally_open(gisa_store *s, const gisa_sweep_unit *units, size_t n, gisa_tally **out,
                            gisa_error *err);
void gisa_tally_close(gisa_tally *w);

/* What articles are left out where the lists of the rarest units say so: none of them can reach a
 * score. */
typedef struct gisa_tally_limit {
    double least;          /* score that is wanted */
    const uint32_t *order; /* all units, those that are read first */
    const float *bounds;   /* by unit: what it adds at most in these articles, at every `stride` */
    size_t stride;
    bool cut; /* out: articles were left out that match; never set back */
} gisa_tally_limit;

/* Scores the articles of the store's roll from index `from` to before `to`, not before those of an
 * earlier call. What lies between two calls is skipped.
 *
 * limit:  NULL: all are scored.
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM, the sink's. */
gisa_status gisa_tally_score(gisa_tally *w, size_t from, size_t to, gisa_tally_limit *limit,
                             gisa_tally_sink sink, gisa_error *err);

/* All three. */
gisa_status gisa_tally_run(gisa_store *s, const gisa_sweep_unit *units, size_t n, size_t from,
                           size_t to, gisa_tally_sink sink, gisa_error *err);

#endif
