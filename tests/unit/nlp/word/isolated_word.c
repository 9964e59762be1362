#include "nlp/word/isolated_word.h"
#include "corpus/data.h"
#include "tests/unit/morph_list.h"

static gisa_model model;
static gisa_tagger *tagger;
static gisa_text text;
static gisa_morph_list morphs;

static void run(gisa_isolated_words *words, const char *word, const uint16_t *presets,
                gisa_buf *out)
{
    static const uint16_t nothing[256];
    gisa_morph_list_reset(&morphs);
    OK(gisa_text_put(&text, gisa_str_from(word), NULL) == GISA_OK, word);
    OK(gisa_isolated_words_run(words, tagger, &text, (gisa_range){0, text.n},
                               presets ? presets : nothing, &morphs, NULL) == GISA_OK,
       word);
    test_spell(&morphs, out);
}

static const struct {
    const char *name, *word, *want;
} rows[] = {
    {"a presets noun loses its josa", "정부가", "정부/NNG 가/JKS "},
    {"가 behind a noun is its particle, whatever the tagger says", "비가", "비/NNG 가/JKS "},
    {"a verb is read by the tagger", "밝혔다", "밝히/VV 었/EP 다/EF "},
    {"a compound falls into its parts", "반도체산업에서", "반도체/NNG 산업/NNG 에서/JKB "},
    {"a name of several words falls into them", "국가인공지능위원회는",
     "국가/NNG 인공/NNG 지능/NNG 위원회/NNG 는/JX "},
    {"marks stand between words", "“정부가", "“/SS 정부/NNG 가/JKS "},
    {"a row of one mark is one symbol", "정부……", "정부/NNG ……/SE "},
    {"a word too long to be remembered is read all the same", "가나다라마바사아자차카타파하를",
     NULL},
    {"letters beyond 16 bits are read all the same", "𠀀정부", NULL},
};

enum { N_ROWS = sizeof rows / sizeof *rows };

/* What was remembered must not show: each word alone in a new memory, and again in one that has
 * seen everything. */
static void remembers_nothing_wrong(gisa_isolated_words *words)
{
    gisa_buf fresh = {0}, again = {0};
    for (int turn = 0; turn < 2; turn++) {
        for (size_t i = N_ROWS; i-- > 0;) {
            gisa_isolated_words *other = NULL;
            OK(gisa_isolated_words_open(&model, &other, NULL) == GISA_OK, "a memory opens");
            run(other, rows[i].word, NULL, &fresh);
            run(words, rows[i].word, NULL, &again);
            SAME(gisa_buf_view(&again), gisa_buf_view(&fresh), rows[i].name);
            gisa_isolated_words_close(other);
        }
    }
    gisa_buf_clear(&fresh);
    gisa_buf_clear(&again);
}

static void keeps_marks_apart(gisa_isolated_words *words)
{
    gisa_buf got = {0};
    uint16_t presets[8] = {GISA_PRESET_BEGIN | (GISA_TAG_NNP + 1),
                           GISA_PRESET_INSIDE | (GISA_TAG_NNP + 1),
                           GISA_PRESET_INSIDE | (GISA_TAG_NNP + 1)};
    run(words, "정부가가", NULL, &got);
    run(words, "정부가가", presets, &got);
    SAME_C(gisa_buf_view(&got), "정부가/NNP 가/JKS ",
           "a word that is marked is not the same word without marks");
    gisa_buf_clear(&got);
}

int main(void)
{
    gisa_buf got = {0};
    gisa_error err = {0};
    gisa_isolated_words *words = NULL;
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model"))
        return test_end();
    WENT(gisa_tagger_open(&model, &tagger, &err), err, "a tagger opens");
    WENT(gisa_isolated_words_open(&model, &words, &err), err, "a memory opens");
    for (size_t i = 0; i < N_ROWS; i++) {
        run(words, rows[i].word, NULL, &got);
        if (rows[i].want) SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    remembers_nothing_wrong(words);
    keeps_marks_apart(words);
    gisa_buf_clear(&got);
    gisa_morph_list_clear(&morphs);
    gisa_text_clear(&text);
    gisa_isolated_words_close(words);
    gisa_tagger_close(tagger);
    return test_end();
}
