/* GraphML 1.0 (Brandes and others 2002) and the DOT language of Graphviz. */
#include <inttypes.h>

#include "base/json.h"
#include "base/xml.h"
#include "report/network/network.h"

enum { DECIMALS = 4 };

static const char *type_of(const gisa_name *n)
{
    return gisa_entity_type_name(n->type);
}

static void put_data(gisa_buf *out, const char *key, gisa_str value)
{
    if (!value.n) return;
    gisa_buf_addf(out, "<data key=\"%s\">", key);
    gisa_xml_text(out, value);
    gisa_buf_add_c(out, "</data>");
}

static void put_count(gisa_buf *out, const char *key, uint64_t n)
{
    gisa_buf_addf(out, "<data key=\"%s\">%" PRIu64 "</data>", key, n);
}

void gisa_network_graphml(const gisa_network *n, gisa_buf *out)
{
    static const char *const keys[][3] = {
        {"label", "node", "string"},  {"type", "node", "string"},   {"gisa", "node", "string"},
        {"family", "node", "string"}, {"articles", "node", "long"}, {"mentions", "node", "long"},
        {"together", "edge", "long"}, {"pmi", "edge", "double"},
    };
    gisa_buf_add_c(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        gisa_buf_addf(out, "<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
                      keys[i][0], keys[i][1], keys[i][0], keys[i][2]);
    gisa_buf_add_c(out, "<graph id=\"names\" edgedefault=\"undirected\">\n");
    for (size_t i = 0; i < n->names.n; i++) {
        const gisa_name *name = &n->names.items[i];
        gisa_buf_addf(out, "<node id=\"n%zu\">", i);
        put_data(out, "label", name->text);
        put_data(out, "type", gisa_str_from(type_of(name)));
        put_data(out, "gisa", name->id);
        put_data(out, "family", name->family);
        put_count(out, "articles", name->articles);
        put_count(out, "mentions", name->mentions);
        gisa_buf_add_c(out, "</node>\n");
    }
    for (size_t i = 0; i < n->n; i++) {
        const gisa_network_edge *e = &n->edges[i];
        gisa_buf_addf(out, "<edge id=\"e%zu\" source=\"n%u\" target=\"n%u\">", i, e->a, e->b);
        put_count(out, "together", e->articles);
        gisa_buf_add_c(out, "<data key=\"pmi\">");
        gisa_json_number(out, e->pmi, DECIMALS);
        gisa_buf_add_c(out, "</data></edge>\n");
    }
    gisa_buf_add_c(out, "</graph>\n</graphml>\n");
}

/* A quoted string of DOT: only the quotation mark has to be escaped, and a backslash, which would
 * begin an escape of labels. */
static void put_dot_text(gisa_buf *out, gisa_str s)
{
    gisa_buf_add_char(out, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '"' || c == '\\') gisa_buf_add_char(out, '\\');
        gisa_buf_add_char(out, c < 0x20 || c == 0x7F ? ' ' : s.p[i]);
    }
    gisa_buf_add_char(out, '"');
}

void gisa_network_dot(const gisa_network *n, gisa_buf *out)
{
    gisa_buf_add_c(out, "graph names {\n  charset=\"UTF-8\";\n  node [shape=ellipse];\n");
    for (size_t i = 0; i < n->names.n; i++) {
        const gisa_name *name = &n->names.items[i];
        gisa_buf_addf(out, "  n%zu [label=", i);
        put_dot_text(out, name->text);
        gisa_buf_addf(out, ", type=\"%s\"", type_of(name));
        if (name->id.n) {
            gisa_buf_add_c(out, ", gisa=");
            put_dot_text(out, name->id);
        }
        gisa_buf_addf(out, ", articles=%" PRIu64 ", mentions=%" PRIu64 "];\n", name->articles,
                      name->mentions);
    }
    for (size_t i = 0; i < n->n; i++) {
        const gisa_network_edge *e = &n->edges[i];
        gisa_buf_addf(out, "  n%u -- n%u [weight=%" PRIu64 ", articles=%" PRIu64 ", pmi=", e->a,
                      e->b, e->articles, e->articles);
        gisa_json_number(out, e->pmi, DECIMALS);
        gisa_buf_add_c(out, "];\n");
    }
    gisa_buf_add_c(out, "}\n");
}
