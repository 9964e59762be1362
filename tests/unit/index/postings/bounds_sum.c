#include "index/postings/bounds_sum.h"

#include <math.h>

#include "index/postings/bounds.h"
#include "index/postings/tally.h"
#include "tests/unit/bounded.h"
#include "tests/unit/test.h"

typedef struct under {
    gisa_store *s;
    const double *sums;
    size_t range, n, above, near;
} under;

static gisa_status compare(void *ctx, size_t at, double score, gisa_error *err)
{
    under *w = ctx;
    (void)err;
    while (w->s->bounds.start[w->range + 1] <= at) w->range++;
    w->n++;
    w->above += score > w->sums[w->range];
    w->near += score > w->sums[w->range] * .7;
    return GISA_OK;
}

/* Words frequent and rare, a phrase, a title, rows of a unit's own. */
static void test_sums(gisa_store *s, double longer)
{
    gisa_phrase_term terms[] = {{GISA_STR("w1"), false},
                                {GISA_STR("w13"), false},
                                {GISA_STR("w2"), false},
                                {GISA_STR("w3"), false},
                                {GISA_STR("w4"), true}};
    gisa_unit_phrase phrases[] = {{.phrase = {terms, 1, 0}, .weight = 1},
                                  {.phrase = {terms + 1, 1, 0}, .weight = .5},
                                  {.phrase = {terms + 2, 3, 0}, .weight = .9}};
    const int64_t rows[] = {s->roll.items[700].row, s->roll.items[2000].row};
    const gisa_unit units[] = {{.phrases = phrases, .n = 2, .idf = 2},
                               {.phrases = phrases + 2, .n = 1, .idf = 3},
                               {.phrases = phrases, .n = 1, .idf = 1, .title = true},
                               {.rows = rows, .n_rows = 2, .idf = 4}};
    gisa_sweep_unit asked[4];
    gisa_error err = {0};
    s->roll.total_length = (uint64_t)((double)s->roll.total_length * longer);
    gisa_bounds_clear(&s->bounds);
    WENT(gisa_bounds_need(s, &err), err, "bounds are read");
    double *sums = calloc(s->bounds.n + 1, sizeof *sums);
    float *bounds = calloc(4 * s->bounds.n + 1, sizeof *bounds);
    under w = {.s = s, .sums = sums};
    for (size_t i = 0; i < 4; i++)
        asked[i] = (gisa_sweep_unit){.unit = &units[i], .clause = 1, .counts = true};
    WENT(gisa_bounds_sum(s, asked, 4, bounds, sums, &err), err, "bounds are summed up");
    WENT(gisa_tally_run(s, asked, 4, 0, s->roll.n, (gisa_tally_sink){compare, &w}, &err), err,
         "articles are scored");
    EQUAL(w.above, 0, "no score is above its range's bound");
    OK(w.n > 2000 && w.near > s->bounds.n / 4, "and many are near it");
    free(sums);
    free(bounds);
}

/* A range with an article that was written since must be read. */
static void test_fresh(gisa_store *s)
{
    gisa_phrase_term term = {GISA_STR("w1"), false};
    gisa_unit_phrase phrase = {.phrase = {&term, 1, 0}, .weight = 1};
    const gisa_unit unit = {.phrases = &phrase, .n = 1, .idf = 2};
    const gisa_sweep_unit asked = {.unit = &unit, .clause = 1, .counts = true};
    gisa_error err = {0};
    size_t open = 0;
    tiny_add(s, tiny_record("new", "2024-06-06", NULL, "w1", "w0 w0"));
    WENT(gisa_store_need_roll(s, &err), err, "an article comes in");
    WENT(gisa_bounds_need(s, &err), err, "bounds are read");
    double *sums = calloc(s->bounds.n + 1, sizeof *sums);
    float *bounds = calloc(s->bounds.n + 1, sizeof *bounds);
    WENT(gisa_bounds_sum(s, &asked, 1, bounds, sums, &err), err, "and summed up");
    for (size_t i = 0; i < s->bounds.n; i++) {
        open += isinf(sums[i]) != 0;
        if (!isinf(sums[i]) != !s->bounds.fresh[i]) OK(false, "its range has no bound");
    }
    EQUAL(open, 1, "no other range is without one");
    free(sums);
    free(bounds);
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
    test_sums(s, 1);
    test_sums(s, 1.5);
    test_sums(s, .4);
    test_fresh(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
