/* What a pipeline learns of sites: speaks with ingest/site/boilerplate.h and keeps it in the store.
 */
#ifndef GISA_PIPELINE_LEARNING_H
#define GISA_PIPELINE_LEARNING_H

#include "gisa/pipeline.h"
#include "index/store/store.h"
#include "pipeline/page_record.h"

typedef struct gisa_learning {
    gisa_store *store; /* borrowed */
    gisa_boilerplate *known;
    gisa_page_worker work; /* for articles that are analysed once more */
} gisa_learning;

/* Reads what the store has learned. *l is {0} before; gisa_learning_close afterwards, also when it
 * fails.
 */
gisa_status gisa_learning_open(gisa_learning *l, gisa_store *store, const gisa_extractor *x,
                               const gisa_analyzer *a, gisa_error *err);
void gisa_learning_close(gisa_learning *l);

/* Learns from a page, cleans it by what is known now, stores it, and cleans earlier articles of its
 * site when it taught something. Inside a batch, in the order of the archive. */
gisa_status gisa_learning_put(gisa_learning *l, gisa_page_record *p, gisa_put_result *result,
                              gisa_learning_report *report, gisa_error *err);

/* Keeps what was learned since the last time; inside the batch that taught it. */
gisa_status gisa_learning_save(gisa_learning *l, gisa_error *err);

#endif
