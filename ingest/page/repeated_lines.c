#include "ingest/page/repeated_lines.h"

#include "ingest/page/pull_quote.h"

/* Tuned with tests/bench/extract. Weights are those of ingest/lines.h. */

/* Shorter lines may come twice. */
static const float MIN_REPEAT = 6;

/* A count of copies beside the number of the first; lines in which the text beside one is. */
enum { BESIDE_REACH = 50 };

enum { TIMES_BITS = 24, MAX_TIMES = (1 << TIMES_BITS) - 1 };

static bool is_caption(const gisa_line *line)
{
    return line->rule == GISA_RULE_CAPTION || line->rule == GISA_RULE_CAPTION_CREDIT ||
           line->rule == GISA_RULE_CAPTION_MARK;
}

static bool is_repeat(const gisa_lines *l, size_t i)
{
    return l->items[i].rule == GISA_RULE_PRINTED_BEFORE;
}

/* The next line of the text before or after line i. */
static size_t beside(const gisa_lines *l, size_t i, size_t from, size_t to, bool after)
{
    size_t k = i;
    for (int n = 0; n < BESIDE_REACH && (after ? ++k < to : k-- > from); n++)
        if (l->items[k].keep || is_repeat(l, k)) return k;
    return SIZE_MAX;
}

/* Whether a line comes again because the text says it again: set like the first one among the same
 * paragraphs, with other text between and beside them. A lead is printed again as a summary, and a
 * text as a whole. */
static bool is_refrain(const gisa_line_filter *f, const gisa_lines *l, size_t first, size_t again,
                       size_t from)
{
    const gisa_line *one = &l->items[first], *other = &l->items[again];
    if (!f->tree || !one->keep || !gisa_line_is_same_flow(f->tree, one, other)) return false;
    size_t above = beside(l, first, from, again, false),
           before = beside(l, again, first, l->n, false);
    size_t below = beside(l, first, from, again, true), after = beside(l, again, from, l->n, true);
    if (above == SIZE_MAX || before <= first || below >= again || is_repeat(l, before))
        return false;
    if (gisa_str_eq(gisa_line_text(l, above), gisa_line_text(l, before))) return false;
    return after == SIZE_MAX || !gisa_str_eq(gisa_line_text(l, below), gisa_line_text(l, after));
}

gisa_status gisa_repeated_lines_drop(const gisa_line_filter *f, gisa_lines *l, size_t from,
                                     size_t to)
{
    gisa_map_reset(f->seen);
    gisa_pull_quotes_drop(f, l, from, to);
    for (size_t i = from; i < to; i++) {
        bool added;
        uint64_t *slot;
        gisa_line *line = &l->items[i];
        if (!line->keep && !is_caption(line)) continue;
        if (gisa_map_put(f->seen, gisa_line_text(l, i), &slot, &added) < 0) return GISA_ENOMEM;
        if (added) *slot = (uint64_t)i << TIMES_BITS;
        ++*slot;
        if (!added && line->keep && line->weight >= MIN_REPEAT &&
            !is_refrain(f, l, (size_t)(*slot >> TIMES_BITS), i, from))
            gisa_line_drop(line, GISA_RULE_PRINTED_BEFORE);
    }
    for (int pass = 0; pass < 2; pass++)
        for (size_t k = from; k < to; k++) {
            size_t i = pass ? from + to - 1 - k : k;
            gisa_line *line = &l->items[i];
            bool beside = (i > from && is_repeat(l, i - 1)) || (i + 1 < to && is_repeat(l, i + 1));
            if (!line->keep || line->weight >= MIN_REPEAT || !beside) continue;
            uint64_t *times = gisa_map_find(f->seen, gisa_line_text(l, i));
            if (times && (*times & MAX_TIMES) > 1 && --*times)
                gisa_line_drop(line, GISA_RULE_PRINTED_BEFORE);
        }
    return GISA_OK;
}
