/* Where new captures come from, one by one. */
#ifndef GISA_PIPELINE_CAPTURE_SOURCE_H
#define GISA_PIPELINE_CAPTURE_SOURCE_H

#include "corpus/archive.h"
#include "gisa/pipeline.h"

/* The content type of a capture whose article may have the id of another. */
#define GISA_KEEP_PARAMETER "; gisa=keep"

#endif
