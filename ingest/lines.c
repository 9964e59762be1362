#include "ingest/lines.h"

#include "base/hangul.h"
#include "base/letter.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "ingest/page/node_trait.h"
#include "ingest/page/picture_caption.h"

enum { MAX_LINES = 200000, MAX_STACK = 512 };

/* Tuned with tests/bench/extract. */

/* The weight of a syllable, where a Latin word weighs 1. */
static const float SYLLABLE_WEIGHT = 0.55f;

/* A button of more nodes than this was never closed where its author meant. */
enum { SKIP_NODES = 400 };

/* Nodes of an unknown element in which blocks are looked for. */
enum { CUSTOM_REACH = 6 };

/* Bytes below which a line goes with any noise in it. */
enum { SHORT_LINE = 80 };

/* A table of facts: cells a row, bytes a cell. */
enum { MIN_ROWS = 2, MIN_CELLS = 2, MAX_CELL_BYTES = 300 };

/* A cell of text in one: bytes, and paragraphs or line breaks. */
enum { MIN_TEXT_BYTES = 400, MIN_TEXT_BLOCKS = 3 };

/* A box that holds more than one part in so many of the page's text is no noise; one that is noise
 * for certain may hold more. */
enum { NOISE_PART = 6, CERTAIN_NOISE_PART = 2 };

/* Walking state: for each property the end of the outermost node that has it. */
typedef struct walk {
    gisa_lines *l;
    const gisa_tree *t;
    uint32_t ends[MAX_STACK]; /* open blocks */
    uint32_t blocks[MAX_STACK];
    size_t depth;
    uint32_t link_end, heading_end, item_end, cell_end, caption_end, quote_end, bold_end;
    uint32_t text_row_end; /* of the row of a table of facts that holds text */
    uint32_t hidden_end, noise_end, sure_end, para_end, pre_end;
    size_t line_at; /* in the text buffer */
    size_t linked;  /* bytes of the line inside links, and so on */
    size_t bold, noised, sured, hid, captioned;
    uint32_t first, n_links;
    bool open;
    bool picture_before, picture_inside; /* the line's text, and after it began */
} walk;

/* The HTML Standard: a template with a shadow root's mode is shown in its place. */
static bool is_skipped(const gisa_tree *t, uint32_t node)
{
    unsigned tag = t->nodes[node].tag;
    if (tag == GISA_TAG_TEMPLATE) return !gisa_node_attr(t, node, "shadowrootmode").n;
    return tag == GISA_TAG_SELECT || tag == GISA_TAG_TEXTAREA || tag == GISA_TAG_NOSCRIPT ||
           tag == GISA_TAG_BUTTON || tag == GISA_TAG_OPTION || tag == GISA_TAG_VIDEO ||
           tag == GISA_TAG_AUDIO || tag == GISA_TAG_TITLE;
}

/* What weighs as a word or part of one: with numbers and letters in a circle (①, ⓒ of a notice),
 * which Unicode has among the signs. */
static bool is_word(uint32_t cp)
{
    return gisa_is_letter(cp) || cp == '_' || (cp >= 0x2460 && cp <= 0x24E9);
}

static bool closes(uint32_t cp)
{
    return gisa_is_closing(cp) || cp == '"' || cp == '\'';
}

/* Whether a sentence can end at this full stop: a letter or a closing mark before it, and white
 * space, a closing mark, a sign of the text's end (■) or the end after it. */
static bool ends_sentence(gisa_str s, size_t at, size_t after, uint32_t before)
{
    (void)at;
    if (!is_word(before) && !closes(before) && !gisa_is_stop(before) && before != '%') return false;
    if (after >= s.n) return true;
    uint32_t cp;
    gisa_utf8_next(s, after, &cp);
    return gisa_is_white(cp) || closes(cp) || (cp >= 0x25A0 && cp <= 0x25FF);
}

