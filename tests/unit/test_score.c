#include "nlp/score.h"

#include "corpus/data.h"
#include "test.h"

/* A feature that the model keeps in slot i. */
static uint64_t feature_of(const gisa_model *m, uint32_t i)
{
    return (uint64_t)(m->slots[i] >> 21) << 40 | (uint64_t)i << 4;
}

static int32_t row_total(const gisa_model *m, uint32_t slot)
{
    const uint8_t *row = m->rows + (size_t)(slot & (GISA_SLOT_SEVERAL - 1)) * 4, *p = row + 2;
    int32_t sum = 0;
    for (unsigned k = 0; k < row[0]; k++, p += 2) sum += (int8_t)p[1];
    for (unsigned k = 0; k < row[1]; k++, p += 4) sum += (int8_t)p[2];
    return sum;
}

int main(void)
{
    static uint8_t first[4096]; /* every outcome adds to the first sum */
    gisa_model m;
    gisa_dense d = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &m, &err), err, "a model"))
        return test_end();
    WENT(gisa_dense_open(&m, &d, &err), err, "its long rows are laid out");
    uint32_t checked = 0, wrong = 0, apart = 0, longs = 0;
    for (uint32_t i = 0; i <= m.slot_mask && checked < 20000; i++) {
        gisa_pick p = {.n = 1, .hash = {feature_of(&m, i)}};
        if (m.slots[i] == 0 || gisa_model_slot(&m, p.hash[0]) != m.slots[i]) continue;
        bool several = m.slots[i] & GISA_SLOT_SEVERAL;
        int32_t want = several ? row_total(&m, m.slots[i]) : (int8_t)m.slots[i];
        int32_t all = 0, each = 0, by_label[1] = {0};
        gisa_pick_look(&m, &p);
        gisa_pick_sum(&m, NULL, &p, (gisa_asked){first, NULL, 0}, &all);
        for (uint32_t k = 0; k < m.n_labels; k++) each += gisa_pick_weigh(&m, &p, k);
        wrong += p.rows + p.singles != 1 || all != want;
        apart += each != want;
        const int16_t *w = several ? gisa_dense_find(&d, m.slots[i] & (GISA_SLOT_SEVERAL - 1))
                                   : NULL;
        if (w) {
            const uint16_t label = 1;
            static uint8_t elsewhere[4096];
            gisa_pick_sum(&m, &d, &p, (gisa_asked){elsewhere, &label, 1}, by_label);
            wrong += by_label[0] != gisa_pick_weigh(&m, &p, 1);
            longs++;
        }
        checked++;
        i += 50;
    }
    OK(checked > 1000, "the model has features");
    OK(longs > 0, "and long rows");
    EQUAL(wrong, 0, "each adds up to all its weights");
    EQUAL(apart, 0, "outcome by outcome too");
    gisa_pick none = {.n = 0};
    gisa_pick_look(&m, &none);
    EQUAL(gisa_pick_weigh(&m, &none, 1), 0, "no feature weighs nothing");
    gisa_dense_clear(&d);
    return test_end();
}
