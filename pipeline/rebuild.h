/* The database made anew from the archive. */
#ifndef GISA_PIPELINE_REBUILD_H
#define GISA_PIPELINE_REBUILD_H

#include "gisa/pipeline.h"
#include "pipeline/pipeline.h"

#endif
