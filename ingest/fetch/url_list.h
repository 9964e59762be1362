/* A file of addresses, a line each, plain or gzipped, that is read as a stream: lines that begin
 * with "#" and empty ones are passed over. */
#ifndef GISA_INGEST_FETCH_URL_LIST_H
#define GISA_INGEST_FETCH_URL_LIST_H

#include "base/status.h"
#include "base/str.h"

typedef struct gisa_url_list gisa_url_list;

/* Errors: GISA_EIO (missing, no file), GISA_ENOMEM. */
gisa_status gisa_url_list_open(const char *path, gisa_url_list **out, gisa_error *err);
void gisa_url_list_close(gisa_url_list *l); /* NULL is fine */

/* The next address in normal form, a view that is dead after the next call, and its line from 1.
 *
 * Returns: GISA_OK, GISA_END, or GISA_SKIP for a line that has none; err says why.
 * Errors:  GISA_EIO, GISA_ECORRUPT (bad gzip), GISA_ENOMEM. */
gisa_status gisa_url_list_next(gisa_url_list *l, gisa_str *url, size_t *line, gisa_error *err);

/* A hash of the file's bytes as they are. Errors: as gisa_url_list_open. */
gisa_status gisa_url_list_hash(const char *path, uint64_t *hash, gisa_error *err);

#endif
