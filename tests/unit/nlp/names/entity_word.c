#include "nlp/names/entity_word.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *word;
    gisa_name_look want;
} looks[] = {
    {"a surname and two syllables of names", "홍길동", GISA_LOOK_STRONG},
    {"a long surname", "제갈공명", GISA_LOOK_STRONG},
    {"a surname and one syllable", "조웅", GISA_LOOK_WEAK},
    {"no surname", "숙향", GISA_LOOK_LOOSE},
    {"a word that only looks so", "이사회", GISA_LOOK_NONE},
    {"a syllable", "김", GISA_LOOK_NONE},
    {"too long", "홍길동전집", GISA_LOOK_NONE},
};

int main(void)
{
    gisa_arena arena = {0};
    gisa_words w = {0};
    gisa_str text = GISA_STR("(서울=한빛) GPT-4o가 “왔다”.\n또 A.I. 3.5");
    OK(gisa_words_cut(text, &arena, &w) == GISA_OK, "a text is cut");
    EQUAL(w.n, 7, "into runs of letters and digits");
    EQUAL(w.items[0].before, '(', "a bracket opens before the first");
    SAME_C(gisa_span_text(w.items[2].span, text), "GPT-4o가", "a hyphen inside a name joins");
    OK(!w.items[2].hangul && w.items[0].hangul, "Hangul alone is known");
    EQUAL(w.items[3].before, '"', "a quotation mark is seen");
    EQUAL(w.items[4].before, '\n', "a line begins");
    SAME_C(gisa_span_text(w.items[6].span, text), "3.5", "a decimal point joins");
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        EQUAL(gisa_name_look_of(gisa_str_from(looks[i].word)), looks[i].want, looks[i].name);

    gisa_endings titles;
    size_t n;
    gisa_titles_init(&titles);
    SAME_C(gisa_endings_stem(&titles, GISA_STR("정보화팀장은"), &n), "정보화팀장", "josa fall off");
    EQUAL(n, 6, "the ending is the title");
    SAME(gisa_endings_stem(&titles, GISA_STR("정보화팀을"), &n), GISA_NONE, "no title, no stem");
    EQUAL(gisa_endings_find(&titles, GISA_STR("부회장")), 9, "the longest ending counts");
    EQUAL(gisa_endings_find(&titles, GISA_STR("")), 0, "nothing ends in nothing");
    gisa_arena_clear(&arena);
    return test_end();
}
