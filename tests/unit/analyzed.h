/* The analyser, a workspace of it and what it says of the last text, for the tests of what reads
 * them. */
#ifndef GISA_TEST_ANALYZED_H
#define GISA_TEST_ANALYZED_H

#include "nlp/annotate.h"
#include "tests/unit/test.h"

static gisa_analyzer *analyzer;
static gisa_analysis *work;
static gisa_annotation a;

static inline bool analyzed_open(void)
{
    gisa_error err = {0};
    return WENT(gisa_analyzer_open(NULL, &analyzer, &err), err, "the analyser opens") &&
           WENT(gisa_analysis_open(analyzer, &work, &err), err, "and a workspace");
}

static inline void analyzed_close(void)
{
    gisa_annotation_clear(&a);
    gisa_analysis_close(work);
    gisa_analyzer_close(analyzer);
}

#endif
