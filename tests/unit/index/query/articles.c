#include "index/query/articles.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void test_order(gisa_store *s)
{
    gisa_articles *it = NULL;
    gisa_stored a = {0};
    gisa_error err = {0};
    char ids[64] = "";
    gisa_articles_open(s, NULL, &it, &err);
    EQUAL(gisa_articles_total(it), 3, "the newest versions are counted");
    while (gisa_articles_next(it, &a, &err) == GISA_OK)
        strncat(ids, a.record.article.id.p, 4), strcat(ids, " ");
    SAME_C(gisa_str_from(ids), "0003 0002 00aa ", "undated first, then by time");
    gisa_articles_close(it);
    gisa_articles_opts opts = {.query = GISA_STR("본문"), .newest_first = true};
    gisa_articles_open(s, &opts, &it, &err);
    EQUAL(gisa_articles_total(it), 2, "a query narrows it");
    gisa_articles_next(it, &a, &err);
    SAME_C(a.record.article.id, "0002", "newest first");
    gisa_articles_close(it);
    opts = (gisa_articles_opts){.history = true};
    gisa_articles_open(s, &opts, &it, &err);
    EQUAL(gisa_articles_total(it), 4, "history has the old versions too");
    gisa_articles_close(it);
    opts = (gisa_articles_opts){
        .days = {.has_from = true, .from = gisa_days_from_civil(2025, 2, 1)}};
    gisa_articles_open(s, &opts, &it, &err);
    EQUAL(gisa_articles_total(it), 1, "bounds narrow it");
    gisa_articles_close(it);
    gisa_stored_clear(&a);
}

static void test_finding(gisa_store *s)
{
    gisa_stored a = {0};
    gisa_error err = {0};
    EQUAL(gisa_article_find(s, GISA_STR("0002"), 1, &a, &err), GISA_OK, "an old version is found");
    OK(!a.current && a.version == 1, "and told from the newest");
    EQUAL(gisa_article_find(s, GISA_STR("0002"), 9, &a, &err), GISA_ENOTFOUND, "none is reported");
    EQUAL(gisa_article_find(s, GISA_STR("00"), 0, &a, &err), GISA_ENOTFOUND, "too short an id");
    EQUAL(gisa_article_find(s, GISA_STR("ffff"), 0, &a, &err), GISA_ENOTFOUND, "no such article");
    tiny_add(s, tiny_record("00aabbbbbbbbbbbb", NULL, NULL, "다른 글", "내용"));
    EQUAL(gisa_article_find(s, GISA_STR("00aa"), 0, &a, &err), GISA_EINVAL, "several begin so");
    gisa_stored_clear(&a);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("00aa00aa00aa00aa", "2025-02-03T04:37", "hanbit", "제목", "하나"));
    tiny_add(s, tiny_record("0002", "2025-01-01", "b", "둘", "본문 하나"));
    tiny_add(s, tiny_record("0002", "2025-01-01", "b", "둘", "본문 고침"));
    tiny_add(s, tiny_record("0003", NULL, "b", "셋", "본문 셋"));
    test_order(s);
    test_finding(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