void gisa_line_measure(gisa_str s, gisa_line *line)
{
    size_t words = 0, latin = 0, syllables = 0, ends = 0;
    bool in_word = false, wide = false;
    uint32_t before = 0, cp;
    for (size_t i = 0; i < s.n; before = cp) {
        size_t k = 1;
        cp = (unsigned char)s.p[i];
        if (cp >= 0x80) k = gisa_utf8_next(s, i, &cp);
        if (is_word(cp)) {
            bool hangul = gisa_is_hangul(cp) || gisa_is_hanja(cp);
            syllables += hangul;
            if (!in_word) {
                words++;
                wide = false;
                latin++;
            }
            if (hangul && !wide) {
                wide = true;
                latin--;
            }
            in_word = true;
        } else {
            in_word = false;
            if (gisa_is_stop(cp)) ends += ends_sentence(s, i, i + k, before);
        }
        i += k;
    }
    line->words = (uint32_t)words;
    line->weight = (float)latin + SYLLABLE_WEIGHT * (float)syllables;
    line->ends = (uint16_t)(ends > 60000 ? 60000 : ends);
}

static gisa_line *new_line(gisa_lines *l)
{
    if (l->n >= MAX_LINES) return NULL;
    if (GISA_GROW(l->items, l->n, l->cap) < 0) {
        l->text.st = GISA_ENOMEM;
        return NULL;
    }
    gisa_line *line = &l->items[l->n++];
    *line = (gisa_line){0};
    return line;
}

/* Whether a node is in a row of facts. */
static bool is_in_facts(const walk *w, uint32_t node)
{
    return node < w->cell_end && node >= w->text_row_end;
}

static uint16_t flags_at(const walk *w, uint32_t node)
{
    unsigned f = 0;
    if (node < w->heading_end) f |= GISA_LINE_HEADING;
    if (node < w->item_end) f |= GISA_LINE_ITEM;
    if (is_in_facts(w, node)) f |= GISA_LINE_CELL;
    if (node < w->quote_end) f |= GISA_LINE_QUOTE;
    if (node < w->para_end) f |= GISA_LINE_PARA;
    if (node < w->pre_end) f |= GISA_LINE_PRE;
    return (uint16_t)f;
}

/* What most of a line of n bytes is inside of: a span may begin or end inside the line. A short
 * line goes with any noise in it: "홍길동 기자 | 2025-02-03". */
static uint16_t flags_of_most(const walk *w, size_t n)
{
    unsigned f = 0;
    bool noise = 2 * w->noised > n || (w->noised && n < SHORT_LINE);
    if (2 * w->captioned > n) f |= GISA_LINE_CAPTION;
    if (2 * w->hid > n) f |= GISA_LINE_HIDDEN;
    if (noise) f |= GISA_LINE_NOISE;
    if (noise && 2 * w->sured <= w->noised) f |= GISA_LINE_DOUBT;
    return (uint16_t)f;
}

/* Ends the line under way. */
static void end_line(walk *w, unsigned more)
{
    gisa_lines *l = w->l;
    gisa_str s = gisa_str_cut(gisa_buf_view(&l->text), w->line_at, l->text.n);
    gisa_str clean = gisa_str_trim(s);
    if (clean.n && w->open) {
        gisa_line *line = new_line(l);
        if (line) {
            line->at = (uint32_t)(clean.p - l->text.p);
            line->len = (uint32_t)clean.n;
            line->node = w->depth ? w->blocks[w->depth - 1] : 0;
            line->first = w->first;
            gisa_line_measure(clean, line);
            line->link_weight = line->weight * (float)w->linked / (float)s.n;
            line->n_links = (uint16_t)(w->n_links > 60000 ? 60000 : w->n_links);
            line->flags = flags_at(w, w->first) | flags_of_most(w, s.n);
            if (w->bold * 10 >= s.n * 9) line->flags |= GISA_LINE_BOLD;
            if (w->picture_before) line->flags |= GISA_LINE_BELOW_PICTURE;
            line->flags |= (uint16_t)more;
        }
        gisa_buf_add_char(&l->text, '\n');
        w->picture_before = w->picture_inside;
        w->picture_inside = false;
    }
    w->line_at = l->text.n;
    w->linked = w->bold = w->noised = w->sured = w->hid = w->captioned = 0;
    w->n_links = 0;
    w->open = false;
}

static void count_text(walk *w, uint32_t node, size_t n)
{
    if (node < w->link_end) w->linked += n;
    if (node < w->bold_end) w->bold += n;
    if (node < w->noise_end) w->noised += n;
    if (node < w->sure_end) w->sured += n;
    if (node < w->hidden_end) w->hid += n;
    if (node < w->caption_end) w->captioned += n;
}

