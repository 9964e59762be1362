#include "nlp/tagger/weight_rows.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

/* What a row of the model or of pairs weighs for an outcome. */
static int weight_of(const uint8_t *row, uint32_t outcome)
{
    const uint8_t *p = row + 2;
    int sum = 0;
    for (uint32_t k = 0; k < row[0]; k++, p += 2) sum += p[0] == outcome ? (int8_t)p[1] : 0;
    for (uint32_t k = 0; k < row[1]; k++, p += 4)
        sum += (uint32_t)(p[0] | p[1] << 8) == outcome ? (int8_t)p[2] : 0;
    return sum;
}

static int laid_out(const gisa_weight_rows *d, uint32_t number, uint32_t outcome)
{
    if (outcome < GISA_WEIGHT_ROWS_LOW)
        return gisa_weight_rows_low(d, number)[gisa_weight_rows_place(outcome)];
    if (number < d->n_wide) return gisa_weight_rows_wide(d, number)[outcome];
    return weight_of(gisa_weight_rows_pairs(d, number), outcome);
}

/* A model of one row whose first weight is too large for two in a byte. */
static void test_large(void)
{
    uint8_t rows[64] = {GISA_WEIGHT_ROWS_MIN};
    gisa_model m = {.n_labels = 70, .rows = rows, .rows_bytes = sizeof rows};
    gisa_weight_rows d;
    gisa_error err = {0};
    for (uint32_t k = 0; k < GISA_WEIGHT_ROWS_MIN; k++) rows[2 + 2 * k] = (uint8_t)k;
    WENT(gisa_weight_rows_open(&m, &d, &err), err, "small weights are laid out");
    EQUAL(gisa_weight_rows_find(&d, 0), 1, "as the first row");
    gisa_weight_rows_clear(&d);
    rows[3] = GISA_WEIGHT_ROWS_MAX_WEIGHT + 1;
    WENT(gisa_weight_rows_open(&m, &d, &err), err, "a large one is no fault");
    EQUAL(gisa_weight_rows_find(&d, 0), 0, "but its row is not laid out");
    gisa_weight_rows_clear(&d);
}

int main(void)
{
    gisa_model m;
    gisa_weight_rows d = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &m, &err), err, "a model"))
        return test_end();
    WENT(gisa_weight_rows_open(&m, &d, &err), err, "its long rows are laid out");
    uint32_t wide = 0, pairs = 0, wrong = 0;
    for (uint32_t i = 0; i <= m.slot_mask && (wide < 50 || pairs < 50); i++) {
        uint32_t place = m.slots[i] & (GISA_SLOT_SEVERAL - 1);
        const uint8_t *row = m.rows + (size_t)place * 4;
        if (!(m.slots[i] & GISA_SLOT_SEVERAL) || row[0] + row[1] < (int)GISA_WEIGHT_ROWS_MIN)
            continue;
        uint32_t number = gisa_weight_rows_find(&d, place);
        wrong += number == 0;
        for (uint32_t k = 0; k < m.n_labels; k++)
            wrong += laid_out(&d, number, k) != weight_of(row, k);
        wide += number < d.n_wide;
        pairs += number >= d.n_wide;
    }
    OK(wide > 0 && pairs > 0, "there are long rows of both kinds");
    EQUAL(wrong, 0, "each outcome weighs the same");
    EQUAL(gisa_weight_rows_find(&d, GISA_SLOT_SEVERAL - 1), 0, "another place has no row");
    EQUAL(gisa_weight_rows_find(&d, UINT32_MAX), 0, "no place has none");
    EQUAL(gisa_weight_rows_find(&gisa_weight_rows_none, 0), 0, "the empty one has none at all");
    gisa_weight_rows_clear(&d);
    test_large();
    return test_end();
}
