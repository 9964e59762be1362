#include "nlp/score.h"

/* Four slots side by side. Compilers for any processor know these vectors; loops over slots would
 * end in a branch that none can foresee. */
typedef uint32_t lanes __attribute__((vector_size(16)));

/* A bit for each of the slots that is free or bears the print. */
static inline unsigned stops(const uint32_t *slots, uint32_t print)
{
    static const lanes bit = {1, 2, 4, 8};
    lanes at, wanted = {print, print, print, print}, none = {0};
    uint64_t half[2];
    memcpy(&at, slots, sizeof at);
    lanes found = ((lanes)(at >> 21 == wanted) | (lanes)(at == none)) & bit;
    memcpy(half, &found, sizeof half);
    uint64_t bits = half[0] | half[1];
    return (unsigned)(bits | bits >> 32);
}

/* As gisa_model_slot. */
static inline uint32_t find(const gisa_model *m, uint64_t feature)
{
    uint32_t print = gisa_model_print(feature), i = gisa_model_home(feature, m->slot_mask);
    for (; i + GISA_PICK_LANES <= m->slot_mask; i += GISA_PICK_LANES) {
        unsigned bits = stops(m->slots + i, print);
        if (bits) return m->slots[i + (unsigned)__builtin_ctz(bits)];
    }
    return gisa_model_slot(m, feature);
}

void gisa_pick_look(const gisa_model *m, gisa_pick *p)
{
    uint32_t rows = 0, singles = 0;
    for (uint32_t k = 0; k < p->n; k++) {
        uint32_t value = find(m, p->hash[k]), several = value / GISA_SLOT_SEVERAL & 1;
        uint32_t place = several ? value & (GISA_SLOT_SEVERAL - 1) : 0;
        __builtin_prefetch(m->rows + (size_t)place * 4);
        p->row[rows] = place;
        p->single[singles] = value;
        rows += several;
        singles += !several & (value != 0);
    }
    p->rows = rows;
    p->singles = singles;
}

static inline void add_row(const uint8_t *p, const uint8_t *slot, int32_t *sum)
{
    unsigned few = p[0], many = p[1];
    p += 2;
    for (const uint8_t *end = p + 2 * few; p < end; p += 2) sum[slot[p[0]]] += (int8_t)p[1];
    for (const uint8_t *end = p + 4 * many; p < end; p += 4)
        sum[slot[p[0] | p[1] << 8]] += (int8_t)p[2];
}

void gisa_pick_sum(const gisa_model *m, const gisa_dense *dense, const gisa_pick *p, gisa_asked a,
                   int32_t *sum)
{
    for (uint32_t k = 0; k < p->singles; k++)
        sum[a.slot[p->single[k] >> 8 & 0xFFF]] += (int8_t)p->single[k];
    for (uint32_t k = 0; k < p->rows; k++) {
        const uint8_t *row = m->rows + (size_t)p->row[k] * 4;
        bool is_long = (uint32_t)row[0] + row[1] >= GISA_DENSE_LEAST && a.n > 0 && dense;
        const int16_t *w = is_long ? gisa_dense_find(dense, p->row[k]) : NULL;
        if (!w) add_row(row, a.slot, sum);
        for (unsigned c = 0; w && c < a.n; c++) sum[c] += w[a.labels[c]];
    }
}

int32_t gisa_pick_weigh(const gisa_model *m, const gisa_pick *p, uint32_t outcome)
{
    int32_t sum = 0;
    for (uint32_t k = 0; k < p->singles; k++)
        if ((p->single[k] >> 8 & 0xFFF) == outcome) sum += (int8_t)p->single[k];
    for (uint32_t k = 0; k < p->rows; k++) {
        const uint8_t *row = m->rows + (size_t)p->row[k] * 4, *at = row + 2;
        for (unsigned e = 0; e < row[0]; e++, at += 2)
            if (at[0] == outcome) sum += (int8_t)at[1];
        for (unsigned e = 0; e < row[1]; e++, at += 4)
            if ((uint32_t)(at[0] | at[1] << 8) == outcome) sum += (int8_t)at[2];
    }
    return sum;
}
