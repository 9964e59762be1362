#include "index/store/store.h"

#include "index/query/articles.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

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
    gisa_store_has_capture(s, c.digest, true, &there, &err);
    OK(!there, "an unknown payload is unknown");
    gisa_store_begin(s, &err);
    WENT(gisa_store_put_capture(s, &c, "skipped", GISA_STR("an image"), &err), err, "it is noted");
    gisa_store_set_archive_mark(s, 4321, &err);
    gisa_store_commit(s, &err);
    gisa_store_has_capture(s, c.digest, false, &there, &err);
    OK(there, "then it is known");
    gisa_store_begin(s, &err);
    gisa_store_put_capture(s, &c, "aside", GISA_NONE, &err);
    gisa_store_commit(s, &err);
    gisa_store_has_capture(s, c.digest, false, &there, &err);
    OK(!there, "not one that is in the archive alone");
    gisa_store_has_capture(s, c.digest, true, &there, &err);
    OK(there, "unless these count");
    gisa_store_archive_mark(s, &mark, &err);
    EQUAL(mark, 4321, "the mark is kept");
}

static void test_archive_name(gisa_store *s)
{
    gisa_error err = {0};
    char id[GISA_ARCHIVE_ID_CHARS + 1] = "?";
    gisa_store_archive_id(s, id, &err);
    EQUAL(strlen(id), 0, "a new store names no archive");
    WENT(gisa_store_name_archive(s, "urn:uuid:1", id, &err), err, "it is given a name");
    SAME_C(gisa_str_from(id), "urn:uuid:1", "which it has");
    WENT(gisa_store_name_archive(s, "urn:uuid:2", id, &err), err, "given another meanwhile");
    SAME_C(gisa_str_from(id), "urn:uuid:1", "it keeps the first");
}

static void test_opening(const char *folder)
{
    gisa_error err = {0};
    gisa_store *s = NULL;
    char path[128];
    snprintf(path, sizeof path, "%s/none/gisa.db", folder);
    gisa_store_opts opts = {.read_only = true};
    EQUAL(gisa_store_open(path, &opts, &s, &err), GISA_ENOTFOUND, "nothing there is reported");
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

static void test_edition(const char *folder)
{
    gisa_store *s = NULL;
    gisa_error err = {0};
    char held[GISA_STORE_EDITION_MAX + 1];
    bool empty = false;
    tiny_store(folder, false, &s, &err);
    gisa_store_edition(s, held, &err);
    EQUAL(strlen(held), 0, "a new store knows no edition");
    gisa_store_begin(s, &err);
    gisa_store_set_edition(s, "0123456789abcdef0123456789abcdef0123456789", &err);
    gisa_store_commit(s, &err);
    gisa_store_edition(s, held, &err);
    SAME_C(gisa_str_from(held), "0123456789abcdef0123456789abcdef", "one is kept, cut to its room");
    OK(gisa_store_is_empty(s, &empty, &err) == GISA_OK && empty, "a new store is empty");
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "글", "하늘"));
    OK(gisa_store_is_empty(s, &empty, &err) == GISA_OK && !empty, "until an article is in it");
    gisa_store_close(s);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    test_edition(folder);
    tiny_remove(folder);
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a new store opens");
    for (int i = 0; i < 3; i++) {
        char id[8];
        snprintf(id, sizeof id, "000%d", i);
        tiny_add(s, tiny_record(id, "2025-01-01", "a", "제목", id));
    }
    test_rollback(folder, s);
    test_captures(s);
    test_archive_name(s);
    gisa_store_close(s);
    test_opening(folder);
    tiny_remove(folder);
    return test_end();
}
