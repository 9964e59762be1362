#include "nlp/score.h"

void gisa_pick_look(const gisa_model *m, gisa_pick *p)
{
    uint32_t rows = 0, single = GISA_PICK_MAX;
    for (uint32_t k = 0; k < p->n; k++) {
        uint32_t value = gisa_model_slot(m, p->hash[k]);
        if (value & GISA_SLOT_SEVERAL) {
            uint32_t place = value & (GISA_SLOT_SEVERAL - 1);
            __builtin_prefetch(m->rows + (size_t)place * 4);
            p->value[rows++] = place;
        } else if (value) {
            p->value[--single] = value;
        }
    }
    p->rows = rows;
    p->singles = GISA_PICK_MAX - single;
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
    for (uint32_t k = GISA_PICK_MAX - p->singles; k < GISA_PICK_MAX; k++)
        sum[a.slot[p->value[k] >> 8 & 0xFFF]] += (int8_t)p->value[k];
    for (uint32_t k = 0; k < p->rows; k++) {
        const uint8_t *row = m->rows + (size_t)p->value[k] * 4;
        bool is_long = (uint32_t)row[0] + row[1] >= GISA_DENSE_LEAST && a.n > 0 && dense;
        const int16_t *w = is_long ? gisa_dense_find(dense, p->value[k]) : NULL;
        if (!w) add_row(row, a.slot, sum);
        for (unsigned c = 0; w && c < a.n; c++) sum[c] += w[a.labels[c]];
    }
}

int32_t gisa_pick_weigh(const gisa_model *m, const gisa_pick *p, uint32_t outcome)
{
    int32_t sum = 0;
    for (uint32_t k = GISA_PICK_MAX - p->singles; k < GISA_PICK_MAX; k++)
        if ((p->value[k] >> 8 & 0xFFF) == outcome) sum += (int8_t)p->value[k];
    for (uint32_t k = 0; k < p->rows; k++) {
        const uint8_t *row = m->rows + (size_t)p->value[k] * 4, *at = row + 2;
        for (unsigned e = 0; e < row[0]; e++, at += 2)
            if (at[0] == outcome) sum += (int8_t)at[1];
        for (unsigned e = 0; e < row[1]; e++, at += 4)
            if ((uint32_t)(at[0] | at[1] << 8) == outcome) sum += (int8_t)at[2];
    }
    return sum;
}
