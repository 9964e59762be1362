#include "nlp/names/entity_body.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"an ending makes a name", "두레소프트가 왔다", "두레소프트"},
    {"a part goes with it", "온누리재단 공급망보안센터는", "온누리재단 공급망보안센터"},
    {"a university before its people", "새솔대 학생들이", "새솔대"},
    {"a time is no university", "새시대 학생들이", ""},
    {"a place before its people", "솔뫼군 주민들은", "솔뫼군"},
    {"a team has its owner's name", "넥센 히어로즈가 왔다", "넥센 히어로즈"},
    {"a team goes by its own", "그날 히어로즈가 왔다", "히어로즈"},
    {"but it is a word of its own", "히어로즈물이 왔다", ""},
    {"a comparison is no newspaper", "전 거래일보다 올랐다", ""},
    {"a bare ending is none", "은행이 올랐다", ""},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_arena arena = {0};
        gisa_words w = {0};
        gisa_claims c = {.arena = &arena};
        gisa_str s = gisa_str_from(rows[i].text);
        OK(gisa_words_cut(s, &arena, &w) == GISA_OK && gisa_bodies_claim(s, &w, &c) == GISA_OK,
           rows[i].name);
        gisa_str got = c.n ? gisa_span_text(c.items[0].entity.span, s) : GISA_STR("");
        SAME_C(got, rows[i].want, rows[i].name);
        gisa_arena_clear(&arena);
    }
    return test_end();
}
