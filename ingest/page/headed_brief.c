#include "ingest/page/headed_brief.h"

#include "base/printed_date.h"
#include "ingest/page/line_filter.h"

/* Lines of a brief; bytes of the line of its date. */
enum { MAX_LINES = 8, MAX_DATE_BYTES = 160 };

static bool ends_brief(const gisa_line *line)
{
    return line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_HEADING) ||
           2 * line->link_weight > line->weight;
}

static bool is_dated(const gisa_lines *l, size_t i)
{
    gisa_time t;
    size_t start, end;
    gisa_str s = gisa_line_text(l, i);
    return s.n <= MAX_DATE_BYTES && !l->items[i].ends &&
           gisa_printed_date_find(s, 0, &t, &start, &end);
}

/* The end of the brief below line i, 0 when there is none. */
static size_t end_of_brief(const gisa_lines *l, size_t i)
{
    size_t to = i + 1, sentences = 0, dates = 0;
    for (; to < l->n && to <= i + MAX_LINES && !ends_brief(&l->items[to]); to++) {
        sentences += gisa_line_is_prose(&l->items[to]) && l->items[to].ends;
        dates += is_dated(l, to);
    }
    return sentences && dates ? to : 0;
}

bool gisa_headed_brief_find(const gisa_lines *l, const gisa_tree *t, gisa_str title,
                            gisa_body *body)
{
    for (size_t i = 0; i < l->n; i++) {
        const gisa_line *line = &l->items[i];
        bool set = line->flags & (GISA_LINE_HEADING | GISA_LINE_BOLD) && line->link_weight == 0;
        size_t to = set && gisa_title_matches(gisa_line_text(l, i), title) ? end_of_brief(l, i) : 0;
        if (!to) continue;
        size_t root = l->items[i + 1].node;
        while (root && !gisa_node_inside(t, l->items[to - 1].node, root))
            root = t->nodes[root].parent;
        *body = (gisa_body){.root = root,
                            .from = i + 1,
                            .to = to,
                            .by = GISA_BODY_BY_HEADLINE,
                            .page = body->page,
                            .links = body->links};
        for (size_t k = i + 1; k < to; k++) {
            float s = gisa_line_score(&l->items[k]);
            body->score += s > 0 ? s : 0;
        }
        return true;
    }
    return false;
}
