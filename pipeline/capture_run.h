/* One run of captures through the stages, in parallel and in order: the inside of a pipeline. */
#ifndef GISA_PIPELINE_CAPTURE_RUN_H
#define GISA_PIPELINE_CAPTURE_RUN_H

#include "pipeline/pipeline.h"

struct gisa_pipeline {
    char *archive_path;
    char archive_id[GISA_ARCHIVE_ID_CHARS + 1]; /* "": not made sure of yet */
    unsigned threads;
    gisa_pipeline_events events;
    gisa_extractor *extractor;
    gisa_analyzer *analyzer;
    gisa_store *store;
    gisa_archive *archive;  /* for appending; NULL until it is wanted */
    gisa_learning learning; /* what the store has learned, once a run has begun */
};

/* Captures of a source, put into p->archive first. */
gisa_status gisa_capture_run_source(gisa_pipeline *p, const gisa_capture_source *source,
                                    const gisa_import_opts *opts, gisa_pipeline_report *report,
                                    gisa_error *err);

/* Captures that the archive holds already, from the byte `mark` on. */
gisa_status gisa_capture_run_archived(gisa_pipeline *p, uint64_t mark, gisa_pipeline_report *report,
                                      gisa_error *err);

#endif
