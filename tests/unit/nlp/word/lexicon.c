#include "nlp/word/lexicon.h"
#include "base/mem.h"
#include "tests/unit/test.h"

static gisa_lexicon l;
static const gisa_lexicon_word *word;

static uint32_t match(const char *text)
{
    gisa_text t = {0};
    OK(gisa_text_put(&t, gisa_str_from(text), NULL) == GISA_OK, text);
    uint32_t n = gisa_lexicon_match(&l, &t, 0, t.n, &word);
    gisa_text_clear(&t);
    return n;
}

static gisa_status read_both(const char *shipped, const char *user, gisa_buf *names,
                             gisa_buf *notes, gisa_error *err)
{
    gisa_lexicon_clear(&l);
    gisa_status st = gisa_lexicon_read(&l, gisa_str_from(shipped), NULL, NULL, err);
    if (st >= 0) st = gisa_lexicon_read(&l, gisa_str_from(user), names, notes, err);
    return st < 0 ? st : gisa_lexicon_settle(&l, err);
}

static void test_words(void)
{
    gisa_buf names = {0};
    gisa_error err = {0};
    WENT(read_both("# words\n누리챗\tNNP\nK9\n\n",
                   "누리챗\tNNG\n누리챗봇\tNNP\nnew-ai\tOG\t뉴AI|NewAI\n", &names, NULL, &err),
         err, "two files are read");
    EQUAL(match("누리챗이"), 3, "a word is found at the start of an eojeol");
    EQUAL(word->tag, GISA_TAG_NNG, "the user's tag wins");
    EQUAL(match("누리챗봇은"), 4, "the longest word wins");
    EQUAL(match("k9는"), 2, "letters match in any case");
    EQUAL(word->tag, GISA_TAG_NNP, "a missing tag is NNP");
    EQUAL(match("누리"), 0, "the beginning of a word is none");
    EQUAL(match("누리 챗이"), 0, "a word without a blank has none in texts");
    SAME_C(gisa_buf_view(&names), "\n\nnew-ai\tOG\t뉴AI|NewAI",
           "the gazetteer gets its lines at their numbers");
    gisa_buf_clear(&names);
}

static void test_blanks(void)
{
    gisa_error err = {0};
    WENT(read_both("", "가온 나래 상\tNNG\r\n\xE1\x84\x80\xE1\x85\xA1\xE1\x86\xA8\t\r\n", NULL,
                   NULL, &err),
         err, "words with blanks, ends of lines of two kinds, letters that are not composed");
    EQUAL(match("가온나래상을"), 5, "a word with blanks is found without them");
    EQUAL(match("가온 나래 상을"), 7, "and with them");
    EQUAL(match("가온나래 상을"), 6, "and with some");
    EQUAL(match("가온\xC2\xA0나래상"), 6, "a blank that does not break is one");
    EQUAL(match("가 온나래상"), 0, "but not elsewhere");
    EQUAL(match("가온  나래상"), 0, "nor two at a place");
    EQUAL(match("가온\n나래상"), 0, "nor across lines");
    EQUAL(match("각을"), 1, "decomposed letters of the file are composed");
}

static void test_analysis(void)
{
    gisa_error err = {0};
    WENT(read_both("", "했지라\t하/VV+았/EP+지라/EF\n", NULL, NULL, &err), err, "an analysis");
    EQUAL(match("했지라"), 3, "is found by its word");
    EQUAL(word->n_morphs, 3, "and has its morphemes");
    EQUAL(word->tag, GISA_TAG_EF, "it ends as the last");
    EQUAL(l.morphs[word->morph].tag, GISA_TAG_VV, "the first is the verb");
}

static const struct {
    const char *name, *file, *said;
    gisa_status st;
} bad[] = {
    {"an unknown tag", "가\tNNG\n나\tXYZ\n", "line 2: no tag is called 'XYZ'", GISA_EINVAL},
    {"an analysis without a tag", "가\t가/NNG+나\n", "line 1: '나' is no morpheme", GISA_EINVAL},
    {"an analysis without a form", "가\t/NNG\n", "line 1: '/NNG' is no", GISA_EINVAL},
    {"one word in two ways", "가\tNNG\n\n가\tNNP\n", "line 3: line 1 says", GISA_EINVAL},
    {"the same in the other order", "가\tNNP\n\n가\tNNG\n", "line 3: line 1", GISA_EINVAL},
    {"blanks for the tab", "가온 NNP\n", "line 1: write a tab", GISA_EINVAL},
    {"a tag without its word", "\tNNP\n", "line 1: the word before the tab", GISA_EINVAL},
    {"another encoding", "\xB3\xAA\tNNP\n", "line 1: it is not UTF-8", GISA_EENCODING},
    {"a long word",
     "가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차가나다라마바사아자차가\n",
     "41 characters", GISA_EINVAL},
};

static void test_faults(void)
{
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        gisa_error err = {0};
        EQUAL(read_both("", bad[i].file, NULL, NULL, &err), bad[i].st, bad[i].name);
        OK(strstr(err.text, bad[i].said) != NULL, err.text);
    }
}

static uint64_t sum_of(const char *file)
{
    gisa_error err = {0};
    WENT(read_both("누리\tNNP\n", file, NULL, NULL, &err), err, file);
    return gisa_lexicon_sum(&l);
}

static void test_sums(void)
{
    gisa_buf notes = {0};
    gisa_error err = {0};
    uint64_t two = sum_of("가온\tNNP\n나래 상\tNNG\n");
    EQUAL(sum_of("# none\n"), 0, "what ships is no part of the sum");
    OK(two != 0 && two == sum_of("나래 상\tNNG\n\n가온\n# end"), "the order makes no difference");
    OK(two != sum_of("가온\tNNP\n나래상\tNNG\n"), "a blank does");
    OK(two != sum_of("가온\tNNG\n나래 상\tNNG\n"), "and so does a tag");
    OK(sum_of("가\t가/VV+아/EC\n") != sum_of("가\t가/VV+어/EC\n"), "and an analysis");
    OK(two == sum_of("가온\n가온\tNNP\n나래 상\tNNG\n"), "a line twice is one");
    WENT(read_both("", "가온\n나래\n가온\tNNP\n", NULL, &notes, &err), err, "a line twice");
    SAME_C(gisa_buf_view(&notes), "line 3 is the same as line 1\n", "is noted");
    gisa_buf_clear(&notes);
}

static void test_memory(void)
{
    gisa_status st = GISA_ENOMEM;
    for (size_t allowed = 0; st < 0 && allowed < 100; allowed++) {
        gisa_error err = {0};
        gisa_buf names = {0}, notes = {0};
        gisa_mem_fail_after(allowed);
        st = read_both("가온\n", "나래 상\nx\tOG\t다솜\n했지라\t하/VV+았/EP\n나래 상\n", &names,
                       &notes, &err);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        if (st < 0) EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
        if (st >= 0) EQUAL(match("나래상"), 3, "or none does");
        gisa_buf_clear(&names);
        gisa_buf_clear(&notes);
    }
    EQUAL(st, GISA_OK, "with enough it goes well");
}

int main(void)
{
    gisa_error err = {0};
    test_words();
    test_blanks();
    test_analysis();
    test_faults();
    test_sums();
    test_memory();
    WENT(read_both("", "", NULL, NULL, &err), err, "no words are fine");
    EQUAL(match("가"), 0, "and none is found");
    gisa_lexicon_clear(&l);
    return test_end();
}
