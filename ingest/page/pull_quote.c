#include "ingest/page/pull_quote.h"

#include <string.h>

#include "base/letter.h"
#include "ingest/page/body.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of the
 * shortest quote, of the longest name below it; quotes that are looked
 * for; lines of a box, lines that breaks cut a quote into, lines up to the text beside it; bytes of
 * a name in the quote's line. */
static const float MIN_QUOTE = 6, MAX_NAME = 8;
enum { MAX_TRIED = 40, MAX_LINES = 3, MAX_PIECES = 4, BESIDE_REACH = 10, MAX_NAME_BYTES = 60 };

/* A quote in other words: how many words it must have, the part of them in one line of the text, in
 * tenths, and the bytes of a word that count. */
enum { MIN_WORDS = 5, MIN_SAME_WORDS = 7, STEM_BYTES = 6 };

/* Lines [first, last), one quote, and their text. */
typedef struct quote {
    size_t first, last;
    gisa_str text;
    float weight;
    bool marked; /* by a blockquote */
    bool named;  /* by its box */
} quote;

/* Whether the letters of a text are in another one, one after the other, marks left out. */
static bool has_letters(gisa_str text, gisa_str wanted)
{
    size_t first_end = 0;
    uint32_t first = gisa_letter_next(wanted, &first_end), cp;
    for (size_t at = 0; first && (cp = gisa_letter_next(text, &at));) {
        if (cp != first) continue;
        size_t i = at, k = first_end;
        uint32_t a, b = gisa_letter_next(wanted, &k);
        while (b && (a = gisa_letter_next(text, &i)) == b) b = gisa_letter_next(wanted, &k);
        if (!b) return true;
    }
    return false;
}

/* Whether most of a quote's words are in a text in their order, whatever their endings. */
static bool has_words(gisa_str text, gisa_str wanted)
{
    size_t n = 0, same = 0, at = 0;
    gisa_str word;
    while (gisa_str_next_field(&wanted, ' ', &word)) {
        size_t start = 0, after = 0;
        uint32_t cp = gisa_letter_next(word, &after);
        if (!cp) continue;
        while (start < word.n && (word.p[start] & 0x80) == 0 && !gisa_is_alpha(word.p[start]))
            start++;
        gisa_str stem = gisa_str_cut(word, start, start + STEM_BYTES);
        size_t found = gisa_str_find(text, stem, at);
        n++;
        if (found == GISA_NPOS) continue;
        same++;
        at = found + stem.n;
    }
    return n >= MIN_WORDS && 10 * same >= MIN_SAME_WORDS * n;
}

/* Whether a longer line of the text has these words as well. */
static bool is_within_other(const gisa_lines *l, const quote *q, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++) {
        const gisa_line *line = &l->items[k];
        gisa_str s = gisa_line_text(l, k);
        if ((k >= q->first && k < q->last) || !line->keep || line->weight <= q->weight ||
            line->flags & GISA_LINE_QUOTE)
            continue;
        if (has_letters(s, q->text) || (q->named && !q->marked && has_words(s, q->text)))
            return true;
    }
    return false;
}

static bool is_box(unsigned tag)
{
    return tag == GISA_TAG_DIV || tag == GISA_TAG_ASIDE || tag == GISA_TAG_SECTION ||
           tag == GISA_TAG_BLOCKQUOTE || tag == GISA_TAG_FIGURE || tag == GISA_TAG_OTHER;
}

static bool opens_speech(gisa_str s)
{
    static const char *const marks[] = {"“", "‘", "\"", "'", "「", "『"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i]))) return true;
    return false;
}

/* "pull-quote", "pq", "story_pull"; "pull-right" is a style. */
static bool names_quote(gisa_str names)
{
    if (gisa_str_find_nocase(names, GISA_STR("quote"), 0) != GISA_NPOS) return true;
    for (size_t i = 0, from = 0; i <= names.n; i++) {
        if (i < names.n && gisa_is_alpha(names.p[i])) continue;
        gisa_str word = gisa_str_cut(names, from, i);
        bool last = i == names.n || names.p[i] == ' ';
        if (gisa_str_eq_nocase(word, GISA_STR("pq")) ||
            (last && gisa_str_eq_nocase(word, GISA_STR("pull"))))
            return true;
        from = i + 1;
    }
    return false;
}

static bool is_named(const gisa_tree *t, size_t node)
{
    return names_quote(gisa_node_attr(t, node, "class"));
}

static size_t line_beside(const gisa_lines *l, size_t i, size_t from, size_t to, bool after)
{
    for (int n = 0; n < BESIDE_REACH && (after ? ++i < to : i-- > from); n++)
        if (l->items[i].keep && gisa_line_is_prose(&l->items[i])) return i;
    return SIZE_MAX;
}

static bool is_styled_alike(const gisa_tree *t, size_t a, size_t b)
{
    return gisa_node_is_alike(t, a, b) &&
           gisa_str_eq(gisa_node_attr(t, a, "style"), gisa_node_attr(t, b, "style"));
}

/* Whether a paragraph of speech alone is set in another way than those around it. */
static bool is_set_otherwise(const gisa_tree *t, const gisa_lines *l, const quote *q, size_t from,
                             size_t to)
{
    const gisa_line *line = &l->items[q->first];
    if (t->nodes[line->node].tag != GISA_TAG_P || !t->nodes[line->node].n_attrs || !line->ends ||
        !opens_speech(q->text))
        return false;
    size_t above = line_beside(l, q->first, from, to, false);
    size_t below = line_beside(l, q->last - 1, from, to, true);
    if (above == SIZE_MAX || below == SIZE_MAX) return false;
    return gisa_line_is_same_flow(t, &l->items[above], &l->items[below]) &&
           t->nodes[line->node].parent == t->nodes[l->items[above].node].parent &&
           !is_styled_alike(t, line->node, l->items[above].node);
}

