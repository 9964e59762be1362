#include "base/csv_read.h"

#include "base/mem.h"

/* One cell: its bytes, with or without marks around them, and what ends it. */
typedef struct cell {
    gisa_str text; /* with the marks */
    bool marked;   /* doubled marks are one */
    size_t end;    /* after what ends it */
    bool more;     /* that is a separator */
    bool open;     /* its end is not there yet */
} cell;

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

/* The offset after the mark that closes the field at `from`, GISA_NPOS: none does. */
static size_t closing(const gisa_csv_reader *r, size_t from, bool *open)
{
    gisa_str s = gisa_str_cut(r->rest, 0, from + GISA_CSV_MAX_BYTES);
    size_t at = from + 1;
    while ((at = gisa_str_find_byte(s, '"', at)) != GISA_NPOS) {
        if (at + 1 == r->rest.n) {
            *open = r->goes_on;
            return at + 1;
        }
        char next = r->rest.p[at + 1];
        if (next == r->separator || ends_line(next)) return at + 1;
        if (next != '"') return GISA_NPOS;
        at += 2;
    }
    *open = r->goes_on && s.n == r->rest.n;
    return GISA_NPOS;
}

static size_t plain_end(const gisa_csv_reader *r, size_t from)
{
    size_t i = from;
    while (i < r->rest.n && r->rest.p[i] != r->separator && !ends_line(r->rest.p[i])) i++;
    return i;
}

static cell cell_at(const gisa_csv_reader *r, size_t from)
{
    cell c = {0};
    gisa_str s = r->rest;
    size_t end = GISA_NPOS;
    if (from < s.n && s.p[from] == '"') end = closing(r, from, &c.open);
    c.marked = end != GISA_NPOS;
    if (!c.marked) end = plain_end(r, from);
    c.text = gisa_str_cut(s, from, end);
    c.more = end < s.n && s.p[end] == r->separator;
    c.end = end + (end < s.n);
    bool returned = end < s.n && s.p[end] == '\r';
    /* A return may have its line feed still to come. */
    if (r->goes_on && (end == s.n || (returned && c.end == s.n))) c.open = true;
    if (returned && c.end < s.n && s.p[c.end] == '\n') c.end++;
    return c;
}

/* A cell's text without its marks, doubled ones undone. */
static gisa_status put_cell(gisa_csv_reader *r, const cell *c, gisa_error *err)
{
    gisa_str text = c->marked ? gisa_str_cut(c->text, 1, c->text.n - 1) : c->text;
    if (GISA_GROW(r->cells, r->n_cells, r->room) < 0) return gisa_fail_mem(err);
    if (c->marked && gisa_str_find_byte(text, '"', 0) != GISA_NPOS) {
        char *p = gisa_arena_alloc(&r->texts, text.n);
        size_t n = 0;
        if (!p) return gisa_fail_mem(err);
        for (size_t i = 0; i < text.n; i++) {
            if (text.p[i] == '"') i++;
            p[n++] = text.p[i];
        }
        text = (gisa_str){p, n};
    }
    r->cells[r->n_cells++] = text;
    return GISA_OK;
}

/* Passes n bytes and counts their line ends: "\r\n" is one. */
static void pass(gisa_csv_reader *r, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        char c = r->rest.p[i];
        bool pair = c == '\r' && i + 1 < n && r->rest.p[i + 1] == '\n';
        r->passed += ends_line(c) && !pair;
    }
    r->rest = gisa_str_cut(r->rest, n, r->rest.n);
}

static gisa_status read_row(gisa_csv_reader *r, gisa_error *err)
{
    r->n_cells = 0;
    gisa_arena_reset(&r->texts);
    for (size_t at = 0, last = 0;;) {
        cell c = cell_at(r, at);
        if (c.open && r->rest.n <= GISA_CSV_MAX_BYTES) return GISA_SKIP;
        if (r->n_cells == GISA_CSV_MAX_CELLS) {
            r->cells[r->n_cells - 1] = gisa_str_cut(r->rest, last, at + c.text.n);
        } else {
            gisa_status st = put_cell(r, &c, err);
            if (st < 0) return st;
            last = at;
        }
        at = c.end;
        if (c.more) continue;
        pass(r, at);
        return GISA_OK;
    }
}

gisa_status gisa_csv_next(gisa_csv_reader *r, gisa_error *err)
{
    while (r->rest.n) {
        r->line = r->passed + 1;
        gisa_status st = read_row(r, err);
        if (st != GISA_OK) return st;
        if (r->n_cells > 1 || gisa_str_trim(r->cells[0]).n) return GISA_OK;
    }
    return r->goes_on ? GISA_SKIP : GISA_END;
}

void gisa_csv_reader_clear(gisa_csv_reader *r)
{
    gisa_free(r->cells);
    gisa_arena_clear(&r->texts);
    *r = (gisa_csv_reader){0};
}
