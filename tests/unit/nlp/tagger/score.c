#include "nlp/tagger/score.h"

#include "corpus/data.h"
#include "tests/unit/test.h"

static gisa_model m;
static gisa_weight_rows d;
static gisa_sums sums;

/* A feature that the model keeps in slot i. */
static uint64_t feature_of(uint32_t i)
{
    return (uint64_t)(m.slots[i] >> 21) << 40 | (uint64_t)i << 4;
}

/* What the feature in a slot weighs for an outcome, read slowly. */
static int32_t weight_of(uint32_t slot, uint32_t outcome)
{
    const uint8_t *row = m.rows + (size_t)(slot & (GISA_SLOT_SEVERAL - 1)) * 4, *p = row + 2;
    int32_t sum = 0;
    if (!(slot & GISA_SLOT_SEVERAL)) return (slot >> 8 & 0xFFF) == outcome ? (int8_t)slot : 0;
    for (unsigned k = 0; k < row[0]; k++, p += 2) sum += p[0] == outcome ? (int8_t)p[1] : 0;
    for (unsigned k = 0; k < row[1]; k++, p += 4)
        sum += (uint32_t)(p[0] | p[1] << 8) == outcome ? (int8_t)p[2] : 0;
    return sum;
}

/* How many of the outcomes get another sum than they should from a pick of these slots. */
static unsigned wrong_sums(const gisa_weight_rows *long_rows, const uint32_t *at, uint32_t n,
                           const uint16_t *outcomes, unsigned n_outcomes)
{
    gisa_lookup p = {.n = n};
    unsigned wrong = 0;
    for (uint32_t k = 0; k < n; k++) p.hash[k] = feature_of(at[k]);
    gisa_lookup_find(&m, long_rows, &p);
    gisa_outcomes wanted = gisa_sums_clear(&sums, outcomes, n_outcomes);
    gisa_lookup_sum(&m, long_rows, &p, wanted, &sums);
    for (unsigned c = 0; c < n_outcomes; c++) {
        int32_t want = 0;
        for (uint32_t k = 0; k < n; k++) want += weight_of(m.slots[at[k]], outcomes[c]);
        wrong += sums.at[outcomes[c]] != want;
    }
    return wrong;
}

int main(void)
{
    static const uint16_t low[] = {0, 1, 2, 7, 8, 9, 40, 63},
                          high[] = {0, 3, 63, 64, 100, 255, 256, 300};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &m, &err), err, "a model"))
        return test_end();
    WENT(gisa_weight_rows_open(&m, &d, &err), err, "its long rows are laid out");
    unsigned checked = 0, wrong = 0, longs = 0;
    uint32_t group[5], n = 0;
    for (uint32_t i = 0; i <= m.slot_mask; i++) {
        uint32_t slot = m.slots[i], several = slot & GISA_SLOT_SEVERAL;
        uint32_t number = several ? gisa_weight_rows_find(&d, slot & (GISA_SLOT_SEVERAL - 1)) : 0;
        bool wanted = i % 100 == 0 || (number && longs < 500);
        if (!slot || !wanted || gisa_model_slot(&m, feature_of(i)) != slot) continue;
        longs += number != 0;
        group[n++] = i;
        if (n < 5) continue;
        n = 0;
        wrong += wrong_sums(&d, group, 5, low, 8) + wrong_sums(&d, group, 5, high, 8) +
                 wrong_sums(&gisa_weight_rows_none, group, 5, high, 8);
        checked++;
    }
    OK(checked > 1000, "the model has features");
    OK(longs > 0, "and long rows");
    EQUAL(wrong, 0, "each outcome gets what the features weigh, laid out or not");
    EQUAL(wrong_sums(&d, group, 0, low, 8), 0, "no feature weighs nothing");
    gisa_weight_rows_clear(&d);
    return test_end();
}
