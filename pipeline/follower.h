/* A thread that takes in what an archive gets while another appends to it, so that a crawl is not
 * followed by an import as long.
 *
 *     gisa_follower_open(p, archive, &report, &f, err);
 *     ... append, sync, gisa_follower_note(f, gisa_archive_end(archive)) ...
 *     gisa_follower_close(f);
 *     gisa_pipeline_catch_up(p, &report, err);
 *
 * What is in the database afterwards is what gisa_pipeline_catch_up alone would have put there.
 * Nothing depends on the thread: what it does not get done, or fails at, is left to that call. */
#ifndef GISA_PIPELINE_FOLLOWER_H
#define GISA_PIPELINE_FOLLOWER_H

#include "pipeline/pipeline.h"

typedef struct gisa_follower gisa_follower;

/* Starts it. Until it is closed nothing but it uses the pipeline or the report, and the pipeline's
 * events come from its thread; the archive is the caller's.
 *
 * Errors: GISA_ENOMEM, GISA_ELIMIT (no thread to be had). */
gisa_status gisa_follower_open(gisa_pipeline *p, gisa_pipeline_report *report, gisa_follower **out,
                               gisa_error *err);

/* Says that what the archive holds before `end` is durable. */
void gisa_follower_note(gisa_follower *f, uint64_t end); /* NULL is fine */

/* Waits until the thread has ended the batch it is at. */
void gisa_follower_close(gisa_follower *f); /* NULL is fine */

#endif
