/* Where new captures come from, one by one. */
#ifndef GISA_PIPELINE_CAPTURE_SOURCE_H
#define GISA_PIPELINE_CAPTURE_SOURCE_H

#include "corpus/archive.h"

typedef struct gisa_capture_source {
    /* The next capture, borrowed until the next call.
     *
     * Returns: GISA_OK, GISA_SKIP (an unusable item, err says why; call again), GISA_END. */
    gisa_status (*next)(void *ctx, gisa_capture *out, gisa_error *err);
    void *ctx;
} gisa_capture_source;

/* The content type of a capture whose article may have the id of another. */
#define GISA_KEEP_PARAMETER "; gisa=keep"

#endif
