#include "ingest/page/pull_quote.h"

#include "base/letter.h"
#include "ingest/page/body.h"

/* Tuned with tests/bench/extract and tests/data/pages. Weights are those of ingest/lines.h: of the
 * shortest quote, of the longest name below it; quotes that are looked for; lines of a box. */
static const float MIN_QUOTE = 6, MAX_NAME = 8;
enum { MAX_TRIED = 40, MAX_LINES = 3 };

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

/* Whether a longer line of the text has these words as well. */
static bool is_within_other(const gisa_lines *l, size_t i, size_t from, size_t to)
{
    gisa_str s = gisa_line_text(l, i);
    for (size_t k = from; k < to; k++) {
        const gisa_line *line = &l->items[k];
        if (k != i && line->keep && line->weight > l->items[i].weight &&
            !(line->flags & GISA_LINE_QUOTE) && has_letters(gisa_line_text(l, k), s))
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

/* Whether a line is alone in a box beside the text, but for a name; [first, last): the box's. */
static bool is_set_apart(const gisa_tree *t, const gisa_lines *l, size_t i, size_t *first,
                         size_t *last)
{
    const gisa_line *line = &l->items[i];
    if (!t || line->flags & (GISA_LINE_HEADING | GISA_LINE_ITEM | GISA_LINE_CELL)) return false;
    bool quote = line->flags & GISA_LINE_QUOTE;
    if (!quote && !line->ends && !opens_speech(gisa_line_text(l, i))) return false;
    size_t box = line->node;
    gisa_str name = gisa_node_attr(t, box, "class");
    if (gisa_str_find_nocase(name, GISA_STR("quote"), 0) != GISA_NPOS) return true;
    if (!is_box(t->nodes[box].tag)) box = t->nodes[box].parent;
    if (!box || !is_box(t->nodes[box].tag)) return false;
    gisa_lines_in_node(l, t, box, first, last);
    if (*last - *first > MAX_LINES) return false;
    for (size_t k = *first; k < *last; k++) {
        const gisa_line *other = &l->items[k];
        if (k != i && (other->weight > MAX_NAME || other->flags & GISA_LINE_HEADING)) return false;
    }
    return *last > *first + 1 || box != line->node || t->nodes[box].tag != GISA_TAG_DIV;
}

void gisa_pull_quotes_drop(const gisa_line_filter *f, gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from, tried = 0; i < to && tried < MAX_TRIED; i++) {
        gisa_line *line = &l->items[i];
        size_t first = i, last = i + 1;
        if (!line->keep || line->weight < MIN_QUOTE) continue;
        bool apart = is_set_apart(f->tree, l, i, &first, &last);
        if (!apart && !(line->flags & GISA_LINE_QUOTE)) continue;
        tried++;
        if (!is_within_other(l, i, from, to)) continue;
        for (size_t k = apart ? first : i; k < (apart ? last : i + 1); k++)
            if (l->items[k].keep) gisa_line_drop(&l->items[k], GISA_RULE_PRINTED_BEFORE);
    }
}