/* Widens a quote to the box that holds nothing else but a name. */
static bool take_box(const gisa_tree *t, const gisa_lines *l, size_t box, quote *q)
{
    size_t first, last;
    gisa_lines_in_node(l, t, box, &first, &last);
    if (last - first > MAX_LINES + (q->last - q->first) - 1) return false;
    for (size_t k = first; k < last; k++) {
        const gisa_line *other = &l->items[k];
        bool own = k >= q->first && k < q->last;
        if (!own && (other->weight > MAX_NAME || other->flags & GISA_LINE_HEADING)) return false;
    }
    q->first = first;
    q->last = last;
    return true;
}

/* Whether a quote is in a box beside the text, alone but for a name; the quote becomes all of it.
 */
static bool is_set_apart(const gisa_tree *t, const gisa_lines *l, quote *q)
{
    const gisa_line *line = &l->items[q->first];
    size_t box = line->node, lines = q->last - q->first;
    if (line->flags & (GISA_LINE_HEADING | GISA_LINE_ITEM | GISA_LINE_CELL)) return false;
    q->named = is_named(t, box);
    if (q->named && !is_box(t->nodes[box].tag)) return true;
    if (!is_box(t->nodes[box].tag)) box = t->nodes[box].parent;
    if (!box || !is_box(t->nodes[box].tag)) return false;
    bool named = q->named || is_named(t, box);
    bool spoken = line->flags & GISA_LINE_QUOTE || l->items[q->last - 1].ends ||
                  opens_speech(q->text) || t->nodes[t->nodes[line->first].parent].tag == GISA_TAG_Q;
    if ((!named && !spoken) || !take_box(t, l, box, q)) return q->named;
    q->named = named;
    return named || q->last > q->first + lines || box != line->node ||
           t->nodes[box].tag != GISA_TAG_DIV;
}

/* Where the marks close that a text begins with; GISA_NPOS: it begins with none. */
static size_t end_of_speech(gisa_str s)
{
    static const struct {
        const char *open, *close;
    } marks[] = {{"“", "”"}, {"「", "」"}, {"『", "』"}, {"\"", "\""}};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (gisa_str_starts(s, gisa_str_from(marks[i].open)))
            return gisa_str_find(s, gisa_str_from(marks[i].close), strlen(marks[i].open));
    return GISA_NPOS;
}

/* The text of a <q>, or up to the mark that closes speech: a name may follow in the same line. */
static gisa_str speech_of(const gisa_tree *t, const gisa_line *first, gisa_str s)
{
    size_t q = t ? t->nodes[first->first].parent : 0, end;
    end = end_of_speech(s);
    if (end != GISA_NPOS) return s.n - end <= MAX_NAME_BYTES ? gisa_str_cut(s, 0, end) : s;
    if (!q || t->nodes[q].tag != GISA_TAG_Q) return s;
    size_t after = t->nodes[q].end, at = s.n;
    if (after >= t->n || t->nodes[after].parent != t->nodes[q].parent) return s;
    gisa_buf name = gisa_buf_make(MAX_NAME_BYTES + 1);
    gisa_node_collect(t, after, &name);
    gisa_str tail = gisa_str_trim(gisa_buf_view(&name));
    if (name.st >= 0 && tail.n && tail.n < at && gisa_str_ends(s, tail)) at -= tail.n;
    gisa_buf_clear(&name);
    return gisa_str_cut(s, 0, at);
}

/* The quote that begins at line i: all lines of its block where they are few. */
static quote quote_at(const gisa_tree *t, const gisa_lines *l, size_t i, size_t to)
{
    const gisa_line *line = &l->items[i];
    size_t end = i + 1;
    while (end < to && l->items[end].node == line->node && l->items[end].keep) end++;
    bool begins = !i || l->items[i - 1].node != line->node;
    if (end - i > MAX_PIECES || !begins) end = i + 1;
    const gisa_line *last = &l->items[end - 1];
    quote q = {.first = i, .last = end};
    q.marked = line->flags & GISA_LINE_QUOTE;
    q.text = (gisa_str){l->text.p + line->at, last->at + last->len - line->at};
    for (size_t k = i; k < end; k++) q.weight += l->items[k].weight;
    q.text = speech_of(t, line, q.text);
    return q;
}

void gisa_pull_quotes_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from, tried = 0; i < to && tried < MAX_TRIED; i++) {
        if (!l->items[i].keep) continue;
        quote q = quote_at(f->tree, l, i, to), whole = q;
        if (q.weight < MIN_QUOTE) continue;
        bool apart = f->tree && is_set_apart(f->tree, l, &whole);
        if (apart) q = whole;
        if (!apart && !(l->items[i].flags & GISA_LINE_QUOTE) &&
            !(f->tree && is_set_otherwise(f->tree, l, &q, from, to)))
            continue;
        tried++;
        if (!is_within_other(l, &q, from, to)) continue;
        for (size_t k = q.first; k < q.last; k++)
            if (l->items[k].keep) gisa_line_drop(&l->items[k], GISA_RULE_PRINTED_BEFORE);
    }
}
