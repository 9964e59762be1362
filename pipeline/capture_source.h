/* Where new captures come from, one by one. */
#ifndef GISA_PIPELINE_CAPTURE_SOURCE_H
#define GISA_PIPELINE_CAPTURE_SOURCE_H

#include "corpus/archive.h"
#include "gisa/pipeline.h"

#endif
