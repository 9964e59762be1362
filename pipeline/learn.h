/* What the line learns of sites: speaks with ingest/site/boilerplate.h and keeps it in the store.
 */
#ifndef GISA_PIPELINE_LEARN_H
#define GISA_PIPELINE_LEARN_H

#include "index/store/store.h"
#include "pipeline/page.h"

typedef struct learn {
    gisa_store *store; /* borrowed */
    gisa_boilerplate *known;
    page_work work; /* for articles that are analysed once more */
} learn;

/* What was left out, of articles that were stored and of earlier ones. */
typedef struct learn_report {
    uint64_t lines, articles, taught;
} learn_report;

/* Reads what the store has learned. *l is {0} before; learn_close afterwards, also when it fails.
 */
gisa_status learn_open(learn *l, gisa_store *store, const gisa_extractor *x, const gisa_analyzer *a,
                       gisa_error *err);
void learn_close(learn *l);

/* Learns from a page, cleans it by what is known now, stores it, and cleans earlier articles of its
 * site when it taught something. Inside a batch, in the order of the archive. */
gisa_status learn_put(learn *l, page *p, gisa_put_result *result, learn_report *report,
                      gisa_error *err);

/* Keeps what was learned since the last time; inside the batch that taught it. */
gisa_status learn_save(learn *l, gisa_error *err);

#endif
