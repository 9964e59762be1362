#include "ingest/page/comment_run.h"

#include "base/printed_date.h"
#include "ingest/page/line_filter.h"

/* Tuned with tests/data/pages. Bytes of the head and of a dated line, digits of the count, dated
 * lines that are enough, and dated by the day alone. Weights are those of ingest/lines.h. */
enum { MAX_HEAD_BYTES = 48, MAX_DATED_BYTES = 300, MAX_DIGITS = 4, MIN_DATED = 2, MIN_DAYS = 3 };

/* Lines from the head to the first date, from one to the next, from the last one to the end. */
enum { FIRST_REACH = 3, NEXT_REACH = 6, LAST_REACH = 12 };

/* The text before the head. */
static const float MIN_BEFORE = 25;

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

void gisa_comment_run_drop(gisa_lines *l, size_t from, size_t to)
{
    float before = 0;
    for (size_t i = from; i < to; i++) {
        const gisa_line *line = &l->items[i];
        if (line->keep && gisa_line_is_prose(line)) before += line->weight;
        size_t count = line->len <= MAX_HEAD_BYTES && !line->ends && before >= MIN_BEFORE
                           ? read_count(gisa_line_text(l, i))
                           : 0;
        if (!count || !heads_comments(l, i, to, count)) continue;
        for (; i < to; i++)
            if (l->items[i].keep) {
                l->items[i].keep = false;
                l->items[i].rule = GISA_RULE_COMMENTS;
            }
    }
}
