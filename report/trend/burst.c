#include "report/trend/burst.h"

#include <math.h>

#include "base/mem.h"
#include "report/report_tuning.h"

typedef struct stream {
    const uint64_t *hits, *totals;
    const double *base;
    double usual, scale;
} stream;

/* Minus the log-likelihood of a batch; the binomial coefficient is the same in both states. */
static double cost(const stream *s, size_t i, bool raised)
{
    double p = s->base ? s->base[i] : s->usual;
    double hits = (double)s->hits[i], rest = (double)(s->totals[i] - s->hits[i]);
    if (!(p > 0) || p >= 1) return 0; /* the same in both states */
    if (raised) p = fmin(s->scale * p, (1 + p) / 2);
    return -(hits * log(p) + rest * log1p(-p));
}

/* from[2 * i + state]: the state of batch i - 1 on the cheapest path to `state` at batch i. */
static void run_viterbi(const stream *s, size_t n, double enter, unsigned char *from,
                        unsigned char *state)
{
    double low = 0, high = enter;
    for (size_t i = 0; i < n; i++) {
        double stay_low = low, stay_high = high;
        from[2 * i] = (unsigned char)(i && high < low);
        from[2 * i + 1] = (unsigned char)(i && high <= low + enter);
        if (from[2 * i]) stay_low = high;
        if (i && !from[2 * i + 1]) stay_high = low + enter;
        low = stay_low + cost(s, i, false);
        high = stay_high + cost(s, i, true);
    }
    unsigned char at = (unsigned char)(high < low);
    for (size_t i = n; i-- > 0;) {
        state[i] = at;
        at = from[2 * i + at];
    }
}

/* Takes off what has no hits at both ends: the automaton is indifferent to batches without
 * documents, and leaves the raised state late. */
static void trim(const uint64_t *hits, size_t n, unsigned char *state)
{
    for (size_t i = 0, end; i < n; i = end) {
        for (end = i + 1; end < n && state[end] == state[i];) end++;
        if (!state[i]) continue;
        for (size_t k = i; k < end && !hits[k]; k++) state[k] = 0;
        for (size_t k = end; k > i && !hits[k - 1]; k--) state[k - 1] = 0;
    }
}

gisa_status gisa_burst_find(const uint64_t *hits, const uint64_t *totals, size_t n,
                            const gisa_burst_opts *opts, gisa_burst *out, size_t *n_out,
                            gisa_error *err)
{
    double scale = opts && opts->scale > 1 ? opts->scale : GISA_BURST_SCALE;
    double gamma = opts && opts->gamma > 0 ? opts->gamma : GISA_BURST_GAMMA;
    uint64_t all_hits = 0, all = 0;
    *n_out = 0;
    for (size_t i = 0; i < n; i++) {
        all_hits += hits[i];
        all += totals[i];
    }
    if (n < 2 || !all_hits || all_hits == all) return GISA_OK;
    const stream in = {hits, totals, opts ? opts->base : NULL, (double)all_hits / (double)all,
                       scale};
    unsigned char *work = gisa_malloc(3 * n);
    if (!work) return gisa_fail_mem(err);
    unsigned char *state = work + 2 * n;
    run_viterbi(&in, n, gamma * log((double)n), work, state);
    trim(hits, n, state);
    for (size_t i = 0; i < n; i++) {
        if (!state[i]) continue;
        gisa_burst *b = &out[*n_out];
        if (!i || !state[i - 1]) *b = (gisa_burst){.first = i};
        b->last = i;
        b->weight += cost(&in, i, false) - cost(&in, i, true);
        if (i + 1 == n || !state[i + 1]) ++*n_out;
    }
    gisa_free(work);
    return GISA_OK;
}
