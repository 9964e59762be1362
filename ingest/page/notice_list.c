#include "ingest/page/notice_list.h"

#include "corpus/wordlist.h"
#include "ingest/page/line_filter.h"

/* Lines of a list; weight of all of them, those of ingest/lines.h. */
enum { MAX_NOTICE_LINES = 400 };
static const float MIN_NOTICE = 8;

bool gisa_title_heads_notice(gisa_str title)
{
    return gisa_wordlist_prefix(&gisa_list_notice_labels, gisa_str_trim(title)) != NULL;
}

static bool ends_notice(const gisa_line *line)
{
    return line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_HEADING) ||
           2 * line->link_weight > line->weight;
}

/* The last line that prints the title outside links. */
static size_t find_title(const gisa_lines *l, gisa_str title)
{
    size_t found = l->n;
    for (size_t i = 0; i < l->n; i++)
        if (l->items[i].link_weight == 0 && gisa_title_matches(gisa_line_text(l, i), title))
            found = i;
    return found;
}

bool gisa_notice_list_find(const gisa_lines *l, const gisa_tree *t, gisa_str title, gisa_body *body)
{
    size_t from = find_title(l, title) + 1, to = from;
    float weight = 0;
    while (to < l->n && to < from + MAX_NOTICE_LINES && !ends_notice(&l->items[to]))
        weight += l->items[to++].weight;
    if (from >= l->n || weight < MIN_NOTICE) return false;
    size_t root = l->items[from].node;
    while (root && !gisa_node_inside(t, l->items[to - 1].node, root)) root = t->nodes[root].parent;
    body->root = root;
    body->from = from;
    body->to = to;
    return true;
}
