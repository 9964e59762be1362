#include "nlp/names/name_model.h"

#include "base/mem.h"
#include "corpus/data.h"
#include "nlp/names/name_line.h"
#include "nlp/word/wordset.h"
#include "tests/unit/names_toy.h"

static gisa_name_header *head(void)
{
    return (gisa_name_header *)(void *)toy_file.p;
}

static void refuse(gisa_name_section section, uint64_t n, const char *name)
{
    gisa_name_model m;
    uint64_t before = head()->n[section];
    head()->n[section] = n;
    OK(gisa_name_model_view(gisa_buf_view(&toy_file), &m, NULL) == GISA_ECORRUPT, name);
    head()->n[section] = before;
}

/* Rows and single weights add up; what is damaged adds nothing. */
static void add(void)
{
    gisa_name_block block = {.bits[0] = 7};
    uint8_t row[64] = {0xFF, 0xFF, 9, 0, 0x81, 0x80, 5, 0xFD};
    uint32_t entries[3] = {3u << 8 | 0xF0, GISA_NAME_SEVERAL | 2, GISA_NAME_SEVERAL | 0xFFFFF};
    gisa_name_model m = {.weights = {&block, 1},
                         .entries = entries,
                         .n_entries = 3,
                         .rows = row,
                         .rows_bytes = sizeof row};
    int32_t sums[GISA_NAME_LABELS] = {0};
    uint64_t second = ((uint64_t)1 << 24) / GISA_NAME_BLOCK_BITS + 1;
    gisa_name_add(&m, 0, sums);
    EQUAL(sums[3], -16, "a single weight is added");
    gisa_name_add(&m, second, sums);
    OK(sums[0] == 5 && sums[7] == -3, "so are those of a row");
    gisa_name_add(&m, 2 * second, sums);
    gisa_name_add(&m, 3 * second, sums);
    gisa_name_add(&m, second | 1u << 24, sums);
    OK(sums[0] == 5 && sums[3] == -16, "not one beyond the rows, nor one that is another");
    entries[0] = 15u << 8 | 1;
    gisa_name_add(&m, 0, sums);
}

static void refuse_damage(void)
{
    gisa_name_model m;
    gisa_str whole = gisa_buf_view(&toy_file);
    refuse(GISA_NAME_WEIGHTS, 0, "a model without weights");
    refuse(GISA_NAME_LISTED, 63, "half a block");
    refuse(GISA_NAME_SYLLABLES, 10, "too few syllables");
    refuse(GISA_NAME_TRANSITIONS, 12, "too few transitions");
    refuse(GISA_NAME_NOTES, whole.n, "a section that ends beyond the file");
    OK(gisa_name_model_view(gisa_str_cut(whole, 0, whole.n - 64), &m, NULL) == GISA_ECORRUPT,
       "a file that is cut");
    int32_t *t = (int32_t *)(void *)(toy_file.p + head()->at[GISA_NAME_TRANSITIONS]), kept = *t;
    *t = GISA_NAME_TRANSITION_MAX + 1;
    OK(gisa_name_model_view(whole, &m, NULL) == GISA_ECORRUPT, "a transition out of bounds");
    *t = kept;
    OK(gisa_name_model_check(whole, NULL) == GISA_OK, "it was sound before");
    toy_file.p[whole.n / 2] ^= 1;
    OK(gisa_name_model_check(whole, NULL) == GISA_ECORRUPT, "a flipped bit is seen");
    head()->version++;
    OK(gisa_name_model_view(whole, &m, NULL) == GISA_ECORRUPT, "another version");
}

static void read_shipped(void)
{
    gisa_name_model m;
    gisa_error err = {0};
    gisa_str shipped = gisa_data_find("lexicon/names.bin");
    if (!shipped.n) return;
    WENT(gisa_name_model_view(shipped, &m, &err), err, "and is read");
    WENT(gisa_name_model_check(shipped, &err), err, "and it is sound");
    OK(gisa_str_has(m.notes, GISA_STR("CC BY-SA")), "it names the licences of what it learnt from");
    OK(shipped.n <= 4000000, "it is no larger than 4 MB");
    uint64_t hash = GISA_WORD_SEED;
    hash = gisa_word_roll(gisa_word_roll(hash, 0xC11C), 0xC6B8); /* 서울 */
    OK(gisa_name_lists_find(&m.lexicon, gisa_name_mix(hash)) & 2, "and knows places");
}

int main(void)
{
    gisa_name_model m;
    add();
    OK(gisa_name_model_view(GISA_STR("not a model"), &m, NULL) == GISA_ECORRUPT, "rubbish");
    read_shipped();
    if (!analyzed_open() || !toy_make()) return test_end();
    refuse_damage();
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}