static void take_text(walk *w, uint32_t node)
{
    gisa_lines *l = w->l;
    size_t before = l->text.n;
    gisa_str s = gisa_node_text(w->t, node);
    if (node < w->pre_end) {
        gisa_str line;
        bool more = false;
        while (gisa_str_next_line(&s, &line)) {
            if (more) end_line(w, GISA_LINE_BREAK);
            more = true;
            before = l->text.n;
            gisa_text_collapse(line, &l->text);
            count_text(w, node, l->text.n - before);
            if (!w->open) w->first = node;
            w->open = true;
        }
        return;
    }
    gisa_text_collapse(s, &l->text);
    if (l->text.n == before) return;
    if (!w->open) w->first = node;
    w->open = true;
    count_text(w, node, l->text.n - before);
}

/* Whether a cell holds text rather than a fact: paragraphs, and more than facts have. The text of a
 * board is in the last row of the table of its title, author and day. */
static bool holds_text(const gisa_tree *t, uint32_t cell)
{
    size_t bytes = 0, blocks = 0;
    for (uint32_t i = cell + 1; i < t->nodes[cell].end; i++) {
        const gisa_node *n = &t->nodes[i];
        if (n->tag == GISA_TAG_TEXT) bytes += n->len;
        blocks += n->tag == GISA_TAG_P || n->tag == GISA_TAG_DIV || n->tag == GISA_TAG_BR;
    }
    return bytes >= MIN_TEXT_BYTES && blocks >= MIN_TEXT_BLOCKS;
}

static bool is_cell(unsigned tag)
{
    return tag == GISA_TAG_TD || tag == GISA_TAG_TH;
}

static bool row_holds_text(const gisa_tree *t, uint32_t row)
{
    for (uint32_t i = row + 1; i < t->nodes[row].end; i++)
        if (is_cell(t->nodes[i].tag) && holds_text(t, i)) return true;
    return false;
}

/* A table of facts rather than of layout: cells hold neither blocks nor much text. */
static bool holds_facts(const gisa_tree *t, uint32_t table)
{
    size_t rows = 0, cells = 0, bytes = 0;
    for (uint32_t i = table + 1; i < t->nodes[table].end; i++) {
        const gisa_node *n = &t->nodes[i];
        rows += n->tag == GISA_TAG_TR;
        cells += is_cell(n->tag);
        if (n->tag == GISA_TAG_TEXT) bytes += n->len;
        if (n->tag == GISA_TAG_TABLE || n->tag == GISA_TAG_UL || n->tag == GISA_TAG_H2 ||
            n->tag == GISA_TAG_FORM || n->tag == GISA_TAG_ARTICLE)
            return false;
    }
    return rows >= MIN_ROWS && cells >= MIN_CELLS * rows && bytes < MAX_CELL_BYTES * cells;
}

/* Whether an anchor is a link: it leads somewhere, or a script makes it one. A named one is a place
 * in the text, and may never be closed. */
static bool is_link(const gisa_tree *t, uint32_t node)
{
    return gisa_node_attr(t, node, "href").n ||
           (!gisa_node_attr(t, node, "name").p && !gisa_node_attr(t, node, "id").p);
}

