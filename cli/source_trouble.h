/* What is said of a source that a person should look at. */
#ifndef GISA_CLI_SOURCE_TROUBLE_H
#define GISA_CLI_SOURCE_TROUBLE_H

#include "ingest/fetch/source_health.h"

/* Appends "NAME: what is wrong"; nothing when all is well. */
void source_trouble_add(const gisa_source *source, const gisa_source_health *health,
                        gisa_source_state state, gisa_buf *out);

#endif
