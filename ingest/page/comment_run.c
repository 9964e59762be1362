#include "ingest/page/comment_run.h"

#include "base/printed_date.h"
#include "ingest/page/body.h"
#include "ingest/page/line_filter.h"

/* Tuned with tests/data/pages. Bytes of the head and of a dated line, digits of the count, dated
 * lines that are enough, and dated by the day alone. Weights are those of ingest/lines.h. */
enum { MAX_HEAD_BYTES = 48, MAX_DATED_BYTES = 300, MAX_DIGITS = 4, MIN_DATED = 2, MIN_DAYS = 3 };

/* Lines from the head to the first date, from one to the next, from the last one to the end. */
enum { FIRST_REACH = 3, NEXT_REACH = 6, LAST_REACH = 12 };

/* The text before the head. */
static const float MIN_BEFORE = 25;

/* Bytes of a line with a masked name, and up to the mask; names that are enough, lines from one to
 * the next, between a name and its time, and before the first one that are the comments' head. */
enum { MAX_MASKED_BYTES = 120, MAX_TO_MASK = 40, MIN_MASKED = 2, MASKED_REACH = 8 };
enum { TIME_REACH = 2, HEAD_REACH = 8 };

/* The number at the end of a head: "댓글 3개", "한마디 (3)"; 0: none, or it is part of a date. */
static size_t read_count(gisa_str s)
{
    size_t n = 0, end = s.n, from;
    while (end && strchr(" )]>", s.p[end - 1])) end--;
    if (gisa_str_ends(gisa_str_cut(s, 0, end), GISA_STR("개"))) end -= strlen("개");
    for (from = end; from && gisa_is_digit(s.p[from - 1]) && end - from < MAX_DIGITS; from--)
        continue;
    if (from == end || from < 4 || strchr(".,-/:0123456789", s.p[from - 1])) return 0;
    for (size_t i = from; i < end; i++) n = n * 10 + (size_t)(s.p[i] - '0');
    return n;
}

/* Whether a line has the day, or at least the minute, of a comment. The words of one may be in the
 * same row of a table. */
static bool is_dated(const gisa_lines *l, size_t i, gisa_precision least)
{
    const gisa_line *line = &l->items[i];
    gisa_time t;
    size_t start, end;
    if (line->len > MAX_DATED_BYTES || line->flags & GISA_LINE_HEADING) return false;
    if (gisa_line_is_prose(line) && line->ends && !(line->flags & GISA_LINE_CELL)) return false;
    return gisa_printed_date_find(gisa_line_text(l, i), 0, &t, &start, &end) &&
           t.precision >= least;
}

/* Whether comments follow the head at i, `wanted` to `count` of them. */
static bool heads_dated(const gisa_lines *l, size_t i, size_t to, gisa_precision least,
                        size_t wanted, size_t count)
{
    size_t dated = 0, words = 0, last = i;
    for (size_t k = i + 1; k < to; k++) {
        if (k - last > (dated ? NEXT_REACH : FIRST_REACH)) break;
        if (l->items[k].flags & GISA_LINE_HEADING) return false;
        words += gisa_line_is_prose(&l->items[k]) && l->items[k].ends;
        if (!is_dated(l, k, least)) continue;
        dated++;
        last = k;
    }
    return dated >= wanted && dated <= count && words && to - last <= LAST_REACH;
}

/* Whether comments follow the head at i, which says that there are so many: all of them, and in
 * brackets ("Conversation (6)"), where they have no more than a day, which other lists have, too.
 */
static bool heads_comments(const gisa_lines *l, size_t i, size_t to, size_t count)
{
    gisa_str s = gisa_line_text(l, i);
    bool bracketed = gisa_str_ends(s, GISA_STR(")")) || gisa_str_ends(s, GISA_STR("]"));
    size_t wanted = count < MIN_DATED ? count : MIN_DATED;
    if (heads_dated(l, i, to, GISA_PRECISION_MINUTE, wanted, count)) return true;
    return bracketed && count >= MIN_DAYS &&
           heads_dated(l, i, to, GISA_PRECISION_DAY, count, count);
}

