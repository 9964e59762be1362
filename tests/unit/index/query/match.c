#include "index/query/match.h"

#include "index/store/fts_article.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/exhaustive.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

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

enum { BEST = 100 };

/* The best articles by score, then the newest; `at` ascends by time. */
static size_t best_of(const uint32_t *at, const float *scores, size_t n, uint32_t *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        size_t k = kept < BEST ? kept++ : BEST;
        for (; k > 0 && (scores[i] > scores[out[k - 1]] ||
                         (!(scores[i] < scores[out[k - 1]]) && at[i] > at[out[k - 1]]));
             k--)
            if (k < BEST) out[k] = out[k - 1];
        if (k < BEST) out[k] = (uint32_t)i;
    }
    return kept;
}

/* Whether a ranking has what an exhaustive one has, with the same scores, and the best hundred in
 * the same order. */
static bool is_exact(exhaustive *x, bool any_word)
{
    gisa_matches want = {0};
    gisa_error err = {0};
    uint32_t ours[BEST], theirs[BEST];
    exhaustive_run(x, &plan, any_word);
    for (size_t i = 0; i < x->s->roll.n; i++)
        if (x->score[i] >= 0) gisa_matches_put(&want, i, (float)x->score[i], &err);
    size_t n = best_of(found.at, found.scores, found.n, ours);
    bool same = n == best_of(want.at, want.scores, want.n, theirs) && found.n == want.n;
    for (size_t i = 0; i < n && same; i++) same = found.at[ours[i]] == want.at[theirs[i]];
    for (size_t i = 0; i < found.n && same; i++) {
        float off = found.scores[i] - want.scores[i];
        same = found.at[i] == want.at[i] && off < 1e-5F && off > -1e-5F;
    }
    gisa_matches_clear(&want);
    return same;
}

/* A query of one of the classes: %d is a word. */
static void make_query(uint32_t *state, char out[160], bool *any_word)
{
    static const struct {
        const char *text;
        bool any_word;
    } classes[] = {
        {"w%d", false},
        {"w%d w%d", false},
        {"\"w%d w%d\"", false},
        {"title:w%d w%d", false},
        {"w%d -w%d", false},
        {"w%d w%d OR w%d", false},
        {"w%d NOT \"w%d w%d\"", false},
        {"w%d w%d from:2024-03 to:2024-10-05", false},
        {"w%d w%d", true},
        {"w%d w%d w%d w%d w%d", true},
        {"w%d w%d w%d w%d w%d w%d w%d w%d w%d", true},
        {"w%d w%d w%d w%d w%d -w%d", true},
        {"w%d title:w%d w%d w%d w%d", true},
        {"\"w%d w%d\" w%d w%d w%d w%d", true},
        {"w%d w%d w%d w%d w%d w%d to:2024-06", true},
        {"w%d w%d w%d w%d w%d w%d w%d from:2024-02-03", true},
    };
    size_t which = lists_random(state) % (sizeof classes / sizeof *classes), n = 0;
    for (const char *p = classes[which].text; *p && n < 150; p++) {
        if (p[0] == '%')
            n += (size_t)snprintf(out + n, 8, "%u", lists_random(state) % LISTS_WORDS), p++;
        else
            out[n++] = *p;
    }
    out[n] = '\0';
    *any_word = classes[which].any_word;
}

/* Rankings of queries of all classes are those of an exhaustive scorer that reads the lists through
 * FTS5. */
static void test_ranking(gisa_store *s, const char *lists, int n_queries)
{
    static uint32_t state = 11;
    exhaustive x = {0};
    gisa_error err = {0};
    int wrong = 0, empty = 0;
    WENT(gisa_store_need_roll(s, &err), err, lists);
    WENT(exhaustive_load(s, &x, &err), err, lists);
    for (int i = 0; i < n_queries; i++) {
        char query[160];
        bool any_word;
        make_query(&state, query, &any_word);
        if (any_word)
            any(s, query, false, false);
        else
            all_words(s, query, false);
        empty += found.n == 0;
        if (is_exact(&x, any_word)) continue;
        printf("# %s: %s: not the best hundred\n", lists, query);
        wrong++;
    }
    EQUAL(wrong, 0, lists);
    OK(empty < n_queries / 2, "most queries find something");
    exhaustive_clear(&x);
}

/* Articles that get another text in their rows, so that lists of two segments have them. */
static void revise_some(gisa_store *s)
{
    gisa_error err = {0};
    for (size_t i = 0; i < s->roll.n; i += 40) {
        int64_t row = s->roll.items[i].row;
        gisa_record r = tiny_record("000001", NULL, NULL, "w3 w1", "w5 w0 w0 w9 w1 w0");
        if (gisa_fts_article_delete(s, row, &err) < 0 ||
            gisa_sql_run_on(&s->sql, "UPDATE article SET title = 'w3 w1' WHERE row = ?1", row,
                            &err) < 0 ||
            gisa_sql_run_on(&s->sql, "UPDATE body SET text = 'w5 w0 w0 w9 w1 w0' WHERE row = ?1",
                            row, &err) < 0 ||
            gisa_fts_article_put(s, &r, row, &err) < 0)
            OK(false, err.text);
        gisa_record_clear(&r);
    }
}

/* GISA_QUERIES: how many. */
static void test_all_exact(void)
{
    const char *asked = getenv("GISA_QUERIES");
    int n = asked ? atoi(asked) : 48;
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    revise_some(s);
    test_ranking(s, "lists in many segments", n / 3);
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', -20)",
                 &err);
    test_ranking(s, "lists that are half merged", n / 3);
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts) VALUES ('optimize')", &err);
    test_ranking(s, "lists in one segment", n / 3);
    gisa_store_close(s);
    tiny_remove(folder);
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
    test_all_exact();
    gisa_plan_clear(&plan);
    gisa_matches_clear(&found);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
