#include "base/csv.h"

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
