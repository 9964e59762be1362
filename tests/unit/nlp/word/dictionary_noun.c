#include "nlp/word/dictionary_noun.h"
#include "corpus/data.h"
#include "nlp/tagger/model.h"
#include "tests/unit/morph_list.h"

static const struct {
    const char *name, *word, *want; /* "": left to the tagger */
} rows[] = {
    {"a known noun", "컴퓨터", "컴퓨터/NNG "},
    {"a known noun of two syllables", "대한", ""},
    {"a known noun and a josa", "정부에서는", "정부/NNG 에서는/JKB "},
    {"a known noun and a form of 하다", "발표했다", ""},
    {"으로 behind one syllable", "것으로", ""},
    {"one josa behind another", "도깨랩에서의", ""},
    {"a noun that ends as a josa", "검사결과", ""},
    {"a verb made a noun", "간절함과", ""},
    {"a verb before 도", "불러도", ""},
    {"known nouns in a row", "위원회정책을", "위원회정책/NNG 을/JKO "},
    {"a noun that may be a verb's stem", "가지는", ""},
    {"an unknown noun before what is always a josa", "도깨랩에서", "도깨랩/NNG 에서/JKB "},
    {"an unknown noun before 를", "도깨랩를", "도깨랩/NNG 를/JKO "},
    {"a past tense before 을", "마쳤을", ""},
    {"a verb's stem before 는", "살펴보는", ""},
    {"보다 at the end of a verb", "살펴보다", "살펴보/VV 다/EF "},
    {"a predicate", "밝혔다", ""},
    {"a predicate that two nouns could make up", "아름다운", ""},
    {"a verb as in a dictionary", "열다", "열/VV 다/EF "},
    {"the past of one", "열었다", ""},
    {"a copula", "아니다", ""},
    {"a noun and 하다", "발표하다", ""},
    {"what is also another word", "보다", ""},
    {"one syllable", "나는", ""},
    {"the plural of a noun that is known", "가족들의", "가족/NNG 들/XSN 의/JKG "},
    {"of nouns that are", "국가공무원들이", "국가공무원/NNG 들/XSN 이/JKS "},
    {"of what nobody knows", "뷁뷁들의", ""},
    {"a verb in 들", "받아들은", ""},
    {"letters", "AI가", ""},
};

int main(void)
{
    gisa_model model;
    gisa_text t = {0};
    gisa_morph_list p = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &model, &err), err, "a model"))
        return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_morph_list_reset(&p);
        OK(gisa_text_put(&t, gisa_str_from(rows[i].word), NULL) == GISA_OK, rows[i].name);
        int done = gisa_dictionary_noun_put(model.words, &t, (gisa_range){0, t.n}, &p, NULL);
        test_spell(&p, &got);
        EQUAL(done, rows[i].want[0] != 0, rows[i].name);
        if (done > 0) SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
    gisa_morph_list_clear(&p);
    gisa_text_clear(&t);
    return test_end();
}
