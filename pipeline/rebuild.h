/* The database made anew from the archive. */
#ifndef GISA_PIPELINE_REBUILD_H
#define GISA_PIPELINE_REBUILD_H

#include "pipeline/pipeline.h"

/* Builds a new database beside the old one, which it replaces only when it is whole, so that a
 * rebuild may be interrupted. Saved searches are in no archive and are copied; when the old
 * database cannot be read any more, the rebuild goes on without them, with a warning.
 *
 * Errors: GISA_ENOTFOUND (no archive), GISA_EBUSY (somebody writes to it), and those of the
 *         pipeline; the old database is untouched then. */
gisa_status gisa_pipeline_rebuild(const char *database, const gisa_pipeline_opts *opts,
                                  gisa_pipeline_report *report, gisa_error *err);

#endif
