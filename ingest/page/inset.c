#include "ingest/page/inset.h"

#include "corpus/wordlist.h"
#include "ingest/page/body.h"
#include "ingest/page/offer.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of an
 * inset, of all text around it, and how many times the inset that is. */
static const float MAX_INSET = 80, MIN_TEXT = 40, MIN_TEXT_TIMES = 1.5f;

/* Nodes and lines of an inset; lines before and after it in which a paragraph is; of its lines, one
 * in so many has figures. */
enum { MAX_NODES = 200, MIN_LINES = 2, MAX_LINES = 16, TEXT_REACH = 30 };
static const float MIN_FIGURES = 0.4f;

/* Lines and weight of an offer or a portrait; bytes of a summary's head after its words;
 * links that are answers. */
enum { MAX_OFFER_LINES = 4, MAX_AFTER_HEAD = 12, MIN_ANSWERS = 2 };
static const float MAX_OFFER = 40, MAX_PORTRAIT = 30;

/* Lines of the text that are looked at for its language. */
enum { LANGUAGE_LINES = 40 };

static bool is_text(const gisa_line *line)
{
    return line->keep && gisa_line_is_prose(line);
}

static bool has_digit(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (gisa_is_digit(s.p[i])) return true;
    return false;
}

/* The lead bytes of U+A000 to U+DFFF: Hangul, but for a few rare scripts. */
static bool has_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xEA && (unsigned char)s.p[i] <= 0xED) return true;
    return false;
}

static bool is_korean(const gisa_lines *l, size_t from, size_t to)
{
    int korean = 0, other = 0;
    for (size_t i = from; i < to && korean + other < LANGUAGE_LINES; i++)
        if (is_text(&l->items[i])) ++*(has_hangul(gisa_line_text(l, i)) ? &korean : &other);
    return korean > other;
}

/* What a box holds of the text. */
typedef struct content {
    size_t from, to, kept, figures;
    float weight;
    bool text;
} content;

static content content_of(const gisa_lines *l, const gisa_tree *t, size_t node)
{
    content c = {0};
    gisa_lines_in_node(l, t, node, &c.from, &c.to);
    for (size_t i = c.from; i < c.to; i++) {
        const gisa_line *line = &l->items[i];
        if (!line->keep) continue;
        c.kept++;
        c.weight += line->weight;
        c.figures += has_digit(gisa_line_text(l, i));
        c.text = c.text || gisa_line_is_prose(line);
    }
    return c;
}

static void drop(gisa_lines *l, const content *c)
{
    for (size_t i = c->from; i < c->to; i++) {
        if (!l->items[i].keep) continue;
        l->items[i].keep = false;
        l->items[i].rule = GISA_RULE_INSET;
    }
}

static bool may_be_inset(const gisa_tree *t, size_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (n->end > node + MAX_NODES) return false;
    switch (n->tag) {
    case GISA_TAG_ASIDE:
    case GISA_TAG_DIV:
    case GISA_TAG_DL:
    case GISA_TAG_OTHER:
    case GISA_TAG_SECTION:
    case GISA_TAG_TABLE: return true;
    default: return false;
    }
}

/* Whether a paragraph, or text of its own, is beside a box. */
static bool is_beside_text(const gisa_lines *l, const gisa_tree *t, size_t node, const content *c)
{
    size_t parent = t->nodes[node].parent;
    size_t from = c->from > TEXT_REACH ? c->from - TEXT_REACH : 0;
    for (size_t i = from; i < l->n && i < c->to + TEXT_REACH; i++) {
        if (i >= c->from && i < c->to) continue;
        const gisa_line *line = &l->items[i];
        if (is_text(line) && (line->node == parent || t->nodes[line->node].parent == parent))
            return true;
    }
    return false;
}

/* Whether the reader is asked for something: an address, a vote. */
static bool holds_question(const gisa_tree *t, size_t node)
{
    for (size_t i = node; i < t->nodes[node].end; i++) {
        if (t->nodes[i].tag != GISA_TAG_INPUT) continue;
        gisa_str type = gisa_node_attr(t, i, "type");
        if (gisa_str_eq_nocase(type, GISA_STR("radio")) ||
            gisa_str_eq_nocase(type, GISA_STR("email")))
            return true;
    }
    return false;
}

/* Whether a box has a link of its own and otherwise no more than an offer: "편지로 보내 드립니다."
 */
