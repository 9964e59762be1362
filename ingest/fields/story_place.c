#include "ingest/fields/story_place.h"

#include "corpus/wordlist.h"
#include "ingest/page/node_trait.h"

/* Tuned with tests/bench/extract. Lines: above the title that may be the article's, of a head
 * without a title, between two copies of it, of the text's beginning that belong to the head, after
 * the text. Words of a line that announces a box. */
enum {
    ABOVE_TITLE = 4,
    UNTITLED_HEAD = 40,
    TITLE_AGAIN = 40,
    HEAD_INSIDE = 6,
    BELOW_TEXT = 14,
    MAX_BOX_HEAD_WORDS = 6,
};

/* A linked line of this weight and share is another story's headline. */
static const float MIN_CARD = 4, MIN_CARD_LINKED = 0.6f;

static bool is_text(const gisa_line *line)
{
    return line->keep && gisa_line_is_prose(line);
}

static bool is_card_title(const gisa_line *line)
{
    return line->weight >= MIN_CARD && line->link_weight > MIN_CARD_LINKED * line->weight;
}

/* Whether something else begins at a line after the text. */
static bool begins_box(const gisa_field_input *in, size_t i)
{
    const gisa_line *line = &in->w->lines.items[i];
    gisa_str s = gisa_line_text(&in->w->lines, i);
    if (line->flags & GISA_LINE_OTHER) return true;
    gisa_line_kind kind = gisa_line_rules_find(in->w->rules, in->w->match, s).kind;
    if (kind == GISA_KIND_LIST || kind == GISA_KIND_COMMENTS) return true;
    if (!line->keep && gisa_wordlist_within(&gisa_list_imprint_words, s)) return true;
    /* a headline with its reporter, rather than "홍길동 기자의 다른 기사" */
    if (kind == GISA_KIND_BYLINE)
        return line->link_weight >= MIN_CARD && !gisa_str_has(s, GISA_STR("기사"));
    if (kind != GISA_KIND_NONE) return false;
    bool speaks = gisa_str_has(s, GISA_STR("기자")) || gisa_str_has(s, GISA_STR("기사")) ||
                  gisa_str_has(s, GISA_STR("뉴스"));
    return (line->flags & GISA_LINE_HEADING) || is_card_title(line) ||
           (speaks && !line->ends && line->words <= MAX_BOX_HEAD_WORDS);
}

gisa_story_range gisa_story_range_find(const gisa_field_input *in, gisa_str title)
{
    const gisa_lines *l = &in->w->lines;
    gisa_story_range r = {.first = in->body->from, .last = in->body->to};
    while (r.first < in->body->to && !is_text(&l->items[r.first])) r.first++;
    if (r.first == in->body->to) r.first = in->body->from;
    while (r.last > r.first && !l->items[r.last - 1].keep) r.last--;
    for (size_t i = r.first < l->n ? r.first : l->n; i-- > 0;) {
        if (r.titled && i + TITLE_AGAIN < r.title) break;
        if (!gisa_title_matches(gisa_line_text(l, i), title)) continue;
        r.title = i; /* the upper one, where it is printed twice around date and byline */
        r.titled = true;
    }
    if (!r.titled && r.first > UNTITLED_HEAD) r.title = r.first - UNTITLED_HEAD;
    r.end = r.last;
    size_t to = in->body->to > r.last ? in->body->to : r.last;
    while (r.end < l->n && r.end < to + BELOW_TEXT && !begins_box(in, r.end)) r.end++;
    return r;
}

bool gisa_story_in_noise(const gisa_field_input *in, size_t i)
{
    const gisa_tree *t = &in->w->tree;
    size_t node = t->n ? in->w->lines.items[i].node : 0;
    for (; node; node = t->nodes[node].parent) {
        if (node == in->body->root || gisa_node_inside(t, in->body->root, node)) return false;
        unsigned traits = gisa_node_traits(t, node);
        if (traits & (GISA_NODE_NOISE | GISA_NODE_HIDDEN)) return true;
    }
    return false;
}

gisa_story_place gisa_story_place_find(const gisa_field_input *in, const gisa_story_range *r,
                                       size_t i)
{
    const gisa_lines *l = &in->w->lines;
    if (i >= r->end || i >= l->n) return GISA_PLACE_FAR;
    if (i < r->title) {
        if (!r->titled || i + ABOVE_TITLE < r->title || gisa_story_in_noise(in, i))
            return GISA_PLACE_FAR;
        for (size_t k = i + 1; k < r->title; k++)
            if (is_card_title(&l->items[k])) return GISA_PLACE_FAR;
        return GISA_PLACE_ABOVE;
    }
    bool textless = r->first == r->last, begins = i < r->first + HEAD_INSIDE;
    if (i >= r->last && !(textless && begins))
        return gisa_story_in_noise(in, i) ? GISA_PLACE_FAR : GISA_PLACE_BELOW;
    if (!begins) return GISA_PLACE_INSIDE;
    return !r->titled && gisa_story_in_noise(in, i) ? GISA_PLACE_FAR : GISA_PLACE_HEAD;
}
