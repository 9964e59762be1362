/* What the files that gather a digest share. */
#ifndef GISA_REPORT_DIGEST_DIGEST_WORK_H
#define GISA_REPORT_DIGEST_DIGEST_WORK_H

#include "base/map.h"
#include "report/digest/digest.h"

/* An article of the period, near-duplicates too. */
typedef struct gisa_digest_item {
    gisa_headline headline; /* texts in the digest's arena */
    gisa_time published;
    gisa_str first_sentence;
    int64_t row, root; /* root: of the article it is a copy of, else its own */
    bool copy;
} gisa_digest_item;

typedef struct gisa_digest_work {
    gisa_digest *d;
    gisa_digest_item *items; /* in order of time */
    size_t n, cap;
    gisa_map speakers, numbers; /* → index in d->speakers, d->numbers */
    size_t speakers_cap, numbers_cap;
} gisa_digest_work;

#endif
