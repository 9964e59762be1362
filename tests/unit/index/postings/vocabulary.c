#include "index/postings/vocabulary.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_vocabulary v = {0};
    gisa_error err;
    if (!tiny_folder(folder)) return 2;
    WENT(tiny_store(folder, false, &s, &err), err, "a store");
    tiny_add(s, tiny_record("a1", "2025-01-01", "x", "사과 배", "사과 감 감"));
    tiny_add(s, tiny_record("a2", "2025-01-02", "x", "배", "사과"));
    WENT(gisa_vocabulary_open(s, &v, &err), err, "its vocabulary");
    EQUAL(v.articles, 2, "of two articles");
    EQUAL(gisa_vocabulary_count(&v, GISA_STR("사과")), 2, "a word of both, in title or body");
    EQUAL(gisa_vocabulary_count(&v, GISA_STR("감")), 1, "a word twice in one article counts once");
    EQUAL(gisa_vocabulary_count(&v, GISA_STR("없음")), 1, "an unknown word counts as rare");
    EQUAL(v.terms.n, 2, "words of one article are not kept");
    gisa_store_close(s);
    s = NULL;
    WENT(tiny_store(folder, true, &s, &err), err, "the store, read-only");
    WENT(gisa_vocabulary_open(s, &v, &err), err, "has its vocabulary too");
    EQUAL(v.terms.n, 2, "the same");
    gisa_vocabulary_clear(&v);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
