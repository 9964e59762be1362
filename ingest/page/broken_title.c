#include "ingest/page/broken_title.h"

#include <string.h>

#include "base/letter.h"

/* Lines of a title; letters of one that is a title at all. */
enum { MAX_PIECES = 4, MIN_LETTERS = 6 };

/* Whether a title has the letters of a text in a row, from where a word begins. */
static bool says(gisa_str title, gisa_str text)
{
    for (size_t at = 0; at < title.n;) {
        size_t i = at, k = 0, same = 0;
        uint32_t a, b;
        do {
            b = gisa_letter_next(text, &k);
            a = b ? gisa_letter_next(title, &i) : 0;
            same += b && a == b;
        } while (b && a == b);
        if (!b) return same >= MIN_LETTERS;
        at = gisa_str_find_byte(title, ' ', at);
        at = at == GISA_NPOS ? title.n : at + 1;
    }
    return false;
}

/* The text of lines [i, to), which is in one piece. */
static gisa_str text_of(const gisa_lines *l, size_t i, size_t to)
{
    const gisa_line *first = &l->items[i], *last = &l->items[to - 1];
    return (gisa_str){l->text.p + first->at, last->at + last->len - first->at};
}

/* The line after those from i on that are a title together; i + 1: the line is none of them. */
static size_t end_of_title(const gisa_lines *l, size_t i, gisa_str title)
{
    size_t end = i + 1;
    for (size_t k = i + 2; k <= i + MAX_PIECES && k <= l->n; k++) {
        if (l->items[k - 1].node != l->items[i].node) break;
        gisa_str s = text_of(l, i, k);
        if (s.n > title.n + MAX_PIECES) break;
        if (says(title, s)) end = k;
    }
    return end;
}

static void join(gisa_lines *l, size_t i, size_t end)
{
    gisa_line *line = &l->items[i];
    char *at = l->text.p + line->at + line->len;
    for (size_t k = i + 1; k < end; k++) {
        const gisa_line *other = &l->items[k];
        *at++ = ' ';
        memmove(at, l->text.p + other->at, other->len);
        at += other->len;
        line->link_weight += other->link_weight;
        line->n_links += other->n_links;
    }
    bool breaks = l->items[end - 1].flags & GISA_LINE_BREAK;
    line->flags &= (uint16_t)~GISA_LINE_BREAK;
    if (breaks) line->flags |= GISA_LINE_BREAK;
    line->len = (uint32_t)(at - l->text.p) - line->at;
    gisa_line_measure((gisa_str){l->text.p + line->at, line->len}, line);
    memmove(line + 1, l->items + end, (l->n - end) * sizeof *line);
    l->n -= end - i - 1;
}

void gisa_broken_title_join(gisa_lines *l, const gisa_str *titles, size_t n_titles)
{
    for (size_t i = 0; i + 1 < l->n; i++) {
        if (l->items[i].node != l->items[i + 1].node) continue;
        for (size_t k = 0; k < n_titles; k++) {
            if (titles[k].n <= l->items[i].len) continue;
            size_t end = end_of_title(l, i, titles[k]);
            if (end > i + 1) join(l, i, end);
        }
    }
}
