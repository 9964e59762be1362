#include "ingest/page/above_wire.h"

#include "ingest/fields/wire_head.h"

/* Tuned with tests/bench/extract and tests/data/pages. The weight of a line that says something of
 * its own, the least part of the text below the head; lines in which the head is looked for, and
 * lines that are looked up below it. */
static const float MAX_WIDGET = 16, MIN_BELOW = 0.6f;
enum { REACH = 40, MAX_LOOKED_UP = 12 };

/* Whether a line names who reports it, and from where or for whom. */
static bool has_wire_head(gisa_str s)
{
    gisa_wire_head head;
    return gisa_wire_head_read(s, &head) && head.people.n && head.n < s.n;
}

/* The first kept line that begins a wire report; to: there is none near. */
static size_t find_head(const gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from, n = 0; i < to && n < REACH; i++) {
        if (!l->items[i].keep) continue;
        n++;
        if (gisa_line_is_prose(&l->items[i]) && has_wire_head(gisa_line_text(l, i))) return i;
    }
    return to;
}

static bool comes_again(const gisa_lines *l, size_t i, size_t head, size_t to)
{
    gisa_str s = gisa_line_text(l, i);
    for (size_t k = head; k < to; k++)
        if (gisa_str_find(gisa_line_text(l, k), s, 0) != GISA_NPOS) return true;
    return false;
}

void gisa_above_wire_drop(gisa_lines *l, size_t from, size_t to)
{
    size_t head = find_head(l, from, to);
    if (head == to) return;
    float above = gisa_lines_kept_weight(l, from, head),
          below = gisa_lines_kept_weight(l, head, to);
    if (above == 0 || below < MIN_BELOW * (above + below)) return;
    bool summed_up = false;
    for (size_t i = from, n = 0; i < head; i++) {
        const gisa_line *line = &l->items[i];
        bool heading = line->flags & GISA_LINE_HEADING;
        if (heading || (line->keep ? line->weight <= MAX_WIDGET : !gisa_line_is_prose(line)))
            continue;
        bool again = n++ < MAX_LOOKED_UP && comes_again(l, i, head, to);
        if (line->keep && !again) return;
        summed_up = summed_up || again;
    }
    gisa_line_rule beside = summed_up ? GISA_RULE_WIDGET : GISA_RULE_ABOVE_TEXT; /* a deck */
    for (size_t i = from; i < head; i++) {
        gisa_line *line = &l->items[i];
        if (!line->keep) continue;
        bool deck = line->flags & GISA_LINE_HEADING && line->link_weight == 0;
        gisa_line_drop(line, deck ? GISA_RULE_SUBTITLE : beside);
    }
}
