#include "ingest/page/picture_line.h"

#include "corpus/wordlist.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of a
 * caption, of one that is told by its place or its end alone, of the text beside captions. */
static const float MAX_CAPTION = 60, MAX_CENTRED = 40, MAX_NOUN_PHRASE = 30, MIN_TEXT = 40;

/* Boxes around a line that may centre it; lines in which the text after a caption begins. */
enum { CENTRE_REACH = 3, TEXT_REACH = 3 };

static bool is_centred(const gisa_tree *t, size_t node)
{
    for (int up = 0; node && up < CENTRE_REACH; up++, node = t->nodes[node].parent) {
        gisa_str style = gisa_node_attr(t, node, "style");
        size_t at = gisa_str_find_nocase(style, GISA_STR("text-align"), 0);
        if (t->nodes[node].tag == GISA_TAG_CENTER ||
            gisa_str_eq_nocase(gisa_node_attr(t, node, "align"), GISA_STR("center")))
            return true;
        if (at != GISA_NPOS)
            return gisa_str_find_nocase(gisa_str_cut(style, at, at + 24), GISA_STR("center"), 0) !=
                   GISA_NPOS;
    }
    return false;
}

/* The lead bytes of U+A000 to U+DFFF: Hangul, but for a few rare scripts. */
static bool has_hangul(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0xEA && (unsigned char)s.p[i] <= 0xED) return true;
    return false;
}

/* "갓 구운 소금빵. 가람시": neither a sentence with a verb nor a subhead, a question or speech. */
static bool is_noun_phrase(const gisa_line *line, gisa_str s)
{
    if (line->flags & GISA_LINE_BOLD || line->weight > MAX_NOUN_PHRASE || !has_hangul(s))
        return false;
    return line->rule == GISA_RULE_TEXT && (unsigned char)s.p[0] >= 0xEA &&
           (unsigned char)s.p[0] <= 0xED && !gisa_wordlist_suffix(&gisa_list_spoken_endings, s);
}

/* The next line of running text that stays; to: none is near. */
static size_t text_after(const gisa_lines *l, size_t i, size_t to)
{
    for (size_t k = i + 1; k < to && k <= i + TEXT_REACH; k++)
        if (l->items[k].keep && gisa_line_is_prose(&l->items[k])) return k;
    return to;
}

/* "나루시 공무원이 둑을 살피고 있다." */
static bool shows(const gisa_line *line, gisa_str s)
{
    return line->ends == 1 && line->weight <= MAX_CENTRED &&
           gisa_wordlist_suffix(&gisa_list_caption_endings, s);
}

static bool is_caption(const gisa_line_filter *f, const gisa_lines *l, size_t i, size_t to)
{
    const gisa_line *line = &l->items[i];
    gisa_str s = gisa_line_text(l, i);
    if (!line->keep || !(line->flags & GISA_LINE_BELOW_PICTURE) || line->link_weight > 0)
        return false;
    if (line->flags & (GISA_LINE_HEADING | GISA_LINE_ITEM | GISA_LINE_QUOTE)) return false;
    if (line->weight > MAX_CAPTION) return false;
    if (gisa_wordlist_prefix(&gisa_list_caption_pointers, s)) return true;
    size_t text = text_after(l, i, to);
    if (text == to) return false;
    if (line->weight <= MAX_CENTRED && f->tree && is_centred(f->tree, line->node) &&
        !is_centred(f->tree, l->items[text].node))
        return true;
    return is_noun_phrase(line, s) || shows(line, s);
}

/* Text that is no caption for sure: a page of pictures may have no other. */
static bool is_text(const gisa_line *line)
{
    return line->keep && gisa_line_is_prose(line) && !(line->flags & GISA_LINE_BELOW_PICTURE);
}

void gisa_picture_lines_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    float all = 0;
    for (size_t i = from; i < to; i++)
        if (is_text(&l->items[i])) all += l->items[i].weight;
    for (size_t i = from; i < to; i++) {
        gisa_line *line = &l->items[i];
        if (!is_caption(f, l, i, to)) continue;
        if (all < MIN_TEXT) continue;
        line->keep = false;
        line->rule = GISA_RULE_CAPTION;
    }
}
