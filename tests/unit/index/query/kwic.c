#include "index/query/kwic.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_kwic k = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "글", "앞말 모델 뒷말\n다음 문단 모델 끝"));
    tiny_add(s, tiny_record("0002", "2025-02-01", "a", "글", "새로운 모델"));
    gisa_kwic_opts opts = {.context = 4};
    WENT(gisa_kwic_run(s, GISA_STR("모델"), &opts, &k, &err), err, "every match is a line");
    EQUAL(k.n, 3, "of every article");
    EQUAL(k.articles, 2, "which are counted");
    SAME_C(k.items[0].id, "0002", "newest first");
    SAME_C(k.items[0].left, "새로운 ", "context is cut at a character");
    SAME_C(k.items[1].match, "모델", "the match itself");
    SAME_C(k.items[1].left, "앞말 ", "what comes before");
    SAME_C(k.items[1].right, " 뒷말", "and after, within the paragraph");
    SAME_C(k.items[2].left, " 문단 ", "lines of one article in order");
    opts.limit = 2;
    gisa_kwic_run(s, GISA_STR("모델"), &opts, &k, &err);
    OK(k.n == 2 && k.cut, "the limit is reported");
    gisa_kwic_run(s, GISA_STR("없는말"), &opts, &k, &err);
    EQUAL(k.n, 0, "nothing is nothing");
    gisa_kwic_clear(&k);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
