#include "index/postings/term_ratios.h"

#include <math.h>

#include "index/postings/bm25.h"
#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

typedef struct seen {
    size_t n, at[4];
    double ratios[4];
} seen;

static void put(void *ctx, size_t at, double ratio)
{
    seen *w = ctx;
    if (w->n < 4) {
        w->at[w->n] = at;
        w->ratios[w->n] = ratio;
    }
    w->n++;
}

/* An occurrence in the title counts as two, and length is by the average. */
int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    gisa_leaf_segments segments = {0};
    seen found = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("a", "2025-01-01", NULL, "글", "모델 모델 모델"));
    tiny_add(s, tiny_record("b", "2025-01-02", NULL, "글", "다른 글"));
    tiny_add(s, tiny_record("c", "2025-01-03", NULL, "모델", "모델 이야기 하나 둘 셋 넷 다섯"));
    WENT(gisa_store_need_roll(s, &err), err, "the roll is read");
    WENT(gisa_leaf_segments_load(&s->sql, &segments, &err), err, "segments are known");
    WENT(gisa_term_ratios(s, &segments, GISA_STR("모델"), &s->roll, (gisa_ratio_sink){put, &found},
                          &err),
         err, "a list is read");
    EQUAL(found.n, 2, "each article that has the term is given once");
    OK(found.at[0] == 0 && found.at[1] == 2, "by its place in the roll");
    double average = gisa_roll_average(&s->roll);
    for (size_t i = 0; i < 2; i++) {
        double length = (double)s->roll.items[found.at[i]].length / average;
        OK(fabs(found.ratios[i] - 3 / gisa_bm25_norm(length)) < 1e-9,
           i ? "one in the title and one in the body are three" : "three in the body are three");
    }
    OK(found.ratios[0] > found.ratios[1], "the longer article has less");
    gisa_free(segments.items);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
