/* A network of three names for the tests of what writes it. */
#ifndef GISA_TEST_GRAPH_H
#define GISA_TEST_GRAPH_H

#include "report/network/network.h"
#include "tests/unit/test.h"

static gisa_name graph_names[] = {
    {.text = {"딥\"시<크", 11},
     .id = {"deepseek", 8},
     .type = GISA_ENTITY_OG,
     .articles = 9,
     .mentions = 12},
    {.text = {"성춘향", 9}, .type = GISA_ENTITY_PS, .articles = 4, .mentions = 4},
    {.text = {"한빛시", 9}, .type = GISA_ENTITY_LC, .articles = 1, .mentions = 1},
};
static gisa_network_edge graph_edges[] = {{0, 1, 3, 1.5}};
static const gisa_network graph = {
    .names = {.items = graph_names, .n = 3, .matches = 20}, .edges = graph_edges, .n = 1};

static inline bool graph_has(const gisa_buf *out, const char *text)
{
    return gisa_str_has(gisa_buf_view(out), gisa_str_from(text));
}

#endif
