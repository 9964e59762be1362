#include "index/store/fts_article.h"

#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static int64_t count(gisa_store *s, const char *sql)
{
    int64_t n = -1;
    gisa_error err = {0};
    if (gisa_sql_number(&s->sql, sql, 0, 0, &n, &err) < 0) printf("# %s\n", err.text);
    return n;
}

static int64_t found(gisa_store *s, const char *word)
{
    char sql[128];
    snprintf(sql, sizeof sql, "SELECT count(*) FROM article_fts WHERE article_fts MATCH '%s'",
             word);
    return count(s, sql);
}

static void test_length(void)
{
    gisa_terms title = {0}, body = {0};
    gisa_terms_put(&title, GISA_STR("a"), 0, 1, true);
    gisa_terms_put(&title, GISA_STR("b"), 2, 3, false);
    gisa_terms_put(&title, GISA_STR("c"), 2, 3, true);
    gisa_terms_put(&body, GISA_STR("d"), 0, 1, false);
    EQUAL(gisa_fts_article_length(&title, &body), 3,
          "colocated terms have no position of their own, but for a first one");
    gisa_terms_clear(&title);
    gisa_terms_clear(&body);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    test_length();
    gisa_record record = tiny_record("0001", "2025-01-01", NULL, "제목", "첫째 말");
    tiny_add(s, tiny_record("0001", "2025-01-01", NULL, "제목", "첫째 말"));
    tiny_add(s, tiny_record("0002", "2025-01-02", NULL, "제목", "둘째 말"));
    int64_t row = count(s, "SELECT row FROM article WHERE id = '0001'");
    EQUAL(found(s, "말"), 2, "both are found");
    gisa_store_begin(s, &err);
    WENT(gisa_fts_article_delete(s, row, &err), err, "one is taken out");
    EQUAL(found(s, "말"), 1, "and found no more");
    EQUAL(found(s, "첫째"), 0, "by none of its words");
    gisa_terms_put(&record.body_terms, GISA_STR("다른"), 0, 3, false);
    WENT(gisa_fts_article_put(s, &record, row, &err), err, "it is put in again");
    EQUAL(found(s, "다른"), 1, "by the terms that the record brings");
    EQUAL(found(s, "첫째"), 0, "and not by those of its text");
    EQUAL(gisa_fts_article_delete(s, 12345, &err), GISA_OK, "a row that is not there is nothing");
    gisa_store_rollback(s);
    gisa_record_clear(&record);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
