#include "nlp/names/entity_person.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a foreign body between", "홍길동 도화캐피탈(Dohwa Capital) 이사는", "홍길동"},
    {"the title of an unknown body", "배비장 소리군수는 웃었다", "배비장"},
    {"a title before the name", "배우 홍길동은 말했다", "홍길동"},
    {"a name behind 의", "조합의 막동 대표는 “그렇다”고 했다", "막동"},
    {"a topic is no name", "노래를 배우는 이사는 많다", ""},
    {"a connective is no name", "그래서 설명서 첫 장에", ""},
    {"a university is no name", "한빛대 교수는 말했다", ""},
    {"an age without a title", "홍길동(45)은 웃었다", "홍길동"},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_arena arena = {0};
        gisa_annotation a = {0};
        gisa_words w = {0};
        gisa_claims c = {.arena = &arena};
        gisa_str s = gisa_str_from(rows[i].text);
        OK(gisa_words_cut(s, &arena, &w) == GISA_OK && gisa_people_claim(s, &w, &a, &c) == GISA_OK,
           rows[i].name);
        gisa_str got = c.n ? gisa_span_text(c.items[0].entity.span, s) : GISA_STR("");
        SAME_C(got, rows[i].want, rows[i].name);
        gisa_arena_clear(&arena);
    }
    return test_end();
}
