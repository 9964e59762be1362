/* Patterns with "*" for any run of bytes, the empty one included; every other byte is itself. */
#ifndef GISA_INGEST_FETCH_GLOB_H
#define GISA_INGEST_FETCH_GLOB_H

#include "base/str.h"

/* Whether the pattern fits the text from its first byte; to_end: up to its last byte, too. Takes
 * time linear in both for each star at most. */
bool gisa_glob_match(gisa_str pattern, gisa_str text, bool to_end);

#endif
