/* The articles of the period as stories. */
#ifndef GISA_REPORT_DIGEST_DIGEST_STORIES_H
#define GISA_REPORT_DIGEST_DIGEST_STORIES_H

#include "report/digest/digest_work.h"

#define GISA_DIGEST_STORIES 8

/* Makes stories of the items and d->topics' scores. Errors: GISA_ENOMEM. */
gisa_status gisa_digest_find_stories(gisa_digest_work *w, gisa_error *err);

#endif
