#include "ingest/page/byline_end.h"

#include "base/mem.h"
#include "corpus/wordlist.h"

/* Tuned with tests/data/pages. Bytes of a line that a rule is asked about, and of a byline; weight
 * of the text before it. */
enum { MAX_RULED = 900, MAX_BYLINE = 130 };
static const float MIN_TEXT = 7;

/* What sentences end with. */
static bool ends_sentence(gisa_str s)
{
    static const char *const marks[] = {".", "!", "?", "”", "’", "\"", "'", ")"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (gisa_str_ends(s, gisa_str_from(marks[i]))) return true;
    return false;
}

/* Whether a byline may begin at `at`: after white space, or with a bracket or a slash. */
static bool may_begin(gisa_str s, size_t at)
{
    bool marked = strchr("/([<", s.p[at]) != NULL;
    return (marked || s.p[at - 1] == ' ') && s.p[at] != ' ' &&
           ends_sentence(gisa_str_trim(gisa_str_cut(s, 0, at)));
}

/* A text that ends in a sentence, in which no other line is hidden. */
static bool is_text(gisa_str s)
{
    gisa_line line = {0};
    gisa_line_measure(s, &line);
    return line.ends && line.weight >= MIN_TEXT;
}

size_t gisa_byline_end_find(const gisa_line_rules *rules, gisa_line_match *match, gisa_str s)
{
    size_t from = s.n > MAX_BYLINE ? s.n - MAX_BYLINE : 1;
    for (size_t at = s.n; at-- > from;) { /* a short sentence before it is no part of it */
        if (!may_begin(s, at)) continue;
        gisa_str rest = gisa_str_cut(s, at, s.n);
        if (gisa_line_rules_find(rules, match, rest).kind != GISA_KIND_BYLINE) continue;
        bool whole = s.n <= MAX_RULED && gisa_line_rules_find(rules, match, s).kind;
        return whole || gisa_wordlist_prefix(&gisa_list_contact_words, rest) ||
                       !is_text(gisa_str_trim(gisa_str_cut(s, 0, at)))
                   ? 0
                   : at;
    }
    return 0;
}

static size_t find_end(const gisa_lines *l, size_t i, const gisa_line_rules *rules,
                       gisa_line_match *match)
{
    const gisa_line *line = &l->items[i];
    const unsigned aside = GISA_LINE_CAPTION | GISA_LINE_NOISE | GISA_LINE_HIDDEN |
                           GISA_LINE_HEADING | GISA_LINE_CELL;
    if (!line->ends || line->weight < MIN_TEXT || line->flags & aside) return 0;
    return gisa_byline_end_find(rules, match, gisa_line_text(l, i));
}

/* The part [from, to) of a line's text as a line of its own. */
static gisa_line part_of(const gisa_lines *l, const gisa_line *line, size_t from, size_t to)
{
    gisa_str s = gisa_str_trim((gisa_str){l->text.p + line->at + from, to - from});
    gisa_line part = *line;
    part.at = (uint32_t)(s.p - l->text.p);
    part.len = (uint32_t)s.n;
    part.ends = 0;
    gisa_line_measure(s, &part);
    part.link_weight = line->weight > 0 ? line->link_weight * part.weight / line->weight : 0;
    return part;
}

gisa_status gisa_bylines_part(gisa_lines *l, const gisa_line_rules *rules, gisa_line_match *match,
                              gisa_error *err)
{
    size_t n = l->n, more = 0;
    for (size_t i = 0; i < n; i++) more += find_end(l, i, rules, match) > 0;
    for (size_t k = 0; k < more; k++) {
        if (GISA_GROW(l->items, l->n, l->cap) < 0) return gisa_fail_mem(err);
        l->n++;
    }
    for (size_t i = n, to = l->n; i-- > 0 && to > i + 1;) {
        gisa_line line = l->items[i];
        size_t end = find_end(l, i, rules, match);
        if (end) l->items[--to] = part_of(l, &line, end, line.len);
        l->items[--to] = end ? part_of(l, &line, 0, end) : line;
    }
    return GISA_OK;
}
