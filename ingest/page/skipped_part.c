#include "ingest/page/skipped_part.h"

#include "ingest/page/body.h"

/* Tuned with tests/bench/extract. Nodes of a part, bytes of its link's text; how many times its
 * text there is outside it. */
enum { MAX_NODES = 300, MAX_LINK_BYTES = 80 };
static const float MIN_OUTSIDE_TIMES = 2;

static bool offers_to_skip(const gisa_tree *t, size_t link)
{
    gisa_buf text = gisa_buf_make(MAX_LINK_BYTES);
    gisa_node_collect(t, link, &text);
    gisa_str s = gisa_str_trim(gisa_buf_view(&text));
    bool skips = gisa_buf_status(&text) >= 0 &&
                 (gisa_str_has(s, GISA_STR("건너뛰기")) ||
                  gisa_str_find_nocase(s, GISA_STR("skip "), 0) == 0);
    gisa_buf_clear(&text);
    return skips;
}

/* The node after a link to which it leads; 0: none is near. */
static size_t target_of(const gisa_tree *t, size_t link, size_t end)
{
    gisa_str href = gisa_node_attr(t, link, "href");
    if (href.n < 2 || href.p[0] != '#' || !offers_to_skip(t, link)) return 0;
    gisa_str id = gisa_str_cut(href, 1, href.n);
    for (size_t i = t->nodes[link].end; i < end && i <= link + MAX_NODES; i++)
        if (t->nodes[i].n_attrs && gisa_str_eq(gisa_node_attr(t, i, "id"), id)) return i;
    return 0;
}

void gisa_skipped_parts_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    const gisa_tree *t = f->tree;
    for (size_t i = f->root; t && t->n && i < t->nodes[f->root].end; i++) {
        if (t->nodes[i].tag != GISA_TAG_A) continue;
        size_t target = target_of(t, i, t->nodes[f->root].end), first, last, after;
        if (!target) continue;
        gisa_lines_in_node(l, t, i, &first, &after);
        gisa_lines_in_node(l, t, target, &last, &after);
        if (first < from || last > to || first >= last) continue;
        float inside = gisa_lines_running_weight(l, first, last);
        float all = gisa_lines_running_weight(l, from, to);
        if (all - inside < MIN_OUTSIDE_TIMES * inside) continue;
        for (size_t k = first; k < last; k++)
            if (l->items[k].keep) gisa_line_drop(&l->items[k], GISA_RULE_INSET);
    }
}
