#include "ingest/page/picture_caption.h"

/* Tuned with tests/bench/extract and tests/data/pages. Nodes and bytes of a span that is a caption;
 * nodes, lines and bytes of a box of pictures and their caption, bytes of its further lines; boxes
 * around it that hold nothing else; bytes of the text beside it; boxes of its kind that are no
 * text. */
enum { MAX_SPAN_NODES = 12, MAX_SPAN_BYTES = 400 };
enum { MAX_BOX_NODES = 60, MAX_LINES = 2, MAX_BOX_BYTES = 400, MAX_CREDIT_BYTES = 90 };
enum { MAX_WRAPPERS = 3, MIN_TEXT_BESIDE = 300, MAX_SIBLINGS = 400, MAX_PICTURED = 2 };

bool gisa_figure_is_pictures(const gisa_tree *t, uint32_t figure)
{
    bool pictured = false;
    for (uint32_t i = figure + 1; i < t->nodes[figure].end; i++) {
        unsigned tag = t->nodes[i].tag;
        if (tag == GISA_TAG_TABLE || tag == GISA_TAG_BLOCKQUOTE || tag == GISA_TAG_PRE ||
            tag == GISA_TAG_UL || tag == GISA_TAG_OL || tag == GISA_TAG_H2)
            return false;
        pictured = pictured || tag == GISA_TAG_IMG;
    }
    return pictured;
}

static bool is_white(const gisa_tree *t, uint32_t node)
{
    return t->nodes[node].tag == GISA_TAG_TEXT && !gisa_str_trim(gisa_node_text(t, node)).n;
}

/* The next node from i on that is no white space. */
static uint32_t skip_white(const gisa_tree *t, uint32_t i)
{
    while (i < t->n && is_white(t, i)) i++;
    return i;
}

static bool is_picture(const gisa_tree *t, uint32_t node)
{
    return t->nodes[node].tag == GISA_TAG_IMG || (t->nodes[node].tag == GISA_TAG_OTHER &&
                                                  gisa_str_is(gisa_node_text(t, node), "amp-img"));
}

/* Whether a span begins with a picture, or is alone between one and a block, and holds little text
 * and no block. */
static bool is_caption_span(const gisa_tree *t, uint32_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (n->tag != GISA_TAG_SPAN || n->end > node + MAX_SPAN_NODES || node < 2) return false;
    uint32_t in = skip_white(t, node + 1), before = node - 1, after = skip_white(t, n->end);
    if (is_white(t, before)) before--;
    bool begins = in < n->end && is_picture(t, in);
    bool follows = is_picture(t, before) && t->nodes[before].parent == n->parent && after < t->n &&
                   t->nodes[after].parent == n->parent && gisa_tag_is_block(t->nodes[after].tag) &&
                   t->nodes[after].tag != GISA_TAG_BR;
    size_t bytes = 0;
    for (uint32_t i = node + 1; i < n->end; i++) {
        if (gisa_tag_is_block(t->nodes[i].tag) || t->nodes[i].tag == GISA_TAG_A) return false;
        if (t->nodes[i].tag == GISA_TAG_TEXT) bytes += t->nodes[i].len;
    }
    return (begins || follows) && bytes > 0 && bytes <= MAX_SPAN_BYTES;
}

static bool may_hold_picture(unsigned tag)
{
    return tag == GISA_TAG_DIV || tag == GISA_TAG_SPAN || tag == GISA_TAG_DL ||
           tag == GISA_TAG_TABLE || tag == GISA_TAG_CENTER || tag == GISA_TAG_TD;
}

/* What no caption holds. */
static bool is_foreign(unsigned tag)
{
    switch (tag) {
    case GISA_TAG_BLOCKQUOTE:
    case GISA_TAG_BUTTON:
    case GISA_TAG_FORM:
    case GISA_TAG_H1:
    case GISA_TAG_H2:
    case GISA_TAG_H3:
    case GISA_TAG_H4:
    case GISA_TAG_H5:
    case GISA_TAG_H6:
    case GISA_TAG_INPUT:
    case GISA_TAG_LI:
    case GISA_TAG_PRE: return true;
    default: return false;
    }
}

