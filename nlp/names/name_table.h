/* A packed map from 64-bit hashes to numbers from 0 on, read in place: a bit field of which each
 * key sets one bit, with the count of the bits before each block. What the numbers mean, and a
 * check that the key is the one that was put in, is in arrays beside it. A key that was not put in
 * is found about as often as bits are set. */
#ifndef GISA_NLP_NAMES_NAME_TABLE_H
#define GISA_NLP_NAMES_NAME_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#define GISA_NAME_BLOCK_WORDS 12u
#define GISA_NAME_BLOCK_UNITS 16u /* words and what counts them, of 32 bits each */
#define GISA_NAME_BLOCK_BITS  (GISA_NAME_BLOCK_WORDS * 32u)

typedef struct gisa_name_block {           /* a cache line */
    uint32_t rank;                         /* bits set in the blocks before */
    uint8_t before[GISA_NAME_BLOCK_WORDS]; /* bits set in the words before, of this block */
    uint32_t bits[GISA_NAME_BLOCK_WORDS];
} gisa_name_block;

typedef struct gisa_name_table {
    const gisa_name_block *blocks;
    uint32_t n_blocks;
} gisa_name_table;

#define GISA_NAME_TABLE_NONE UINT32_MAX
#define GISA_NAME_BLOCKS_MAX (1u << 23) /* so that places have 32 bits */

static inline uint32_t gisa_name_table_block(uint32_t n_blocks, uint64_t hash)
{
    return (uint32_t)((hash >> 32) * n_blocks >> 32);
}

static inline uint32_t gisa_name_table_bit(uint64_t hash)
{
    return (uint32_t)((hash & 0xFFFFFFu) * GISA_NAME_BLOCK_BITS >> 24);
}

static inline uint32_t gisa_name_bits(uint32_t v)
{
    v = v - (v >> 1 & 0x55555555u);
    v = (v & 0x33333333u) + (v >> 2 & 0x33333333u);
    return ((v + (v >> 4)) & 0x0F0F0F0Fu) * 0x01010101u >> 24;
}

/* Where the bit of a key is among all bits of the table, those of the counts too. */
static inline uint32_t gisa_name_table_place(uint32_t n_blocks, uint64_t hash)
{
    return gisa_name_table_block(n_blocks, hash) * (GISA_NAME_BLOCK_UNITS * 32u) +
           (GISA_NAME_BLOCK_UNITS - GISA_NAME_BLOCK_WORDS) * 32u + gisa_name_table_bit(hash);
}

/* Whether the bit at a place is set. */
static inline uint32_t gisa_name_table_has(const gisa_name_table *t, uint32_t place)
{
    return ((const uint32_t *)(const void *)t->blocks)[place >> 5] >> (place & 31) & 1;
}

/* The number of the key whose bit is set at a place. */
static inline uint32_t gisa_name_table_number(const gisa_name_table *t, uint32_t place)
{
    const gisa_name_block *b = &t->blocks[place / (GISA_NAME_BLOCK_UNITS * 32u)];
    uint32_t word = place / 32 % GISA_NAME_BLOCK_UNITS -
                    (GISA_NAME_BLOCK_UNITS - GISA_NAME_BLOCK_WORDS);
    return b->rank + b->before[word] + gisa_name_bits(b->bits[word] & ((1u << (place & 31)) - 1));
}

/* The number of a key, or GISA_NAME_TABLE_NONE. */
static inline uint32_t gisa_name_table_find(const gisa_name_table *t, uint64_t hash)
{
    uint32_t place = gisa_name_table_place(t->n_blocks, hash);
    return gisa_name_table_has(t, place) ? gisa_name_table_number(t, place) : GISA_NAME_TABLE_NONE;
}

#endif
