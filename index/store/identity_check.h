/* What a rebuild would change in a database whose ids are of an earlier edition: articles that were
 * taken for versions of another, and pages that were taken for several articles. */
#ifndef GISA_INDEX_STORE_IDENTITY_CHECK_H
#define GISA_INDEX_STORE_IDENTITY_CHECK_H

#include "index/store/store.h"

typedef struct gisa_identity_report {
    int edition;     /* of the database's ids */
    uint64_t parted; /* ids that stand for more than one article */
    uint64_t joined; /* articles that are a page of another one */
} gisa_identity_report;

/* Compares the stored versions by today's rule. A database of the present edition has nothing to
 * compare.
 *
 * sink:   receives a finding for each id that stands for several articles: the id, and the title
 *         and day of each.
 * Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_identity_check(gisa_store *s, const gisa_check_sink *sink,
                                gisa_identity_report *report, gisa_error *err);

#endif
