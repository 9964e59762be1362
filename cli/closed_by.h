/* Which line of a robots.txt closes a source, by the copy that the archive holds. */
#ifndef GISA_CLI_CLOSED_BY_H
#define GISA_CLI_CLOSED_BY_H

#include "ingest/fetch/frontier.h"
#include "ingest/site/source.h"

/* Appends "; line 3: Disallow: / (of line 1: User-agent: *)", the line that refuses one of the
 * source's pages or else its first seed; nothing when none is known to.
 *
 * archive: its path. Errors: GISA_EIO, GISA_ENOMEM; what cannot be read is no error. */
gisa_status closed_by_add(gisa_frontier *f, const char *archive, const gisa_source *source,
                          gisa_buf *out, gisa_error *err);

/* Appends "line 3: Disallow: / (of line 1: User-agent: *)". */
void closed_by_add_line(gisa_str robots, size_t line, size_t agent_line, gisa_buf *out);

#endif
