#include "cli/wrap.h"

#include "base/utf8.h"

enum { LEAST_ROOM = 20 }; /* below that a line is not worth breaking for */

typedef struct wrapper {
    gisa_buf *out;
    gisa_str text;
    const wrapping *w;
    size_t room, used;
    size_t mark; /* the next one */
    bool marked; /* inside it */
} wrapper;

/* Appends bytes of the text with the marks that begin or end among them. */
static void put_marked(wrapper *r, size_t from, size_t to)
{
    const wrapping *w = r->w;
    while (r->mark < w->n_marks) {
        const gisa_span *m = &w->marks[r->mark];
        size_t at = r->marked ? m->end : m->start;
        if (at > to || (at == to && !r->marked)) break;
        if (at < from) at = from;
        gisa_buf_add(r->out, gisa_str_cut(r->text, from, at));
        gisa_buf_add_c(r->out, r->marked ? w->off : w->on);
        if (r->marked) r->mark++;
        r->marked = !r->marked;
        from = at;
    }
    gisa_buf_add(r->out, gisa_str_cut(r->text, from, to));
}

/* Styles end before a line does, so that indentation has none. */
static void new_line(wrapper *r)
{
    if (r->marked) gisa_buf_add_c(r->out, r->w->off);
    gisa_buf_add_char(r->out, '\n');
    for (size_t k = 0; k < r->w->indent; k++) gisa_buf_add_char(r->out, ' ');
    if (r->marked) gisa_buf_add_c(r->out, r->w->on);
    r->used = r->w->indent;
}

/* A word at its place: only one wider than a line is broken, and an address never is. */
static void put_word(wrapper *r, size_t from, size_t to)
{
    gisa_str word = gisa_str_cut(r->text, from, to);
    size_t width = gisa_utf8_width(word);
    bool whole = r->w->whole_words || gisa_str_has(word, GISA_STR("://"));
    while (!whole && width > r->room - r->used) {
        gisa_str line = gisa_utf8_head(gisa_str_cut(r->text, from, to), r->room - r->used);
        put_marked(r, from, from + line.n);
        from += line.n;
        width -= gisa_utf8_width(line);
        new_line(r);
    }
    put_marked(r, from, to);
    r->used += width;
}

void wrap_add(gisa_buf *out, gisa_str text, const wrapping *w)
{
    bool whole = w->columns < w->indent + LEAST_ROOM;
    wrapper r = {.out = out, .text = text, .w = w, .room = w->columns};
    r.used = w->used < r.room ? w->used : r.room;
    size_t at = 0;
    bool first = true;
    if (whole) put_marked(&r, 0, text.n);
    while (!whole) {
        size_t from = at, end;
        while (from < text.n && gisa_is_space(text.p[from])) from++;
        for (end = from; end < text.n && !gisa_is_space(text.p[end]);) end++;
        if (end == from) break;
        size_t gap = first ? 0 : 1;
        bool fits = r.used + gap + gisa_utf8_width(gisa_str_cut(text, from, end)) <= r.room;
        if (!fits && (!first || r.used > w->indent)) {
            new_line(&r);
        } else if (!first) {
            gisa_buf_add_char(out, ' ');
            r.used++;
        }
        put_word(&r, from, end);
        first = false;
        at = end;
    }
    if (r.marked) gisa_buf_add_c(out, w->off);
}

void wrap_to_terminal(gisa_buf *out, const cli *c, gisa_str text, size_t indent)
{
    wrap_add(out, text, &(wrapping){.columns = cli_room(c), .used = indent, .indent = indent});
}

void wrap_part(wrap_line *line, gisa_str text)
{
    size_t width = gisa_utf8_width(text), gap = !line->any ? 0 : line->gap ? line->gap : 2;
    bool fits = !line->columns || line->used + gap + width <= line->columns;
    if (line->any && !fits) gisa_buf_add_char(line->out, '\n');
    if (line->any && !fits) line->used = 0, gap = line->indent;
    for (size_t k = 0; k < gap; k++) gisa_buf_add_char(line->out, ' ');
    line->used += gap;
    line->any = true;
    wrap_add(line->out, text,
             &(wrapping){.columns = line->columns, .used = line->used, .indent = line->indent});
    line->used += width;
    if (line->used > line->columns) line->used = line->columns;
}

void wrap_field(gisa_buf *out, const cli *c, const char *name, gisa_str text, size_t indent)
{
    gisa_buf_addf(out, "%-*s", (int)indent, name);
    wrap_to_terminal(out, c, text, indent);
    gisa_buf_add_char(out, '\n');
}
