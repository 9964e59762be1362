/* Articles that meet a condition on a plan's units, in ascending order of row ids, straight from
 * the posting lists (index/postings/postings.h). It does what an FTS5 query of the same words does,
 * and knows the longer phrases of a unit, which that leaves in, and its rows, which that leaves
 * out. */
#ifndef GISA_INDEX_POSTINGS_SWEEP_H
#define GISA_INDEX_POSTINGS_SWEEP_H

#include "index/postings/leaf.h"
#include "index/postings/unit.h"
#include "index/store/store.h"

typedef struct gisa_sweep gisa_sweep;

/* How a unit takes part. An article matches when it has a unit of every clause and no unit with
 * not_. */
typedef struct gisa_sweep_unit {
    const gisa_unit *unit;
    size_t clause; /* number from 1; 0: in none */
    bool not_;
    bool counts; /* it adds to the score */
} gisa_sweep_unit;

/* Opens a sweep that begins at a row.
 *
 * units:   copied; what they point at is borrowed.
 * Returns: GISA_OK, GISA_SKIP (a format of posting lists that only FTS5 reads).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_sweep_open(gisa_store *s, const gisa_sweep_unit *units, size_t n,
                            int64_t first_row, gisa_sweep **out, gisa_error *err);
void gisa_sweep_close(gisa_sweep *w);

/* The next article. Returns: GISA_OK, GISA_END.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_sweep_next(gisa_sweep *w, int64_t *row, gisa_error *err);

/* How often a unit occurs in the article, its phrases weighted and those in the title counted as
 * GISA_TITLE_WEIGHT each (index/index_tuning.h).
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_sweep_count(gisa_sweep *w, size_t unit, double *out, gisa_error *err);

/* Whether the title of the article has a unit that was counted in it, `first`: at its beginning. */
bool gisa_sweep_titled(const gisa_sweep *w, size_t unit, bool first);

/* In how many articles a phrase occurs.
 *
 * Returns: GISA_OK, GISA_SKIP as above. Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_sweep_frequency(gisa_store *s, const gisa_phrase *terms, double *out,
                                 gisa_error *err);

#endif
