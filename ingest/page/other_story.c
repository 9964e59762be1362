#include "ingest/page/other_story.h"

#include "base/printed_date.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h. */

/* A headline; text that makes a story, of the page's own and of another one; of what is above. */
static const float MIN_HEADLINE = 2, MIN_STORY = 20, MIN_BELOW = 40, MIN_ABOVE = 20;

/* The share of links above which running text is none. */
static const float MAX_LINKED = 0.3f;

/* Lines after a headline in which its date or byline is, and bytes of such a line. */
enum { DATE_REACH = 4, MAX_DATE_BYTES = 120 };

/* Bytes of a line that begins with a date, and of a label before it ("기사입력 : "). */
enum { MAX_DATED_BYTES = 60, MAX_DATE_LABEL = 16 };

/* Headlines that are tried: a page of nothing else must not cost its square. */
enum { MAX_TRIED = 60 };

static bool is_text(const gisa_line *line)
{
    return !(line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_CAPTION)) &&
           gisa_line_is_prose(line) && line->link_weight <= MAX_LINKED * line->weight;
}

bool gisa_line_begins_with_date(const gisa_lines *l, size_t i)
{
    const gisa_line *line = &l->items[i];
    gisa_str s = gisa_line_text(l, i);
    gisa_time when;
    size_t start, end;
    return s.n <= MAX_DATED_BYTES && line->link_weight == 0 &&
           gisa_printed_date_find(s, 0, &when, &start, &end) && start <= MAX_DATE_LABEL;
}

bool gisa_headline_is_signed(const gisa_line_filter *f, const gisa_lines *l, size_t i)
{
    for (size_t k = i + 1; k < l->n && k <= i + DATE_REACH; k++) {
        gisa_str s = gisa_line_text(l, k);
        gisa_time when;
        size_t start, end;
        if (gisa_line_begins_with_date(l, k)) return true;
        if (gisa_line_is_prose(&l->items[k]) && l->items[k].ends) return false;
        if (s.n > MAX_DATE_BYTES) continue;
        gisa_line_kind kind = gisa_line_rules_find(f->rules, f->match, s).kind;
        if (kind == GISA_KIND_BYLINE || kind == GISA_KIND_DATE ||
            gisa_printed_date_find(s, 0, &when, &start, &end))
            return true;
    }
    return false;
}

size_t gisa_headline_find(const gisa_line_filter *f, const gisa_lines *l, const gisa_tree *t)
{
    size_t best = SIZE_MAX;
    unsigned rank = GISA_TAG_H6 + 1;
    for (size_t i = 0; i < l->n && f->title.n; i++) {
        const gisa_line *line = &l->items[i];
        unsigned tag = t->nodes[line->node].tag;
        bool heading = gisa_tag_is_heading(tag);
        if (line->weight < MIN_HEADLINE || (!heading && line->link_weight > 0)) continue;
        if (heading ? tag >= rank : best != SIZE_MAX) continue;
        if (!gisa_title_matches(gisa_line_text(l, i), f->title)) continue;
        best = i;
        if (heading) rank = tag;
    }
    return best;
}

/* Whether two lines are printed in the same way: headings of one level, boxes of one class. */
static bool is_alike(const gisa_lines *l, const gisa_tree *t, size_t a, size_t b)
{
    size_t one = l->items[a].node, other = l->items[b].node;
    if (one == other || !gisa_node_is_alike(t, one, other)) return false;
    return gisa_tag_is_heading(t->nodes[one].tag) || gisa_node_attr(t, one, "class").n;
}

/* The box of the story whose headline is at i: the outermost that does not hold the page's own
 * headline. */
static size_t box_of(const gisa_lines *l, const gisa_tree *t, size_t i, size_t headline)
{
    size_t node = l->items[i].node, own = l->items[headline].node;
    while (node && !gisa_node_inside(t, own, t->nodes[node].parent)) node = t->nodes[node].parent;
    return node;
}

static float text_between(const gisa_lines *l, size_t from, size_t to)
{
    float sum = 0;
    for (size_t i = from; i < to; i++)
        if (is_text(&l->items[i])) sum += l->items[i].weight;
    return sum;
}

static void mark(gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) l->items[i].flags |= GISA_LINE_OTHER;
}

/* The line after the story at i. Its box may hold no more than the headline; then the story goes on
 * in the box around it. */
static size_t end_of_story(const gisa_lines *l, const gisa_tree *t, size_t i, size_t headline)
{
    size_t box = box_of(l, t, i, headline), end = i;
    for (int around = 0; around < 2; around++) {
        size_t stop = t->nodes[box].end;
        while (end < l->n && l->items[end].first < stop) end++;
        if (text_between(l, i, end) >= MIN_STORY) return end;
        box = t->nodes[box].parent;
    }
    return i;
}

static void mark_below(const gisa_line_filter *f, gisa_lines *l, const gisa_tree *t,
                       size_t headline)
{
    float own = 0;
    size_t tried = 0;
    for (size_t i = headline + 1; i < l->n && tried < MAX_TRIED; i++) {
        const gisa_line *line = &l->items[i];
        if (is_text(line)) own += line->weight;
        if (own < MIN_STORY || line->weight < MIN_HEADLINE || !is_alike(l, t, headline, i))
            continue;
        if (gisa_title_matches(gisa_line_text(l, i), f->title) || !gisa_headline_is_signed(f, l, i))
            continue;
        size_t end = end_of_story(l, t, i, headline);
        tried++;
        mark(l, i, end);
        if (end > i) i = end - 1;
    }
}

void gisa_other_story_mark(const gisa_line_filter *f, gisa_lines *l, const gisa_tree *t)
{
    size_t headline = gisa_headline_find(f, l, t);
    if (headline == SIZE_MAX) return;
    bool dated = gisa_headline_is_signed(f, l, headline);
    mark_below(f, l, t, headline);
    if (!dated || text_between(l, 0, headline) < MIN_ABOVE) return;
    float below = 0;
    for (size_t i = headline; i < l->n; i++)
        if (!(l->items[i].flags & GISA_LINE_OTHER) && is_text(&l->items[i]))
            below += l->items[i].weight;
    if (below >= MIN_BELOW) mark(l, 0, headline);
}
