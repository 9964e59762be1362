#include "index/store/store_handle.h"

#include "index/query/search.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static int64_t number(gisa_store *s, const char *sql)
{
    int64_t n = -1;
    gisa_error err;
    if (gisa_sql_number(&s->sql, sql, 0, -1, &n, &err) < 0) printf("# %s\n", err.text);
    return n;
}

static size_t found(gisa_store *s, const char *query)
{
    gisa_hits hits = {0};
    gisa_error err = {0};
    WENT(gisa_search(s, gisa_str_from(query), NULL, &hits, &err), err, query);
    size_t n = hits.n;
    gisa_hits_clear(&hits);
    return n;
}

/* Terms that come with the record are what is indexed, not what the tokenizer would say. */
static void test_ready_terms(gisa_store *s)
{
    gisa_record r = tiny_record("0002", "2025-01-02", "a", "글", "본문 말");
    gisa_terms_put(&r.title_terms, GISA_STR("제목낱말"), 0, 3, false);
    gisa_terms_put(&r.body_terms, GISA_STR("본문낱말"), 0, 6, false);
    tiny_add(s, r);
    EQUAL(found(s, "제목낱말"), 1, "title terms are replayed");
    EQUAL(found(s, "title:제목낱말"), 1, "into the title");
    EQUAL(found(s, "title:본문낱말 -제목낱말"), 0, "and body terms are not");
    EQUAL(found(s, "본문낱말"), 1, "they are in the body");
}

/* One batch: articles of an outlet, in order of their days, tell no name, one, and another. */
static void test_names(gisa_store *s)
{
    static const char *const names[] = {NULL, "나루신문", "나루일보", NULL};
    gisa_error err = {0};
    OK(gisa_store_begin(s, &err) == GISA_OK, "a batch");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char id[8], day[16];
        gisa_put_result result;
        snprintf(id, sizeof id, "10%02zu", i);
        snprintf(day, sizeof day, "2025-03-%02zu", i + 1);
        gisa_record r = tiny_record(id, day, "naru", "나루", "나루 이야기");
        if (names[i]) gisa_article_set(&r.article, &r.article.outlet_name, gisa_str_from(names[i]));
        WENT(gisa_store_put(s, &r, &result, &err), err, "of several articles");
        gisa_record_clear(&r);
    }
    WENT(gisa_store_commit(s, &err), err, "is stored");
    EQUAL(number(s, "SELECT count(*) FROM outlet WHERE key = 'naru' AND name = '나루신문'"), 1,
          "and gives the outlet the first name it tells");
    EQUAL(number(s, "SELECT count(DISTINCT outlet) FROM article WHERE id LIKE '10%'"), 1,
          "all of whose articles are its");
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", "a", "글", "옛말 하나"));
    tiny_add(s, tiny_record("0001", "2025-02-01", "a", "글", "새말 하나"));
    EQUAL(found(s, "옛말"), 0, "an old version is no longer found");
    EQUAL(found(s, "새말"), 1, "the new one is");
    EQUAL(number(s, "SELECT count(*) FROM article"), 2, "both are kept");
    EQUAL(number(s, "SELECT sum(articles) FROM day_total"), 1, "one counts for its day");
    EQUAL(number(s, "SELECT max(articles) FROM day_total WHERE day = 20089"), 0,
          "the day of the old one has none");
    EQUAL(number(s, "SELECT count(*) FROM outlet"), 1, "an outlet is stored once");
    EQUAL(number(s, "SELECT count(*) FROM outlet WHERE name IS NULL"), 1, "its name is unknown");
    gisa_record named = tiny_record("0003", "2025-01-03", "a", "글", "셋째 말");
    gisa_article_set(&named.article, &named.article.outlet_name, GISA_STR("가나일보"));
    tiny_add(s, named);
    EQUAL(number(s, "SELECT count(*) FROM outlet WHERE name = '가나일보'"), 1,
          "until an article tells it");
    tiny_add(s, tiny_record("0004", "2025-01-04", "a", "글", "넷째 말"));
    EQUAL(number(s, "SELECT count(*) FROM outlet WHERE name = '가나일보'"), 1,
          "and one that does not tell it changes nothing");
    test_ready_terms(s);
    test_names(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
