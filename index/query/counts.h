/* How many articles match over time, straight from the posting lists. */
#ifndef GISA_INDEX_QUERY_COUNTS_H
#define GISA_INDEX_QUERY_COUNTS_H

#include "index/store/store.h"

typedef enum gisa_period {
    GISA_PERIOD_DAY,
    GISA_PERIOD_WEEK, /* from Monday */
    GISA_PERIOD_MONTH,
    GISA_PERIOD_YEAR,
} gisa_period;

/* The first day of the period that holds a day, and of the period after it (KST days since
 * 1970-01-01). */
int64_t gisa_period_start(gisa_period p, int64_t day);
int64_t gisa_period_next(gisa_period p, int64_t day);

#define GISA_PERIOD_CHARS 16

/* "2025-02-03" (day, week), "2025-02" or "2025". Returns the length. */
size_t gisa_period_format(gisa_period p, int64_t day, char out[GISA_PERIOD_CHARS]);

typedef struct gisa_counts_opts {
    gisa_period period;
    bool exact;       /* no other spellings of known names */
    bool keep_copies; /* near-duplicates count too */
} gisa_counts_opts;

typedef struct gisa_count {
    int64_t day;    /* first day of the period */
    uint64_t n;     /* articles that match */
    uint64_t total; /* all articles of the period that outlet: and -outlet: let pass */
} gisa_count;

/* Periods without a gap, zeros included, from from: to to: or from the corpus's first day to its
 * last. */
typedef struct gisa_counts {
    gisa_count *items;
    size_t n;
    uint64_t matches, total;         /* sums of the items */
    uint64_t undated, undated_total; /* articles without a date, or with a coarser one than asked */
} gisa_counts;

/* Counts what matches all words of a query (gisa-query(7)); an empty query matches everything.
 *
 * opts:   NULL: by day.
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (words, but no tokenizer). */
gisa_status gisa_counts_run(gisa_store *s, gisa_str query, const gisa_counts_opts *opts,
                            gisa_counts *out, gisa_error *err);
void gisa_counts_clear(gisa_counts *c);

#endif
