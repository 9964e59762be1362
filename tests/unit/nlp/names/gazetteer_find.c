#include "base/buf.h"
#include "base/mem.h"
#include "nlp/names/gazetteer.h"
#include "tests/unit/test.h"

/* The surroundings of ambiguous spellings; test_gazetteer.c has the rest. */
static const char names[] = "quokka\tMODEL\t쿼카?|Quokka\tv\t연구실|-동물원\tzoo\n"
                            "zoo\tOG\t주랩스\n"
                            "emu\tMODEL\t에뮤새=\n"
                            "emu-4o\tMODEL\t에뮤새 4o\tv\n";

static const struct {
    const char *name, *text;
    size_t want;
} rows[] = {
    {"nothing speaks for it", "쿼카는 작다", 0},
    {"its cue speaks for it", "쿼카는 연구실에서 나왔다", 1},
    {"its maker speaks for it", "주랩스 쿼카는 작다", 2},
    {"its gloss speaks for it", "쿼카(Quokka)는 작다", 2},
    {"its version speaks for it", "쿼카 2.0은 작다", 1},
    {"a model beside it speaks for it", "에뮤새와 쿼카는", 2},
    {"a forbidden word speaks against it", "동물원 쿼카는 연구실에서", 0},
    {"another certain spelling speaks for it", "Quokka다. 그 뒤로 오래 걷고 또 걸어서 본 쿼카는",
     2},
};

int main(void)
{
    gisa_gazetteer *g = NULL;
    gisa_error err;
    gisa_arena arena = {0};
    gisa_gazetteer_hits hits;
    if (!WENT(gisa_gazetteer_open(gisa_str_from(names), &g, &err), err, "the names load"))
        return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        OK(gisa_gazetteer_find(g, gisa_str_from(rows[i].text), &arena, &hits, NULL) == GISA_OK,
           rows[i].name);
        EQUAL(hits.n, rows[i].want, rows[i].name);
    }
    gisa_arena_clear(&arena);
    OK(gisa_gazetteer_is_release(g, GISA_STR("에뮤새 4o")),
       "a release has a number and more words");
    OK(gisa_gazetteer_is_release(g, GISA_STR(" 에뮤새4O ")), "in any spacing and case");
    OK(!gisa_gazetteer_is_release(g, GISA_STR("쿼카")), "a name without a number is a line");
    OK(!gisa_gazetteer_is_release(g, GISA_STR("주랩스")), "one that takes no versions is itself");
    OK(!gisa_gazetteer_is_release(g, GISA_STR("랩스 4o")), "and no name is none");
    gisa_mem_fail_after(0);
    OK(gisa_gazetteer_find(g, GISA_STR("쿼카"), &arena, &hits, &err) == GISA_ENOMEM && hits.n == 0,
       "without memory nothing is found");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_arena_clear(&arena);
    gisa_gazetteer_close(g);
    return test_end();
}
