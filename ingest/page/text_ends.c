#include "ingest/page/text_ends.h"

#include "corpus/wordlist.h"

/* Tuned with tests/bench/extract. Weights are those of ingest/lines.h: of a sentence that stays
 * though it is short. */
static const float MIN_SPOKEN = 3;

/* Lines above the first sentence: more than a subtitle has, how many are alike by marks and numbers
 * of so many bytes; bytes of a label; later sections, within so many lines, that make a section of
 * the first. */
enum {
    MAX_SUBTITLE_LINES = 6,
    MIN_ALIKE = 3,
    MAX_SHAPE = 40,
    MAX_LABEL = 30,
    MIN_SECTIONS = 2,
    SECTION_REACH = 300
};

/* The marks and numbers of a line, words left out: "첫째 판 가람 2-1 나루" has "0-0". */
static size_t read_shape(gisa_str s, char *out, size_t cap)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n && n < cap; i++) {
        char c = gisa_is_digit(s.p[i]) ? '0' : s.p[i];
        bool word = gisa_is_alpha(c) || c == ' ' || (unsigned char)c >= 0x80;
        if (!word && !(c == '0' && n && out[n - 1] == '0')) out[n++] = c;
    }
    return n;
}

/* Whether lines [from, to) have the same marks and numbers. */
static bool are_alike(const gisa_lines *l, size_t from, size_t to)
{
    char one[MAX_SHAPE], other[MAX_SHAPE];
    size_t n = read_shape(gisa_line_text(l, from), one, sizeof one);
    if (!memchr(one, '0', n)) return false;
    for (size_t i = from + 1; i < to; i++) {
        size_t k = read_shape(gisa_line_text(l, i), other, sizeof other);
        if (k != n || memcmp(one, other, n) != 0) return false;
    }
    return true;
}

