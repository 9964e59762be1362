/* Names that rise and fall: how many articles of a period have a name, against the periods before.
 *
 * Each name is tested by Fisher's exact test of its share of articles in the period against its
 * share in the periods of comparison together; the p-values are adjusted over all names tested
 * (Benjamini and Hochberg). Near-duplicates are folded. */
#ifndef GISA_REPORT_TOPICS_RISING_H
#define GISA_REPORT_TOPICS_RISING_H

#include "gisa/report.h"
#include "index/query/counts.h"
#include "index/query/facet.h"

typedef struct gisa_rising_opts {
    gisa_period period;
    int64_t day;    /* any day of the period */
    int64_t length; /* so many days from `day` on instead, and as long ones before; 0: none */
    size_t periods; /* of comparison; 0: 8; at most GISA_RISING_PERIODS - 1 */
    size_t limit;   /* of each list; 0: 8 */
    gisa_str query; /* only articles that match; GISA_NONE: all */
    bool exact;     /* no other spellings in it */
    const gisa_stopwords *stop; /* names that are left out; NULL: none */
} gisa_rising_opts;

/* Finds them. Names that are not significant are listed only while a list has fewer than three.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL. */
gisa_status gisa_rising_run(gisa_store *s, const gisa_rising_opts *opts, gisa_rising *out,
                            gisa_error *err);
void gisa_rising_clear(gisa_rising *r);

#endif
