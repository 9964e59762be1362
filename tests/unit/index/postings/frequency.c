#include "index/postings/frequency.h"

#include "index/postings/upkeep.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* A reader remembers what it has looked up until somebody else has written. */
static void test_remembered(const char *folder, gisa_store *writer)
{
    gisa_store *reader = NULL;
    gisa_error err = {0};
    gisa_put_result r;
    double first = -1, again = -1, later = -1;
    bool began;
    tiny_store(folder, true, &reader, &err);
    gisa_store_begin_read(reader, &began, &err);
    gisa_store_need_roll(reader, &err);
    gisa_frequency_find(reader, GISA_STR("드문"), &first, &err);
    gisa_sql_run(&reader->sql, "CREATE TEMP TABLE article_fts_data (id, block)", &err);
    WENT(gisa_frequency_find(reader, GISA_STR("드문"), &again, &err), err, "a term is known again");
    EQUAL(again, first, "without its list");
    gisa_sql_run(&reader->sql, "DROP TABLE temp.article_fts_data", &err);
    gisa_store_end_read(reader, began);
    gisa_store_begin(writer, &err);
    gisa_record record = tiny_record("zzzzzz", NULL, NULL, "글", "드문 말");
    gisa_store_put(writer, &record, &r, &err);
    gisa_store_commit(writer, &err);
    gisa_store_begin_read(reader, &began, &err);
    gisa_store_need_roll(reader, &err);
    gisa_frequency_find(reader, GISA_STR("드문"), &later, &err);
    EQUAL(later, first + 1, "until the corpus has grown");
    gisa_store_end_read(reader, began);
    gisa_store_close(reader);
}

int main(void)
{
    enum { N = 1200 };
    gisa_phrase_term in_order[] = {{GISA_STR("드문"), false}, {GISA_STR("흔한"), false}};
    gisa_phrase_term swapped[] = {in_order[1], in_order[0]};
    char folder[64], id[16];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_put_result r;
    double n = -1;
    int64_t held;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    gisa_store_begin(s, &err);
    for (int i = 0; i < N; i++) {
        snprintf(id, sizeof id, "%06d", i);
        gisa_record record = tiny_record(id, NULL, NULL, "글",
                                         i % 100 ? "흔한 말" : "드문 흔한 말");
        gisa_store_put(s, &record, &r, &err);
    }
    gisa_store_commit(s, &err);
    gisa_store_need_roll(s, &err);
    WENT(gisa_frequency_find(s, GISA_STR("드문"), &n, &err), err, "a rare term is walked");
    EQUAL(n, 12, "and counted");
    gisa_frequency_find(s, GISA_STR("없는"), &n, &err);
    EQUAL(n, 0, "an unknown one is in none");
    gisa_frequency_of_phrase(s, &(gisa_phrase){in_order, 2, 0}, 12, &n, &err);
    EQUAL(n, 12, "a rare phrase is walked");
    gisa_frequency_of_phrase(s, &(gisa_phrase){swapped, 2, 0}, 12, &n, &err);
    EQUAL(n, 0, "in its order");
    WENT(gisa_store_count_terms(s, &err), err, "frequent terms are counted");
    gisa_sql_number(&s->sql, "SELECT count(*) FROM term_frequency", 0, 0, &held, &err);
    EQUAL(held, 3, "and only they are kept");
    gisa_sql_run(&s->sql, "UPDATE meta SET value = 600 WHERE key = 'frequency_articles'", &err);
    s->commits++;
    gisa_store_need_roll(s, &err);
    gisa_frequency_find(s, GISA_STR("흔한"), &n, &err);
    EQUAL(n, 2 * N, "a count grows with the corpus");
    test_remembered(folder, s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
