#include "base/csv.h"

#include <string.h>

static bool wants_quotes(gisa_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' || s.p[i] == '\r') return true;
    return false;
}

void gisa_csv_cell(gisa_buf *out, gisa_str cell, bool more)
{
    if (more) gisa_buf_add_char(out, ',');
    if (!wants_quotes(cell)) {
        gisa_buf_add(out, cell);
        return;
    }
    gisa_buf_add_char(out, '"');
    for (size_t run = 0, i = 0; i <= cell.n; i++) {
        if (i < cell.n && cell.p[i] != '"') continue;
        gisa_buf_add(out, gisa_str_cut(cell, run, i));
        if (i < cell.n) gisa_buf_add_c(out, "\"\"");
        run = i + 1;
    }
    gisa_buf_add_char(out, '"');
}

void gisa_csv_end(gisa_buf *out)
{
    gisa_buf_add_c(out, "\r\n");
}

void gisa_csv_row(gisa_buf *out, const gisa_str *cells, size_t n)
{
    for (size_t i = 0; i < n; i++) gisa_csv_cell(out, cells[i], i > 0);
    gisa_csv_end(out);
}

/* The end of the cell that begins at byte `at`. */
static size_t cell_end(gisa_str rows, size_t at)
{
    bool quoted = false;
    for (; at < rows.n; at++) {
        char c = rows.p[at];
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == ',' || c == '\r' || c == '\n')) break;
    }
    return at;
}

static bool is_number(gisa_str cell)
{
    bool digit = false;
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];
        if (c >= '0' && c <= '9')
            digit = true;
        else if (!(c == '.' && digit) && !(c == '-' && i == 0))
            return false;
    }
    return digit;
}

static bool begins_formula(gisa_str cell)
{
    return cell.n && memchr("=+-@\t\r", cell.p[0], 6) && !is_number(cell);
}

void gisa_csv_put_plain(gisa_buf *out, gisa_str rows)
{
    for (size_t at = 0, end; at < rows.n; at = end + 1) {
        end = cell_end(rows, at);
        size_t mark = at + (at < end && rows.p[at] == '"');
        gisa_buf_add(out, gisa_str_cut(rows, at, mark));
        if (begins_formula(gisa_str_cut(rows, mark, end))) gisa_buf_add_char(out, '\'');
        gisa_buf_add(out, gisa_str_cut(rows, mark, end < rows.n ? end + 1 : end));
    }
}
