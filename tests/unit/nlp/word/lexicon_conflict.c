#include "nlp/word/lexicon_conflict.h"
#include "corpus/data.h"
#include "nlp/tagger/model.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *file, *notes;
} rows[] = {
    {"a verb's stem", "# mine\n골리\tNNP\n",
     "line 2: 골리 is also the stem of a verb, 골리다; where the verb fits better it is that\n"},
    {"a noun with a josa", "비만\tNNG\n",
     "line 1: 비만 is also a noun with the josa 만; it is read as your word wherever it is written "
     "so\n"},
    {"a josa that cannot follow", "산는\tNNG\n", ""},
    {"a word that nobody else has", "누리챗\tNNP\n", ""},
    {"letters", "AI\tNNP\n", ""},
    {"one letter", "X\tNNP\n", ""},
    {"one syllable", "가\tNNP\n",
     "line 1: 가 is one syllable; every eojeol that begins with it and with no longer noun has "
     "your "
     "word\n"},
    {"no noun", "골리\tVV\n", ""},
    {"a word with its analysis", "비만\t비/NNG+만/JX\n", ""},
    {"two of them", "골리\n비만\n",
     "line 1: 골리 is also the stem of a verb, 골리다; where the verb fits better it is that\n"
     "line 2: 비만 is also a noun with the josa 만; it is read as your word wherever it is written "
     "so\n"},
};

int main(void)
{
    gisa_model model;
    gisa_buf notes = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model"))
        return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_lexicon l = {0};
        gisa_buf_reset(&notes);
        WENT(gisa_lexicon_read(&l, GISA_STR("가자\tNNP\n"), NULL, NULL, &err), err, "what ships");
        WENT(gisa_lexicon_read(&l, gisa_str_from(rows[i].file), NULL, NULL, &err), err,
             rows[i].name);
        gisa_lexicon_conflicts_put(&l, 1, model.words, &notes);
        SAME_C(gisa_buf_view(&notes), rows[i].notes, rows[i].name);
        gisa_lexicon_clear(&l);
    }
    gisa_buf_clear(&notes);
    return test_end();
}