/* The mark that an item of a printed list begins with: "▲총무과장 나루결" */
static bool begins_with_mark(gisa_str s)
{
    static const char *const marks[] = {"▲", "△", "◆", "◇", "■", "□", "●", "○", "▶", "▷"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    return false;
}

/* "<인사>" or "[부고]" alone in a line. */
static bool is_label(gisa_str s)
{
    return s.n > 2 && s.n <= MAX_LABEL &&
           ((s.p[0] == '<' && s.p[s.n - 1] == '>') || (s.p[0] == '[' && s.p[s.n - 1] == ']'));
}

/* Where a list of marked items begins whose item is at `first`, its label with it. */
static size_t begin_of_list(const gisa_lines *l, size_t from, size_t first)
{
    size_t i = first;
    if (first == l->n || !begins_with_mark(gisa_line_text(l, first))) return first;
    while (i > from && l->items[i - 1].keep && begins_with_mark(gisa_line_text(l, i - 1))) i--;
    return i > from && l->items[i - 1].keep && is_label(gisa_line_text(l, i - 1)) ? i - 1 : i;
}

/* Where a list ends whose last long item is before `last`: shorter ones follow, under labels, too.
 */
static size_t end_of_list(const gisa_lines *l, size_t last, size_t to)
{
    size_t i = last;
    if (!begins_with_mark(gisa_line_text(l, last - 1))) return last;
    while (i < to && l->items[i].keep) {
        size_t item = i + is_label(gisa_line_text(l, i));
        if (item == to || !l->items[item].keep || !begins_with_mark(gisa_line_text(l, item))) break;
        i = item + 1;
    }
    return i;
}

/* Whether a text ends as sentences do, rather than has one in it. */
static bool is_sentence(gisa_str s)
{
    static const char *const ends[] = {".", "?", "!", ".”", "?”", ".\"", "?\""};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
        if (gisa_str_ends(s, gisa_str_from(ends[i]))) return true;
    return false;
}

/* Where the sentences end that go on after the last long one, before `last`, in paragraphs of the
 * same flow. */
static size_t end_of_flow(const gisa_line_filter *f, const gisa_lines *l, size_t last, size_t to)
{
    size_t text = last - 1, i = last;
    for (; f->tree && i < to && l->items[i].keep; i++) {
        const gisa_line *line = &l->items[i];
        if (line->weight < MIN_SPOKEN || line->link_weight > 0 ||
            !is_sentence(gisa_line_text(l, i)) ||
            !gisa_line_is_same_flow(f->tree, &l->items[text], line))
            break;
    }
    return i;
}

/* Where the text begins before its first sentence, at `first`: paragraphs of the same flow that are
 * more than a subtitle has, or alike (results, facts). */
static size_t begin_of_text(const gisa_line_filter *f, const gisa_lines *l, size_t from,
                            size_t first)
{
    size_t i = first;
    if (!f->tree || first == l->n) return first;
    while (i > from && l->items[i - 1].keep && l->items[i - 1].link_weight == 0 &&
           gisa_line_is_same_flow(f->tree, &l->items[i - 1], &l->items[first]))
        i--;
    bool many = first - i > MAX_SUBTITLE_LINES;
    return many || (first - i >= MIN_ALIKE && are_alike(l, i, first)) ? i : first;
}

/* Whether a heading above the first sentence heads the first of several sections: later ones are in
 * boxes like its own. */
static bool heads_section(const gisa_line_filter *f, const gisa_lines *l, size_t i, size_t to)
{
    const gisa_tree *t = f->tree;
    if (!t || !(l->items[i].flags & GISA_LINE_HEADING)) return false;
    size_t node = l->items[i].node, box = t->nodes[node].parent, n = 0;
    for (size_t k = i + 1; k < to && k < i + SECTION_REACH && n < MIN_SECTIONS; k++) {
        size_t other = l->items[k].node, around = t->nodes[other].parent;
        n += l->items[k].keep && around != box && t->nodes[other].tag == t->nodes[node].tag &&
             gisa_node_is_alike(t, around, box);
    }
    return n >= MIN_SECTIONS;
}

/* Whether what is printed after the text begins: its author, contact, notice or tags. */
static bool closes_text(gisa_line_rule rule)
{
    switch (rule) {
    case GISA_RULE_ATTACHMENT:
    case GISA_RULE_BYLINE:
    case GISA_RULE_CONTACT:
    case GISA_RULE_DATE:
    case GISA_RULE_HASHTAGS:
    case GISA_RULE_LICENSE:
    case GISA_RULE_RIGHTS:
    case GISA_RULE_STORY_LIST:
    case GISA_RULE_TIP: return true;
    default: return false;
    }
}

/* "… 열 것이다.■" */
static void trim_end_mark(gisa_lines *l, size_t from, size_t to)
{
    while (to > from && !l->items[to - 1].keep) to--;
    if (to == from) return;
    gisa_line *line = &l->items[to - 1];
    gisa_str s = gisa_line_text(l, to - 1);
    const gisa_wordlist_item *mark = gisa_wordlist_suffix(&gisa_list_end_marks, s);
    s = mark ? gisa_str_trim(gisa_str_cut(s, 0, s.n - mark->word.n)) : s;
    if (mark && gisa_str_ends(s, GISA_STR("."))) line->len = (uint32_t)s.n;
}

void gisa_text_ends_trim(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    size_t first = from, last = to;
    while (first < to && (!l->items[first].keep || gisa_line_is_scrap(&l->items[first]))) first++;
    if (first == to) return;
    while (last > first && (!l->items[last - 1].keep || gisa_line_is_scrap(&l->items[last - 1])))
        last--;
    last = end_of_list(l, last, to);
    last = end_of_flow(f, l, last, to);
    size_t begin = begin_of_list(l, from, begin_of_text(f, l, from, first));
    for (size_t i = from; i < begin; i++) {
        gisa_line *line = &l->items[i];
        if (!line->keep || heads_section(f, l, i, last)) continue;
        bool spoken = line->ends && line->weight >= MIN_SPOKEN;
        gisa_str s = gisa_line_text(l, i);
        bool runs_on = s.n > 12 && s.p[s.n - 1] == ',' && (f->trusted || i + 4 > first);
        bool near = runs_on ||
                    (i + 1 == first && (line->flags & (GISA_LINE_HEADING | GISA_LINE_BOLD)));
        if (!(spoken && (f->trusted || i + 2 >= first)) && !near)
            gisa_line_drop(line, GISA_RULE_ABOVE_TEXT);
    }
    bool closed = false;
    for (size_t i = last; i < to; i++) {
        gisa_line *line = &l->items[i];
        closed = closed || (!line->keep && closes_text(line->rule));
        if (!line->keep) continue;
        bool spoken = line->ends && line->weight >= MIN_SPOKEN && f->trusted;
        bool item = (line->flags & (GISA_LINE_ITEM | GISA_LINE_CELL)) && line->link_weight == 0 &&
                    !closed;
        if (!spoken && !item) gisa_line_drop(line, GISA_RULE_BELOW_TEXT);
    }
    if (!f->faithful) trim_end_mark(l, first, to);
}
