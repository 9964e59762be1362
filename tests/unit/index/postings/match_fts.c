#include "index/postings/match_fts.h"

#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

typedef struct seen {
    gisa_match_fts *fts;
    size_t n, stop_after;
    double counts;
} seen;

static gisa_status see(void *ctx, int64_t row, gisa_error *err)
{
    seen *w = ctx;
    (void)row;
    w->n++;
    w->counts += gisa_match_fts_count(w->fts, 0) + 100 * gisa_match_fts_count(w->fts, 1);
    return w->n == w->stop_after ? gisa_fail(err, GISA_EINVAL, "enough") : GISA_OK;
}

/* sweep.c compares both walks; here is what only this one has. */
int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_phrase_term word_term = {GISA_STR("말"), false}, rare_term = {GISA_STR("드문"), false};
    gisa_unit_phrase one = {.phrase = {&word_term, 1, 0}, .weight = 1};
    gisa_unit_phrase other = {.phrase = {&rare_term, 1, 0}, .weight = 1};
    gisa_unit word = {.phrases = &one, .n = 1}, rare = {.phrases = &other, .n = 1};
    gisa_sweep_unit units[] = {{.unit = &word, .counts = true}, {.unit = &rare, .clause = 1}};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", "2025-01-01", NULL, "말", "드문 말"));
    tiny_add(s, tiny_record("0002", "2025-01-02", NULL, "글", "드문 말 말"));
    tiny_add(s, tiny_record("0003", "2025-01-03", NULL, "글", "다른 말"));
    seen w = {0};
    gisa_match_sink sink = {see, &w};
    WENT(gisa_match_fts_run(s, units, 2, 1, INT64_MAX, sink, &w.fts, &err), err, "a query runs");
    EQUAL(w.n, 2, "over what its clause asks");
    EQUAL(w.counts, 5, "a title counts twice, and a word that does not count is none");
    w = (seen){.stop_after = 1};
    EQUAL(gisa_match_fts_run(s, units, 2, 1, INT64_MAX, sink, &w.fts, &err), GISA_EINVAL,
          "the sink may stop it");
    EQUAL(w.n, 1, "at once");
    w = (seen){0};
    gisa_match_fts_run(s, units, 2, 1, 1, sink, &w.fts, &err);
    EQUAL(w.n, 0, "rows have a last one");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
