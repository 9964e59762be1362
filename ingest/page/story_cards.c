#include "ingest/page/story_cards.h"

#include "ingest/page/line_filter.h"

/* Tuned with tests/bench/extract. A headline's weight, the linked part of its line, of an item that
 * holds its teaser too; cards of an index, lines of text a card, the part of the text outside. */
static const float MIN_HEADLINE = 3, MIN_LINKED = 0.6f, MIN_ITEM_LINKED = 0.15f, MAX_OUTSIDE = 0.2f;
static const float MAX_LINES_A_CARD = 1.6f;

/* Weight of a teaser, on average, and of what a section, and a person, says of itself above the
 * stories. */
static const float MAX_TEASER = 60, MAX_INTRODUCTION = 30, MAX_PORTRAIT = 120;
enum { MIN_CARDS = 4, MAX_LINKS = 2 }; /* a picture and a headline */

static bool is_noise(const gisa_line *line)
{
    return line->flags & (GISA_LINE_NOISE | GISA_LINE_HIDDEN | GISA_LINE_OTHER);
}

/* A link around a whole card begins on a line before. */
static bool is_headline(const gisa_line *line)
{
    return !is_noise(line) && line->n_links <= MAX_LINKS && line->weight >= MIN_HEADLINE &&
           line->link_weight > MIN_LINKED * line->weight;
}

/* A linked line that is part of a text; headings may be sentences, too. */
static bool is_sentence(const gisa_line *line)
{
    return line->keep && line->ends && !(line->flags & GISA_LINE_HEADING);
}

/* "[headline] and the beginning of its text …" in one item. */
static bool is_whole_card(const gisa_line *line)
{
    return line->flags & (GISA_LINE_ITEM | GISA_LINE_CELL) && line->n_links &&
           line->n_links <= MAX_LINKS && line->link_weight >= MIN_HEADLINE &&
           line->link_weight >= MIN_ITEM_LINKED * line->weight;
}

/* Prose that the line pass kept, or dropped as what follows the article or comes before it. */
static bool is_teaser(const gisa_line *line)
{
    return !is_noise(line) && gisa_line_is_prose(line) &&
           (line->keep || line->rule == GISA_RULE_STORY_CARDS ||
            line->rule == GISA_RULE_AFTER_ARTICLE || line->rule == GISA_RULE_PRINTED_BEFORE ||
            line->rule == GISA_RULE_LINKS);
}

gisa_story_cards gisa_story_cards_count(const gisa_lines *l, const gisa_body *body)
{
    gisa_story_cards c = {0};
    bool open = false, counted = false;
    for (size_t i = body->from; i < body->to; i++) {
        const gisa_line *line = &l->items[i];
        if (is_teaser(line) && is_whole_card(line)) {
            c.n++;
            c.teaser++;
            c.inside += line->weight;
            open = false;
        } else if (is_headline(line) && !is_sentence(line)) {
            open = true;
            counted = false;
        } else if (is_teaser(line)) {
            if (!open && !c.n) c.before += line->weight;
            c.n += open && !counted;
            c.teaser += open;
            *(open ? &c.inside : &c.outside) += line->weight;
            counted = true;
        }
    }
    return c;
}

bool gisa_story_cards_are_all(const gisa_story_cards *c, bool portrait)
{
    float max_before = portrait ? MAX_PORTRAIT : MAX_INTRODUCTION;
    return c->n >= MIN_CARDS && (float)c->teaser <= MAX_LINES_A_CARD * (float)c->n &&
           c->outside <= MAX_OUTSIDE * (c->inside + c->outside) &&
           c->inside <= MAX_TEASER * (float)c->teaser && c->before <= max_before;
}
