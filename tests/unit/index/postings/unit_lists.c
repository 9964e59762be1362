#include "index/postings/unit_lists.h"

#include "base/mem.h"

#include "index/index_tuning.h"
#include "tests/unit/lists.h"
#include "tests/unit/test.h"

/* How often a unit is in each article, beside how often its words are counted by FTS5's rows; the
 * walks have tests of their own (sweep.c, tally.c). */
static void test_unit(gisa_store *s)
{
    gisa_phrase_term terms[] = {{GISA_STR("w2"), false}, {GISA_STR("w3"), false}};
    gisa_unit_phrase phrases[] = {{.phrase = {terms, 1, 0}, .weight = 1},
                                  {.phrase = {terms, 2, 0}, .weight = .5}};
    const gisa_unit unit = {.phrases = phrases, .n = 2};
    gisa_arena arena = {0};
    gisa_leaf_segments segments;
    gisa_list_unit u = {0};
    gisa_list_counter counter = gisa_list_counter_make(s);
    gisa_error err = {0};
    size_t found[2] = {0, 0}, wrong = 0;
    gisa_leaf_segments_load(&s->sql, &segments, &err);
    WENT(gisa_list_unit_open(&arena, s, &segments, &unit, &u, &err), err, "its lists are opened");
    OK(u.n == 2 && u.phrases[0].alone && !u.phrases[1].alone, "one term is read by itself");
    for (size_t i = 0; i < u.n; i++) {
        gisa_list_phrase *p = &u.phrases[i];
        for (int64_t last = 0;
             gisa_list_phrase_seek(p, last + 1, &err) == GISA_OK && p->row != GISA_POSTINGS_END;
             last = p->row) {
            wrong += gisa_list_phrase_count(&counter, &u, p, &err) != GISA_OK || p->row <= last;
            double weight = p->weight * (GISA_TITLE_WEIGHT * p->in_title + p->in_body);
            wrong += gisa_list_weigh(p->weight, false, p->in_title, p->in_body) > weight + 1e-9;
            wrong += gisa_list_weigh(p->weight, false, p->in_title, p->in_body) < weight - 1e-9;
            found[i] += p->in_title + p->in_body > 0;
        }
    }
    EQUAL(wrong, 0, "in ascending order, the title counted as several");
    OK(found[0] > found[1] && found[1] > 0, "a phrase is in some of its words' articles");
    gisa_list_unit_close(&u);
    gisa_list_counter_clear(&counter);
    gisa_free(segments.items);
    gisa_arena_clear(&arena);
}

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    lists_fill(s);
    test_unit(s);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
