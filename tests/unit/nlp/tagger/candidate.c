#include "nlp/tagger/candidate.h"

#include "corpus/data.h"
#include "tests/unit/test.h"

static gisa_model model;
static gisa_candidates candidates;
static gisa_tagger_line line;

static void set(const uint32_t *cp, uint32_t n)
{
    uint8_t begins[16] = {1};
    gisa_tagger_line_set(&line, cp, begins, n, model.words, 0);
}

static void choose(uint32_t i, uint64_t open, gisa_choice *out)
{
    for (unsigned step = 0; step < 3; step++) gisa_candidates_prepare(&candidates, &line, i, step);
    gisa_candidates_choose(&candidates, &line, i, open, out);
}

static const gisa_label_part *part(uint16_t label)
{
    return &model.labels[label].parts[0];
}

int main(void)
{
    const uint32_t word[] = {0xC815, 0xBD80, 0xAC00}; /* 정부가 */
    const uint64_t noun = (uint64_t)1 << GISA_TAG_NNG;
    gisa_error err = {0};
    gisa_choice a, b;
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model"))
        return test_end();
    WENT(gisa_candidates_open(&candidates, &model, &err), err, "candidates open");
    set(word, 3);
    choose(0, 0, &a);
    OK(a.n > 0 && part(a.label[0])->begin && part(a.label[0])->tag == GISA_TAG_NNG,
       "a noun begins the eojeol");
    choose(1, noun, &a);
    OK(a.n > 0 && !part(a.label[0])->begin, "and goes on");
    choose(1, 0, &b);
    bool begins = b.n > 0;
    for (unsigned k = 0; k < b.n; k++) begins = begins && part(b.label[k])->begin;
    OK(begins, "what is not open cannot go on");
    for (unsigned k = 1; k < b.n; k++) OK(b.score[k - 1] >= b.score[k], "the best stands first");
    choose(1, noun, &b);
    OK(a.n == b.n && memcmp(a.label, b.label, a.n * sizeof *a.label) == 0 &&
           memcmp(a.score, b.score, a.n * sizeof *a.score) == 0,
       "what was remembered gives the same scores");
    gisa_candidates_clear(&candidates);
    return test_end();
}
