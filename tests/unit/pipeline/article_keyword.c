#include "pipeline/article_keyword.h"

#include "index/query/articles.h"
#include "pipeline/reader.h"
#include "tests/unit/scratch_corpus.h"

/* The place of a form among an article's keywords, from 0; -1: it is none. */
static int rank(const gisa_keywords *k, const char *form)
{
    for (size_t i = 0; i < k->n; i++)
        if (gisa_str_is(k->items[i].form, form)) return (int)i;
    return -1;
}

static void test_against_store(gisa_reader *r, const char *db)
{
    sqlite3 *other = NULL;
    gisa_error err = {0};
    gisa_stored stored = {0};
    gisa_articles *it = NULL;
    gisa_arena arena = {0};
    gisa_keywords found = {0};
    const gisa_articles_opts opts = {.query = GISA_STR("title:돌고래")};
    WENT(gisa_articles_open(r->store, &opts, &it, &err), err, "the article is looked for");
    WENT(gisa_articles_next(it, &stored, &err), err, "and found");
    WENT(gisa_record_text(&stored.record, &err), err, "with its text");
    WENT(gisa_article_keyword_find(r, &stored.record, &arena, &found, &err), err,
         "it has keywords");
    EQUAL(found.n, 10, "ten of its many");
    OK(rank(&found, "해녀") >= 0, "a word of this article alone is one");
    OK(rank(&found, "선장") < 0 || rank(&found, "선장") > rank(&found, "해녀"),
       "and comes before one that every article has, though it has it more often");
    for (size_t i = 1; i < found.n; i++)
        OK(found.items[i - 1].score >= found.items[i].score, "the best come first");
    gisa_articles_close(it);
    sqlite3_open(db, &other);
    EQUAL(sqlite3_exec(other, "DROP TABLE term_frequency", NULL, NULL, NULL), SQLITE_OK,
          "a database loses a table");
    sqlite3_close(other);
    EQUAL(gisa_article_keyword_find(r, &stored.record, &arena, &found, &err), GISA_EIO,
          "what cannot be counted is an error");
    gisa_arena_clear(&arena);
    gisa_stored_clear(&stored);
}

int main(void)
{
    scratch_corpus s;
    gisa_pipeline *p = NULL;
    gisa_reader r = {0};
    gisa_pipeline_report report = {0};
    gisa_error err = {0};
    const gisa_capture rare = {
        .type = GISA_CAPTURE_RESOURCE,
        .uri = GISA_STR("file:rare.json"),
        .content_type = GISA_STR("application/json"),
        .payload = GISA_STR(
            "{\"title\":\"돌고래 소식\",\"published\":\"2025-04-01\",\"body\":"
            "\"해녀가 돌고래를 만났다고 선장이 밝혔다. 해녀는 선장과 배를 탔다. 선장은 등대와 "
            "갈매기, 항구와 그물, 파도와 조개, 미역과 바위, 소라와 전복, 부표와 방파제를 "
            "지났다고 했다. 선장은 웃었다.\"}")};
    if (!scratch_open(&s)) return test_end();
    WENT(scratch_import(&s, 1, 12, NULL, &report, &err), err, "eleven articles with 선장");
    WENT(gisa_pipeline_open(s.db, NULL, &p, &err), err, "a pipeline");
    WENT(gisa_pipeline_import_capture(p, &rare, NULL, &report, &err), err, "and one with 해녀");
    gisa_pipeline_close(p);
    WENT(gisa_reader_open(s.db, NULL, &r, &err), err, "a reader");
    test_against_store(&r, s.db);
    gisa_reader_close(&r);
    gisa_pipeline_report_clear(&report);
    scratch_close(&s);
    return test_end();
}
