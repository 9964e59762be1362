/* How many pages of a source gave no article lately, and whether that is new. */
#ifndef GISA_CLI_SOURCE_PAGES_H
#define GISA_CLI_SOURCE_PAGES_H

#include "index/store/store.h"
#include "ingest/fetch/source_health.h"

typedef struct source_pages { /* of its newest 200 pages */
    size_t empty, looked_at;  /* of them, this week's that the database has */
    size_t newest_empty, newest;
    bool was_emptied; /* before: a person was told */
    bool emptied;     /* as gisa_source_health_emptied has it */
} source_pages;

/* Counts by what the frontier remembers and the store made of it. store: NULL means that nothing
 * was taken in. Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status source_pages_find(gisa_frontier *f, gisa_store *store, gisa_str source, int64_t now_utc,
                              source_pages *out, gisa_error *err);

/* Appends what a person is to see of pages that were emptied: "NAME: how many, and what to do". */
void source_pages_add(gisa_str source, const source_pages *pages, gisa_buf *out);

#endif
