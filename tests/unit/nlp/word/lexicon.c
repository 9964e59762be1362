#include "nlp/word/lexicon.h"
#include "tests/unit/test.h"

static uint32_t match(const gisa_lexicon *l, const char *text, gisa_tag *tag)
{
    gisa_text t = {0};
    OK(gisa_text_put(&t, gisa_str_from(text), NULL) == GISA_OK, text);
    uint32_t n = gisa_lexicon_match(l, &t, 0, t.n, tag);
    gisa_text_clear(&t);
    return n;
}

int main(void)
{
    gisa_lexicon l = {0};
    gisa_buf names = {0};
    gisa_error err = {0};
    gisa_tag tag = GISA_TAG_COUNT;
    gisa_str shipped = GISA_STR("# words\n누리챗\tNNP\nK9\n\n");
    gisa_str user = GISA_STR("누리챗\tNNG\n누리챗봇\tNNP\nnew-ai\tOG\t뉴AI|NewAI\n");
    WENT(gisa_lexicon_read(&l, shipped, user, &names, &err), err, "two files are read");
    EQUAL(match(&l, "누리챗이", &tag), 3, "a word is found at the start of an eojeol");
    EQUAL(tag, GISA_TAG_NNG, "the user's tag wins");
    EQUAL(match(&l, "누리챗봇은", &tag), 4, "the longest word wins");
    EQUAL(match(&l, "k9는", &tag), 2, "letters match in any case");
    EQUAL(tag, GISA_TAG_NNP, "a missing tag is NNP");
    EQUAL(match(&l, "누리", &tag), 0, "the beginning of a word is none");
    SAME_C(gisa_buf_view(&names), "\n\nnew-ai\tOG\t뉴AI|NewAI",
           "the gazetteer gets its lines at their numbers");
    gisa_lexicon_clear(&l);
    OK(gisa_lexicon_read(&l, GISA_NONE, GISA_STR("가\tNNG\n나\tXYZ\n"), NULL, &err) == GISA_EINVAL,
       "an unknown tag is refused");
    OK(strstr(err.text, "line 2") != NULL, "with its line");
    OK(gisa_lexicon_read(&l, GISA_NONE, GISA_STR("두 말\tNNG\n"), NULL, &err) == GISA_EINVAL,
       "a word with a space is refused");
    OK(gisa_lexicon_read(&l, GISA_NONE, GISA_NONE, NULL, &err) == GISA_OK, "no words are fine");
    EQUAL(match(&l, "가", &tag), 0, "and none is found");
    gisa_lexicon_clear(&l);
    gisa_buf_clear(&names);
    return test_end();
}
