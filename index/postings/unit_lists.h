/* The posting lists of a unit: where its phrases are, and how often. What the walks over articles
 * (index/postings/sweep.h, index/postings/tally.h) have in common. */
#ifndef GISA_INDEX_POSTINGS_UNIT_LISTS_H
#define GISA_INDEX_POSTINGS_UNIT_LISTS_H

#include "base/arena.h"
#include "index/index_tuning.h"
#include "index/postings/postings.h"
#include "index/postings/unit.h"
#include "index/store/store.h"

/* The terms of one position, which are alternatives. */
typedef struct gisa_list_spot {
    gisa_postings *lists;
    size_t n;
    int64_t row;
} gisa_list_spot;

/* A phrase at the article `row`, which has all its terms; GISA_POSTINGS_END: past the last. */
typedef struct gisa_list_phrase {
    gisa_list_spot *spots;
    size_t n;
    int64_t row;
    gisa_postings *alone; /* of a single term */
    const int64_t *rows;  /* of a unit, instead of spots */
    size_t n_rows, at_row;
    double weight;
    int64_t counted_at; /* the row whose counts these are; 0: none */
    uint32_t in_title, in_body;
    bool begins_title;
} gisa_list_phrase;

typedef struct gisa_list_unit {
    gisa_list_phrase *phrases;
    size_t n;
    gisa_list_phrase *longer; /* where one of these is, the unit is not */
    size_t n_longer;
    bool title;
} gisa_list_unit;

typedef struct gisa_list_places {
    uint64_t *items; /* column and offset, ascending */
    size_t n, cap;
} gisa_list_places;

/* What counting needs: {.title_column} at first; clear it. */
typedef struct gisa_list_counter {
    uint32_t title_column;
    gisa_list_places here, there, beyond;
} gisa_list_counter;

gisa_list_counter gisa_list_counter_make(const gisa_store *s);
void gisa_list_counter_clear(gisa_list_counter *w);

/* Opens the lists of a unit, which is borrowed; arrays are in the arena. Close it also after an
 * error.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_list_unit_open(gisa_arena *arena, gisa_store *s,
                                const gisa_leaf_segments *segments, const gisa_unit *from,
                                gisa_list_unit *u, gisa_error *err);
void gisa_list_unit_close(gisa_list_unit *u);

/* The same for one phrase, which counts as a unit without longer ones. */
gisa_status gisa_list_phrase_open(gisa_arena *arena, gisa_store *s,
                                  const gisa_leaf_segments *segments, const gisa_phrase *from,
                                  gisa_list_phrase *p, gisa_error *err);
void gisa_list_phrase_close(gisa_list_phrase *p);

/* To the first article at or after a row that has all the terms.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_list_phrase_seek(gisa_list_phrase *p, int64_t row, gisa_error *err);

/* Counts a phrase of a unit in the article where all its terms are.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_list_phrase_count(gisa_list_counter *w, gisa_list_unit *u, gisa_list_phrase *p,
                                   gisa_error *err);

/* Occurrences of a phrase as they count for a score: those in the title as GISA_TITLE_WEIGHT each.
 */
static inline double gisa_list_weigh(double weight, bool title_only, uint32_t in_title,
                                     uint32_t in_body)
{
    return weight * (GISA_TITLE_WEIGHT * in_title + (title_only ? 0 : in_body));
}

#endif
