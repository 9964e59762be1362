/* Near-duplicates: which articles are copies of another, however lightly edited.
 *
 * Two articles are near when the longer one contains the shorter one for at least
 * `containment` of its shingles and is no less than `part` of it (below that it is a quotation).
 * This depends on the two alone, so neither the order of input nor the size of a batch decides.
 * Of the articles near to it that precede it (corpus/precedence.h) the first is the source of a
 * copy; the sources of sources are the caller's to follow.
 *
 * New articles are gathered, an inverted table of their rare fingerprints is made, and the
 * fingerprints of all stored articles stream by in blocks:
 *
 *     for each new article:   gisa_neardup_add(d, &entry, err);
 *     for each stored block:  gisa_neardup_scan(d, block, err);
 *     gisa_neardup_finish(d, err);
 *     while (gisa_neardup_next(d, &link) == GISA_OK) …  both new and stored articles get sources
 *     gisa_neardup_block(d, &bytes);                    the block to store for the new ones
 *     gisa_neardup_reset(d);                            for the next batch
 *
 * Memory is that of the new articles and the links found, whatever is stored. A block is about
 * 220 bytes an article of 1,500 letters. Scanning takes .5 µs for each stored article with a
 * thousand new ones and 3 µs with nine thousand, so large batches are cheaper.
 */
#ifndef GISA_CORPUS_NEARDUP_H
#define GISA_CORPUS_NEARDUP_H

#include "base/buf.h"
#include "corpus/fingerprint.h"
#include "corpus/precedence.h"

typedef struct gisa_neardup gisa_neardup;

typedef struct gisa_neardup_opts {
    double containment; /* 0: .5 */
    double part;        /* 0: .125 */
    size_t shared;      /* min. number of hashes in both; 0: 6 */
} gisa_neardup_opts;

typedef struct gisa_neardup_entry {
    int64_t row; /* the caller's number for the article */
    bool stored; /* it is in a block already: its links are looked for, it is not written again */
    gisa_precedence precedence;
    gisa_sample sample; /* of the body */
} gisa_neardup_entry;

/* opts: NULL: the defaults. Errors: GISA_ENOMEM. */
gisa_status gisa_neardup_open(const gisa_neardup_opts *opts, gisa_neardup **out, gisa_error *err);
void gisa_neardup_close(gisa_neardup *d); /* NULL is fine */
void gisa_neardup_reset(gisa_neardup *d);

/* Takes a new article; the sample is copied. All adds come before the first scan.
 * Errors: GISA_ENOMEM. */
gisa_status gisa_neardup_add(gisa_neardup *d, const gisa_neardup_entry *entry, gisa_error *err);

/* Takes the articles of a stored block as new ones; gisa_neardup_block does not write them again.
 * Errors: GISA_ENOMEM; GISA_ECORRUPT with err->offset in the block. */
gisa_status gisa_neardup_add_block(gisa_neardup *d, gisa_str block, gisa_error *err);

/* Compares the stored articles of a block with the new ones. Blocks may come in any order.
 * Errors: GISA_ENOMEM; GISA_ECORRUPT with err->offset in the block. */
gisa_status gisa_neardup_scan(gisa_neardup *d, gisa_str block, gisa_error *err);

/* Compares the new ones with each other and puts the links in order. Errors: GISA_ENOMEM. */
gisa_status gisa_neardup_finish(gisa_neardup *d, gisa_error *err);

#define GISA_NEARDUP_SOURCES 8

typedef struct gisa_neardup_link {
    int64_t copy, source;       /* rows */
    gisa_precedence precedence; /* the source's */
    double containment;
} gisa_neardup_link;

/* The next link: by row of the copy, its sources in order of precedence, up to
 * GISA_NEARDUP_SOURCES of them (a caller that no longer holds the first takes the second). For a
 * stored copy only new sources are given: one replaces the source it has when it precedes it.
 *
 * Returns: GISA_OK, GISA_END. */
gisa_status gisa_neardup_next(gisa_neardup *d, gisa_neardup_link *out);

/* Appends the block of the new articles: row, time and id (8 bytes each), rank (1), number of
 * hashes (2), hashes (4 each), all little-endian, one article after another. */
void gisa_neardup_block(const gisa_neardup *d, gisa_buf *out);

#endif
