/* Reads one stored version back into a record. */
#ifndef GISA_INDEX_STORE_STORED_H
#define GISA_INDEX_STORE_STORED_H

#include <sqlite3.h>

#include "gisa/store.h"

/* Fills *out (its memory is reused) from a row.
 *
 * Errors: GISA_ECORRUPT (no such row), GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_stored_load(gisa_store *s, int64_t row, bool annotation, gisa_stored *out,
                             gisa_error *err);

/* A time from three columns: its instant, its precision, and the offset of its clock. */
gisa_time gisa_stored_time(sqlite3_stmt *stmt, int column);

/* What tells an article from others, from six columns: address, canonical address, via, title,
 * outlet and body. Borrowed from the statement until its next step. */
gisa_article gisa_stored_identity(sqlite3_stmt *stmt, int column);

#endif
