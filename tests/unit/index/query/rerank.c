#include "index/query/rerank.h"

#include "index/store/store_handle.h"

#include "index/store/snapshot.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static const struct {
    const char *name, *query, *better, *other; /* two bodies with the same words */
} rows[] = {
    {"a word written as one is like the same written as two", "노벨 평화상",
     "그가 노벨평화상을 탔다.", "그가 노래자랑에서 상을 탔다."},
    {"a name within a longer word counts", "큐원", "알리바바큐원모델", "알리바바다른모델"},
    {"capitals do not matter", "deepseek", "DEEPSEEK-R1", "DEEPMIND-R1"},
    {"full width does not matter", "deepseek", "ＤｅｅｐＳｅｅｋ", "ＤｅｅｐＭｉｎｄ"},
    {"marks between letters do not matter", "가·나다", "가나 다", "가라 나"},
    {"an excluded word counts for nothing", "가나 -다라마", "가나", "다라마"},
};

static double score_of(gisa_store *s, const char *query, size_t at, size_t n, gisa_error *err)
{
    float scores[2] = {0, 0};
    uint32_t all[2] = {0, 1}, best[2] = {0, 1};
    gisa_matches m = {.at = all, .scores = scores, .n = 2, .cap = 2};
    gisa_plan plan = {0};
    gisa_plan_opts how = {.any_word = true};
    WENT(gisa_plan_make(s, gisa_str_from(query), &how, &plan, err), *err, "a plan is made");
    WENT(gisa_rerank_run(s, &plan, &m, best, n, err), *err, "the best are looked at again");
    gisa_plan_clear(&plan);
    return (double)scores[at];
}

static void test_row(size_t i)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    bool began;
    tiny_folder(folder);
    WENT(tiny_store(folder, false, &s, &err), err, "a new store opens");
    tiny_add(s, tiny_record("b1", "2025-01-01", "hanbit", NULL, rows[i].better));
    tiny_add(s, tiny_record("b2", "2025-01-02", "hanbit", NULL, rows[i].other));
    WENT(gisa_store_begin_read(s, &began, &err), err, "a read begins");
    WENT(gisa_store_need_roll(s, &err), err, "the roll is there");
    OK(score_of(s, rows[i].query, 0, 2, &err) > score_of(s, rows[i].query, 1, 2, &err),
       rows[i].name);
    OK(score_of(s, rows[i].query, 1, 2, &err) >= 0, "nothing is taken away");
    OK(!(score_of(s, rows[i].query, 1, 1, &err) > 0), "what is not looked at stays as it was");
    gisa_store_end_read(s, began);
    gisa_store_close(s);
    tiny_remove(folder);
}

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) test_row(i);
    return test_end();
}
