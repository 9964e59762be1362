#include "corpus/data.h"
#include "nlp/dense.h"
#include "test.h"

int main(void)
{
    gisa_model m;
    gisa_dense d = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &m, &err), err, "a model"))
        return test_end();
    WENT(gisa_dense_open(&m, &d, &err), err, "its long rows are laid out");
    uint32_t checked = 0, wrong = 0;
    for (uint32_t i = 0; i <= m.slot_mask && checked < 50; i++) {
        uint32_t place = m.slots[i] & (GISA_SLOT_SEVERAL - 1);
        const uint8_t *row = m.rows + (size_t)place * 4;
        if (!(m.slots[i] & GISA_SLOT_SEVERAL) || row[0] + row[1] < (int)GISA_DENSE_LEAST) continue;
        const int16_t *w = gisa_dense_find(&d, place);
        int sum = 0, same = 0;
        for (uint32_t k = 0; w && k < m.n_labels; k++) sum += w[k];
        for (uint32_t k = 0; k < row[0]; k++) same += (int8_t)row[2 + 2 * k + 1];
        for (uint32_t k = 0; k < row[1]; k++) same += (int8_t)row[2u + 2u * row[0] + 4 * k + 2];
        wrong += !w || sum != same;
        checked++;
    }
    OK(checked > 0, "there are long rows");
    EQUAL(wrong, 0, "each has the same weights in all");
    OK(gisa_dense_find(&d, GISA_SLOT_SEVERAL - 1) == NULL, "another place has none");
    gisa_dense_clear(&d);
    return test_end();
}
