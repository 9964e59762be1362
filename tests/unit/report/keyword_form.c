#include "report/keyword_form.h"

#include "tests/unit/test.h"

static void test_usable(void)
{
    static const struct {
        const char *name, *form;
        bool want;
    } rows[] = {
        {"a noun", "접속차단", true},
        {"a name in Latin letters", "openai", true},
        {"a name with a number after it", "gpt4", true},
        {"one syllable says too little", "말", false},
        {"a number", "2025", false},
        {"a counted thing", "3년간", false},
        {"a word of every article", "관계자", false},
        {"a verb in its attributive form", "만드는", false},
        {"a verb at the end of its clause", "따르면", false},
        {"a word with a mark in it", "a.b", false},
        {"nothing", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        EQUAL(gisa_word_usable(gisa_str_from(rows[i].form)), rows[i].want, rows[i].name);
}

static void test_stand(void)
{
    static const struct {
        const char *name, *text, *word;
        gisa_word_place want;
    } rows[] = {
        {"alone between blanks", "새 규제 시작", "규제", GISA_WORD_ALONE},
        {"alone at the end", "새 규제", "규제", GISA_WORD_ALONE},
        {"before a josa of nouns", "새 규제를 낸다", "규제", GISA_WORD_JOSA},
        {"before an ending", "규제하는 법", "규제", GISA_WORD_INSIDE},
        {"the tail of a longer word", "탈규제를 말한다", "규제", GISA_WORD_INSIDE},
        {"after a quotation mark", "“규제” 논쟁", "규제", GISA_WORD_ALONE},
        {"으로 is a josa", "개입으로 막다", "개입", GISA_WORD_JOSA},
        {"으며 is an ending", "모델을 내놓으며 말하다", "내놓", GISA_WORD_INSIDE},
        {"는 follows verbs too", "밝히는 사람", "밝히", GISA_WORD_INSIDE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        gisa_str text = gisa_str_from(rows[i].text), word = gisa_str_from(rows[i].word);
        size_t at = gisa_str_find(text, word, 0);
        EQUAL(gisa_word_place_find(text, at, at + word.n), rows[i].want, rows[i].name);
    }
    EQUAL(gisa_word_place_find(GISA_STR("ab"), 1, 9), GISA_WORD_INSIDE, "a span outside is none");
}

int main(void)
{
    test_usable();
    test_stand();
    return test_end();
}
