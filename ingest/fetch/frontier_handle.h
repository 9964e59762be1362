/* What the sources of the frontier share (ingest/fetch/frontier.h); nothing else needs it. */
#ifndef GISA_INGEST_FETCH_FRONTIER_HANDLE_H
#define GISA_INGEST_FETCH_FRONTIER_HANDLE_H

#include "base/sql.h"
#include "ingest/fetch/frontier_check.h"

#define GISA_FRONTIER_EDITION "3" /* of the tables */

struct gisa_frontier {
    gisa_sql sql;
    gisa_buf key, other; /* of addresses at work */
    gisa_buf url;        /* the address that key is of, … */
    int64_t key_row;     /* … and the row that has it; 0: none, -1: not looked up */
    gisa_capture_role key_role;
    gisa_buf source;      /* the one looked up last … */
    int64_t source_id;    /* … and its number; 0: none */
    bool open;            /* a transaction is */
    uint64_t taken_to;    /* in the archive */
    int64_t last;         /* place of a capture before that; -1: there is none */
    uint64_t last_digest; /* and what it holds, by which the archive is known again */
};

/* The columns of a page, in the order in which gisa_frontier_read_page reads them. */
#define GISA_FRONTIER_COLUMNS                                                                      \
    "page.id, page.url, source.name, state, due, asked, fetched, place, digest, status, tries, "   \
    "why, etag, modified, moved_to, dated"

void gisa_frontier_read_page(sqlite3_stmt *stmt, gisa_frontier_page *out);

/* Whether an open file is of this edition, of the archive of that id, and not ahead of it; what it
 * has of the archive is read into f. Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_frontier_fit(gisa_frontier *f, const char *archive, const char *id,
                              gisa_frontier_condition *out, gisa_error *err);

/* The row of an address, or 0. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_row(gisa_frontier *f, gisa_capture_role role, gisa_str url, int64_t *row,
                              gisa_error *err);

/* The same; one that is new waits, and is not due. */
gisa_status gisa_frontier_row_or_new(gisa_frontier *f, gisa_capture_role role, gisa_str url,
                                     int64_t *row, gisa_error *err);

/* A page that a source lists. */
typedef struct gisa_frontier_listed {
    gisa_str url;
    int64_t source, now_utc;
    gisa_time changed; /* as the feed dates it */
} gisa_frontier_listed;

/* Adds a page that is new and listed: due at once. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_add_listed(gisa_frontier *f, const gisa_frontier_listed *l,
                                     gisa_error *err);

/* Binds when a page was changed, or null. */
void gisa_frontier_bind_changed(sqlite3_stmt *stmt, int at, const gisa_time *changed);

/* The number of a source; 0: nothing is of it yet. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_source_find(gisa_frontier *f, gisa_str name, int64_t *id,
                                      gisa_error *err);

/* The same; one that is new gets a number. */
gisa_status gisa_frontier_source_or_new(gisa_frontier *f, gisa_str name, int64_t *id,
                                        gisa_error *err);

/* Begins a transaction unless one is open. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_frontier_begin(gisa_frontier *f, gisa_error *err);

/* A statement that writes, in such a transaction, as gisa_sql_get gives it. */
gisa_status gisa_frontier_write(gisa_frontier *f, const char *sql, sqlite3_stmt **out,
                                gisa_error *err);

#endif
