#include "report/export/export_inside.h"
#include "tests/unit/press.h"

int main(void)
{
    press p;
    gisa_vocabulary v = {0};
    gisa_export_words w = {0};
    gisa_tokenizer t = press_tokenizer();
    void *workspace = NULL;
    gisa_error err;
    if (!press_open(&p)) return 2;
    WENT(gisa_vocabulary_open(p.store, &v, &err), err, "the vocabulary");
    WENT(t.open(t.ctx, &workspace, &err), err, "a workspace");
    gisa_record r = press_record("x", 0, 0, "hanbit", "두꺼비 소식을",
                                 "두꺼비 두꺼비 소식을 전한다. 맑았다 소식을 관계자 3년간");
    WENT(gisa_export_words_read(&w, &t, workspace, &r, &v, &err), err, "the words of an article");
    EQUAL(w.tokens, 10, "tokens of title and body");
    EQUAL(w.distinct, 6, "and their kinds");
    OK(w.n_keywords > 0 && gisa_str_is(w.keywords[0], "두꺼비"), "the rare word leads");
    for (size_t i = 0; i < w.n_keywords; i++)
        OK(!gisa_str_is(w.keywords[i], "관계자") && !gisa_str_is(w.keywords[i], "3년간"),
           "empty words and numbers are no keywords");
    gisa_record_clear(&r);
    r = press_record("y", 0, 0, "hanbit", "", "");
    WENT(gisa_export_words_read(&w, &t, workspace, &r, &v, &err), err, "an empty article");
    OK(w.tokens == 0 && w.n_keywords == 0, "has none");
    gisa_record_clear(&r);
    gisa_export_words_clear(&w);
    gisa_vocabulary_clear(&v);
    t.close(workspace);
    press_close(&p);
    return test_end();
}
