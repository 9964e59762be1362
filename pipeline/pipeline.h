/* From captures to rows: capture → decode → extract → article → annotate → store.
 *
 * Captures come from the archive or are put into it first; several threads analyse; one writer
 * commits batches in the order of the captures, so that the same captures give the same rows,
 * whatever the number of threads. After a kill at any point the next run goes on where the last
 * commit was.
 *
 * A pipeline belongs to one thread at a time. Nothing is printed: events say what happens, on the
 * thread that called, in the order of the captures. */
#ifndef GISA_PIPELINE_PIPELINE_H
#define GISA_PIPELINE_PIPELINE_H

#include "base/map.h"
#include "gisa/pipeline.h"
#include "ingest/extract.h"
#include "pipeline/capture_source.h"
#include "pipeline/learning.h"

/* The archive beside a database: its name with ".warc.gz" for ".db". Freed by gisa_free; NULL
 * without memory. */
char *gisa_pipeline_archive_path(const char *database, gisa_error *err);

/* The archive, opened for appending at the first call; the pipeline's own. Errors:
 * gisa_archive_open's. */
gisa_status gisa_pipeline_archive(gisa_pipeline *p, gisa_archive **out, gisa_error *err);

#endif
