/* What is said of the crawler's memory and of whoever is writing: by gisa doctor and gisa check. */
#ifndef GISA_CLI_FRONTIER_STATE_H
#define GISA_CLI_FRONTIER_STATE_H

#include "cli/cli.h"
#include "ingest/fetch/frontier_check.h"

/* Appends how a frontier is and what to do about it; nothing when it is sound or not needed. */
void frontier_state_add(const gisa_frontier_report *report, gisa_buf *out);

/* Appends who is writing to the archive at a path; nothing when nobody is. Returns: whether that
 * one has ended, so that nobody can write. */
bool frontier_state_add_writer(const char *archive, gisa_buf *out);

#endif
