/* Cuts a CSV file into its articles, a row each: what is cut is a small CSV of its own, the names
 * of the columns and the row, so that it can be read without the rest of the file. */
#ifndef GISA_PIPELINE_TABLE_CUT_H
#define GISA_PIPELINE_TABLE_CUT_H

#include "base/buf.h"
#include "base/csv_read.h"

typedef struct gisa_table_cut { /* {.rows.rest, .rows.goes_on, .columns} before; zero otherwise */
    gisa_csv_reader rows;
    const char *columns; /* "title=제목,body=내용", or NULL; borrowed */
    bool has_head, wants_more;
    size_t n_columns;
    size_t width;       /* fields of the first row, if those after n_columns are empty */
    size_t text_column; /* from this one on, nothing of a row may be missing before it */
    gisa_buf head;      /* the row of names */
    gisa_buf value;
    gisa_buf unknown; /* names of columns that no field takes, for people */
    gisa_buf clean;   /* a row whose bytes were no UTF-8 */
} gisa_table_cut;

/* Reads the head: separator, byte order mark and a line "sep=;" included.
 *
 * Returns: GISA_OK; GISA_SKIP with wants_more (the head's end is not there yet).
 * Errors:  GISA_EINVAL (no head, no column of titles or bodies, a map that does not fit), named for
 *          people; GISA_ENOMEM. */
gisa_status gisa_table_cut_begin(gisa_table_cut *t, gisa_error *err);

/* The next row; rows.line is its line.
 *
 * *value:  dead after the next call.
 * Returns: GISA_OK; GISA_END; GISA_SKIP: with wants_more the row's end is not there yet, else the
 * row is unusable, err says why, and the next call goes on after it. Errors:  GISA_ENOMEM. */
gisa_status gisa_table_cut_next(gisa_table_cut *t, gisa_str *value, gisa_error *err);
void gisa_table_cut_clear(gisa_table_cut *t);

/* Whether a map of columns names fields that there are. Errors: GISA_EINVAL. */
gisa_status gisa_table_columns_check(const char *columns, gisa_error *err);

#endif
