/* CSV as RFC 4180 has it: commas, CRLF, quotation marks only where they are needed. */
#ifndef GISA_BASE_CSV_H
#define GISA_BASE_CSV_H

#include "base/buf.h"

/* Appends a row of cells. GISA_NONE is an empty cell. */
void gisa_csv_row(gisa_buf *out, const gisa_str *cells, size_t n);

/* Appends one cell, after a comma when `more`; gisa_csv_end ends the row. */
void gisa_csv_cell(gisa_buf *out, gisa_str cell, bool more);
void gisa_csv_end(gisa_buf *out);

#define GISA_CSV_BOM "\xEF\xBB\xBF" /* before the first row: Excel takes the file for UTF-8 */

/* Appends rows so that a spreadsheet computes nothing: a cell that begins as a formula does, and is
 * no number, gets an apostrophe before it. */
void gisa_csv_put_plain(gisa_buf *out, gisa_str rows);

#endif
