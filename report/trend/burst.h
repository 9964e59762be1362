/* Bursts: stretches in which something is covered clearly more than usual.
 *
 * Kleinberg, Bursty and Hierarchical Structure in Streams (KDD 2002), section 4: documents arrive
 * in batches, a two-state automaton emits relevant ones at the rate p0 = R/D of the whole stream
 * or at the raised rate p1 = s * p0, and entering the raised state costs gamma * ln(n). The
 * cheapest state sequence (Viterbi) gives the bursts. */
#ifndef GISA_REPORT_TREND_BURST_H
#define GISA_REPORT_TREND_BURST_H

#include "gisa/report.h"

#include <stddef.h>

#include "base/status.h"

typedef struct gisa_burst_opts {
    const double *base; /* the usual share in each batch; NULL: R/D in all */
    double scale;       /* s; 0: GISA_BURST_SCALE (report/report_tuning.h) */
    double gamma;       /* 0: GISA_BURST_GAMMA */
} gisa_burst_opts;

/* Finds the bursts of hits[i] relevant among totals[i] documents, i < n, in order of time. A share
 * cannot be raised above (1 + p0) / 2. Batches without documents favour neither state; a
 * burst begins and ends with a batch that has hits.
 *
 * out:     room for (n + 1) / 2 bursts.
 * Returns: GISA_OK with *n_out set.
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_burst_find(const uint64_t *hits, const uint64_t *totals, size_t n,
                            const gisa_burst_opts *opts, gisa_burst *out, size_t *n_out,
                            gisa_error *err);

#endif
