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
    bool edition_told;      /* that it is unknown */
};

/* Captures of a source, put into p->archive first. */
gisa_status gisa_capture_run_source(gisa_pipeline *p, const gisa_capture_source *source,
                                    const gisa_import_opts *opts, gisa_pipeline_report *report,
                                    gisa_error *err);

/* Captures that the archive holds already, from the byte `mark` on. */
gisa_status gisa_capture_run_archived(gisa_pipeline *p, uint64_t mark, gisa_pipeline_report *report,
                                      gisa_error *err);

/* A part of them, a batch's worth at most, while another thread appends to p->archive: what is
 * before part.to is durable, and what comes later is not looked at. It ends early where a record is
 * unusable. Upkeep is left to the run that takes the last of them.
 *
 * *to: where the next part begins; part.from when there is nothing more for such a run. */
gisa_status gisa_capture_run_part(gisa_pipeline *p, gisa_stretch part, uint64_t *to,
                                  gisa_pipeline_report *report, gisa_error *err);

/* Makes sure that this program may add to the database, and says from where in the archive on.
 * GISA_SKIP: there is no archive. Errors: as gisa_pipeline_catch_up. */
gisa_status gisa_capture_run_ready(gisa_pipeline *p, uint64_t *mark, gisa_error *err);

#endif
