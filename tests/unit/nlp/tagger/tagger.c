#include "nlp/tagger/tagger.h"
#include "corpus/data.h"
#include "tests/unit/morph_list.h"

static gisa_model model;
static gisa_tagger *tagger;
static gisa_text text;
static gisa_morph_list morphs;

static void run(const char *s, const uint16_t *presets, gisa_buf *out)
{
    gisa_morph_list_reset(&morphs);
    OK(gisa_text_put(&text, gisa_str_from(s), NULL) == GISA_OK, s);
    OK(gisa_tagger_run(tagger, &text, (gisa_range){0, text.n}, presets, &morphs, NULL) == GISA_OK,
       s);
    test_spell(&morphs, out);
}

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a contracted past", "정부가 밝혔다.", "정부/NNG 가/JKS 밝히/VV 었/EP 다/EF ./SF "},
    {"an adnominal ending inside a syllable", "공개한 모델", "공개/NNG 하/XSV ㄴ/ETM 모델/NNG "},
    {"an irregular stem", "가까운 미래", "가깝/VA ㄴ/ETM 미래/NNG "},
    {"a copula", "회사다", "회사/NNG 이/VCP 다/EF "},
    {"a number and its counter", "3명이", "3/SN 명/NNB 이/JKS "},
};

int main(void)
{
    gisa_buf got = {0}, again = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model"))
        return test_end();
    WENT(gisa_tagger_open(&model, &tagger, &err), err, "a tagger opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        run(rows[i].text, NULL, &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
        run(rows[i].text, NULL, &again);
        SAME(gisa_buf_view(&again), gisa_buf_view(&got),
             "the same text is read the same way twice");
    }
    uint16_t presets[8] = {GISA_PRESET_BEGIN | (GISA_TAG_NNP + 1),
                           GISA_PRESET_INSIDE | (GISA_TAG_NNP + 1),
                           GISA_PRESET_INSIDE | (GISA_TAG_NNP + 1)};
    run("정부가가", presets, &got);
    SAME_C(gisa_buf_view(&got), "정부가/NNP 가/JKS ",
           "what is preset stays whole and ends where it ends");
    gisa_buf_clear(&got);
    gisa_buf_clear(&again);
    gisa_morph_list_clear(&morphs);
    gisa_text_clear(&text);
    gisa_tagger_close(tagger);
    return test_end();
}
