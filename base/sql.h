/* SQLite by gisa's conventions: prepared statements are kept, steps return a gisa_status, texts are
 * bound and read as views. */
#ifndef GISA_BASE_SQL_H
#define GISA_BASE_SQL_H

#include <sqlite3.h>

#include "base/map.h"

typedef struct gisa_sql {
    sqlite3 *db;
    gisa_map kept; /* SQL text to sqlite3_stmt */
} gisa_sql;

/* Lets SQLite keep no count of the memory it has, which takes a lock at each allocation. For a
 * program to call before it opens a database; too late, it does nothing. */
void gisa_sql_be_uncounted(void);

/* Opens the file with SQLite's own flags; foreign keys are on, and other writers are waited for up
 * to 30 s.
 *
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_sql_open(const char *path, int flags, gisa_sql *out, gisa_error *err);
void gisa_sql_close(gisa_sql *q);

/* The prepared statement of an SQL text, reset and with nothing bound; the connection keeps it. Not
 * while the same text is still in use.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_sql_get(gisa_sql *q, const char *text, sqlite3_stmt **out, gisa_error *err);

/* One step. Returns GISA_OK with a row, GISA_END (the statement is then reset).
 *
 * Errors: GISA_EIO, GISA_EBUSY, GISA_ECORRUPT, GISA_ENOMEM; the statement is then reset. */
gisa_status gisa_sql_step(gisa_sql *q, sqlite3_stmt *stmt, gisa_error *err);

/* Runs a bound statement to its end, ignoring rows. */
gisa_status gisa_sql_finish(gisa_sql *q, sqlite3_stmt *stmt, gisa_error *err);

/* Runs SQL text without parameters, several statements if need be. */
gisa_status gisa_sql_run(gisa_sql *q, const char *text, gisa_error *err);

/* Runs SQL text with the parameter ?1, a row. */
gisa_status gisa_sql_run_on(gisa_sql *q, const char *text, int64_t row, gisa_error *err);

/* The first column of the first row as a number, `otherwise` without a row; p1 is bound to ?1. */
gisa_status gisa_sql_number(gisa_sql *q, const char *text, int64_t p1, int64_t otherwise,
                            int64_t *out, gisa_error *err);

/* The status for SQLite's last result code, with its message and where it happened. */
gisa_status gisa_sql_fail(sqlite3 *db, int code, gisa_error *err);

/* Binds a view that outlives the step; GISA_NONE is NULL. */
void gisa_sql_bind(sqlite3_stmt *stmt, int at, gisa_str s);

/* A text or blob column, dead after the next step; NULL is GISA_NONE. */
gisa_str gisa_sql_text(sqlite3_stmt *stmt, int column);
gisa_str gisa_sql_blob(sqlite3_stmt *stmt, int column);

#endif
