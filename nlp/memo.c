#include "nlp/memo.h"

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

const int16_t *gisa_memo_put(gisa_memo *m, uint64_t key, const int32_t *sums)
{
    uint64_t *entry = gisa_memo_entry(m, key);
    int16_t *to = (int16_t *)(entry + 1);
    uint32_t over = 0;
    *entry = key;
    for (uint32_t k = 0; k < m->lanes / 4 * 4; k++) {
        to[k] = (int16_t)sums[k];
        over |= ((uint32_t)sums[k] + 0x8000u) >> 16;
    }
    for (uint32_t k = 0; over && k < m->lanes; k++) {
        int32_t v = sums[k] < INT16_MIN ? INT16_MIN : sums[k];
        to[k] = (int16_t)(v > INT16_MAX ? INT16_MAX : v);
    }
    return to;
}
