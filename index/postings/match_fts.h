/* Does with an FTS5 query what index/postings/sweep.h does, for posting lists in a format that only
 * FTS5 reads.
 */
#ifndef GISA_INDEX_POSTINGS_MATCH_FTS_H
#define GISA_INDEX_POSTINGS_MATCH_FTS_H

#include "index/postings/sweep.h"

/* What is called for each article. Returns: GISA_OK to go on. */
typedef struct gisa_match_sink {
    gisa_status (*row)(void *ctx, int64_t row, gisa_error *err);
    void *ctx;
} gisa_match_sink;

typedef struct gisa_match_fts gisa_match_fts;

/* Runs the condition over the rows from first to last. *out is valid while the sink runs.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, the sink's. */
gisa_status gisa_match_fts_run(gisa_store *s, const gisa_sweep_unit *units, size_t n, int64_t first,
                               int64_t last, gisa_match_sink sink, gisa_match_fts **out,
                               gisa_error *err);

/* As gisa_sweep_count, for units that count, while the sink runs. */
double gisa_match_fts_count(const gisa_match_fts *w, size_t unit);

#endif
