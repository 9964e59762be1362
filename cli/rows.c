#include "cli/rows.h"

#include <assert.h>

#include "base/csv.h"

static bool is_shown(const rows *r, size_t k)
{
    static const unsigned bits[] = {
        [CLI_TABLE] = COLUMN_TABLE, [CLI_JSON] = COLUMN_JSON, [CLI_CSV] = COLUMN_CSV};
    return !r->columns[k].formats || (r->columns[k].formats & bits[r->format]);
}

/* A cell as a table and CSV have it; lives until the next call. */
static gisa_str cell_text(rows *r, size_t k, const cell *value)
{
    gisa_buf_reset(&r->text);
    switch (r->columns[k].kind) {
    case COLUMN_TEXT:
    case COLUMN_NESTED: return value->text;
    case COLUMN_COUNT: gisa_buf_addf(&r->text, "%llu", (unsigned long long)value->count); break;
    case COLUMN_DECIMAL: gisa_json_number(&r->text, value->decimal, r->columns[k].decimals); break;
    case COLUMN_FLAG: gisa_buf_add_c(&r->text, value->flag ? "yes" : "no"); break;
    }
    return gisa_buf_view(&r->text);
}

static void put_json(rows *r, const cell *cells, const void *item)
{
    gisa_json w = gisa_json_make(r->out);
    gisa_json_object(&w);
    for (size_t k = 0; k < r->n_columns; k++) {
        if (!is_shown(r, k)) continue;
        gisa_json_key(&w, r->columns[k].name);
        switch (r->columns[k].kind) {
        case COLUMN_TEXT: gisa_json_str(&w, cells[k].text); break;
        case COLUMN_COUNT: gisa_json_int(&w, (int64_t)cells[k].count); break;
        case COLUMN_DECIMAL: gisa_json_double(&w, cells[k].decimal, r->columns[k].decimals); break;
        case COLUMN_FLAG: gisa_json_bool(&w, cells[k].flag); break;
        case COLUMN_NESTED: r->columns[k].nested(&w, item); break;
        }
    }
    gisa_json_end(&w);
    gisa_buf_add_char(r->out, '\n');
}

static void put_csv(rows *r, const cell *cells)
{
    bool more = false;
    for (size_t k = 0; k < r->n_columns; k++) {
        if (!is_shown(r, k)) continue;
        gisa_csv_cell(r->out, cell_text(r, k, &cells[k]), more);
        more = true;
    }
    gisa_csv_end(r->out);
}

/* A row of a table is one line. */
static void make_one_line(gisa_str *own)
{
    char *p = (char *)(uintptr_t)own->p;
    for (size_t i = own->n; i-- > 0;)
        if (p[i] == '\n' || p[i] == '\t' || p[i] == '\r') p[i] = ' ';
}

static void keep_for_table(rows *r, const cell *cells)
{
    for (size_t k = 0; k < r->n_columns && !r->failed; k++) {
        if (!is_shown(r, k)) continue;
        gisa_str text = cell_text(r, k, &cells[k]);
        r->failed = gisa_buf_status(&r->text) < 0 ||
                    GISA_ARENA_GROW(&r->arena, r->cells, r->n_cells, r->cap) < 0 ||
                    gisa_arena_copy(&r->arena, text, &r->cells[r->n_cells]) < 0;
        if (!r->failed) make_one_line(&r->cells[r->n_cells++]);
    }
}

void rows_begin(rows *r)
{
    bool more = false;
    for (size_t k = 0; k < r->n_columns && r->format == CLI_CSV; k++) {
        if (!is_shown(r, k)) continue;
        gisa_csv_cell(r->out, gisa_str_from(r->columns[k].name), more);
        more = true;
    }
    if (more) gisa_csv_end(r->out);
}

void rows_put(rows *r, const cell *cells, const void *item)
{
    switch (r->format) {
    case CLI_TABLE: keep_for_table(r, cells); break;
    case CLI_JSON: put_json(r, cells, item); break;
    case CLI_CSV: put_csv(r, cells); break;
    }
}

/* The columns of a table, with their names and alignment in arrays of COLUMNS_MAX. */
static cli_table as_table(const rows *r, const char **names, bool *right)
{
    size_t n = 0;
    assert(r->n_columns <= COLUMNS_MAX);
    for (size_t k = 0; k < r->n_columns; k++) {
        const column *one = &r->columns[k];
        if (!is_shown(r, k)) continue;
        right[n] = one->right || one->kind == COLUMN_COUNT || one->kind == COLUMN_DECIMAL;
        names[n++] = one->name;
    }
    return (cli_table){names, right, n, r->cells, r->n_cells / n};
}

static void print_table(rows *r)
{
    const char *names[COLUMNS_MAX];
    bool right[COLUMNS_MAX];
    const cli_table t = as_table(r, names, right);
    cli_table_print(r->c, &t, r->out);
}

size_t rows_width(const rows *r)
{
    const char *names[COLUMNS_MAX];
    bool right[COLUMNS_MAX];
    const cli_table t = as_table(r, names, right);
    return cli_table_width(&t);
}

void rows_drop(rows *r)
{
    gisa_buf_clear(&r->text);
    gisa_arena_clear(&r->arena);
    r->cells = NULL;
    r->n_cells = r->cap = 0;
}

gisa_status rows_end(rows *r, gisa_error *err)
{
    if (r->n_cells && !r->failed) print_table(r);
    gisa_status st = r->failed || gisa_buf_status(&r->text) < 0 ? gisa_fail_mem(err) : GISA_OK;
    gisa_buf_clear(&r->text);
    gisa_arena_clear(&r->arena);
    return st;
}
