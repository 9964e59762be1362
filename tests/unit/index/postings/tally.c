#include "index/postings/tally.h"

#include "index/postings/bm25.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

/* What lists give, beside what a walk over articles gives; tests/unit/index/query/match.c has what
 * an exhaustive scorer gives. */
typedef struct beside {
    gisa_store *s;
    gisa_sweep *sweep;
    const gisa_sweep_unit *units;
    size_t n, found, wrong, stop_after;
    int64_t before; /* row */
} beside;

static gisa_status compare(void *ctx, size_t at, double score, gisa_error *err)
{
    beside *b = ctx;
    const gisa_roll_entry *e = &b->s->roll.items[at];
    int64_t row = 0;
    double sum = 0, length = (double)e->length / gisa_roll_average(&b->s->roll);
    gisa_status st = gisa_sweep_next(b->sweep, &row, err);
    for (size_t i = 0; i < b->n && st == GISA_OK; i++) {
        double tf = 0;
        if (b->units[i].counts) st = gisa_sweep_count(b->sweep, i, &tf, err);
        if (tf > 0) sum += gisa_bm25_score(b->units[i].unit->idf, tf, gisa_bm25_norm(length));
    }
    b->wrong += st != GISA_OK || row != e->row || sum < score || sum > score;
    b->found++;
    return b->found == b->stop_after ? gisa_fail(err, GISA_EINVAL, "enough") : GISA_OK;
}

enum { UNITS = 4 };

static gisa_phrase_term terms[UNITS][2];
static gisa_unit_phrase phrases[UNITS];
static gisa_unit units[UNITS];

/* A word, a phrase, a frequent word for titles, a word that is not wanted. */
static size_t make_units(gisa_sweep_unit out[UNITS])
{
    static const char *const words[UNITS][2] = {
        {"w6", NULL}, {"w2", "w3"}, {"w1", NULL}, {"w5", NULL}};
    for (size_t i = 0; i < UNITS; i++) {
        phrases[i] = (gisa_unit_phrase){.phrase = {terms[i], 0, 0}, .weight = 1 - .1 * (double)i};
        for (size_t k = 0; k < 2 && words[i][k]; k++)
            terms[i][phrases[i].phrase.n++].form = gisa_str_from(words[i][k]);
        units[i] = (gisa_unit){
            .phrases = &phrases[i], .n = 1, .idf = 1 + (double)i, .title = i == 2};
        out[i] = (gisa_sweep_unit){
            .unit = &units[i], .clause = i < 3, .not_ = i == 3, .counts = i < 3};
    }
    return UNITS;
}

static void test_beside(gisa_store *s, size_t from, size_t to, const char *name)
{
    gisa_sweep_unit asked[UNITS];
    beside b = {.s = s, .units = asked, .n = make_units(asked)};
    gisa_error err = {0};
    int64_t row, end = to < s->roll.n ? s->roll.items[to].row : INT64_MAX;
    WENT(gisa_sweep_open(s, asked, b.n, s->roll.items[from].row, &b.sweep, &err), err, name);
    gisa_tally_sink sink = {compare, &b};
    WENT(gisa_tally_run(s, asked, b.n, from, to, sink, &err), err, name);
    OK(gisa_sweep_next(b.sweep, &row, &err) == GISA_END || row >= end, "none is left out");
    EQUAL(b.wrong, 0, name);
    OK(b.found > 100, name);
    gisa_sweep_close(b.sweep);
}

static void test_ends(gisa_store *s)
{
    gisa_sweep_unit asked[UNITS];
    beside b = {.s = s, .units = asked, .n = make_units(asked), .stop_after = 3};
    gisa_error err = {0};
    gisa_tally_sink sink = {compare, &b};
    WENT(gisa_sweep_open(s, asked, b.n, 1, &b.sweep, &err), err, "a walk");
    EQUAL(gisa_tally_run(s, asked, b.n, 0, s->roll.n, sink, &err), GISA_EINVAL, "the sink ends it");
    EQUAL(b.found, 3, "at once");
    EQUAL(gisa_tally_run(s, asked, b.n, 5, 5, sink, &err), GISA_OK, "no articles");
    EQUAL(gisa_tally_run(s, asked, 0, 0, s->roll.n, sink, &err), GISA_OK, "no units");
    EQUAL(b.found, 3, "nothing is found");
    gisa_sweep_close(b.sweep);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    test_beside(s, 0, s->roll.n, "all articles, lists in many segments");
    test_beside(s, 901, 3777, "some of the articles");
    gisa_sql_run(&s->sql, "INSERT INTO article_fts (article_fts) VALUES ('optimize')", &err);
    test_beside(s, 0, s->roll.n, "all articles, lists in one segment");
    test_beside(s, 2500, s->roll.n, "the last articles");
    test_ends(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
