/* The terms of the store and their document frequencies (SQLite's fts5vocab, kind "row"). */
#ifndef GISA_INDEX_POSTINGS_VOCABULARY_H
#define GISA_INDEX_POSTINGS_VOCABULARY_H

#include "base/map.h"
#include "index/store/store.h"

typedef struct gisa_vocabulary { /* {0} is empty: every term is in one article */
    gisa_map terms;              /* of at least two articles */
    uint64_t articles;           /* newest versions in the store */
} gisa_vocabulary;

/* Reads it all in one scan of the posting lists; afterwards it is immutable and may be shared by
 * threads.
 *
 * Errors: GISA_EIO, GISA_ECORRUPT, GISA_ENOMEM. */
gisa_status gisa_vocabulary_open(gisa_store *s, gisa_vocabulary *out, gisa_error *err);
void gisa_vocabulary_clear(gisa_vocabulary *v);

/* The document frequency of a term; at least 1. */
uint64_t gisa_vocabulary_count(const gisa_vocabulary *v, gisa_str term);

#endif
