#include "index/query/match.h"

#include "index/store/fts_article.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/bounded.h"
#include "tests/unit/exhaustive.h"
#include "tests/unit/test.h"

static gisa_plan plan;
static gisa_matches found;
static bool cut;

static size_t any(gisa_store *s, const char *query, size_t best, bool optional_phrases)
{
    gisa_error err = {0};
    gisa_plan_opts how = {.any_word = true};
    gisa_match_opts opts = {.any_word = true,
                            .best = best,
                            .optional_phrases = optional_phrases,
                            .optional_titles = optional_phrases};
    gisa_store_need_roll(s, &err);
    WENT(gisa_plan_make(s, gisa_str_from(query), &how, &plan, &err), err, query);
    WENT(gisa_match_ranked(s, &plan, &opts, &found, &cut, &err), err, query);
    return found.n;
}

static size_t all_words(gisa_store *s, const char *query)
{
    gisa_error err = {0};
    gisa_plan_opts how = {0};
    gisa_match_opts opts = {0};
    WENT(gisa_plan_make(s, gisa_str_from(query), &how, &plan, &err), err, query);
    WENT(gisa_match_ranked(s, &plan, &opts, &found, &cut, &err), err, query);
    return found.n;
}

static void test_scores(gisa_store *s)
{
    any(s, "드문 흔한", 0, false);
    EQUAL(found.n, 4, "any word finds them all");
    OK(found.scores[0] > found.scores[1], "both words score more than one");
    OK(found.scores[2] > found.scores[1], "a word in the title scores more than in the body");
    OK(found.scores[3] < found.scores[1], "a long text scores less");
    EQUAL(any(s, "\"드문 흔한\" 다른", 0, false), 1, "a phrase is still wanted");
    EQUAL(any(s, "\"없는 것\" 흔한", 0, false), 0, "even when nothing has it");
    EQUAL(any(s, "\"없는 것\" 흔한", 0, true), 4, "unless phrases are optional");
    EQUAL(any(s, "흔한 -드문", 0, false), 3, "an unwanted word takes away");
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

enum { BEST = 20 };

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

/* Whether a ranking has the best that an exhaustive one has, in the same order, with its scores,
 * and all the others unless it was cut. */
static bool is_exact(exhaustive *x, bool any_word)
{
    gisa_matches want = {0};
    gisa_error err = {0};
    uint32_t ours[BEST], theirs[BEST];
    exhaustive_run(x, &plan, any_word);
    for (size_t i = 0; i < x->s->roll.n; i++)
        if (x->score[i] >= 0) gisa_matches_put(&want, i, (float)x->score[i], &err);
    size_t n = best_of(found.at, found.scores, found.n, ours);
    bool same = n == best_of(want.at, want.scores, want.n, theirs) &&
                (cut ? found.n <= want.n : found.n == want.n);
    for (size_t i = 0; i < n && same; i++) same = found.at[ours[i]] == want.at[theirs[i]];
    for (size_t i = 0; i < found.n && same; i++) {
        double off = (double)found.scores[i] - x->score[found.at[i]];
        same = x->score[found.at[i]] >= 0 && off < 1e-5 && off > -1e-5;
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
static void test_ranking(gisa_store *s, const char *lists, bool bounds, int n_queries)
{
    static uint32_t state = 11;
    exhaustive x = {0};
    gisa_error err = {0};
    int wrong = 0, empty = 0, n_cut = 0;
    WENT(gisa_store_need_roll(s, &err), err, lists);
    WENT(exhaustive_load(s, &x, &err), err, lists);
    for (int i = 0; i < n_queries; i++) {
        char query[160];
        bool any_word;
        make_query(&state, query, &any_word);
        if (any_word)
            any(s, query, BEST, false);
        else
            all_words(s, query);
        empty += found.n == 0;
        n_cut += cut;
        if (is_exact(&x, any_word)) continue;
        printf("# %s: %s: not the best hundred\n", lists, query);
        wrong++;
    }
    EQUAL(wrong, 0, lists);
    OK(bounds ? n_cut > n_queries / 8 : n_cut == 0, "bounds leave something out of many");
    OK(empty < n_queries, "some queries find something");
    exhaustive_clear(&x);
}

/* Articles that get another text in their rows, so that lists of two segments have them. */
static void revise_some(gisa_store *s)
{
    gisa_error err = {0};
    for (size_t i = 0; i < s->roll.n; i += 300) {
        int64_t row = s->roll.items[i].row;
        gisa_record r = tiny_record("000001", NULL, NULL, "w5 w4",
                                    "w5 w4 w5 w5 w4 w5 w5 w5 w5 w5 w5 w5 w4 w4 w4 w4");
        if (gisa_fts_article_delete(s, row, &err) < 0 ||
            gisa_sql_run_on(&s->sql, "UPDATE article SET title = 'w5 w4' WHERE row = ?1", row,
                            &err) < 0 ||
            gisa_sql_run_on(&s->sql,
                            "UPDATE body SET text = 'w5 w4 w5 w5 w4 w5 w5 w5 w5 w5 w5 w5 w4 w4 w4 "
                            "w4' WHERE row = ?1",
                            row, &err) < 0 ||
            gisa_fts_article_put(s, &r, row, &err) < 0 ||
            gisa_roll_update(&s->sql, &s->rows, &s->roll.items[i], 1, NULL, 0, &err) < 0)
            OK(false, err.text);
        gisa_record_clear(&r);
    }
    s->commits++;
}

/* GISA_QUERIES: how many, instead of a few (tests/rankings.sh). */
static void test_all_exact(void)
{
    const char *asked = getenv("GISA_QUERIES");
    int n = asked ? atoi(asked) / 7 : 16;
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    test_ranking(s, "lists in many segments, without bounds", false, n);
    WENT(bounded_make(s, &err), err, "bounds are made");
    test_ranking(s, "with bounds", true, n);
    revise_some(s);
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts, rank) VALUES ('merge', -20)",
                 &err);
    test_ranking(s, "lists that are half merged, some articles newer than the bounds", true, n);
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts) VALUES ('optimize')", &err);
    s->commits++;
    test_ranking(s, "lists in one segment", true, n);
    gisa_sql_run(&s->sql, "UPDATE term_bound SET bounds = x'00' || bounds WHERE term > 'w2'", &err);
    test_ranking(s, "some bounds are damaged", true, n);
    gisa_sql_run(&s->sql, "UPDATE term_bound SET bounds = x'00' || bounds WHERE term = ''", &err);
    s->commits++;
    test_ranking(s, "the ranges are damaged", false, n);
    gisa_sql_run(&s->sql, "DROP TABLE term_bound", &err);
    s->commits++;
    test_ranking(s, "there are no bounds", false, n);
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
    test_all_exact();
    gisa_plan_clear(&plan);
    gisa_matches_clear(&found);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
