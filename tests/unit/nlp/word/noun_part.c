#include "nlp/word/noun_part.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static uint32_t slots[256];
static const gisa_wordset words = {slots, 255};

static void know(const char *word, unsigned classes)
{
    gisa_str s = gisa_str_from(word);
    uint64_t hash = GISA_WORD_SEED;
    for (size_t i = 0; i < s.n;) {
        uint32_t cp;
        i += gisa_utf8_next(s, i, &cp);
        hash = gisa_word_roll(hash, cp);
    }
    gisa_wordset_put(slots, words.mask, hash, classes);
}

static const struct {
    const char *name, *noun, *head; /* a loose head has ~ before it */
} rows[] = {
    {"what a place is named by", "고양시", "고양"},
    {"of a district", "서대문구", "서대문"},
    {"of a town", "가곡면", "가곡"},
    {"a city nobody lists, of a known name", "가온시", "가온"},
    {"a word with the same end is none of a city", "선거시", "~선거"},
    {"a station is about what stops there", "기차역", "기차"},
    {"a worker is not about work", "노동자", "~노동"},
    {"an ism is not about what it is of", "노동주의", "~노동"},
    {"an ism of what nobody knows has no head", "누리주의", ""},
    {"a head nobody knows is none", "누리역", ""},
    {"what may be a josa has a noun before it", "부인과", "부인"},
    {"a josa that cannot follow is none", "소아과", "~소아"},
    {"a subject's josa ends too many nouns", "부인이", ""},
    {"one syllable is no head", "서역", ""},
    {"nor is a word a head of itself", "기차", ""},
    {"a verb is no head", "달리기", ""},
};

int main(void)
{
    know("가온", GISA_WORD_NAME);
    know("달리", GISA_WORD_VERB);
    static const char *const nouns[] = {"선거", "기차", "노동", "부인", "소아"};
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) know(nouns[i], GISA_WORD_NOUN);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char got[64];
        bool loose;
        gisa_str head = gisa_noun_head(words, gisa_str_from(rows[i].noun), &loose);
        snprintf(got, sizeof got, "%s%.*s", loose ? "~" : "", GISA_ARG(head));
        if (!head.n) got[0] = '\0';
        SAME_C(gisa_str_from(got), rows[i].head, rows[i].name);
    }
    OK(gisa_noun_is_place(GISA_STR("공주시")), "a city that is also a word is a place as a whole");
    OK(!gisa_noun_is_place(GISA_STR("고양군")), "with what it is not governed as it is none");
    OK(!gisa_noun_is_place(GISA_STR("시")), "nor is a tail alone");
    OK(!gisa_noun_is_place(GISA_STR("")), "nor nothing");
    OK(gisa_is_noun_tail(0xC5ED), "역 is a tail");
    OK(!gisa_is_noun_tail(0xB8E8), "루 is none");
    return test_end();
}
