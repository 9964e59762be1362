/* Eight bytes of a list at once. */
#ifndef GISA_INDEX_POSTINGS_BYTES_H
#define GISA_INDEX_POSTINGS_BYTES_H

#include <stdbool.h>
#include <stdint.h>

#define GISA_BYTES_ONES UINT64_C(0x0101010101010101)

/* Whether one of them is 1. */
static inline bool gisa_bytes_have_one(uint64_t v)
{
    uint64_t zero = v ^ GISA_BYTES_ONES;
    return ((zero - GISA_BYTES_ONES) & ~zero & GISA_BYTES_ONES << 7) != 0;
}

/* How many are 0x80 or more. */
static inline uint32_t gisa_bytes_high(uint64_t v)
{
    return (uint32_t)((v >> 7 & GISA_BYTES_ONES) * GISA_BYTES_ONES >> 56);
}

#endif
