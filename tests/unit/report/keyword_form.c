#include "report/keyword_form.h"

#include "base/buf.h"
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

/* After a noun alone, or after stems of verbs as well. */
static void test_followers(void)
{
    static const char *const nouns[] = {"가", "과",   "로",     "를", "에", "에서",
                                        "와", "으로", "으로서", "을", "의", "이"};
    static const char *const either[] = {"는", "은", "고", "지", "며", "으면", "으", "하", "도"};
    for (int josa = 0; josa < 2; josa++) {
        size_t n = josa ? sizeof nouns / sizeof *nouns : sizeof either / sizeof *either;
        for (size_t i = 0; i < n; i++) {
            const char *follower = josa ? nouns[i] : either[i];
            gisa_buf text = {0};
            gisa_buf_addf(&text, "부두%s", follower);
            EQUAL(gisa_word_place_find(gisa_buf_view(&text), 0, strlen("부두")),
                  josa ? GISA_WORD_JOSA : GISA_WORD_INSIDE, follower);
            gisa_buf_clear(&text);
        }
    }
}

int main(void)
{
    test_usable();
    test_stand();
    test_followers();
    return test_end();
}
