#include "tests/unit/report/network/graph.h"

#include <libxml/parser.h>

static void test_graphml(void)
{
    gisa_buf out = {0};
    gisa_network_graphml(&graph, &out);
    xmlDoc *doc = xmlReadMemory(out.p, (int)out.n, "x", NULL,
                                XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    OK(doc != NULL, "GraphML is well-formed, whatever a name holds");
    xmlFreeDoc(doc);
    OK(graph_has(&out, "<data key=\"label\">딥&quot;시&lt;크</data>"), "the label is escaped");
    OK(graph_has(&out, "<data key=\"gisa\">deepseek</data>"), "with its id");
    OK(graph_has(
           &out,
           "source=\"n0\" target=\"n1\"><data key=\"together\">3</data><data key=\"pmi\">1.5<"),
       "a pair has its articles and its weight");
    gisa_buf_clear(&out);
}

static void test_dot(void)
{
    gisa_buf out = {0};
    gisa_network_dot(&graph, &out);
    OK(graph_has(&out, "n0 [label=\"딥\\\"시<크\", type=\"OG\", gisa=\"deepseek\", articles=9"),
       "a quotation mark is escaped in DOT");
    OK(graph_has(&out, "n1 [label=\"성춘향\", type=\"PS\", articles=4, mentions=4];"),
       "a name without an id has none");
    OK(graph_has(&out, "n0 -- n1 [weight=3, articles=3, pmi=1.5];"), "a pair");
    gisa_buf_clear(&out);
}

int main(void)
{
    test_graphml();
    test_dot();
    return test_end();
}
