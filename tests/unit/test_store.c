#include "index/store.h"

#include "index/articles.h"
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

static void test_rollback(const char *folder, gisa_store *s)
{
    gisa_error err = {0};
    gisa_put_result r;
    gisa_store *reader = NULL;
    gisa_store_size size;
    gisa_record record = tiny_record("0004", "2025-03-02", "c", "사라질 글", "본문");
    gisa_store_begin(s, &err);
    gisa_store_put(s, &record, &r, &err);
    gisa_store_set_archive_mark(s, 999, &err);
    WENT(tiny_store(folder, true, &reader, &err), err, "a reader opens during a write");
    gisa_store_size_find(reader, &size, &err);
    EQUAL(size.articles, 3, "and does not see the batch");
    gisa_store_rollback(s);
    uint64_t mark;
    gisa_store_archive_mark(s, &mark, &err);
    EQUAL(mark, 0, "what is undone is undone with its mark");
    EQUAL(tiny_add(s, tiny_record("0004", "2025-03-02", "c", "사라질 글", "본문")), GISA_PUT_ADDED,
          "and can be added again");
    gisa_store_size_find(reader, &size, &err);
    EQUAL(size.articles, 4, "a reader sees what was committed since");
    gisa_store_close(reader);
}

static void test_captures(gisa_store *s)
{
    gisa_error err = {0};
    gisa_capture c = {
        .digest = GISA_STR("sha256:ab"), .uri = GISA_STR("http://a.example/"), .offset = 100};
    bool there = true;
    uint64_t mark;
    gisa_store_has_capture(s, c.digest, &there, &err);
    OK(!there, "an unknown payload is unknown");
    gisa_store_begin(s, &err);
    WENT(gisa_store_put_capture(s, &c, "skipped", GISA_STR("an image"), &err), err, "it is noted");
    gisa_store_set_archive_mark(s, 4321, &err);
    gisa_store_commit(s, &err);
    gisa_store_has_capture(s, c.digest, &there, &err);
    OK(there, "then it is known");
    gisa_store_archive_mark(s, &mark, &err);
    EQUAL(mark, 4321, "the mark is kept");
}

static void test_opening(const char *folder)
{
    gisa_error err = {0};
    gisa_store *s = NULL;
    char path[128];
    snprintf(path, sizeof path, "%s/none/gisa.db", folder);
    gisa_store_opts opts = {.read_only = true};
    EQUAL(gisa_store_open(path, &opts, &s, &err), GISA_ENOTFOUND, "nothing there is told");
    OK(access(path, F_OK) != 0, "and a reader makes no file");
    opts.read_only = false;
    WENT(gisa_store_open(path, &opts, &s, &err), err, "a writer makes the folder too");
    gisa_store_close(s);
    snprintf(path, sizeof path, "%s/text.db", folder);
    FILE *f = fopen(path, "w");
    for (int i = 0; f && i < 200; i++) fputs("this is no database at all\n", f);
    if (f) fclose(f);
    EQUAL(gisa_store_open(path, &opts, &s, &err), GISA_ECORRUPT, "a text file is no database");
    OK(gisa_str_has(gisa_str_from(err.text), GISA_STR("text.db")), "the message names it");
    EQUAL(gisa_store_open(folder, &opts, &s, &err), GISA_EIO, "a folder is no database");
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
    test_rollback(folder, s);
    test_captures(s);
    gisa_store_close(s);
    test_opening(folder);
    tiny_remove(folder);
    return test_end();
}
