/* What goes to stdout: tables, CSV, styles. */
#include <errno.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "cli/screen.h"
#include "cli/wrap.h"

void cli_csv_row(gisa_buf *out, const gisa_str *cells, size_t n)
{
    gisa_csv_row(out, cells, n);
}

/* Columns that shorter cells are padded to elsewhere than on a terminal: one cell of a million
 * characters must not make every row as long. */
enum { WIDEST = 400 };

/* The cell, or as much of it as fits, and the columns that takes. */
static size_t add_cut(gisa_buf *out, gisa_str cell, size_t width)
{
    bool cut = gisa_utf8_width(cell) > width;
    if (cut) cell = gisa_utf8_head(cell, width - 1);
    gisa_buf_add(out, cell);
    if (cut) gisa_buf_add_c(out, "…");
    return gisa_utf8_width(cell) + cut;
}

void cli_add_cell(gisa_buf *out, gisa_str cell, size_t width, bool right)
{
    for (size_t k = gisa_utf8_width(cell); right && k < width; k++) gisa_buf_add_char(out, ' ');
    size_t used = add_cut(out, cell, width);
    for (; !right && used < width; used++) gisa_buf_add_char(out, ' ');
}

/* The last cell of a line has no blanks after it. */
static void put_cell(gisa_buf *out, gisa_str cell, size_t width, bool right, bool last, bool cut)
{
    size_t whole = cut ? 0 : gisa_utf8_width(cell);
    if (whole > width) width = whole;
    if (last && !right)
        add_cut(out, cell, width);
    else
        cli_add_cell(out, cell, width, right);
    gisa_buf_add_c(out, last ? "\n" : "  ");
}

static size_t column_width(const cli_table *t, size_t column)
{
    size_t width = gisa_utf8_width(gisa_str_from(t->names[column]));
    for (size_t row = 0; row < t->n_rows; row++) {
        size_t w = gisa_utf8_width(t->cells[row * t->n_columns + column]);
        if (w > width) width = w;
    }
    return width;
}

size_t cli_table_width(const cli_table *t)
{
    size_t total = 2 * (t->n_columns - 1);
    for (size_t k = 0; k < t->n_columns; k++) total += column_width(t, k);
    return total;
}

/* Takes columns of text back, the widest first, until the table fits the terminal; false when it
 * does not. */
static bool narrow(const cli_table *t, size_t *widths, size_t n, size_t room)
{
    enum { LEAST = 8 };
    size_t total = 2 * (n - 1);
    for (size_t k = 0; k < n; k++) total += widths[k];
    for (; total > room; total--) {
        size_t widest = n;
        for (size_t k = 0; k < n; k++) {
            bool text = !(t->right && t->right[k]) && widths[k] > LEAST;
            if (text && (widest == n || widths[k] > widths[widest])) widest = k;
        }
        if (widest == n) return false;
        widths[widest]--;
    }
    return true;
}

/* "name  cell" in lines of the terminal, and an empty line between rows. */
static void print_cells(const cli *c, const cli_table *t, size_t n, gisa_buf *out)
{
    size_t width = 0;
    for (size_t k = 0; k < n; k++) {
        size_t w = gisa_utf8_width(gisa_str_from(t->names[k]));
        if (w > width) width = w;
    }
    for (size_t row = 0; row < t->n_rows; row++) {
        if (row) gisa_buf_add_char(out, '\n');
        for (size_t k = 0; k < n; k++) {
            gisa_str cell = t->cells[row * t->n_columns + k];
            if (!cell.n) continue;
            gisa_buf_add_c(out, cli_bold(c));
            cli_add_cell(out, gisa_str_from(t->names[k]), width, false);
            gisa_buf_addf(out, "%s  ", cli_plain(c));
            wrap_to_terminal(out, c, cell, width + 2);
            gisa_buf_add_char(out, '\n');
        }
    }
}

void cli_table_print(const cli *c, const cli_table *t, gisa_buf *out)
{
    size_t widths[32], n = t->n_columns < 32 ? t->n_columns : 32;
    const size_t most = c->terminal ? SIZE_MAX : WIDEST;
    for (size_t k = 0; k < n; k++) {
        widths[k] = column_width(t, k);
        if (widths[k] > most) widths[k] = most;
    }
    if (c->terminal && n && !narrow(t, widths, n, c->columns)) {
        print_cells(c, t, n, out);
        return;
    }
    for (size_t row = 0; row <= t->n_rows; row++) {
        if (row == 0) gisa_buf_add_c(out, cli_bold(c));
        for (size_t k = 0; k < n; k++) {
            gisa_str cell = row == 0 ? gisa_str_from(t->names[k])
                                     : t->cells[(row - 1) * t->n_columns + k];
            put_cell(out, cell, widths[k], t->right && t->right[k], k + 1 == n, c->terminal);
        }
        if (row == 0) gisa_buf_add_c(out, cli_plain(c));
    }
}

void cli_fail_output(const cli *c, const gisa_error *err, int code)
{
    if (code != EPIPE && !cli_output_failed(c)) cli_fail(c, err);
    if (c->output_failed) *c->output_failed = true;
}

bool cli_flush(const cli *c, cli_format form, gisa_buf *out)
{
    gisa_error err;
    gisa_buf shown = {0};
    bool good = !cli_output_failed(c);
    if (good) screen_add(c, form, gisa_buf_view(out), &shown);
    if (good && (gisa_buf_check(out, "the output", &err) < 0 ||
                 gisa_buf_check(&shown, "the output", &err) < 0)) {
        cli_fail_output(c, &err, 0);
        good = false;
    }
    errno = 0;
    if (good && gisa_fd_write(STDOUT_FILENO, "standard output", gisa_buf_view(&shown), &err) < 0) {
        cli_fail_output(c, &err, errno);
        good = false;
    }
    gisa_buf_clear(&shown);
    gisa_buf_reset(out);
    return good;
}

const char *cli_bold(const cli *c)
{
    return c->color ? c->styles[CLI_BOLD] : "";
}

const char *cli_dim(const cli *c)
{
    return c->color ? c->styles[CLI_DIM] : "";
}

const char *cli_mark(const cli *c)
{
    return c->color ? c->styles[CLI_MARK] : "";
}

const char *cli_plain(const cli *c)
{
    return c->color ? c->styles[CLI_PLAIN] : "";
}