static bool ends_sentence(const gisa_tree *t, uint32_t node)
{
    return gisa_str_ends(gisa_str_trim(gisa_node_text(t, node)), GISA_STR("."));
}

/* Whether a box holds pictures and, after the first, a line or two. Text in links is no caption,
 * but a picture may be a link. */
static bool is_picture_box(const gisa_tree *t, const uint32_t *plain, uint32_t node)
{
    const gisa_node *n = &t->nodes[node];
    size_t lines = 0, bytes = 0, all = 0;
    bool pictured = false, fresh = true;
    for (uint32_t i = node + 1; i < n->end; i++) {
        unsigned tag = t->nodes[i].tag;
        pictured = pictured || is_picture(t, i);
        if (is_foreign(tag)) return false;
        if (gisa_tag_is_block(tag)) fresh = true;
        if (tag != GISA_TAG_TEXT || is_white(t, i)) continue;
        if (!pictured) return false;
        if (fresh && ++lines > MAX_LINES) return false;
        bytes = fresh ? t->nodes[i].len : bytes + t->nodes[i].len;
        if (lines > 1 && (bytes > MAX_CREDIT_BYTES || ends_sentence(t, i))) return false;
        all += t->nodes[i].len;
        fresh = false;
    }
    return lines > 0 && all <= MAX_BOX_BYTES && plain[n->end] - plain[node] >= all;
}

/* Whether a box beside others is running text: no picture, list or link is in it. */
static bool is_text_box(const gisa_tree *t, uint32_t node)
{
    if (t->nodes[node].end > node + MAX_BOX_NODES) return false;
    for (uint32_t i = node; i < t->nodes[node].end; i++) {
        unsigned tag = t->nodes[i].tag;
        if (tag == GISA_TAG_IMG || tag == GISA_TAG_A || (tag != GISA_TAG_BR && is_foreign(tag)))
            return false;
    }
    return true;
}

/* Bytes of running text among the other children of the box around a node. Boxes of its kind are
 * text when they hold no picture, but not among further ones that do: those are items of a list. */
static size_t text_beside(const gisa_tree *t, const uint32_t *plain, uint32_t node)
{
    uint32_t parent = t->nodes[node].parent;
    for (int up = 0; parent && up < MAX_WRAPPERS; up++) {
        if (plain[t->nodes[parent].end] - plain[parent] >
            plain[t->nodes[node].end] - plain[node] + MAX_CREDIT_BYTES)
            break;
        node = parent;
        parent = t->nodes[node].parent;
    }
    size_t sum = 0, alike = 0, pictured = 0, seen = 0;
    for (uint32_t c = parent + 1; c < t->nodes[parent].end && sum < MIN_TEXT_BESIDE;
         c = t->nodes[c].end) {
        if (++seen > MAX_SIBLINGS) break; /* a page of pictures must not cost its square */
        unsigned tag = t->nodes[c].tag;
        bool loose = tag == GISA_TAG_P || !gisa_tag_is_block(tag);
        if (c == node) continue;
        size_t bytes = plain[t->nodes[c].end] - plain[c];
        bool kin = gisa_node_is_alike(t, c, node), text = is_text_box(t, c);
        if (!kin && (loose || text)) sum += bytes;
        if (kin && text) alike += bytes;
        pictured += kin && !text;
    }
    return pictured < MAX_PICTURED ? sum + alike : sum;
}

static bool is_in_link(const gisa_tree *t, uint32_t node)
{
    while (node && t->nodes[node].tag != GISA_TAG_A) node = t->nodes[node].parent;
    return node != 0;
}

bool gisa_node_is_picture_caption(const gisa_tree *t, const uint32_t *plain, uint32_t node)
{
    const gisa_node *n = &t->nodes[node];
    if (is_caption_span(t, node)) return true;
    if (!may_hold_picture(n->tag) || n->end > node + MAX_BOX_NODES || n->end < node + 3)
        return false;
    return is_picture_box(t, plain, node) && !is_in_link(t, node) &&
           text_beside(t, plain, node) >= MIN_TEXT_BESIDE;
}
