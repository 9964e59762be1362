/* Rows for people and programs: described once as columns, printed as a table, as JSON (an object a
 * line) or as CSV.
 *
 *     rows r = {.c = c, .format = format, .columns = columns, .n_columns = 3, .out = &out};
 *     rows_begin(&r);
 *     rows_put(&r, (cell[]){{.text = name}, {.count = n}, {.text = day}}, NULL);
 *     st = rows_end(&r, err);
 */
#ifndef GISA_CLI_ROWS_H
#define GISA_CLI_ROWS_H

#include "base/arena.h"
#include "base/json.h"
#include "cli/cli.h"

typedef enum column_kind {
    COLUMN_TEXT,    /* GISA_NONE: null in JSON, else empty */
    COLUMN_COUNT,   /* aligned right in a table, as the next are */
    COLUMN_DECIMAL, /* at most `decimals` digits after the point */
    COLUMN_FLAG,
    COLUMN_NESTED, /* a list or an object in JSON; the text elsewhere */
} column_kind;

enum { COLUMN_TABLE = 1, COLUMN_JSON = 2, COLUMN_CSV = 4 }; /* mutate: equivalent, bits */
enum { COLUMNS_MAX = 40 };                                  /* mutate: equivalent, more go unused */

typedef struct column {
    const char *name; /* the key in JSON, else the head of the column */
    column_kind kind;
    unsigned formats; /* those that have it, COLUMN_TABLE | …; 0: all */
    int decimals;
    bool right; /* a text that is aligned right in a table */

    /* Writes the value of a COLUMN_NESTED; item: what rows_put was given. */
    void (*nested)(gisa_json *w, const void *item);
} column;

typedef struct cell { /* the field of the column's kind */
    gisa_str text;
    uint64_t count;
    double decimal;
    bool flag;
} cell;

typedef struct rows {
    const cli *c;
    cli_format format;
    const column *columns;
    size_t n_columns; /* up to COLUMNS_MAX */
    gisa_buf *out;
    /* Its own: the cells of a table, which is printed in the end. */
    gisa_arena arena;
    gisa_buf text;
    gisa_str *cells;
    size_t n_cells, cap;
    bool failed;
} rows;

/* The line of names that a CSV has. */
void rows_begin(rows *r);

/* One row: a cell for each column. The cells are read before it returns. */
void rows_put(rows *r, const cell *cells, const void *item);

/* Columns that the table takes with no cell cut, and a table without its rows, to begin again. */
size_t rows_width(const rows *r);
void rows_drop(rows *r);

/* Prints the table and frees what the rows own; a table without rows prints nothing. Errors:
 * GISA_ENOMEM. */
gisa_status rows_end(rows *r, gisa_error *err);

#endif
