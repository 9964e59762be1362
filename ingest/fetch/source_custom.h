/* What is usual for a source: how many pages come of it in a week and in two days, and whether it
 * has been silent for longer than it usually is.
 *
 * Days are 24 hours back from the time at which it was looked at. Only days of the week on which
 * pages usually come count, so that an outlet without a Sunday's edition is not missed on Mondays,
 * and a weekly one not on six days of seven. Nothing is judged before the source has been known for
 * two whole weeks: the first crawl brings what a feed has collected for long. */
#ifndef GISA_INGEST_FETCH_SOURCE_CUSTOM_H
#define GISA_INGEST_FETCH_SOURCE_CUSTOM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define GISA_CUSTOM_DAYS 35 /* this week, and the four before it */

typedef struct gisa_source_days {
    uint64_t pages[GISA_CUSTOM_DAYS]; /* that came on a day, the last one first; … */
    size_t before; /* … days without any page, a week or more, between these and now */
    size_t known;  /* of the days: those after the one on which the source's first page came */
} gisa_source_days;

typedef struct gisa_source_span { /* of time, until it was looked at */
    unsigned days;                /* of two, days on which pages usually come */
    uint64_t pages;               /* that came in it */
    double usual; /* as many, or more, usually come in as long; 0: too little is known */
} gisa_source_span;

typedef struct gisa_source_custom {
    uint64_t week; /* pages of the last seven days */
    double usual;  /* pages a week in the four weeks before, or before it fell silent: half of these
                    * weeks had as many or more. Of less time where it is known for less. */
    gisa_source_span spans[2]; /* two days; a week, or two where pages come on one or two days */
    bool silent;               /* nothing came for longer than its custom, which is eight pages or
                                * more and two days or more on which some usually come */
} gisa_source_custom;

gisa_source_custom gisa_source_custom_of(const gisa_source_days *days);

/* The span in which far fewer pages came than usual: less than a third of them, of fifteen or more;
 * where it was so before (`was`), less than half. NULL: none. */
const gisa_source_span *gisa_source_custom_shrunk(const gisa_source_custom *custom, bool was);

#endif
