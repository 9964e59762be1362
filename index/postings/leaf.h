/* The posting lists as FTS5 stores them, read without its virtual table.
 *
 * FTS5 returns the rows of a full-text query one at a time through the SQL engine, at some .2 us
 * for every word of every article; decoding its lists takes a twentieth of that. They are in the
 * table article_fts_data as leaf pages of segments, one segment for each batch until a merge joins
 * them, and article_fts_idx says on which page a term is. The format is the one described at the
 * head of SQLite's ext/fts5/fts5_index.c, without prefix indexes or tombstones; SQLite will read it
 * as long as there are databases of FTS5's version 4. Other formats (GISA_SKIP) are left to FTS5
 * itself. Nothing is trusted: each number is checked against its page. */
#ifndef GISA_INDEX_POSTINGS_LEAF_H
#define GISA_INDEX_POSTINGS_LEAF_H

#include "base/buf.h"
#include "base/sql.h"

enum { GISA_LEAF_SEGMENTS_MAX = 2000, GISA_LEAF_HEADER = 4 };

typedef struct gisa_leaf_segment {
    uint32_t id, first, last; /* leaf pages */
} gisa_leaf_segment;

typedef struct gisa_leaf_segments {
    gisa_leaf_segment *items; /* newest first: of two entries for a row the first one counts */
    size_t n;
} gisa_leaf_segments;

/* The segments as the open transaction sees them; gisa_free the items.
 *
 * Returns: GISA_OK, GISA_SKIP (a format that only FTS5 reads).
 * Errors:  GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_leaf_segments_load(gisa_sql *q, gisa_leaf_segments *out, gisa_error *err);

/* Reports that the posting lists are not as FTS5 writes them. Returns: GISA_ECORRUPT. */
gisa_status gisa_leaf_damaged(gisa_sql *q, gisa_error *err);

/* A leaf page, and where the reader's list ends on it. */
typedef struct gisa_leaf {
    gisa_buf bytes;
    uint32_t page;
    size_t first_row; /* offset of the first row id of a list from an earlier page; 0: none */
    size_t size;      /* without the footer */
    size_t end;       /* offset of the first term; size: none */
} gisa_leaf;

/* Reads a page. Returns: GISA_OK, GISA_END (past the segment's last page).
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_leaf_load(gisa_sql *q, const gisa_leaf_segment *s, uint32_t page, gisa_leaf *leaf,
                           gisa_error *err);

/* Finds a term: reads its page into *leaf with the list's end there, and sets the offset after the
 * term.
 *
 * has_skips: whether the list is long enough to have skip entries.
 * Returns:   GISA_OK, GISA_END (the segment does not have it).
 * Errors:    GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_leaf_find(gisa_sql *q, const gisa_leaf_segment *s, gisa_str term, gisa_leaf *leaf,
                           size_t *at, bool *has_skips, gisa_error *err);

/* A page of a long list and the first row id that begins on it. */
typedef struct gisa_skip {
    int64_t row;
    uint32_t page;
} gisa_skip;

/* The skip entries of a term's list that begins on a page, in ascending order; gisa_free them.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_leaf_skips(gisa_sql *q, const gisa_leaf_segment *s, gisa_str term, uint32_t page,
                            gisa_skip **out, size_t *n, gisa_error *err);

/* SQLite's varint of up to 9 bytes, 7 bits each, the most significant first. Returns the offset
 * after it, or 0 when it runs past n. */
static inline size_t gisa_varint(const unsigned char *p, size_t n, size_t at, uint64_t *out)
{
    uint64_t v = 0;
    for (size_t i = 0; i < 9 && at < n; i++) {
        unsigned char c = p[at++];
        if (i == 8) {
            *out = v << 8 | c;
            return at;
        }
        v = v << 7 | (c & 0x7f);
        if (!(c & 0x80)) {
            *out = v;
            return at;
        }
    }
    return 0;
}

#endif
