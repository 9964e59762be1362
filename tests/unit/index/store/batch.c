/* The batch: who is new, who is the same, which row id each gets. */
#include "index/query/articles.h"
#include "index/store/row.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void test_outcomes(gisa_store *s)
{
    gisa_error err = {0};
    gisa_put_result r;
    EQUAL(tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 하나")), GISA_PUT_ADDED,
          "a new article is added");
    EQUAL(tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 하나")), GISA_PUT_SAME,
          "the same again is nothing");
    EQUAL(tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 둘")), GISA_PUT_CHANGED,
          "a changed one is a new version");
    EQUAL(tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 하나")), GISA_PUT_SAME,
          "an old version again is nothing new");
    gisa_record none = tiny_record("0009", NULL, NULL, "제목", "본문");
    EQUAL(gisa_store_put(s, &none, &r, &err), GISA_EINVAL, "a put wants a batch");
    OK(none.article.title.n > 0, "and leaves the record alone");
    gisa_store_begin(s, &err);
    none.article.id = GISA_NONE;
    EQUAL(gisa_store_put(s, &none, &r, &err), GISA_EINVAL, "an article wants an id");
    gisa_store_rollback(s);
    gisa_record_clear(&none);
}

/* The AMP page of an article says another canonical address, and the like. */
static void test_other_page(gisa_store *s)
{
    gisa_error err = {0};
    gisa_record desk = tiny_record("0011", "2025-01-01", "a", "제목", "본문 하나");
    gisa_record amp = tiny_record("0011", "2025-01-01", "a", "제목", "본문 하나");
    gisa_record again = tiny_record("0011", "2025-01-01", "a", "제목", "본문 하나");
    gisa_article_set(&desk.article, &desk.article.lang, GISA_STR("ko"));
    gisa_article_set(&again.article, &again.article.lang, GISA_STR("ko"));
    gisa_article_set(&amp.article, &amp.article.canonical_url, GISA_STR("http://a.example/11/amp"));
    char first[65], set[128];
    gisa_article_digest_first(&desk.article, first, &err);
    EQUAL(tiny_add(s, desk), GISA_PUT_ADDED, "an article");
    EQUAL(tiny_add(s, amp), GISA_PUT_SAME, "another page of it that reads the same is no version");
    snprintf(set, sizeof set, "UPDATE article SET digest = '%s' WHERE id = '0011'", first);
    WENT(gisa_sql_run(&s->sql, set, &err), err, "with the digest that earlier databases have");
    EQUAL(tiny_add(s, again), GISA_PUT_SAME, "it is the same, too");
    EQUAL(tiny_add(s, tiny_record("0011", "2025-01-01", "a", "제목", "본문 둘")), GISA_PUT_CHANGED,
          "an edit is a version");
}

static void test_batch(gisa_store *s)
{
    gisa_error err = {0};
    gisa_put_result r[4];
    gisa_record records[] = {tiny_record("0002", "2025-03-01T10:00", "a", "나중", "가"),
                             tiny_record("0003", "2025-03-01T10:00", "b", "같은 때", "나"),
                             tiny_record("0002", "2025-03-01T10:00", "a", "고침", "다"),
                             tiny_record("0002", "2025-03-01T10:00", "a", "나중", "가")};
    gisa_store_begin(s, &err);
    for (int i = 0; i < 4; i++)
        WENT(gisa_store_put(s, &records[i], &r[i], &err), err, "a batch takes many");
    OK(records[0].article.title.n == 0, "a taken record is the store's");
    WENT(gisa_store_commit(s, &err), err, "and commits them");
    EQUAL(r[0], GISA_PUT_ADDED, "the first is new");
    EQUAL(r[2], GISA_PUT_CHANGED, "its next version in the same batch is a change");
    EQUAL(r[3], GISA_PUT_SAME, "and the first version again is nothing");
    for (int i = 0; i < 4; i++) gisa_record_clear(&records[i]);
    gisa_store_size size;
    gisa_store_size_find(s, &size, &err);
    EQUAL(size.articles, 3, "newest versions are counted");
    EQUAL(size.versions, 5, "and all versions");
}

/* More articles of one minute than the row ids of a minute. */
static void test_full_minute(gisa_store *s)
{
    enum { N = 600 };
    gisa_error err = {0};
    gisa_put_result r;
    char id[20];
    for (int half = 0; half < 2; half++) {
        gisa_store_begin(s, &err);
        for (int i = half * N / 2; i < (half + 1) * N / 2; i++) {
            snprintf(id, sizeof id, "f%06d", i);
            gisa_record record = tiny_record(id, "2025-05-05", "a", "같은 날", id);
            gisa_store_put(s, &record, &r, &err);
        }
        WENT(gisa_store_commit(s, &err), err, "a full minute overflows into the next");
    }
    gisa_articles *it = NULL;
    gisa_stored a = {0};
    int64_t last = 0;
    size_t n = 0;
    gisa_articles_opts opts = {.query = GISA_STR("from:2025-05-05 to:2025-05-05")};
    gisa_articles_open(s, &opts, &it, &err);
    while (gisa_articles_next(it, &a, &err) == GISA_OK) {
        if (a.row <= last) OK(false, "no row id is given twice");
        snprintf(id, sizeof id, "f%06zu", n++);
        if (!gisa_str_is(a.record.article.id, id))
            OK(false, "articles of one time keep their order");
        last = a.row;
    }
    EQUAL(n, N, "all of them are of that day");
    gisa_articles_close(it);
    gisa_stored_clear(&a);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a new store opens");
    test_outcomes(s);
    test_batch(s);
    test_other_page(s);
    test_full_minute(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
