/* The articles that have a term, and where in them: a cursor over its posting lists in all segments
 * (index/postings/leaf.h), in ascending order of row ids. */
#ifndef GISA_INDEX_POSTINGS_POSTINGS_H
#define GISA_INDEX_POSTINGS_POSTINGS_H

#include "index/postings/leaf.h"

#define GISA_POSTINGS_END INT64_MAX

enum { GISA_POSTINGS_AHEAD = 96 };

/* One article of the list. */
typedef struct gisa_posting {
    int64_t row;    /* GISA_POSTINGS_END: past the last */
    uint32_t at, n; /* positions: offset on the leaf, bytes, which may continue on the next leaves;
                       none: an article that was taken out */
} gisa_posting;

/* The term's list in one segment. */
typedef struct gisa_posting_part {
    gisa_leaf_segment segment;
    gisa_leaf leaf;
    gisa_posting ahead[GISA_POSTINGS_AHEAD]; /* read from the leaf; the last is the furthest */
    size_t n_ahead, i;                       /* the current one */
    uint32_t page;                           /* where the list begins */
    bool has_skips;
    gisa_skip *skips;
    size_t n_skips, skip;
} gisa_posting_part;

typedef struct gisa_postings {
    int64_t row; /* the current article, or GISA_POSTINGS_END */
    gisa_sql *sql;
    gisa_str term; /* the caller's */
    gisa_posting_part *parts;
    size_t n_parts, part; /* the one that holds the article */
    int64_t others;       /* the lowest row of the other parts */
    gisa_leaf more;       /* for positions that continue on it */
    gisa_buf long_positions;
} gisa_postings;

/* Opens the list of a term at its first article. The term must live as long as the list; the
 * segments need not.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM; closed then. */
gisa_status gisa_postings_open(gisa_sql *q, const gisa_leaf_segments *segments, gisa_str term,
                               gisa_postings *out, gisa_error *err);
void gisa_postings_close(gisa_postings *p);

/* Moves to the first article with this row id or a later one, never backwards.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_postings_go(gisa_postings *p, int64_t row, gisa_error *err);

static inline gisa_status gisa_postings_seek(gisa_postings *p, int64_t row, gisa_error *err)
{
    if (p->row >= row) return GISA_OK;
    gisa_posting_part *w = &p->parts[p->part];
    for (size_t i = w->i + 1; i < w->n_ahead && w->ahead[i].row < p->others; i++) {
        if (w->ahead[i].row < row || w->ahead[i].n == 0) continue;
        w->i = i;
        p->row = w->ahead[i].row;
        return GISA_OK;
    }
    return gisa_postings_go(p, row, err);
}

/* For a reader that takes the list of each segment by itself, entry by entry, of which the newest
 * segment's counts: makes the entries after those that a part has read ahead its current ones. They
 * must not be past the last. A list read so is read in no other way any more.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_postings_read_on(gisa_postings *p, size_t part, gisa_error *err);

/* For the same reader: takes every part to its first entry at or after a row. */
gisa_status gisa_postings_skip(gisa_postings *p, int64_t row, gisa_error *err);

/* The positions in the current article, as FTS5 writes them; valid until the next call.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_postings_positions(gisa_postings *p, gisa_str *out, gisa_error *err);

/* Reads positions: false at the end. {.column = 0} before the first. */
typedef struct gisa_position {
    uint32_t column;
    uint32_t offset;
    size_t at; /* in the positions */
} gisa_position;

bool gisa_position_next(gisa_str positions, gisa_position *p);

/* Counts positions: those in the first column, and those in the others. */
void gisa_positions_count(gisa_str positions, uint32_t out[2]);

#endif
