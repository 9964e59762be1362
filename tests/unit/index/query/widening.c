#include "index/query/widening.h"

#include "tests/unit/test.h"

int main(void)
{
    gisa_spelling items[] = {{.text = GISA_STR("한국")},
                             {.text = GISA_STR("남한"), .loose = true},
                             {.text = GISA_STR("Korea")}};
    const gisa_spellings spellings = {.items = items, .n = 3};
    gisa_plan plan = {0};
    gisa_hits hits = {0};
    gisa_error err = {0};
    WENT(gisa_widening_put(&plan, GISA_STR("한국"), &spellings, false, &err), err, "a note");
    WENT(gisa_widening_put(&plan, GISA_STR("korea"), &spellings, true, &err), err, "another");
    items[0].text = items[2].text = GISA_NONE; /* notes have copies */
    WENT(gisa_widening_copy(&plan, &hits, &err), err, "copied");
    gisa_plan_clear(&plan);
    EQUAL(hits.n_widened, 2, "each");
    SAME_C(hits.widened[0].typed, "한국", "as it was typed");
    EQUAL(hits.widened[0].n, 2, "without what is wider or narrower, which counts nothing");
    SAME_C(hits.widened[0].spellings[1], "Korea", "with the others in order");
    EQUAL(hits.widened[1].n, 3, "with it in a list");
    SAME_C(hits.widened[1].spellings[1], "남한", "at its place");
    gisa_hits_clear(&hits);
    WENT(gisa_widening_copy(&plan, &hits, &err), err, "nothing was widened");
    EQUAL(hits.n_widened, 0, "and nothing is noted");
    gisa_hits_clear(&hits);
    return test_end();
}
