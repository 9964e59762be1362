#include "index/store/check.h"

#include <sqlite3.h>

#include "corpus/archive.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void take(void *ctx, gisa_str text)
{
    gisa_buf *out = ctx;
    gisa_buf_add(out, text);
    gisa_buf_add_char(out, '\n');
}

static void spoil(const char *folder, const char *sql)
{
    sqlite3 *db;
    char path[128], *message = NULL;
    snprintf(path, sizeof path, "%s/gisa.db", folder);
    sqlite3_open(path, &db);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) printf("# %s\n", message);
    sqlite3_free(message);
    sqlite3_close(db);
}

static const struct {
    const char *name, *sql, *want;
} rows[] = {
    {"a changed body is found", "UPDATE body SET text = replace(text, '하나', '하너')",
     "is not the one that was stored"},
    {"so is the index that no longer fits it",
     "UPDATE body SET text = replace(text, '하나', '하너')", "full-text index"},
    {"a missing day is found", "DELETE FROM day_total", "are counted"},
    {"a missing body is found", "DELETE FROM body", "article without its body"},
    {"a lost roll is found", "DELETE FROM row_block", "is missing"},
    {"a damaged roll is found", "UPDATE row_block SET entries = x'80'", "is damaged"},
    {"two newest versions are found", "UPDATE article SET current = 0", "newest version"},
    {"an unknown capture is found", "UPDATE article SET capture = 77", "unknown capture"},
    {"a broken reference is found", "UPDATE article SET outlet = 99", "missing outlet"},
};

static void check_one(size_t i)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_buf found = {0};
    gisa_check_sink sink = {take, &found};
    gisa_check_report report = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 하나"));
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "제목", "본문 둘 하나"));
    tiny_add(s, tiny_record("0002", NULL, "b", "다른 제목", "본문 셋"));
    WENT(gisa_check_store(s, &sink, &report, &err), err, "a sound store is checked");
    EQUAL(report.findings, 0, "and found sound");
    EQUAL(report.articles, 3, "in all its versions");
    if (report.findings) printf("# %s\n", found.p);
    gisa_store_close(s);
    spoil(folder, rows[i].sql);
    tiny_store(folder, true, &s, &err);
    WENT(gisa_check_store(s, &sink, &report, &err), err, rows[i].name);
    OK(gisa_str_has(gisa_buf_view(&found), gisa_str_from(rows[i].want)), rows[i].name);
    if (!gisa_str_has(gisa_buf_view(&found), gisa_str_from(rows[i].want)))
        printf("# found: %.*s\n", GISA_ARG(gisa_buf_view(&found)));
    gisa_store_close(s);
    gisa_buf_clear(&found);
    tiny_remove(folder);
}

static void test_archive(void)
{
    char folder[64], path[128];
    gisa_store *s = NULL;
    gisa_archive *archive = NULL;
    gisa_error err = {0};
    gisa_buf found = {0};
    gisa_check_sink sink = {take, &found};
    gisa_check_report report = {0};
    gisa_capture c = {.type = GISA_CAPTURE_RESOURCE,
                      .uri = GISA_STR("http://a.example/"),
                      .content_type = GISA_STR("text/plain"),
                      .payload = GISA_STR("words")};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    snprintf(path, sizeof path, "%s/gisa.warc.gz", folder);
    gisa_check_archive(s, path, &sink, &report, &err);
    EQUAL(report.findings, 0, "no archive and no captures agree");
    gisa_archive_open(path, &archive, NULL, &err);
    WENT(gisa_archive_put(archive, &c, &c.offset, &err), err, "a capture is archived");
    gisa_archive_close(archive);
    gisa_store_begin(s, &err);
    gisa_store_put_capture(s, &c, "article", GISA_NONE, &err);
    gisa_store_commit(s, &err);
    gisa_check_archive(s, path, &sink, &report, &err);
    EQUAL(report.findings, 0, "a noted capture is there");
    gisa_store_begin(s, &err);
    c.offset += 1;
    gisa_store_put_capture(s, &c, "article", GISA_NONE, &err);
    gisa_store_commit(s, &err);
    gisa_check_archive(s, path, &sink, &report, &err);
    EQUAL(report.findings, 1, "a capture that is nowhere is found");
    remove(path);
    gisa_check_archive(s, path, &sink, &report, &err);
    EQUAL(report.findings, 2, "and so is a lost archive");
    gisa_store_close(s);
    gisa_buf_clear(&found);
    tiny_remove(folder);
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) check_one(i);
    test_archive();
    return test_end();
}
