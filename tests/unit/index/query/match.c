#include "index/query/match.h"

#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

static gisa_plan plan;
static gisa_matches found;
static bool bounded;

static size_t any(gisa_store *s, const char *query, bool exact, bool optional_phrases)
{
    gisa_error err = {0};
    gisa_plan_opts how = {.any_word = true};
    gisa_match_opts opts = {.any_word = true,
                            .exact = exact,
                            .optional_phrases = optional_phrases,
                            .optional_titles = optional_phrases};
    gisa_store_need_roll(s, &err);
    WENT(gisa_plan_make(s, gisa_str_from(query), &how, &plan, &err), err, query);
    WENT(gisa_match_ranked(s, &plan, &opts, &found, &bounded, &err), err, query);
    return found.n;
}

static size_t all_words(gisa_store *s, const char *query, bool exact)
{
    gisa_error err = {0};
    gisa_plan_opts how = {0};
    gisa_match_opts opts = {.exact = exact};
    WENT(gisa_plan_make(s, gisa_str_from(query), &how, &plan, &err), err, query);
    WENT(gisa_match_ranked(s, &plan, &opts, &found, &bounded, &err), err, query);
    return found.n;
}

static void test_scores(gisa_store *s)
{
    any(s, "드문 흔한", true, false);
    EQUAL(found.n, 4, "any word finds them all");
    OK(found.scores[0] > found.scores[1], "both words score more than one");
    OK(found.scores[2] > found.scores[1], "a word in the title scores more than in the body");
    OK(found.scores[3] < found.scores[1], "a long text scores less");
    EQUAL(any(s, "\"드문 흔한\" 다른", true, false), 1, "a phrase is still wanted");
    EQUAL(any(s, "\"없는 것\" 흔한", true, false), 0, "even when nothing has it");
    EQUAL(any(s, "\"없는 것\" 흔한", true, true), 4, "unless phrases are optional");
    EQUAL(any(s, "흔한 -드문", true, false), 3, "an unwanted word takes away");
}

/* Which of two words adds more; each row would turn with a little more or less of what it tests. */
static void test_formula(void)
{
    static const struct {
        const char *name;
        double idf, tf, length, other_idf, other_tf, other_length;
    } rows[] = {
        {"a rarer word once beats one of 63% of its weight four times", 1, 1, 1, .63, 4, 1},
        {"but not one of 65%", .65, 4, 1, 1, 1, 1},
        {"in an article twice as long a word beats one of 77% of its weight", 1, 1, 2, .77, 1, 1},
        {"but not one of 79%", .79, 1, 1, 1, 1, 2},
        {"the tenth occurrence adds less than a second word", 2, 1, 1, 1, 10, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        OK(gisa_match_score(rows[i].idf, rows[i].tf, rows[i].length) >
               gisa_match_score(rows[i].other_idf, rows[i].other_tf, rows[i].other_length),
           rows[i].name);
    OK(!(gisa_match_score(1, 0, 1) > 0), "a word that is not there adds nothing");
}

/* A corpus large enough for the bound. */
static void test_bound(gisa_store *s)
{
    enum { N = 20400 };
    gisa_error err = {0};
    gisa_put_result r;
    char id[16], body[64];
    gisa_store_begin(s, &err);
    for (int i = 0; i < N; i++) {
        snprintf(id, sizeof id, "b%06d", i);
        snprintf(body, sizeof body, "자주 늘 %s %s", i % 2 ? "홀수" : "짝수",
                 i % 500 ? "" : "귀한");
        gisa_record record = tiny_record(id, NULL, NULL, NULL, body);
        gisa_store_put(s, &record, &r, &err);
    }
    WENT(gisa_store_commit(s, &err), err, "many articles are stored");
    size_t n = any(s, "자주 늘 홀수 짝수 귀한 드문 말", false, false);
    OK(bounded, "a long question is bounded");
    OK(n < N / 10, "and ranks only what has its rarer words");
    size_t all = any(s, "자주 늘 홀수 짝수 귀한 드문 말", true, false);
    OK(!bounded && all > N, "exact ranking ranks all");
    size_t deferred = 0;
    for (size_t i = 0; i < plan.n_units; i++)
        deferred += gisa_match_is_deferred(&plan, &plan.units[i], N);
    EQUAL(deferred, 2, "the two words of nearly all articles are left to the second look");
    any(s, "귀한 드문", false, false);
    OK(!bounded, "rare words alone need no bound");
    any(s, "자주 늘", false, false);
    OK(!gisa_match_is_deferred(&plan, &plan.units[0], N), "two frequent words are all there is");
    EQUAL(any(s, "홀수 짝수", true, false), N, "exact ranking ranks all that have either");
    n = any(s, "홀수 짝수", false, false);
    OK(bounded && n > N * 4 / 10 && n < N * 6 / 10, "of two frequent words the newest are ranked");
    OK(found.at[n - 1] >= N - 1, "up to the newest");
    n = any(s, "홀수 짝수 없던 아무 낯선", false, false);
    OK(bounded && n > N / 20 && n < N / 8, "of a sentence of frequent words a tenth");
    EQUAL(all_words(s, "자주 늘", true), N, "exact ranking ranks all that have both");
    OK(!bounded, "without a bound");
    n = all_words(s, "자주 늘", false);
    OK(bounded && n > N * 4 / 10 && n < N * 6 / 10, "the bound ranks the newest of them");
    OK(found.at[0] > 0 && found.at[n - 1] >= N - 1, "the old ones are left out");
    all_words(s, "자주 귀한", false);
    OK(!bounded, "one rare word among them needs no bound");
}

static void put_all(gisa_matches *m, const size_t *at, size_t n, float score)
{
    gisa_error err = {0};
    for (size_t i = 0; i < n; i++) gisa_matches_put(m, at[i], score, &err);
}

static void test_merge(void)
{
    static const size_t mine[] = {2, 5, 9}, theirs[] = {1, 5, 12}, want[] = {1, 2, 5, 9, 12};
    gisa_matches a = {.ceiling = 7}, b = {0};
    gisa_error err = {0};
    put_all(&a, mine, 3, 1);
    put_all(&b, theirs, 3, 2);
    OK(gisa_matches_merge(&a, &b, &err) == GISA_OK, "matches are merged");
    EQUAL(a.n, 5, "each article once");
    for (size_t i = 0; i < 5 && i < a.n; i++) EQUAL(a.at[i], want[i], "in ascending order");
    OK(a.scores[0] > 1 && a.scores[2] < 2 && a.ceiling > 6, "with their own scores, and the limit");
    gisa_matches_clear(&a);
    gisa_matches_clear(&b);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", NULL, "글", "드문 흔한 말"));
    tiny_add(s, tiny_record("0002", "2025-01-02", NULL, "글", "흔한 다른 말"));
    tiny_add(s, tiny_record("0003", "2025-01-03", NULL, "흔한 글", "다른 말 둘"));
    tiny_add(
        s, tiny_record("0004", "2025-01-04", NULL, "글", "흔한 말 가 나 다 라 마 바 사 아 자 차"));
    test_formula();
    test_merge();
    test_scores(s);
    test_bound(s);
    gisa_plan_clear(&plan);
    gisa_matches_clear(&found);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
