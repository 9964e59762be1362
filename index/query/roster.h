/* The articles that a count counts, one by one: all of the time and the outlets of a query, near-
 * duplicates folded, and which of them match. What is summed up by period, by outlet or by both is
 * summed up from here, so that all sums agree. */
#ifndef GISA_INDEX_QUERY_ROSTER_H
#define GISA_INDEX_QUERY_ROSTER_H

#include "gisa/search.h"
#include "index/store/store.h"

typedef struct gisa_roster_item {
    int64_t row;
    int64_t day;       /* KST; INT64_MIN: none */
    uint32_t outlet;   /* index into outlets; 0: without one */
    uint32_t words;    /* index terms of title and body */
    uint32_t mentions; /* of the query in title and body; only if asked for */
    uint8_t precision; /* gisa_precision */
    bool hit;
} gisa_roster_item;

typedef struct gisa_roster {
    gisa_arena arena;
    gisa_roster_item *items; /* in row order: those without a date, then by day */
    size_t n;
    gisa_str *outlets; /* their keys, by number; GISA_NONE at 0 and where a number is unused */
    gisa_str *outlet_names;
    size_t n_outlets;
    gisa_days days;      /* of the query and the options together */
    int64_t first, last; /* days of the store's dated articles; last < first: it has none */
} gisa_roster;

typedef struct gisa_roster_opts {
    bool exact;
    bool keep_copies;
    bool mentions; /* counts them: reads each article that matches */
    gisa_days days;
} gisa_roster_opts;

/* Makes the roster of a query (gisa-query(7)); an empty query matches everything.
 *
 * Errors: GISA_EIO, GISA_ENOMEM, GISA_EINVAL (words, but no tokenizer). */
gisa_status gisa_roster_run(gisa_store *s, gisa_str query, const gisa_roster_opts *opts,
                            gisa_roster *out, gisa_error *err);
void gisa_roster_clear(gisa_roster *r);

/* Whether a date of this precision says which period it is in. */
bool gisa_roster_dated(const gisa_roster_item *item, gisa_period period);

#endif
