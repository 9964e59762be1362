#include "nlp/word/own_word.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

static gisa_lexicon lexicon;
static gisa_model model;
static gisa_tagger *tagger;
static gisa_morph_list scratch;

static const char words[] = "누리챗\tNNP\n가온-1\tNNP\n골리\tNNP\n함박 스테이크\tNNP\n가자\tNNP\n"
                            "걷\tNNG\n했지라\t하/VV+았/EP+지라/EF\n나래상자\t나래/NNG+상자/NNG\n";

static const struct {
    const char *name, *text;
    const char *whole; /* what is marked in a sentence, each with a bar after it */
    const char *parts; /* as the index reads; NULL: the same */
} rows[] = {
    {"a word", "누리챗은", "누리챗|", NULL},
    {"a word inside a longer run", "새누리챗은", "누리챗|", NULL},
    {"digits that run on make another word", "가온-10", "", NULL},
    {"a word before a josa", "골리가 막았다", "골리|", NULL},
    {"a word alone", "골리, 골리", "골리|골리|", NULL},
    {"a verb that shares its letters is marked as it is written", "사람을 골리다.", "골리|", NULL},
    {"a shorter verb with an ending is left to the tagger", "집에 가자마자 잤다", "", NULL},
    {"but not before a josa", "가자의 봄", "가자|", NULL},
    {"a word with a blank, written so", "함박 스테이크를", "함박_스테이크|", "함박|스테이크|"},
    {"and written without", "함박스테이크를", "함박스테이크|", "함박|스테이크|"},
    {"a word with its analysis", "어제 했지라.", "했지라|", NULL},
    {"an analysis of nouns", "나래상자가", "나래상자|", NULL},
    {"other words are left", "정부가 밝혔다", "", NULL},
};

static void show(const gisa_text *t, const uint16_t *presets, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (uint32_t k = 0; k < t->n; k++) {
        if (presets[k]) gisa_buf_add_cp(out, t->cp[k] == GISA_TEXT_GLUE ? '_' : t->cp[k]);
        if (presets[k] && !(presets[k + 1] & GISA_PRESET_INSIDE)) gisa_buf_add_char(out, '|');
    }
}

static void test_rows(bool isolated)
{
    gisa_text t = {0};
    gisa_buf got = {0};
    uint16_t presets[64];
    gisa_error err = {0};
    const gisa_own_words o = {&lexicon, model.words, tagger, &scratch, isolated};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *want = isolated && rows[i].parts ? rows[i].parts : rows[i].whole;
        OK(gisa_text_put(&t, gisa_str_from(rows[i].text), NULL) == GISA_OK, rows[i].name);
        memset(presets, 0, sizeof presets);
        WENT(gisa_own_words_mark(&o, &t, presets, &err), err, rows[i].name);
        show(&t, presets, &got);
        SAME_C(gisa_buf_view(&got), want, rows[i].name);
    }
    OK(gisa_text_put(&t, GISA_STR("사람을 골리다."), NULL) == GISA_OK, "a verb");
    memset(presets, 0, sizeof presets);
    WENT(gisa_own_words_mark(&o, &t, presets, &err), err, "that a noun shares its letters with");
    if (!isolated) EQUAL((presets[4] & 0xFF) - 1, GISA_TAG_VV, "is a verb in its sentence");
    gisa_buf_clear(&got);
    gisa_text_clear(&t);
}

static void test_contested(void)
{
    static const struct {
        const char *name, *text;
        uint32_t n;
        bool contested;
    } cases[] = {
        {"a stem before an ending", "골리고", 2, true},
        {"a stem before a josa that is an ending too", "골리는", 2, true},
        {"a stem alone", "골리", 2, false},
        {"a stem before a josa that is no ending", "골리를", 2, false},
        {"a noun before a josa", "누리챗은", 3, false},
        {"a noun before an ending that is no josa", "누리챗지만", 3, true},
        {"a noun before a noun", "누리챗협회", 3, false},
        {"letters", "AI고", 2, false},
    };
    gisa_text t = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        OK(gisa_text_put(&t, gisa_str_from(cases[i].text), NULL) == GISA_OK, cases[i].name);
        EQUAL(gisa_own_word_is_contested(&t, (gisa_range){0, cases[i].n}, model.words),
              cases[i].contested, cases[i].name);
    }
    gisa_text_clear(&t);
}

/* Expands a text of one word, tagged as one morpheme. */
static void expand(const char *text, gisa_morph_list *out)
{
    gisa_text t = {0};
    uint16_t presets[16] = {0};
    gisa_error err = {0};
    OK(gisa_text_put(&t, gisa_str_from(text), NULL) == GISA_OK, text);
    gisa_morph_list_reset(out);
    for (uint32_t i = 0; i < t.n; i++)
        presets[i] = i ? GISA_PRESET_INSIDE | 1 : GISA_PRESET_BEGIN | 1;
    WENT(gisa_morph_list_put(out, GISA_TAG_NNG, (gisa_range){0, t.n}, t.cp, t.n, &err), err, text);
    WENT(gisa_own_words_expand(&lexicon, &t, presets, 0, &scratch, out, &err), err, text);
    gisa_text_clear(&t);
}

static void test_expanding(void)
{
    gisa_morph_list out = {0};
    expand("나래상자", &out);
    EQUAL(out.n, 2, "an analysis takes the place of its word");
    EQUAL(out.items[1].at.from, 2, "each morpheme at its letters");
    EQUAL(out.items[0].at.to, 2, "where the text has them all");
    expand("했지라", &out);
    EQUAL(out.n, 3, "a contracted word");
    EQUAL(out.items[1].tag, GISA_TAG_EP, "has its morphemes");
    EQUAL(out.items[2].at.to - out.items[2].at.from, 3, "at all of it");
    expand("누리챗", &out);
    EQUAL(out.n, 1, "a word without an analysis stays as it is");
    gisa_morph_list_clear(&out);
}

int main(void)
{
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model") ||
        !WENT(gisa_tagger_open(&model, &tagger, &err), err, "and a tagger"))
        return test_end();
    OK(gisa_lexicon_read(&lexicon, GISA_NONE, NULL, NULL, &err) == GISA_OK, "nothing ships");
    WENT(gisa_lexicon_read(&lexicon, gisa_str_from(words), NULL, NULL, &err), err, "the user's");
    WENT(gisa_lexicon_settle(&lexicon, &err), err, "are ready");
    test_rows(false);
    test_rows(true);
    test_contested();
    test_expanding();
    gisa_morph_list_clear(&scratch);
    gisa_lexicon_clear(&lexicon);
    gisa_tagger_close(tagger);
    return test_end();
}
