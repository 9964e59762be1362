/* The annotation: gisa/annotation.h. */
#ifndef GISA_CORPUS_ANNOTATION_H
#define GISA_CORPUS_ANNOTATION_H

#include "base/arena.h"
#include "gisa/annotation.h"

#endif
