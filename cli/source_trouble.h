/* What is said of a source that a person should look at. */
#ifndef GISA_CLI_SOURCE_TROUBLE_H
#define GISA_CLI_SOURCE_TROUBLE_H

#include "ingest/fetch/source_health.h"

/* Appends "NAME: what is wrong"; nothing when all is well. health and state are the source's; the
 * archive at that path has the robots.txt that closes it. Errors: GISA_EIO, GISA_ENOMEM. */
typedef struct source_trouble {
    const gisa_source *source;
    const gisa_source_health *health;
    gisa_source_state state;
    gisa_frontier *frontier;
    const char *archive;
} source_trouble;
gisa_status source_trouble_add(const source_trouble *t, gisa_buf *out, gisa_error *err);

#endif
