#include "nlp/tagger/score.h"

#include "nlp/tagger/simd.h"

typedef int8_t bytes __attribute__((vector_size(16)));
typedef uint16_t words __attribute__((vector_size(16)));

#define LOW_BYTES (GISA_WEIGHT_ROWS_LOW / sizeof(bytes))

/* A bit for each of the slots that is free or bears the print. */
static inline unsigned stops(const uint32_t *slots, uint32_t print)
{
    gisa_simd_u32x4 a, b, wanted = {print, print, print, print}, none = {0};
    memcpy(&a, slots, sizeof a);
    memcpy(&b, slots + 4, sizeof b);
    gisa_simd_u32x4 found_a = (gisa_simd_u32x4)(a >> 21 == wanted) | (gisa_simd_u32x4)(a == none);
    gisa_simd_u32x4 found_b = (gisa_simd_u32x4)(b >> 21 == wanted) | (gisa_simd_u32x4)(b == none);
    return gisa_simd_u32x4_mask(found_a) | gisa_simd_u32x4_mask(found_b) << 4;
}

/* As gisa_model_slot. */
static inline uint32_t find(const gisa_model *m, const uint32_t *slots, uint32_t mask,
                            uint64_t feature)
{
    uint32_t print = gisa_model_print(feature), i = gisa_model_home(feature, mask);
    for (; i + GISA_LOOKUP_SLOTS <= mask; i += GISA_LOOKUP_SLOTS) {
        unsigned bits = stops(slots + i, print);
        if (bits) return slots[i + (unsigned)__builtin_ctz(bits)];
    }
    return gisa_model_slot(m, feature);
}

void gisa_lookup_find(const gisa_model *m, const gisa_weight_rows *long_rows, gisa_lookup *p)
{
    uint32_t rows = 0, longs = 0, singles = 0, n = 0, value[GISA_LOOKUP_MAX];
    for (uint32_t k = 0; k < p->n; k++) {
        value[n] = find(m, m->slots, m->slot_mask, p->hash[k]);
        n += value[n] != 0; /* most that fire have no weight */
    }
    for (uint32_t k = 0; k < n; k++) {
        uint32_t several = value[k] / GISA_SLOT_SEVERAL & 1;
        uint32_t place = value[k] & (GISA_SLOT_SEVERAL - 1);
        uint32_t number = gisa_weight_rows_find(long_rows, place | (several - 1)),
                 is_long = number != 0;
        __builtin_prefetch(m->rows + (size_t)place * 4);
        __builtin_prefetch(gisa_weight_rows_low(long_rows, number));
        p->row[rows] = place;
        p->numbers[longs] = number;
        p->single[singles] = value[k];
        rows += several ^ is_long;
        longs += is_long;
        singles += several ^ 1;
    }
    p->numbers[longs] = 0;
    p->rows = rows;
    p->longs = longs;
    p->singles = singles;
}

static inline void add_weight(gisa_sums *sums, uint32_t outcome, int8_t weight)
{
    sums->at[outcome] = (int16_t)(sums->at[outcome] + weight);
}

/* high: also the outcomes from 256 on. */
static inline void add_row(const uint8_t *p, bool high, gisa_sums *sums)
{
    unsigned few = p[0], many = p[1];
    p += 2;
    for (const uint8_t *end = p + 2 * few; p < end; p += 2) add_weight(sums, p[0], (int8_t)p[1]);
    if (!high) return;
    for (const uint8_t *end = p + 4 * many; p < end; p += 4)
        add_weight(sums, (uint32_t)(p[0] | p[1] << 8) % GISA_SUMS_MAX, (int8_t)p[2]);
}

/* Adds the low part of the rows, two at a time: their weights are small enough. */
static inline void add_low(const gisa_weight_rows *long_rows, const gisa_lookup *p, gisa_sums *sums)
{
    words sum[2 * LOW_BYTES];
    memcpy(sum, sums->at, sizeof sum);
    for (uint32_t k = 0; k < p->longs; k += 2) {
        const int8_t *a = gisa_weight_rows_low(long_rows, p->numbers[k]);
        const int8_t *b = gisa_weight_rows_low(long_rows, p->numbers[k + 1]);
        for (unsigned v = 0; v < LOW_BYTES; v++) {
            bytes one, other;
            memcpy(&one, a + v * sizeof one, sizeof one);
            memcpy(&other, b + v * sizeof other, sizeof other);
            words both = (words)(one + other);
            sum[2 * v] += (words)((gisa_simd_i16x8)(both << 8) >> 8);
            sum[2 * v + 1] += (words)((gisa_simd_i16x8)both >> 8);
        }
    }
    memcpy(sums->at, sum, sizeof sum);
}

/* Adds the weights of the other outcomes. */
static inline void add_high(const gisa_weight_rows *long_rows, uint32_t number, gisa_outcomes a,
                            gisa_sums *sums)
{
    if (number >= long_rows->n_wide) {
        add_row(gisa_weight_rows_pairs(long_rows, number), true, sums);
        return;
    }
    const int8_t *wide = gisa_weight_rows_wide(long_rows, number);
    for (unsigned k = 0; k < a.n; k++) add_weight(sums, a.outcomes[k], wide[a.outcomes[k]]);
}

void gisa_lookup_sum(const gisa_model *m, const gisa_weight_rows *long_rows, const gisa_lookup *p,
                     gisa_outcomes a, gisa_sums *sums)
{
    if (p->longs) add_low(long_rows, p, sums);
    for (uint32_t k = 0; k < p->singles; k++)
        add_weight(sums, p->single[k] >> 8 & (GISA_SUMS_MAX - 1), (int8_t)p->single[k]);
    for (uint32_t k = 0; k < p->rows; k++) add_row(m->rows + (size_t)p->row[k] * 4, a.high, sums);
    for (uint32_t k = 0; a.high && k < p->longs; k++) add_high(long_rows, p->numbers[k], a, sums);
}
