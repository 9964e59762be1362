/* gisa_store_keep_up, settle and optimize of index/store/store.h. */
#include "index/store/copies.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "index/store/store_meta.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static void put_many(gisa_store *s, int from, int to)
{
    char id[16];
    gisa_error err = {0};
    gisa_put_result r;
    gisa_store_begin(s, &err);
    for (int i = from; i < to; i++) {
        snprintf(id, sizeof id, "%06d", i);
        gisa_record record = tiny_record(id, NULL, NULL, "글", "말");
        gisa_store_put(s, &record, &r, &err);
    }
    WENT(gisa_store_commit(s, &err), err, "many are put");
}

static int64_t counted(gisa_store *s)
{
    gisa_error err = {0};
    int64_t n = -1;
    gisa_meta_number(s, "frequency_articles", 0, &n, &err);
    return n;
}

/* When terms are counted anew, on the way and at the end; the numbers are those of upkeep.c. */
static void test_growth(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    int64_t n = 0;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    put_many(s, 0, 19999);
    gisa_store_settle(s, &err);
    EQUAL(counted(s), 0, "a small corpus needs no counts");
    put_many(s, 19990, 20000);
    WENT(gisa_store_keep_up(s, &err), err, "a run keeps up");
    EQUAL(counted(s), 20000, "with the first ones that are worth it");
    put_many(s, 20000, 26000);
    gisa_store_keep_up(s, &err);
    EQUAL(counted(s), 20000, "and with twice as many, not with fewer");
    gisa_store_begin(s, &err);
    gisa_store_rollback(s);
    gisa_store_count_articles(s, &n, &err);
    EQUAL(n, 26000, "articles are counted again after a batch was given up");
    gisa_store_close(s);
    tiny_store(folder, false, &s, &err);
    WENT(gisa_store_settle(s, &err), err, "what a killed run left is done by the next");
    EQUAL(counted(s), 26000, "when they have grown by a quarter");
    gisa_store_close(s);
    tiny_remove(folder);
}

static int64_t segments(gisa_store *s)
{
    gisa_error err = {0};
    int64_t n = -1;
    gisa_sql_number(&s->sql, "SELECT count(DISTINCT segid) FROM article_fts_idx", 0, 0, &n, &err);
    return n;
}

static void test_merge(void)
{
    enum { STEP = 2000 };
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    for (int i = 0; i < 20000; i += STEP) put_many(s, i, i + STEP);
    OK(segments(s) > 1, "batches leave several lists a term");
    WENT(gisa_store_optimize(s, &err), err, "the end of a run merges them");
    EQUAL(segments(s), 1, "into one");
    gisa_store_close(s);
    tiny_remove(folder);
}

static void test_links(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    bool waits = true;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", NULL, "글", "말"));
    gisa_meta_set_number(s, "copies_linked", 0, &err); /* as a kill may leave it */
    gisa_copies_wait(s, &waits, &err);
    OK(waits, "articles wait for their links");
    WENT(gisa_store_settle(s, &err), err, "the next run settles");
    gisa_copies_wait(s, &waits, &err);
    OK(!waits, "and none waits");
    gisa_store_close(s);
    tiny_remove(folder);
}

int main(void)
{
    test_growth();
    test_merge();
    test_links();
    return test_end();
}
