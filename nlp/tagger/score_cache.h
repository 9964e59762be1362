/* Sums that were worked out before, by a 64-bit key: a table of fixed size where a newer entry
 * takes the place of an older one. What is remembered must follow from the key alone, so that what
 * is found does not depend on what came before. Belongs to one thread. */
#ifndef GISA_NLP_TAGGER_SCORE_CACHE_H
#define GISA_NLP_TAGGER_SCORE_CACHE_H

#include <stddef.h>

#include "base/status.h"

typedef struct gisa_score_cache {
    char *memory;
    char *entries; /* a 64-bit key (0: free) and the sums; from a cache line's start on */
    uint32_t lanes;
    unsigned shift; /* key >> shift is the entry */
} gisa_score_cache;

/* Makes a table of 2^bits entries of so many sums each (a multiple of four); 28 of them fill a
 * cache line with their key. Errors: GISA_ENOMEM. */
gisa_status gisa_score_cache_open(gisa_score_cache *m, unsigned bits, uint32_t lanes,
                                  gisa_error *err);
void gisa_score_cache_clear(gisa_score_cache *m);

static inline uint64_t *gisa_score_cache_entry(const gisa_score_cache *m, uint64_t key)
{
    size_t size = sizeof key + m->lanes * sizeof(int16_t);
    return (uint64_t *)(void *)(m->entries + (size_t)(key >> m->shift) * size);
}

/* The sums under a key, NULL: none. Dead after the next put. */
static inline const int16_t *gisa_score_cache_find(const gisa_score_cache *m, uint64_t key)
{
    const uint64_t *entry = gisa_score_cache_entry(m, key);
    return *entry == key ? (const int16_t *)(entry + 1) : NULL;
}

static inline void gisa_score_cache_prefetch(const gisa_score_cache *m, uint64_t key)
{
    __builtin_prefetch(gisa_score_cache_entry(m, key));
}

/* Room for the sums under a key, which the caller fills. Dead after the next one. */
static inline int16_t *gisa_score_cache_put(const gisa_score_cache *m, uint64_t key)
{
    uint64_t *entry = gisa_score_cache_entry(m, key);
    *entry = key;
    return (int16_t *)(entry + 1);
}

#endif
