/* The names of a corpus and who stands with whom, as a graph: GraphML, DOT, a drawing. */
#ifndef GISA_REPORT_NETWORK_NETWORK_H
#define GISA_REPORT_NETWORK_NETWORK_H

#include "index/query/comention.h"

typedef struct gisa_network_edge {
    uint32_t a, b;     /* names, a < b */
    uint64_t articles; /* that have both */
    double pmi;        /* pointwise mutual information, bits */
} gisa_network_edge;

typedef struct gisa_network {
    gisa_names names; /* by articles */
    gisa_network_edge *edges;
    size_t n;
    uint64_t left_out; /* pairs of fewer articles, by chance, or over GISA_NETWORK_EDGES */
} gisa_network;

#define GISA_NETWORK_EDGES 400

/* Finds the names of opts and the pairs of them that stand together in at least two articles and
 * more often than by chance. The weight is the pointwise mutual information of Church and Hanks
 * (1990), log2(n(a, b) N / (n(a) n(b))), over the N articles of the query. The pairs of most
 * articles come first, then those of greater weight.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_network_find(gisa_store *s, const gisa_names_opts *opts, gisa_network *out,
                              gisa_error *err);
void gisa_network_clear(gisa_network *n);

/* Each appends the whole file. Ask the buffer whether it went well; the drawing may also fail with
 * GISA_ENOMEM. */
void gisa_network_graphml(const gisa_network *n, gisa_buf *out);
void gisa_network_dot(const gisa_network *n, gisa_buf *out);
gisa_status gisa_network_svg(const gisa_network *n, gisa_buf *out, gisa_error *err);

#endif