static void enter_tag(walk *w, uint32_t node)
{
    const gisa_node *n = &w->t->nodes[node];
    uint32_t end = n->end;
    switch (n->tag) {
    case GISA_TAG_A:
        if (node >= w->link_end) w->n_links++;
        if (is_link(w->t, node) && end > w->link_end) w->link_end = end;
        break;
    case GISA_TAG_H1:
    case GISA_TAG_H2:
    case GISA_TAG_H3:
    case GISA_TAG_H4:
    case GISA_TAG_H5:
    case GISA_TAG_H6:
        if (end > w->heading_end) w->heading_end = end;
        break;
    case GISA_TAG_LI:
    case GISA_TAG_DD:
    case GISA_TAG_DT:
        if (end > w->item_end) w->item_end = end;
        break;
    case GISA_TAG_TABLE:
        if (end > w->cell_end && holds_facts(w->t, node)) w->cell_end = end;
        break;
    case GISA_TAG_FIGURE:
        if (end > w->caption_end && gisa_figure_is_pictures(w->t, node)) w->caption_end = end;
        break;
    case GISA_TAG_IMG: *(w->open ? &w->picture_inside : &w->picture_before) = true; break;
    case GISA_TAG_HR: w->picture_before = w->picture_inside = false; break; /* icons above a text */
    case GISA_TAG_CAPTION:                                                  /* of a table */
        if (node >= w->cell_end && end > w->caption_end) w->caption_end = end;
        break;
    case GISA_TAG_FIGCAPTION:
        if (end > w->caption_end) w->caption_end = end;
        break;
    case GISA_TAG_BLOCKQUOTE:
        if (end > w->quote_end) w->quote_end = end;
        break;
    case GISA_TAG_B:
    case GISA_TAG_STRONG:
        if (end > w->bold_end) w->bold_end = end;
        break;
    case GISA_TAG_P:
        if (end > w->para_end) w->para_end = end;
        break;
    case GISA_TAG_PRE:
        if (end > w->pre_end) w->pre_end = end;
        break;
    default: break;
    }
}

/* Only the names of blocks and of spans that hold something count. */
static void note_traits(walk *w, uint32_t node)
{
    const gisa_node *n = &w->t->nodes[node];
    bool labels = n->tag == GISA_TAG_LABEL;
    if (!n->n_attrs && !labels && !gisa_tag_is_block(n->tag) && n->tag != GISA_TAG_OTHER) return;
    if (node < w->pre_end) return; /* "comment" is a part of speech in code */
    unsigned traits = gisa_node_traits(w->t, node);
    if (traits & GISA_NODE_WRAPPER) return;
    uint32_t most = w->l->plain[w->t->n] /
                    (traits & GISA_NODE_CERTAIN ? CERTAIN_NOISE_PART : NOISE_PART);
    if (w->l->plain[n->end] - w->l->plain[node] > most) return;
    if ((traits & GISA_NODE_HIDDEN) && n->end > w->hidden_end) w->hidden_end = n->end;
    if (traits & GISA_NODE_CERTAIN && n->end > w->sure_end) w->sure_end = n->end;
    if (traits & GISA_NODE_BYLINE && n->end > w->sure_end) w->sure_end = n->end;
    if ((traits & (GISA_NODE_NOISE | GISA_NODE_BYLINE)) && n->end > w->noise_end)
        w->noise_end = n->end;
    if ((traits & GISA_NODE_CAPTION) && n->end > w->caption_end) w->caption_end = n->end;
}

static bool is_text_beside(const gisa_tree *t, uint32_t node, uint32_t parent)
{
    return node < t->n && t->nodes[node].tag == GISA_TAG_TEXT && t->nodes[node].parent == parent &&
           gisa_str_trim(gisa_node_text(t, node)).n;
}

/* Whether an unknown element is a block: it holds blocks, or its name has a hyphen, as those that a
 * site defines have, and no text is beside it. */
static bool is_custom_block(const gisa_tree *t, uint32_t node)
{
    const gisa_node *n = &t->nodes[node];
    for (uint32_t i = node + 1; i < n->end && i < node + CUSTOM_REACH; i++)
        if (gisa_tag_is_block(t->nodes[i].tag) && t->nodes[i].tag != GISA_TAG_BR) return true;
    return gisa_str_find_byte(gisa_node_text(t, node), '-', 0) != GISA_NPOS &&
           !is_text_beside(t, node - 1, n->parent) && !is_text_beside(t, n->end, n->parent);
}

static void enter_node(walk *w, uint32_t node)
{
    const gisa_node *n = &w->t->nodes[node];
    note_traits(w, node);
    if (n->tag == GISA_TAG_TR && node < w->cell_end && row_holds_text(w->t, node))
        w->text_row_end = n->end;
    if (is_cell(n->tag) && is_in_facts(w, node)) {
        if (w->open && w->l->text.n > w->line_at) gisa_buf_add_c(&w->l->text, " | ");
        return;
    }
    if (n->tag == GISA_TAG_BR) {
        if (is_in_facts(w, node))
            gisa_text_collapse(GISA_STR(" "), &w->l->text);
        else
            end_line(w, GISA_LINE_BREAK);
        return;
    }
    bool inner = is_in_facts(w, node) && n->tag != GISA_TAG_TR && n->tag != GISA_TAG_TABLE;
    bool block = gisa_tag_is_block(n->tag) && !inner;
    if (n->tag == GISA_TAG_OTHER && !inner) block = is_custom_block(w->t, node);
    if (!inner && gisa_node_is_picture_caption(w->t, w->l->plain, node)) {
        block = true;
        if (n->end > w->caption_end) w->caption_end = n->end;
    }
    if (inner && gisa_tag_is_block(n->tag)) gisa_text_collapse(GISA_STR(" "), &w->l->text);
    if (block) end_line(w, 0);
    if (block && w->depth < MAX_STACK) {
        w->ends[w->depth] = n->end;
        w->blocks[w->depth++] = node;
    }
    enter_tag(w, node);
}

