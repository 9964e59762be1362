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

/* Rows and single weights are laid out by bucket; what is damaged weighs nothing. */
static void spread(void)
{
    uint8_t row[64] = {0xFF, 0xFF, 9, 0, 0x81, 0x80, 5, 0xFD}, counts[1] = {1 | 2 << 4 | 3 << 6};
    uint32_t entries[4] = {3u << 8 | 0xF0, GISA_NAME_SEVERAL | 2, GISA_NAME_SEVERAL | 0xFFFFF,
                           15u << 8 | 1};
    uint16_t prints[4] = {7, 8, 9, 10};
    gisa_name_model m = {.counts = counts,
                         .n_buckets = 4,
                         .prints = prints,
                         .entries = entries,
                         .n_entries = 4,
                         .rows = row,
                         .rows_bytes = sizeof row};
    if (!OK(gisa_name_model_spread(&m, NULL) == GISA_OK, "rows are laid out")) return;
    OK((uintptr_t)m.buckets % 64 == 0, "no bucket crosses a line of the cache");
    const gisa_name_row *first = gisa_name_row_find(&m, 7),
                        *second = gisa_name_row_find(&m, 2ull << 62 | 8);
    OK(first && first->weights[3] == -16, "a single weight has its label");
    OK(second && second->weights[0] == 5 && second->weights[7] == -3, "so have those of a row");
    OK(!gisa_name_row_find(&m, 8), "in its own bucket only");
    const gisa_name_row *damaged[] = {gisa_name_row_find(&m, 2ull << 62 | 9),
                                      gisa_name_row_find(&m, 3ull << 62 | 10)};
    for (unsigned i = 0; i < 2; i++)
        for (unsigned y = 0; y < sizeof first->weights; y++)
            if (!damaged[i] || damaged[i]->weights[y])
                OK(false, "a row beyond the rows, or no label, is nothing");
    gisa_name_model_clear(&m);
    OK(m.buckets == NULL, "and are freed");
    m = (gisa_name_model){.counts = counts, .n_buckets = 4};
    gisa_mem_fail_after(0);
    OK(gisa_name_model_spread(&m, NULL) == GISA_ENOMEM, "without memory they are not");
    gisa_mem_fail_after(GISA_MEM_NEVER);
}

static void refuse_damage(void)
{
    gisa_name_model m;
    gisa_str whole = gisa_buf_view(&toy_file);
    refuse(GISA_NAME_BUCKETS, 0, "a model without weights");
    refuse(GISA_NAME_BUCKETS, GISA_NAME_BUCKETS_MAX, "one with more buckets than any has");
    refuse(GISA_NAME_PRINTS, 2, "prints of too few features");
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
    if (!OK(shipped.n > 0, "a model ships with the program")) return;
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
    spread();
    OK(gisa_name_model_view(GISA_STR("not a model"), &m, NULL) == GISA_ECORRUPT, "rubbish");
    read_shipped();
    if (!analyzed_open() || !toy_make()) return test_end();
    refuse_damage();
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}
