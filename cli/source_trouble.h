/* How a source does, and what is said of one that a person should look at. */
#ifndef GISA_CLI_SOURCE_TROUBLE_H
#define GISA_CLI_SOURCE_TROUBLE_H

#include "cli/source_pages.h"

typedef struct source_trouble {
    const gisa_source *source;
    gisa_frontier *frontier;
    const char *archive; /* at that path; it has the robots.txt that may close the source */
    gisa_source_health health;
    gisa_source_state state;
    source_pages pages;
    unsigned told; /* what a person was told last, as source_trouble_bits has it */
} source_trouble;

/* Looks at t->source by t->frontier, and by what the store made of its pages; store: NULL means
 * that nothing was taken in. Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status source_trouble_find(source_trouble *t, gisa_store *store, int64_t now_utc,
                                gisa_error *err);

/* What is wrong with it, for gisa_frontier_note_told; 0: nothing. */
#define SOURCE_TOLD_STATE 0x0f /* a gisa_source_state */
#define SOURCE_TOLD_PAGES 0x10 /* they were emptied */
unsigned source_trouble_bits(const source_trouble *t);

/* Appends "NAME: what is wrong" to *out for what lists its pages and how many come, and to *pages
 * for what they hold; nothing where all is well. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status source_trouble_add(const source_trouble *t, gisa_buf *out, gisa_buf *pages,
                               gisa_error *err);

#endif