/* For each node the bytes of text outside links before it: a box that holds more than half of the
 * page is no noise, whatever its name. */
static void sum_plain_text(gisa_lines *l, const gisa_tree *t)
{
    uint32_t sum = 0, link_end = 0;
    for (uint32_t i = 0; i < t->n; i++) {
        const gisa_node *n = &t->nodes[i];
        l->plain[i] = sum;
        if (n->tag == GISA_TAG_A && n->end > link_end) link_end = n->end;
        if (n->tag == GISA_TAG_TEXT && i >= link_end) sum += n->len;
    }
    l->plain[t->n] = sum;
}

static gisa_status reset_lines(gisa_lines *l, const gisa_tree *t, gisa_error *err)
{
    l->n = 0;
    gisa_buf_reset(&l->text);
    if (!t) return GISA_OK;
    if (t->n + 1 > l->cap_plain) {
        gisa_free(l->plain);
        l->plain = gisa_malloc((t->n + 1) * sizeof *l->plain);
        l->cap_plain = l->plain ? t->n + 1 : 0;
        if (!l->cap_plain) return gisa_fail_mem(err);
    }
    sum_plain_text(l, t);
    return GISA_OK;
}

gisa_status gisa_lines_collect(gisa_lines *l, const gisa_tree *t, size_t from, gisa_error *err)
{
    walk w = {.l = l, .t = t};
    gisa_status st = reset_lines(l, t, err);
    if (st < 0) return st;
    uint32_t end = t->n ? t->nodes[from].end : 0;
    for (uint32_t i = (uint32_t)from; i < end;) {
        while (w.depth && i >= w.ends[w.depth - 1]) {
            end_line(&w, 0);
            w.depth--;
        }
        const gisa_node *n = &t->nodes[i];
        if (is_skipped(t, i) && n->end - i < SKIP_NODES) {
            i = n->end;
            continue;
        }
        if (n->tag == GISA_TAG_TEXT)
            take_text(&w, i);
        else
            enter_node(&w, i);
        i++;
    }
    end_line(&w, 0);
    return gisa_buf_status(&l->text) == GISA_ENOMEM ? gisa_fail_mem(err) : GISA_OK;
}

gisa_status gisa_lines_split(gisa_lines *l, gisa_str text, gisa_error *err)
{
    gisa_str one;
    gisa_status st = reset_lines(l, NULL, err);
    if (st < 0) return st;
    while (gisa_str_next_line(&text, &one)) {
        size_t at = l->text.n;
        if (one.n && one.p[0] >= 1 && one.p[0] <= 4) {
            gisa_buf_add_char(&l->text, one.p[0]);
            one = gisa_str_cut(one, 1, one.n);
        }
        gisa_text_collapse(one, &l->text);
        gisa_str s = gisa_str_trim(gisa_str_cut(gisa_buf_view(&l->text), at, l->text.n));
        gisa_line *line = s.n ? new_line(l) : NULL;
        if (line) {
            line->at = (uint32_t)(s.p - l->text.p);
            line->len = (uint32_t)s.n;
            gisa_line_measure(s, line);
        }
        gisa_buf_add_char(&l->text, '\n');
    }
    return gisa_buf_status(&l->text) == GISA_ENOMEM ? gisa_fail_mem(err) : GISA_OK;
}

void gisa_lines_clear(gisa_lines *l)
{
    gisa_free(l->items);
    gisa_free(l->plain);
    gisa_buf_clear(&l->text);
    *l = (gisa_lines){0};
}