/* Bytes of the mask at i: two stars or dots, or more, after a letter or a digit; 0: none. */
static size_t mask_at(gisa_str s, size_t i)
{
    static const char *const masks[] = {"**", "••", "●●", "○○"};
    bool named = i > 0 && s.p[i - 1] != ' ' && !strchr("([<*", s.p[i - 1]);
    for (size_t k = 0; named && k < sizeof masks / sizeof *masks; k++)
        if (gisa_str_starts(gisa_str_cut(s, i, s.n), gisa_str_from(masks[k])))
            return strlen(masks[k]);
    return 0;
}

/* "hans****", "211.36.***.20" */
static bool is_masked(const gisa_lines *l, size_t i)
{
    const gisa_line *line = &l->items[i];
    size_t most = line->flags & GISA_LINE_CELL ? MAX_DATED_BYTES : MAX_MASKED_BYTES;
    gisa_str s = gisa_line_text(l, i);
    if (line->len > most) return false;
    for (size_t k = 1; k < s.n && k <= MAX_TO_MASK; k++)
        if (mask_at(s, k)) return true;
    return false;
}

/* "16:10", "20분 전": in a list of winners none is. */
static bool has_time(gisa_str s)
{
    for (size_t i = 1; i + 2 < s.n; i++) {
        bool after = gisa_is_digit(s.p[i - 1]);
        if (after && s.p[i] == ':' && gisa_is_digit(s.p[i + 1]) && gisa_is_digit(s.p[i + 2]))
            return true;
        gisa_str rest = gisa_str_cut(s, i, s.n);
        if (after && (gisa_str_starts(rest, GISA_STR("분 전")) ||
                      gisa_str_starts(rest, GISA_STR("시간 전")) ||
                      gisa_str_starts(rest, GISA_STR("일 전"))))
            return true;
    }
    return false;
}

static bool is_reader(const gisa_lines *l, size_t i, size_t to)
{
    if (!is_masked(l, i)) return false;
    for (size_t k = i; k < to && k <= i + TIME_REACH; k++)
        if (has_time(gisa_line_text(l, k))) return true;
    return false;
}

/* The first line of the box that holds the comments from line `first` to line `last`, or of the one
 * comment where the text is in that box, too. */
static size_t begin_of_box(const gisa_tree *t, const gisa_lines *l, size_t first, size_t last)
{
    size_t box = l->items[first].node, one = box, from, to;
    while (box && !gisa_node_inside(t, l->items[last].node, box)) {
        one = box;
        box = t->nodes[box].parent;
    }
    gisa_lines_in_node(l, t, box, &from, &to);
    if (from + HEAD_REACH < first || gisa_lines_running_weight(l, from, first) >= MIN_BEFORE)
        gisa_lines_in_node(l, t, one, &from, &to);
    return from < first ? from : first;
}

/* Where comments under masked names begin; `to`: there are none. */
static size_t find_masked(const gisa_tree *t, const gisa_lines *l, size_t from, size_t to)
{
    size_t first = to, last = to, n = 0;
    for (size_t i = from; i < to; i++) {
        if (!is_reader(l, i, to)) continue;
        if (n && n < MIN_MASKED && i > last + MASKED_REACH) n = 0;
        if (!n++) first = i;
        last = i;
    }
    if (n < MIN_MASKED || gisa_lines_running_weight(l, from, first) < MIN_BEFORE) return to;
    size_t begin = begin_of_box(t, l, first, last);
    return begin > from ? begin : to;
}

static void drop(gisa_lines *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (l->items[i].keep) gisa_line_drop(&l->items[i], GISA_RULE_COMMENTS);
}

void gisa_comment_run_drop(const gisa_tree *t, gisa_lines *l, size_t from, size_t to)
{
    float before = 0;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) before += line->weight;
        size_t count = line->len <= MAX_HEAD_BYTES && !line->ends && before >= MIN_BEFORE
                           ? read_count(gisa_line_text(l, i))
                           : 0;
        if (!count || !heads_comments(l, i, to, count)) continue;
        drop(l, i, to);
        break;
    }
    if (t && t->n) drop(l, find_masked(t, l, from, to), to);
}
