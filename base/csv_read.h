/* Reads CSV as RFC 4180 has it and as programs write it: other separators, any line ends, no end
 * after the last row, quotation marks that nobody doubled.
 *
 * A field that begins with a quotation mark reaches to the mark that closes it, over line ends,
 * and doubled marks in it are one. If what follows that mark is no separator, or it is never
 * closed, the field was not quoted: it is taken as it is, up to the next separator or line end.
 * Rows whose fields fell apart so are for the caller to see by their number. */
#ifndef GISA_BASE_CSV_READ_H
#define GISA_BASE_CSV_READ_H

#include "base/arena.h"
#include "base/status.h"
#include "base/str.h"

typedef struct gisa_csv_reader { /* {.separator = ','} before */
    gisa_str rest;               /* what is not read yet; borrowed */
    char separator;
    bool goes_on;    /* more will come after rest */
    uint64_t passed; /* line ends before rest */
    uint64_t line;   /* in which the last row begins, from 1 */
    gisa_str *cells; /* of the last row; dead after the next one */
    size_t n_cells, room;
    gisa_arena texts; /* of cells with marks in them; the reader's own */
} gisa_csv_reader;

enum { GISA_CSV_MAX_CELLS = 10000, GISA_CSV_MAX_BYTES = 64 << 20 }; /* of a row */

/* Reads the next row that is not blank. Cells beyond the ceiling are one with the last,
 * as they are written.
 *
 * Returns: GISA_OK, GISA_END, GISA_SKIP (only when it goes on: the row's end is not there yet;
 *          nothing was read).
 * Errors:  GISA_ENOMEM. */
gisa_status gisa_csv_next(gisa_csv_reader *r, gisa_error *err);
void gisa_csv_reader_clear(gisa_csv_reader *r);

#endif
