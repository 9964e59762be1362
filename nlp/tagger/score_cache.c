#include "nlp/tagger/score_cache.h"

#include "base/mem.h"

#define LINE 64u /* bytes of a cache line */

gisa_status gisa_memo_open(gisa_memo *m, unsigned bits, uint32_t lanes, gisa_error *err)
{
    *m = (gisa_memo){.lanes = lanes, .shift = 64 - bits};
    size_t size = (sizeof(uint64_t) + lanes * sizeof(int16_t)) << bits;
    m->memory = gisa_calloc(1, size + LINE);
    if (!m->memory) return gisa_fail_mem(err);
    m->entries = m->memory + (LINE - (uintptr_t)m->memory % LINE);
    return GISA_OK;
}

void gisa_memo_clear(gisa_memo *m)
{
    gisa_free(m->memory);
    *m = (gisa_memo){0};
}
