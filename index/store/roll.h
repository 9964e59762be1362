/* The roll: a table in memory, in row order, of every newest version's row id, length and what
 * searches filter by. It is what FTS5 would look up in a table for each hit.
 *
 * On disk it is the table row_block, a blob for every four days of row ids (4,096 minutes where a
 * slot is a minute), so that a batch rewrites little of it. An entry is: row id minus the one
 * before (the block's first), length, outlet, section and, where a slot is a day, minute, as LEB128
 * numbers, and a byte of flags. */
#ifndef GISA_INDEX_STORE_ROLL_H
#define GISA_INDEX_STORE_ROLL_H

#include "base/buf.h"
#include "base/sql.h"
#include "index/store/row.h"

enum {
    GISA_ROLL_PRECISION = 7, /* gisa_precision of the publication time */
    GISA_ROLL_COPY = 8,      /* a near-duplicate of another article */
    GISA_ROLL_SOURCE = 16,   /* others are near-duplicates of it */
    GISA_ROLL_FRESH = 32,    /* written since bounds were made (index/postings/bounds.h) */
};

typedef struct gisa_roll_entry {
    int64_t row;
    uint32_t length;  /* index terms of title and body, without colocated ones */
    uint32_t outlet;  /* 0: none */
    uint32_t section; /* 0: none */
    uint16_t minute;  /* of the day, where row ids are no finer than the day */
    uint8_t flags;
} gisa_roll_entry;

typedef struct gisa_roll {
    gisa_roll_entry *items;
    size_t n, cap;
    uint64_t total_length;
    uint32_t *days; /* index of the first entry of each day, from the first day on; NULL: unknown */
    size_t n_days;
    int64_t first_day; /* its first row id */
    uint32_t *fresh;   /* indices of the entries with GISA_ROLL_FRESH */
    size_t n_fresh, cap_fresh;
    uint32_t *odd; /* of those that are not counted as one article of their day: near-duplicates and
                      their sources, and what is dated to a month or a year only */
    size_t n_odd, cap_odd;
} gisa_roll;

/* Reads the whole roll. Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_roll_load(gisa_sql *q, const gisa_rows *rows, gisa_roll *out, gisa_error *err);
void gisa_roll_clear(gisa_roll *r);

/* The average length of an article, at least 1. */
double gisa_roll_average(const gisa_roll *r);

/* Index of the first entry with this row id or a later one, searched onwards from index `from`;
 * cheap when it is near. r->n: none. */
size_t gisa_roll_seek(const gisa_roll *r, int64_t row, size_t from);

/* Adds and removes entries on disk, inside a transaction. An added row replaces one that is there,
 * and is fresh.
 *
 * added, removed: sorted by row, without repeats.
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_roll_update(gisa_sql *q, const gisa_rows *rows, const gisa_roll_entry *added,
                             size_t n_added, const int64_t *removed, size_t n_removed,
                             gisa_error *err);

/* Takes GISA_ROLL_FRESH from all entries on disk, inside a transaction.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_roll_settle(gisa_sql *q, const gisa_rows *rows, const gisa_roll *roll,
                             gisa_error *err);

/* The flags of a row beside its precision: GISA_ROLL_COPY, GISA_ROLL_SOURCE. */
typedef struct gisa_roll_flags {
    int64_t row;
    uint8_t flags;
} gisa_roll_flags;

/* Sets flags on disk, inside a transaction; rows that are not in the roll are skipped.
 *
 * flags:  sorted by row.
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_roll_flag(gisa_sql *q, const gisa_rows *rows, const gisa_roll_flags *flags,
                           size_t n, gisa_error *err);

#endif
