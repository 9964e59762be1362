#include "nlp/tagger/score_cache.h"

#include "base/mem.h"

#define LINE 64u /* bytes of a cache line */

gisa_status gisa_score_cache_open(gisa_score_cache *m, unsigned bits, uint32_t lanes,
                                  gisa_error *err)
{
    *m = (gisa_score_cache){.lanes = lanes, .shift = 64 - bits};
    size_t size = (sizeof(uint64_t) + lanes * sizeof(int16_t)) << bits;
    m->memory = gisa_calloc(1, size + LINE);
    if (!m->memory) return gisa_fail_mem(err);
    m->entries = m->memory + (LINE - (uintptr_t)m->memory % LINE);
    return GISA_OK;
}

void gisa_score_cache_clear(gisa_score_cache *m)
{
    gisa_free(m->memory);
    *m = (gisa_score_cache){0};
}
