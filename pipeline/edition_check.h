/* Whether this program's analyser is the one that made a database's index. */
#ifndef GISA_PIPELINE_EDITION_CHECK_H
#define GISA_PIPELINE_EDITION_CHECK_H

#include "cli/cli.h"
#include "index/store/store.h"

/* For readers: warns when the analyser is another one. Errors: GISA_EIO, GISA_ENOMEM. */
gisa_status edition_warn(const cli *c, gisa_store *s, const gisa_tokenizer *t, gisa_error *err);

/* For writers: notes the analyser in a database without articles, and refuses one that another
 * analyser made, because its postings could not be taken out again. One of which nothing is known
 * (made before this was noted) is written to, with a warning.
 *
 * Errors: GISA_EINVAL (another analyser), GISA_EIO, GISA_ENOMEM. */
gisa_status edition_claim(const cli *c, gisa_store *s, const gisa_tokenizer *t, gisa_error *err);

#endif
