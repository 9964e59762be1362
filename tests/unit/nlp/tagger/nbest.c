#include "nlp/tagger/nbest.h"

#include "base/mem.h"
#include "corpus/data.h"
#include "nlp/tagger/tagger.h"
#include "tests/unit/test.h"

#define N 7

static const uint32_t cp[N] = {0xC815, 0xBD80, 0xB294, 0xC0C8, 0xB97C, 0xBD24, 0xB2E4};
static const uint8_t begins[N] = {1, 0, 0, 1, 0, 1, 0}; /* 정부는 새를 봤다 */
static const uint8_t free_start[N] = {0};

static bool distinct(const gisa_paths *p)
{
    for (uint32_t a = 0; a < p->n; a++)
        for (uint32_t b = 0; b < a; b++)
            if (memcmp(p->items[a].labels, p->items[b].labels, N * sizeof(uint16_t)) == 0)
                return false;
    return true;
}

static bool legal(const gisa_model *m, const gisa_path *p)
{
    for (uint32_t i = 0; i < N; i++)
        if (begins[i] && !m->labels[p->labels[i]].parts[0].begin) return false;
    return true;
}

static void test_paths(const gisa_model *m, gisa_arena *arena)
{
    uint16_t fixed[N];
    gisa_paths p, few;
    for (int i = 0; i < N; i++) fixed[i] = GISA_NBEST_OPEN;
    gisa_nbest_line line = {N, cp, begins, free_start, fixed};
    OK(gisa_nbest_find(m, &line, 20, arena, &p, NULL) == GISA_OK && p.n == 20, "twenty paths");
    OK(distinct(&p), "no two are the same");
    bool falls = true, sound = true;
    for (uint32_t k = 0; k < p.n; k++) {
        falls = falls && (k == 0 || p.items[k].score <= p.items[k - 1].score);
        sound = sound && legal(m, &p.items[k]);
    }
    OK(falls, "scores fall");
    OK(sound, "no morpheme crosses a space");
    OK(gisa_nbest_find(m, &line, 3, arena, &few, NULL) == GISA_OK && few.n == 3, "or three");
    for (uint32_t k = 0; k < few.n; k++)
        OK(memcmp(few.items[k].labels, p.items[k].labels, sizeof fixed) == 0,
           "which are the same as of twenty");
    fixed[1] = p.items[0].labels[1];
    OK(gisa_nbest_find(m, &line, 20, arena, &few, NULL) == GISA_OK, "with a label fixed");
    for (uint32_t k = 0; k < few.n; k++) EQUAL(few.items[k].labels[1], fixed[1], "it stays");
    uint8_t must[N] = {0};
    must[2] = 1;
    fixed[1] = GISA_NBEST_OPEN;
    line.must_begin = must;
    OK(gisa_nbest_find(m, &line, 20, arena, &few, NULL) == GISA_OK, "with a beginning known");
    for (uint32_t k = 0; k < few.n; k++)
        OK(m->labels[few.items[k].labels[2]].parts[0].begin, "a morpheme begins there");
    line.n = 0;
    OK(gisa_nbest_find(m, &line, 5, arena, &few, NULL) == GISA_OK && few.n == 0,
       "an empty line has no path");
}

/* On text whose eojeols are not remembered, the tagger's own path is the best one. */
static void test_tagger(const gisa_model *m, gisa_arena *arena)
{
    gisa_tagger *tagger = NULL;
    gisa_error err = {0};
    uint16_t fixed[N];
    gisa_paths p;
    for (int i = 0; i < N; i++) fixed[i] = GISA_NBEST_OPEN;
    gisa_nbest_line line = {N, cp, begins, free_start, fixed};
    if (!WENT(gisa_tagger_open(m, &tagger, &err), err, "the tagger opens")) return;
    gisa_tagger_use_frozen(tagger, false);
    const uint16_t *labels = gisa_tagger_labels(tagger, cp, begins, N);
    OK(gisa_nbest_find(m, &line, 1, arena, &p, NULL) == GISA_OK && p.n == 1 && labels &&
           memcmp(labels, p.items[0].labels, sizeof fixed) == 0,
       "the best path of a plain sentence is the tagger's");
    gisa_tagger_close(tagger);
}

static void test_memory(const gisa_model *m)
{
    uint16_t fixed[N];
    for (int i = 0; i < N; i++) fixed[i] = GISA_NBEST_OPEN;
    gisa_nbest_line line = {N, cp, begins, free_start, fixed};
    for (uint64_t allowed = 0; allowed < 100; allowed++) {
        gisa_arena arena = {0};
        gisa_paths p;
        gisa_mem_fail_after(allowed);
        gisa_status st = gisa_nbest_find(m, &line, 4, &arena, &p, NULL);
        gisa_mem_fail_after(GISA_MEM_NEVER);
        gisa_arena_clear(&arena);
        if (st == GISA_OK) break;
        EQUAL(st, GISA_ENOMEM, "every allocation may fail, cleanly");
    }
}

int main(void)
{
    gisa_model m;
    gisa_error err = {0};
    gisa_arena arena = {0};
    if (!WENT(gisa_model_view(gisa_data_find("lexicon/model.bin"), &m, &err), err, "a model"))
        return test_end();
    test_paths(&m, &arena);
    test_tagger(&m, &arena);
    test_memory(&m);
    gisa_arena_clear(&arena);
    return test_end();
}
