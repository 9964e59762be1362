#include "ingest/page/cards_beside.h"

#include <float.h>

#include "base/printed_date.h"
#include "ingest/page/body.h"
#include "ingest/page/card_run.h"
#include "ingest/page/other_story.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of a
 * story, of a brief below other cards, of one whose headline is not signed; the share of links
 * above which its text is none; the part of it that cards must have. */
static const float MIN_BRIEF = 10, MAX_BRIEF = 400, MAX_UNSIGNED = 80, MAX_LINKED = 0.3f,
                   MIN_OF_BRIEF = 0.5f;

/* A headline and its teaser: their weights, lines from one to the other, how many in a row. */
static const float MIN_HEADLINE = 3, MIN_LINKED = 0.9f, MAX_TEASER = 60, MAX_CARD = 120;
enum { PAIR_REACH = 4, MIN_PAIRS = 3 };

/* Lines below a teaser that say who wrote the story and when, and the weight of one. */
enum { SIGNED_REACH = 2, MAX_DATED = 120 };
static const float MAX_SIGNED = 8;

/* Lines above a headline in which its date is. */
enum { ABOVE_REACH = 2 };

static bool is_text(const gisa_line *line)
{
    const unsigned aside = GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_CAPTION | GISA_LINE_CARD;
    return !(line->flags & aside) && gisa_line_is_prose(line) &&
           line->link_weight <= MAX_LINKED * line->weight;
}

/* The line after those that sign a teaser, which ends before k. */
static size_t signed_end(const gisa_lines *l, size_t k)
{
    size_t to = k + SIGNED_REACH < l->n ? k + SIGNED_REACH : l->n;
    while (k < to && !gisa_line_is_prose(&l->items[k]) && l->items[k].link_weight == 0 &&
           l->items[k].weight <= MAX_SIGNED && !(l->items[k].flags & GISA_LINE_HEADING))
        k++;
    return k;
}

/* A headline that is a link, with a teaser after it; the line after both, or 0. */
static size_t pair_end(const gisa_lines *l, size_t i)
{
    const gisa_line *line = &l->items[i];
    size_t k = i + 1;
    if (line->n_links != 1 || line->weight < MIN_HEADLINE ||
        line->link_weight < MIN_LINKED * line->weight)
        return 0;
    while (k < l->n && k < i + PAIR_REACH && !gisa_line_is_prose(&l->items[k])) k++;
    if (k == l->n || k == i + PAIR_REACH) return 0;
    const gisa_line *teaser = &l->items[k];
    bool fits = teaser->weight <= MAX_TEASER && teaser->link_weight <= MAX_LINKED * teaser->weight;
    return fits ? signed_end(l, k + 1) : 0;
}

/* Headlines and teasers in turn, in no box of their own. */
static void mark_pairs(gisa_lines *l, size_t from)
{
    for (size_t i = from; i < l->n; i++) {
        size_t n = 0, end = i, next;
        while (end < l->n && (next = pair_end(l, end))) {
            end = next;
            n++;
        }
        for (size_t k = i; n >= MIN_PAIRS && k < end; k++) l->items[k].flags |= GISA_LINE_CARD;
        if (n) i = end - 1;
    }
}

/* The innermost box around what is in both of two boxes. */
static size_t around(const gisa_tree *t, size_t box, size_t node)
{
    while (box && !gisa_node_inside(t, node, box)) box = t->nodes[box].parent;
    return box;
}

/* The box of the text between the headline and the first card; 0: it is none. */
static size_t box_of_brief(const gisa_lines *l, const gisa_tree *t, size_t headline, size_t first,
                           float *weight)
{
    size_t box = 0;
    *weight = 0;
    for (size_t i = headline + 1; i < first; i++) {
        if (!is_text(&l->items[i]) || gisa_line_begins_with_date(l, i)) continue;
        size_t node = l->items[i].node;
        if (t->nodes[node].tag == GISA_TAG_P) node = t->nodes[node].parent;
        box = box ? around(t, box, node) : node;
        *weight += l->items[i].weight;
    }
    return box;
}

/* Whether the cards from line `first` on, in one box with the text, are the end of it, and each of
 * some says when it was written: what a text lists itself has no dates. */
static bool are_dated(const gisa_lines *l, size_t first)
{
    size_t dated = 0;
    for (size_t i = first; i < l->n; i++) {
        gisa_time t;
        size_t start, end;
        if (is_text(&l->items[i])) return false;
        dated += l->items[i].len <= MAX_DATED && !l->items[i].ends &&
                 gisa_printed_date_find(gisa_line_text(l, i), 0, &t, &start, &end);
    }
    return dated >= MIN_PAIRS;
}

/* The first card after a story; l->n: there is none, or cards are what the page is about. */
static size_t find_cards(const gisa_lines *l, const gisa_tree *t, size_t headline, float max_brief)
{
    size_t first = headline + 1;
    float own, cards = 0;
    while (first < l->n && !(l->items[first].flags & GISA_LINE_CARD)) first++;
    size_t box = box_of_brief(l, t, headline, first, &own);
    if (!box || first == l->n || own < MIN_BRIEF || own > max_brief) return l->n;
    if (gisa_node_inside(t, l->items[first].first, box) && !are_dated(l, first)) return l->n;
    for (size_t i = first; i < l->n; i++)
        if (l->items[i].flags & GISA_LINE_CARD) cards += l->items[i].weight;
    return cards < MIN_OF_BRIEF * own ? l->n : first;
}

/* Whether a date is right above the headline. */
static bool is_dated_above(const gisa_lines *l, size_t headline)
{
    for (size_t i = headline, n = 0; i-- > 0 && n < ABOVE_REACH; n++)
        if (!l->items[i].ends && gisa_line_begins_with_date(l, i)) return true;
    return false;
}

/* Whether a brief follows its headline in a box that holds both: cards above that are other
 * stories. Index pages have none. */
static bool is_brief_below(const gisa_lines *l, const gisa_tree *t, size_t headline)
{
    float own = 0;
    size_t box = l->items[headline].node, from = headline, to;
    while (box && own < MIN_BRIEF) {
        box = t->nodes[box].parent;
        gisa_lines_in_node(l, t, box, &from, &to);
        own = 0;
        for (size_t i = headline + 1; i < to; i++)
            if (is_text(&l->items[i])) own += l->items[i].weight;
    }
    for (size_t i = from; i < headline; i++)
        if (l->items[i].flags & GISA_LINE_CARD) return false;
    return box && own <= MAX_BRIEF;
}

void gisa_cards_beside_mark(const gisa_line_filter *f, gisa_lines *l, bool dated)
{
    size_t headline = gisa_headline_find(f, l, f->tree);
    if (headline == SIZE_MAX) return;
    bool signed_there = gisa_headline_is_signed(f, l, headline) || is_dated_above(l, headline);
    if (!dated && !signed_there) return;
    gisa_card_runs_mark(f, l, MAX_CARD);
    mark_pairs(l, headline + 1);
    bool below = signed_there && is_brief_below(l, f->tree, headline);
    size_t first = find_cards(l, f->tree, headline, signed_there ? FLT_MAX : MAX_UNSIGNED);
    for (size_t i = 0; i < l->n; i++) {
        gisa_line *line = &l->items[i];
        bool other = i >= first || (below && i < headline);
        if (other && line->flags & GISA_LINE_CARD) line->flags |= GISA_LINE_OTHER;
        line->flags &= (uint16_t)~GISA_LINE_CARD; /* the line pass marks those of the body */
    }
}
