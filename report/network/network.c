#include "report/network/network.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

enum { FEWEST_ARTICLES = 2 };

static int by_weight(const void *x, const void *y)
{
    const gisa_network_edge *a = x, *b = y;
    if (a->articles != b->articles) return a->articles > b->articles ? -1 : 1;
    if (a->pmi < b->pmi || a->pmi > b->pmi) return a->pmi > b->pmi ? -1 : 1;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return a->b < b->b ? -1 : a->b > b->b;
}

static gisa_status put_edges(const gisa_comentions *c, gisa_network *out, gisa_error *err)
{
    size_t cap = 0;
    for (size_t i = 0; i < c->n; i++) {
        const gisa_comention *pair = &c->pairs[i];
        double alone = (double)c->names.items[pair->a].articles *
                       (double)c->names.items[pair->b].articles;
        double pmi = log2((double)pair->articles * (double)c->names.matches / alone);
        if (pair->articles < FEWEST_ARTICLES || pmi <= 0) continue;
        if (GISA_GROW(out->edges, out->n, cap) < 0) return gisa_fail_mem(err);
        out->edges[out->n++] = (gisa_network_edge){pair->a, pair->b, pair->articles, pmi};
    }
    if (out->n) qsort(out->edges, out->n, sizeof *out->edges, by_weight);
    if (out->n > GISA_NETWORK_EDGES) out->n = GISA_NETWORK_EDGES;
    out->left_out = c->n - out->n;
    return GISA_OK;
}

gisa_status gisa_network_find(gisa_store *s, const gisa_names_opts *opts, gisa_network *out,
                              gisa_error *err)
{
    gisa_comentions c = {0};
    gisa_network_clear(out);
    gisa_status st = gisa_comentions_run(s, opts, &c, err);
    if (st == GISA_OK) st = put_edges(&c, out, err);
    if (st == GISA_OK) {
        out->names = c.names;
        c.names = (gisa_names){0};
    }
    gisa_comentions_clear(&c);
    if (st < 0) gisa_network_clear(out);
    return st;
}

void gisa_network_clear(gisa_network *n)
{
    gisa_names_clear(&n->names);
    gisa_free(n->edges);
    *n = (gisa_network){0};
}
