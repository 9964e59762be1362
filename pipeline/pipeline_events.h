/* Telling the caller of a pipeline what happens. */
#ifndef GISA_PIPELINE_PIPELINE_EVENTS_H
#define GISA_PIPELINE_PIPELINE_EVENTS_H

#include "gisa/pipeline.h"

/* Warns as printf would write it, when the caller listens; a long text is cut at a character. */
void gisa_pipeline_warn(const gisa_pipeline_events *events, gisa_pipeline_warning kind,
                        const char *fmt, ...) __attribute__((format(printf, 3, 4)));

#endif
