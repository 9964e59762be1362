#include "nlp/train/name_pack.h"

#include "base/mem.h"
#include "base/status.h"

static uint64_t place_of(const train_pack *p, uint64_t key)
{
    return (uint64_t)gisa_name_table_block(p->n_blocks, key) * GISA_NAME_BLOCK_BITS +
           gisa_name_table_bit(key);
}

/* Counts the bits before each word and block. */
static void count_bits(train_pack *p)
{
    uint32_t rank = 0;
    for (uint32_t b = 0; b < p->n_blocks; b++) {
        uint32_t here = 0;
        p->blocks[b].rank = rank;
        for (unsigned w = 0; w < GISA_NAME_BLOCK_WORDS; w++) {
            p->blocks[b].before[w] = (uint8_t)here;
            here += gisa_name_bits(p->blocks[b].bits[w]);
        }
        rank += here;
    }
    p->n = rank;
}

gisa_status train_pack_make(const uint64_t *keys, size_t n, unsigned bits, train_pack *out,
                            gisa_error *err)
{
    train_pack p = {.n_blocks = (uint32_t)(n * bits / GISA_NAME_BLOCK_BITS + 1)};
    p.blocks = gisa_calloc(p.n_blocks, sizeof *p.blocks);
    p.order = gisa_malloc((n + 1) * sizeof *p.order);
    bool *kept = gisa_calloc(n + 1, sizeof *kept);
    gisa_status st = p.blocks && p.order && kept ? GISA_OK : gisa_fail_mem(err);
    for (size_t i = 0; i < n && st >= 0; i++) {
        uint64_t place = place_of(&p, keys[i]);
        uint32_t *word = &p.blocks[place / GISA_NAME_BLOCK_BITS]
                              .bits[place % GISA_NAME_BLOCK_BITS / 32];
        kept[i] = !(*word >> (place % 32) & 1);
        *word |= 1u << (place % 32);
    }
    if (st >= 0) count_bits(&p);
    for (size_t i = 0; i < n && st >= 0; i++)
        if (kept[i])
            p.order[gisa_name_table_find(&(gisa_name_table){p.blocks, p.n_blocks}, keys[i])] =
                (uint32_t)i;
    gisa_free(kept);
    if (st < 0) train_pack_clear(&p);
    *out = p;
    return st;
}

void train_pack_clear(train_pack *p)
{
    gisa_free(p->blocks);
    gisa_free(p->order);
    *p = (train_pack){0};
}
