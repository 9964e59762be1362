/* What a term can add to a score at most, range by range: an index of upper bounds for rankings
 * that need only the best articles.
 *
 * The roll, as it was when the bounds were made, is cut into ranges of GISA_BOUNDS_RANGE articles,
 * the same for all terms (document-ordered block-max indexes: Dimopoulos, Nepomnyachiy and Suel
 * 2013). For each frequent term a blob has, for every range, the greatest of its articles' term
 * frequency by length (gisa_bounds_ratio), rounded up to one of 254 steps. What follows holds
 * whatever FTS5 merges, as nothing refers to its pages: an article that is taken out only makes a
 * bound loose, and one that was written since has GISA_ROLL_FRESH in the roll, so that its range is
 * read whole. A longer average length raises all ratios by no more than its own part.
 *
 * The table term_bound has them, and under the empty term the first rows of the ranges. Each blob
 * begins with a checksum over all of it and that of the ranges; what does not fit is ignored, and
 * the term's lists are read instead. */
#ifndef GISA_INDEX_POSTINGS_BOUNDS_H
#define GISA_INDEX_POSTINGS_BOUNDS_H

#include "base/buf.h"
#include "index/store/ranges.h"
#include "index/store/store.h"

enum {
    GISA_BOUNDS_RANGE = 128,
    GISA_BOUNDS_NONE = 0,      /* the step of a range that does not have the term */
    GISA_BOUNDS_HIGHEST = 255, /* of one with a ratio beyond all steps */
};

/* Loads the ranges unless they are: store->bounds. Damaged ones are none. The roll must be loaded.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_bounds_need(gisa_store *s, gisa_error *err);

/* The steps of a term by range; n of them, as store->bounds has. *found: it has any.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_bounds_of_term(gisa_store *s, gisa_str term, uint8_t *steps, bool *found,
                                gisa_error *err);

/* tf: occurrences as they count; norm: of the article's length (index/postings/bm25.h). */
static inline double gisa_bounds_ratio(double tf, double norm)
{
    return tf / norm;
}

/* The lowest step whose ratio is no less, and the ratio of a step (HUGE_VAL: the highest). */
uint8_t gisa_bounds_step(double ratio);
double gisa_bounds_of_step(uint8_t step);

/* Writes and reads blobs. rows: the first rows of n ranges, ascending; average: length. The blob of
 * ranges returns its checksum in *build. Reading returns false for what is damaged or of other
 * ranges. */
void gisa_bounds_write_ranges(gisa_buf *out, const int64_t *rows, size_t n, double average,
                              uint64_t *build);
bool gisa_bounds_read_ranges(gisa_str blob, gisa_buf *rows, double *average, uint64_t *build);
void gisa_bounds_write_steps(gisa_buf *out, const uint8_t *steps, size_t n, uint64_t build);
bool gisa_bounds_read_steps(gisa_str blob, uint64_t build, uint8_t *steps, size_t n);

#endif
