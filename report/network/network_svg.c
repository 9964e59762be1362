/* The drawing: a circle a name, its area by articles, its colour and its mark by type; a line a
 * pair, its width by articles. Self-contained SVG 1.1 with a title and a description for screen
 * readers, for light and dark. Numbers are rounded to a tenth of a px. */
#include <inttypes.h>
#include <math.h>

#include "base/json.h"
#include "base/mem.h"
#include "base/xml.h"
#include "report/network/network_layout.h"

static const double width = 960, height = 740, head = 40; /* px; of it the row of the key */
static const double largest = 26, smallest = 4;           /* px of a radius */
static const double widest = 5, thinnest = .6;            /* px of a line */

enum { DRAWN = 150 }; /* pairs: more lines hide each other */

typedef struct kind {
    gisa_entity_type type;
    const char *name, *light, *dark; /* Okabe and Ito's colours */
} kind;

static const kind kinds[] = {
    {GISA_ENTITY_PS, "people", "#d55e00", "#ff8c42"},
    {GISA_ENTITY_OG, "firms and bodies", "#0072b2", "#56b4e9"},
    {GISA_ENTITY_LC, "places", "#009e73", "#2fd1a0"},
    {GISA_ENTITY_MODEL, "models", "#a8568b", "#e29ac4"},
    {GISA_ENTITY_PRODUCT, "products", "#8a6d00", "#f0e442"},
};

enum { N_KINDS = sizeof kinds / sizeof *kinds };

static size_t kind_of(gisa_entity_type type)
{
    size_t i = 0;
    while (i + 1 < N_KINDS && kinds[i].type != type) i++;
    return i;
}

static void put_attr(gisa_buf *out, const char *name, double v)
{
    gisa_buf_addf(out, " %s=\"", name);
    gisa_json_number(out, v, 1);
    gisa_buf_add_char(out, '"');
}

static void put_css(gisa_buf *out)
{
    gisa_buf_add_c(out,
                   "<style>\n.gisa-network{font-family:sans-serif;max-width:100%;height:auto}\n"
                   ".gn-paper{fill:#fff}.gn-edge{stroke:#777;stroke-opacity:.35}\n"
                   ".gn-name{fill:#111;font-size:12px;text-anchor:middle;stroke:#fff;"
                   "stroke-width:3;paint-order:stroke}\n"
                   ".gn-key{fill:#444;font-size:12px}\n");
    for (size_t i = 0; i < N_KINDS; i++) gisa_buf_addf(out, ".gn-%zu{fill:%s}", i, kinds[i].light);
    gisa_buf_add_c(out, "\n@media screen and (prefers-color-scheme:dark){.gn-paper{fill:#16181c}"
                        ".gn-edge{stroke:#aaa}.gn-name{fill:#f2f2f2;stroke:#16181c}"
                        ".gn-key{fill:#b4b8bf}\n");
    for (size_t i = 0; i < N_KINDS; i++) gisa_buf_addf(out, ".gn-%zu{fill:%s}", i, kinds[i].dark);
    gisa_buf_add_c(out, "}\n</style>\n");
}

/* The pairs in words, strongest first. */
static void put_description(const gisa_network *n, gisa_buf *out)
{
    enum { TOLD = 20 };
    gisa_buf_addf(out, "<title>%zu names, %zu pairs</title>\n<desc>", n->names.n, n->n);
    for (size_t i = 0; i < n->n && i < TOLD; i++) {
        const gisa_network_edge *e = &n->edges[i];
        if (i) gisa_buf_add_c(out, "; ");
        gisa_xml_text(out, n->names.items[e->a].text);
        gisa_buf_add_c(out, " and ");
        gisa_xml_text(out, n->names.items[e->b].text);
        gisa_buf_addf(out, ": %" PRIu64 " articles", e->articles);
    }
    gisa_buf_add_c(out, "</desc>\n");
}

static void put_edges(const gisa_network *n, const gisa_network_place *at, gisa_buf *out)
{
    for (size_t i = n->n < DRAWN ? n->n : DRAWN; i-- > 0;) {
        const gisa_network_edge *e = &n->edges[i];
        double share = (double)e->articles / (double)n->edges[0].articles;
        gisa_buf_add_c(out, "<line class=\"gn-edge\"");
        put_attr(out, "x1", at[e->a].x);
        put_attr(out, "y1", at[e->a].y);
        put_attr(out, "x2", at[e->b].x);
        put_attr(out, "y2", at[e->b].y);
        put_attr(out, "stroke-width", thinnest + (widest - thinnest) * sqrt(share));
        gisa_buf_add_c(out, "/>\n");
    }
}

static void put_nodes(const gisa_network *n, const gisa_network_place *at, gisa_buf *out)
{
    for (size_t i = n->names.n; i-- > 0;) {
        const gisa_name *name = &n->names.items[i];
        double share = (double)name->articles / (double)n->names.items[0].articles;
        double radius = fmax(smallest, largest * sqrt(share));
        gisa_buf_addf(out, "<circle class=\"gn-%zu\"", kind_of(name->type));
        put_attr(out, "cx", at[i].x);
        put_attr(out, "cy", at[i].y);
        put_attr(out, "r", radius);
        gisa_buf_addf(out, "><title>%" PRIu64 " articles</title></circle>\n", name->articles);
    }
    for (size_t i = n->names.n; i-- > 0;) {
        gisa_buf_add_c(out, "<text class=\"gn-name\"");
        put_attr(out, "x", at[i].x);
        put_attr(out, "y", at[i].y + 4);
        gisa_buf_add_char(out, '>');
        gisa_xml_text(out, n->names.items[i].text);
        gisa_buf_add_c(out, "</text>\n");
    }
}

/* What the colours mean, of those that are there, in a row above. */
static void put_key(const gisa_network *n, gisa_buf *out)
{
    enum { STEP = 150 };
    double x = head / 2;
    for (size_t k = 0; k < N_KINDS; k++) {
        bool any = false;
        for (size_t i = 0; i < n->names.n; i++) any |= kind_of(n->names.items[i].type) == k;
        if (!any) continue;
        gisa_buf_addf(out, "<circle class=\"gn-%zu\"", k);
        put_attr(out, "cx", x);
        put_attr(out, "cy", head / 2);
        put_attr(out, "r", 6);
        gisa_buf_add_c(out, "/><text class=\"gn-key\"");
        put_attr(out, "x", x + 12);
        put_attr(out, "y", head / 2 + 4);
        gisa_buf_addf(out, ">%s</text>\n", kinds[k].name);
        x += STEP;
    }
}

gisa_status gisa_network_svg(const gisa_network *n, gisa_buf *out, gisa_error *err)
{
    gisa_network_place *at = gisa_calloc(n->names.n + 1, sizeof *at);
    if (!at) return gisa_fail_mem(err);
    gisa_network_layout(n, width, height - head, at);
    gisa_buf_addf(out,
                  "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"gisa-network\" role=\"img\" "
                  "viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\">\n",
                  width, height, width, height);
    put_description(n, out);
    put_css(out);
    gisa_buf_addf(out, "<rect class=\"gn-paper\" width=\"%.0f\" height=\"%.0f\"/>\n", width,
                  height);
    put_key(n, out);
    gisa_buf_addf(out, "<g transform=\"translate(0 %.0f)\">\n", head);
    put_edges(n, at, out);
    put_nodes(n, at, out);
    gisa_buf_add_c(out, "</g>\n</svg>\n");
    gisa_free(at);
    return gisa_buf_check(out, "the drawing of a network", err);
}
