#include "ingest/page/card_run.h"

#include "ingest/page/body.h"
#include "ingest/page/link_target.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h. */

/* Boxes in a row; nodes, links to different places and lines of one. */
enum { MIN_RUN = 3, MIN_NODES = 3, MAX_NODES = 120, MAX_TARGETS = 2, MAX_LINES = 6 };

/* A headline, and all text of a card. */
static const float MIN_HEADLINE = 3, MAX_CARD = 60;

/* A line that is a link: the part of it. */
static const float MIN_LINKED = 0.8f;

/* The text outside cards: at least so much, and so many times theirs. */
static const float MIN_BODY = 60, MIN_OUTSIDE_TIMES = 2;

static bool may_be_card(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (n->end < node + MIN_NODES || n->end > node + MAX_NODES) return false;
    switch (n->tag) {
    case GISA_TAG_A:
    case GISA_TAG_ARTICLE:
    case GISA_TAG_DD:
    case GISA_TAG_DIV:
    case GISA_TAG_DL:
    case GISA_TAG_FIGURE:
    case GISA_TAG_LI:
    case GISA_TAG_OTHER:
    case GISA_TAG_SECTION:
    case GISA_TAG_TABLE:
    case GISA_TAG_TD:
    case GISA_TAG_TR: return true;
    default: return false;
    }
}

/* A link that a script follows. */
static bool is_scripted(gisa_str href)
{
    return !href.n || gisa_str_is(href, "#") || gisa_str_is(href, "#none") ||
           gisa_str_starts(href, GISA_STR("javascript:"));
}

/* What the links of a box are: all of them lead to at most MAX_TARGETS pages of the site. */
static bool links_to_story(const gisa_line_filter *f, size_t node, bool *pictured)
{
    const gisa_tree *t = f->tree;
    gisa_str targets[MAX_TARGETS];
    size_t n = 0, link_end = 0;
    *pictured = false;
    for (size_t i = node; i < t->nodes[node].end; i++) {
        if (t->nodes[i].tag == GISA_TAG_IMG && i < link_end) *pictured = true;
        if (t->nodes[i].tag != GISA_TAG_A) continue;
        gisa_str href = gisa_node_attr(t, i, "href");
        if (!is_scripted(href) && gisa_link_target(href, f->host) != GISA_LINK_PAGE) return false;
        link_end = t->nodes[i].end;
        size_t k = 0;
        while (k < n && !gisa_str_eq(targets[k], href)) k++;
        if (k == MAX_TARGETS) return false;
        if (k == n) targets[n++] = href;
    }
    return n > 0;
}

/* "헤드라인 보증금이 부담이라는…": a headline and its teaser in one line. */
static bool is_teaser(const gisa_lines *l, size_t i)
{
    const gisa_line *line = &l->items[i];
    gisa_str s = gisa_line_text(l, i);
    return line->link_weight >= MIN_HEADLINE && line->link_weight < line->weight &&
           (gisa_str_ends(s, GISA_STR("…")) || gisa_str_ends(s, GISA_STR("...")));
}

static bool is_card(const gisa_line_filter *f, const gisa_lines *l, size_t node, float max_weight)
{
    size_t from, to;
    bool pictured, headed = false;
    float weight = 0, linked = 0;
    if (!may_be_card(f->tree, node)) return false;
    gisa_lines_in_node(l, f->tree, node, &from, &to);
    if (from == to || to - from > MAX_LINES) return false;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        weight += line->weight;
        linked += line->link_weight;
        headed = headed ||
                 (line->weight >= MIN_HEADLINE && line->link_weight > MIN_LINKED * line->weight);
    }
    if (weight > max_weight || weight < MIN_HEADLINE || !links_to_story(f, node, &pictured))
        return false;
    if (pictured) return linked >= MIN_HEADLINE || to - from > 1;
    return to - from > 1 ? headed : is_teaser(l, from);
}

static void mark(const gisa_line_filter *f, gisa_lines *l, size_t node)
{
    size_t from, to;
    gisa_lines_in_node(l, f->tree, node, &from, &to);
    for (size_t i = from; i < to; i++) l->items[i].flags |= GISA_LINE_CARD;
}

/* Marks the runs of cards among the children of a node. */
static void mark_runs(const gisa_line_filter *f, gisa_lines *l, size_t parent, float max_weight)
{
    const gisa_tree *t = f->tree;
    size_t first = 0, last = 0, n = 0, end = t->nodes[parent].end;
    for (size_t c = parent + 1; c <= end; c = c < end ? t->nodes[c].end : end + 1) {
        if (c < end && t->nodes[c].tag == GISA_TAG_TEXT) continue;
        bool goes_on = c < end && n && gisa_node_is_alike(t, last, c) &&
                       is_card(f, l, c, max_weight);
        if (goes_on) {
            last = c;
            n++;
            continue;
        }
        for (size_t k = first; n >= MIN_RUN && k <= last; k = t->nodes[k].end)
            if (t->nodes[k].tag != GISA_TAG_TEXT) mark(f, l, k);
        n = c < end && is_card(f, l, c, max_weight);
        first = last = c;
    }
}

void gisa_card_runs_mark(const gisa_line_filter *f, gisa_lines *l, float max_weight)
{
    const gisa_tree *t = f->tree;
    for (size_t i = f->root; t && t->n && i < t->nodes[f->root].end; i++)
        if (t->nodes[i].end >= i + MIN_RUN * MIN_NODES) mark_runs(f, l, i, max_weight);
}

/* The outermost box around the cards of a box that holds no text beside them: their head goes with
 * them. */
static bool holds_cards_only(const gisa_lines *l, size_t from, size_t to)
{
    size_t cards = 0;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        cards += (line->flags & GISA_LINE_CARD) != 0;
        if (!(line->flags & GISA_LINE_CARD) && gisa_line_is_prose(line)) return false;
    }
    return cards > 0;
}

static void mark_heads(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    const gisa_tree *t = f->tree;
    for (size_t i = from; i < to; i++) {
        size_t first, last;
        if (!(l->items[i].flags & GISA_LINE_CARD)) continue;
        size_t node = l->items[i].node, end = i + 1;
        while (node && gisa_node_inside(t, node, f->root) && node != f->root) {
            gisa_lines_in_node(l, t, node, &first, &last);
            if (!holds_cards_only(l, first, last)) break;
            mark(f, l, node);
            end = last > end ? last : end;
            node = t->nodes[node].parent;
        }
        i = end - 1;
    }
}

/* Teasers that are links as a whole may be taken for text yet. */
static bool is_text(const gisa_line *line)
{
    return line->keep || line->rule == GISA_RULE_LINKS;
}

void gisa_card_runs_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    const gisa_tree *t = f->tree;
    float inside = 0, outside = 0;
    if (!t || !t->n) return;
    gisa_card_runs_mark(f, l, MAX_CARD);
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (!gisa_line_is_prose(line)) continue;
        if (line->flags & GISA_LINE_CARD && is_text(line))
            inside += line->weight;
        else if (line->keep)
            outside += line->weight;
    }
    if (outside < MIN_BODY || outside < MIN_OUTSIDE_TIMES * inside) return;
    mark_heads(f, l, from, to);
    for (size_t i = from; i < to; i++) {
        gisa_line *line = &l->items[i];
        if (!(line->flags & GISA_LINE_CARD) || !is_text(line)) continue;
        line->keep = false;
        line->rule = GISA_RULE_STORY_CARDS;
    }
}
