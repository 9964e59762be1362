/* Whether this program's analyser is the one that made a database's index. */
#ifndef GISA_PIPELINE_EDITION_CHECK_H
#define GISA_PIPELINE_EDITION_CHECK_H

#include "corpus/tokenizer.h"
#include "gisa/pipeline.h"
#include "index/store/store.h"

/* For readers: compares. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_edition_compare(gisa_store *s, const gisa_tokenizer *t, gisa_edition_relation *out,
                                 gisa_error *err);

/* For writers: notes the analyser in a database without articles, and refuses one that another
 * analyser made, because its postings could not be taken out again. One of which nothing is known
 * (made before this was noted) is written to.
 *
 * out:    GISA_EDITION_SAME, or GISA_EDITION_UNKNOWN: the caller may want to warn.
 * Errors: GISA_EINVAL with GISA_EDITION_OTHER or GISA_EDITION_OTHER_NAMES in *out,
 *         GISA_EIO, GISA_ENOMEM. */
gisa_status gisa_edition_claim(gisa_store *s, const gisa_tokenizer *t, gisa_edition_relation *out,
                               gisa_error *err);

#endif
