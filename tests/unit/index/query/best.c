#include "index/query/best.h"

#include "base/mem.h"
#include "index/postings/bounds.h"
#include "tests/unit/bounded.h"
#include "tests/unit/test.h"

/* match.c compares rankings with an exhaustive scorer; here is what a search asks besides. */
static gisa_phrase_term terms[] = {{GISA_STR("w3"), false}, {GISA_STR("w5"), false}};
static gisa_unit_phrase phrases[] = {{.phrase = {terms, 1, 0}, .weight = 1},
                                     {.phrase = {terms + 1, 1, 0}, .weight = 1}};
static const gisa_unit units[] = {{.phrases = phrases, .n = 1, .idf = 1, .articles = 500},
                                  {.phrases = phrases + 1, .n = 1, .idf = 3, .articles = 100}};

static bool is_odd(void *ctx, size_t at)
{
    (void)ctx;
    return at % 2;
}

static bool is_any(void *ctx, size_t at)
{
    (void)ctx;
    (void)at;
    return true;
}

static gisa_matches found;
static bool cut;

static void find(gisa_store *s, gisa_best_opts how, const char *name)
{
    const gisa_sweep_unit asked[] = {{.unit = &units[0], .clause = 1, .counts = true},
                                     {.unit = &units[1], .clause = 1, .counts = true}};
    gisa_error err = {0};
    if (!how.passes) how.passes = is_any;
    if (!how.to) how.to = s->roll.n;
    found.n = 0;
    WENT(gisa_best_find(s, asked, 2, &how, &found, &cut, &err), err, name);
    bool rising = true;
    for (size_t i = 1; i < found.n; i++) rising = rising && found.at[i - 1] < found.at[i];
    OK(rising, name);
}

static bool has(uint32_t at)
{
    for (size_t i = 0; i < found.n; i++)
        if (found.at[i] == at) return true;
    return false;
}

/* The worst of all matches. */
static uint32_t worst_of(void)
{
    size_t worst = 0;
    for (size_t i = 0; i < found.n; i++)
        if (found.scores[i] < found.scores[worst]) worst = i;
    return found.at[worst];
}

static void test_wanted(gisa_store *s)
{
    find(s, (gisa_best_opts){.want = 100000}, "as many as there are");
    size_t all = found.n;
    uint32_t worst = worst_of();
    OK(!cut && all > 500, "none is left out");
    find(s, (gisa_best_opts){.want = 10}, "ten");
    OK(cut && found.n >= 10 && found.n < all && !has(worst), "others are left out");
    find(s, (gisa_best_opts){.want = 10, .also = &worst, .n_also = 1}, "ten and one");
    OK(has(worst), "that one is found too");
    find(s, (gisa_best_opts){.want = 10, .passes = is_odd}, "ten of half of them");
    bool odd = found.n >= 10;
    for (size_t i = 0; i < found.n; i++) odd = odd && found.at[i] % 2;
    OK(odd, "all pass");
    find(s, (gisa_best_opts){.want = 10, .from = 1000, .to = 1500}, "ten of a time");
    OK(found.n >= 10 && found.at[0] >= 1000 && found.at[found.n - 1] < 1500, "all are of it");
}

/* The best is made a copy of the worst, which then stands for it. */
static void test_copies(gisa_store *s)
{
    gisa_error err = {0};
    find(s, (gisa_best_opts){.want = 100000}, "all");
    uint32_t worst = worst_of(), best = worst;
    float most = 0;
    for (size_t i = 0; i < found.n; i++)
        if (found.scores[i] > most) most = found.scores[i], best = found.at[i];
    char sql[160];
    snprintf(sql, sizeof sql, "UPDATE article SET copy_of = %lld WHERE row = %lld",
             (long long)s->roll.items[worst].row, (long long)s->roll.items[best].row);
    gisa_sql_run(&s->sql, sql, &err);
    s->roll.items[best].flags |= GISA_ROLL_COPY;
    s->roll.items[worst].flags |= GISA_ROLL_SOURCE;
    find(s, (gisa_best_opts){.want = 10}, "each for itself");
    OK(has(best) && !has(worst), "the copy is the best");
    find(s, (gisa_best_opts){.want = 10, .folds = true}, "near-duplicates are one");
    OK(has(best) && has(worst), "its source is found, however it scores");
    OK(found.n >= 12, "and ten others");
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    WENT(bounded_make(s, &err), err, "bounds are made");
    WENT(gisa_bounds_need(s, &err), err, "and read");
    test_wanted(s);
    test_copies(s);
    gisa_matches_clear(&found);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
