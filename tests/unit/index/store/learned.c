#include "index/store/learned.h"

#include "index/query/articles.h"
#include "index/store/check.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static gisa_status add_line(void *ctx, gisa_str site, gisa_str line, gisa_error *err)
{
    (void)err;
    gisa_buf_addf(ctx, "%.*s:%.*s|", GISA_ARG(site), GISA_ARG(line));
    return GISA_OK;
}

static gisa_status refuse(void *ctx, gisa_str site, gisa_str bytes, gisa_error *err)
{
    (void)ctx;
    (void)site;
    (void)bytes;
    return gisa_fail(err, GISA_ECORRUPT, "no");
}

static void test_kept(gisa_store *s)
{
    gisa_error err = {0};
    gisa_buf found = {0};
    gisa_learned_sink sink = {add_line, add_line, &found};
    WENT(gisa_store_begin(s, &err), err, "a batch");
    gisa_learned_put_line(s, GISA_STR("naru"), GISA_STR("둘"), 7, &err);
    gisa_learned_put_line(s, GISA_STR("byeol"), GISA_STR("셋"), 8, &err);
    gisa_learned_put_line(s, GISA_STR("naru"), GISA_STR("둘"), 9, &err);
    gisa_learned_put_articles(s, GISA_STR("naru"), GISA_STR("old"), &err);
    gisa_learned_put_articles(s, GISA_STR("naru"), GISA_STR("new"), &err);
    WENT(gisa_store_commit(s, &err), err, "and its end");
    WENT(gisa_learned_each(s, &sink, &err), err, "what was put comes back");
    SAME_C(gisa_buf_view(&found), "byeol:셋|naru:둘|naru:new|",
           "by site, each once, the last bytes");
    sink.articles = refuse;
    OK(gisa_learned_each(s, &sink, &err) == GISA_ECORRUPT, "a sink may refuse");
    int64_t capture = 0;
    gisa_sql_number(&s->sql, "SELECT capture FROM site_line WHERE site = 'naru'", 0, 0, &capture,
                    &err);
    EQUAL(capture, 7, "the first capture that taught a line is noted");
    gisa_buf_clear(&found);
}

static void no_finding(void *ctx, gisa_str text)
{
    printf("# %.*s\n", GISA_ARG(text));
    ++*(int *)ctx;
}

static int64_t number(gisa_store *s, const char *sql)
{
    int64_t n = -1;
    gisa_sql_number(&s->sql, sql, 0, -1, &n, NULL);
    return n;
}

/* Revises inside the batch that added the article when `waiting`. */
static void test_revise(gisa_store *s, const char *id, bool waiting)
{
    gisa_error err = {0};
    gisa_put_result result;
    gisa_record r = tiny_record(id, "2025-01-01", "a", "글", "하늘 구름\n구독");
    gisa_record clean = tiny_record(id, "2025-01-01", "a", "글", "하늘 구름");
    char digest[65];
    gisa_article_digest(&r.article, digest, &err);
    WENT(gisa_store_begin(s, &err), err, "a batch");
    WENT(gisa_store_put(s, &r, &result, &err), err, "an article goes in");
    if (!waiting) {
        gisa_store_commit(s, &err);
        gisa_store_begin(s, &err);
    }
    tiny_tokenize(NULL, clean.article.title, GISA_TOKENIZE_DOCUMENT, &clean.title_terms, &err);
    tiny_tokenize(NULL, clean.article.body, GISA_TOKENIZE_DOCUMENT, &clean.body_terms, &err);
    gisa_record_text(&clean, &err);
    WENT(gisa_learned_revise(s, &clean, &err), err, "it is revised");
    WENT(gisa_store_commit(s, &err), err, "and committed");
    gisa_stored stored = {0};
    WENT(gisa_article_find(s, gisa_str_from(id), 0, &stored, &err), err, "it is there");
    SAME_C(stored.record.article.body, "하늘 구름", "with its new text");
    EQUAL(stored.version, 1, "as the version it was");
    OK(!gisa_str_is(stored.digest, digest), "under a new digest");
    gisa_stored_clear(&stored);
    EQUAL(number(s, "SELECT count(*) FROM article_fts WHERE article_fts MATCH '구독'"), 0,
          "what went is not found");
    gisa_record again = tiny_record(id, "2025-01-01", "a", "글", "하늘 구름\n구독");
    gisa_store_begin(s, &err);
    gisa_store_put(s, &again, &result, &err);
    EQUAL(result, GISA_PUT_SAME, "the text as extracted is no new version");
    gisa_store_put(s, &clean, &result, &err);
    EQUAL(result, GISA_PUT_SAME, "nor is the clean one");
    gisa_store_commit(s, &err);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    test_kept(s);
    test_revise(s, "00000000000000a1", false);
    test_revise(s, "00000000000000a2", true);
    EQUAL(number(s, "SELECT count(*) FROM article_fts WHERE article_fts MATCH '구름'"), 2,
          "what stayed is found");
    int findings = 0;
    gisa_check_report report = {0};
    WENT(gisa_check_store(s, &(gisa_check_sink){no_finding, &findings}, &report, &err), err,
         "the store is checked");
    EQUAL(findings, 0, "and sound");
    gisa_record none = tiny_record("00000000000000a3", "2025-01-01", "a", "글", "바다");
    gisa_store_begin(s, &err);
    OK(gisa_learned_revise(s, &none, &err) == GISA_ENOTFOUND, "an unknown article is no article");
    gisa_store_rollback(s);
    gisa_record_clear(&none);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