static bool is_offer(const gisa_lines *l, const content *c)
{
    size_t links = 0, sentences = 0, inviting = 0, asking = 0;
    if (c->to - c->from > MAX_OFFER_LINES || c->weight > MAX_OFFER) return false;
    for (size_t i = c->from; i < c->to; i++) {
        const gisa_line *line = &l->items[i];
        if (!line->keep && line->rule == GISA_RULE_LINKS) links += line->n_links;
        if (!line->keep || !line->ends) continue;
        sentences++;
        gisa_str s = gisa_line_text(l, i);
        asking += gisa_str_ends(s, GISA_STR("?"));
        inviting += gisa_wordlist_within(&gisa_list_inviting_endings, s);
    }
    return links > 0 && (sentences == inviting || (links >= MIN_ANSWERS && sentences == asking));
}

/* Whether a box is a reporter's: a name, and a line or two of what the reporter says. */
static bool is_portrait(const gisa_lines *l, const content *c)
{
    if (c->to - c->from < MIN_LINES || c->to - c->from > MAX_OFFER_LINES) return false;
    return l->items[c->from].rule == GISA_RULE_BYLINE && c->weight <= MAX_PORTRAIT;
}

/* A head and, below it, whose it is: "○○○은 누구", "1965년생". */
static bool is_profile(const gisa_lines *l, const content *c)
{
    size_t first = c->from;
    while (!l->items[first].keep) first++;
    if (gisa_line_is_prose(&l->items[first])) return false;
    if (!c->text && gisa_wordlist_within(&gisa_list_profile_heads, gisa_line_text(l, first)))
        return true;
    for (size_t i = first + 1; i < c->to; i++)
        if (l->items[i].keep && gisa_wordlist_within(&gisa_list_birth_words, gisa_line_text(l, i)))
            return true;
    return false;
}

/* Names and values, neither of which is a sentence: "일시", "10월 20일 19:00". */
static bool holds_values(const gisa_tree *t, size_t node)
{
    for (size_t i = node; i < t->nodes[node].end; i++)
        if (t->nodes[i].tag == GISA_TAG_DT) return true;
    return false;
}

/* A box whose head, kept or not, calls it a summary: the text says it again. */
static bool is_summary(const gisa_lines *l, const content *c)
{
    if (c->to - c->from < MIN_LINES || c->to - c->from > MAX_LINES) return false;
    gisa_str head = gisa_line_text(l, c->from);
    const gisa_wordlist_item *item = gisa_wordlist_prefix(&gisa_list_summary_heads, head);
    return item && head.n <= item->word.n + MAX_AFTER_HEAD;
}

static bool is_inset(const gisa_lines *l, const gisa_tree *t, size_t node, const content *c)
{
    if (c->weight > MAX_INSET || c->to - c->from > MAX_LINES) return false;
    if (holds_question(t, node) || is_offer(l, c)) return true;
    if (c->kept < MIN_LINES) return false;
    if (!c->text && (float)c->figures >= MIN_FIGURES * (float)c->kept) return true;
    return (!c->text && holds_values(t, node)) || is_profile(l, c);
}

/* A table of facts with a figure in every other row and no link: one with links tells of things
 * that have pages. The head in a box around it goes with it. */
static bool is_table_of_figures(const gisa_lines *l, const gisa_tree *t, size_t node, content *c)
{
    if (c->text || c->kept < MIN_LINES) return false;
    for (size_t i = c->from; i < c->to; i++)
        if (l->items[i].n_links || (l->items[i].keep && !(l->items[i].flags & GISA_LINE_CELL)))
            return false;
    if (2 * c->figures < c->kept) return false;
    for (size_t box = t->nodes[node].parent; box; box = t->nodes[box].parent) {
        if (t->nodes[box].end > t->nodes[node].end + MAX_NODES) break;
        content around = content_of(l, t, box);
        if (around.text) break;
        *c = around;
    }
    return true;
}

void gisa_insets_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    const gisa_tree *t = f->tree;
    float all = 0;
    if (!t || !t->n || !is_korean(l, from, to)) return;
    for (size_t i = from; i < to; i++)
        if (is_text(&l->items[i])) all += l->items[i].weight;
    for (size_t i = f->root + 1; i < t->nodes[f->root].end; i++) {
        if (!may_be_inset(t, i)) continue;
        content c = content_of(l, t, i);
        if (!c.kept || c.from < from || c.to > to) continue;
        float outside = c.text ? all - c.weight : all;
        if (outside < MIN_TEXT || outside < MIN_TEXT_TIMES * c.weight) continue;
        bool goes = t->nodes[i].tag == GISA_TAG_TABLE
                        ? is_table_of_figures(l, t, i, &c)
                        : is_summary(l, &c) || is_portrait(l, &c) || (c.text && is_offer(l, &c)) ||
                              ((is_inset(l, t, i, &c) || gisa_box_invites(l, t, i, c.from, c.to)) &&
                               is_beside_text(l, t, i, &c));
        if (!goes) continue;
        drop(l, &c);
        i = t->nodes[i].end - 1;
    }
}
