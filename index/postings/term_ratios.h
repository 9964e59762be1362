/* The list of one term, as ratios of term frequency by length (index/postings/bounds.h). */
#ifndef GISA_INDEX_POSTINGS_TERM_RATIOS_H
#define GISA_INDEX_POSTINGS_TERM_RATIOS_H

#include "index/postings/leaf.h"
#include "index/store/roll.h"
#include "index/store/store.h"

typedef struct gisa_ratio_sink {
    void (*put)(void *ctx, size_t at, double ratio);
    void *ctx;
} gisa_ratio_sink;

/* Calls the sink for each article that has a term, in ascending order.
 *
 * roll:   whose average length counts; `at` is an index into it.
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_term_ratios(gisa_store *s, const gisa_leaf_segments *segments, gisa_str term,
                             const gisa_roll *roll, gisa_ratio_sink sink, gisa_error *err);

#endif
