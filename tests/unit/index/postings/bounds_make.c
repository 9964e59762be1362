#include "index/postings/bounds_make.h"

#include "index/postings/bounds.h"
#include "tests/unit/bounded.h"
#include "tests/unit/test.h"

/* bounds_sum.c compares what is made with scores. */
int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    static uint8_t steps[LISTS_ARTICLES];
    bool found = true;
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    EQUAL(s->roll.n_fresh, s->roll.n, "all articles are fresh at first");
    WENT(gisa_bounds_need(s, &err), err, "a store without bounds");
    EQUAL(s->bounds.n, 0, "has no ranges");
    WENT(bounded_make(s, &err), err, "bounds are made");
    EQUAL(s->roll.n_fresh, 0, "no article is fresh");
    WENT(gisa_bounds_need(s, &err), err, "they are read");
    EQUAL(s->bounds.n, (s->roll.n + GISA_BOUNDS_RANGE - 1) / GISA_BOUNDS_RANGE, "all ranges");
    OK(gisa_bounds_of_term(s, GISA_STR("w0"), steps, &found, &err) == GISA_OK && found && steps[0],
       "a frequent term has bounds");
    OK(gisa_bounds_of_term(s, GISA_STR("w13"), steps, &found, &err) == GISA_OK && !found,
       "a rare one has none");
    tiny_add(s, tiny_record("new", "2024-06-06", NULL, "w1", "w0 w0"));
    WENT(gisa_store_need_roll(s, &err), err, "an article comes in");
    EQUAL(s->roll.n_fresh, 1, "it is fresh");
    WENT(gisa_bounds_need(s, &err), err, "bounds are read again");
    size_t fresh = 0;
    for (size_t i = 0; i < s->bounds.n; i++) fresh += s->bounds.fresh[i];
    EQUAL(fresh, 1, "and so is its range");
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
