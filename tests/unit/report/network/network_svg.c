#include "tests/unit/report/network/graph.h"

#include <libxml/parser.h>

int main(void)
{
    gisa_buf out = {0}, again = {0};
    gisa_error err;
    gisa_network none = {0};
    WENT(gisa_network_svg(&graph, &out, &err), err, "a drawing");
    xmlDoc *doc = xmlReadMemory(out.p, (int)out.n, "x", NULL,
                                XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    OK(doc != NULL, "it is well-formed");
    xmlFreeDoc(doc);
    OK(graph_has(&out, "<title>3 names, 1 pairs</title>"), "it has a title");
    OK(graph_has(&out, "딥&quot;시&lt;크 and 성춘향: 3 articles"), "and tells the pairs in words");
    OK(graph_has(&out, ">places</text>") && !graph_has(&out, ">models</text>"),
       "the key has the kinds that are there");
    OK(!graph_has(&out, "nan") && !graph_has(&out, "inf"), "all places are numbers");
    gisa_network_svg(&graph, &again, &err);
    SAME(gisa_buf_view(&again), gisa_buf_view(&out), "the same network, the same bytes");
    gisa_buf_reset(&out);
    WENT(gisa_network_svg(&none, &out, &err), err, "a network of nobody is drawn, too");
    gisa_buf_clear(&out);
    gisa_buf_clear(&again);
    return test_end();
}
