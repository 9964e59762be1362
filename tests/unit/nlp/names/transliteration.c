#include "nlp/names/transliteration.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *hangul, *latin;
    bool alike;
} rows[] = {
    {"two words", "럭스 캐피탈", "Lux Capital", true},
    {"the second of two words is not the whole", "캐피탈", "Lux Capital", false},
    {"a word before it is not part of it", "미국 럭스 캐피탈", "Lux Capital", false},
    {"a person", "헨리 카터", "Henry Carter", true},
    {"c as s, a silent e", "앨리스", "Alice", true},
    {"g as j", "조지", "George", true},
    {"letters twice", "애플로", "Applow", true},
    {"a silent h at the start", "에르메", "Hermes", true},
    {"wh", "휘트니", "Whitney", true},
    {"th", "앤트로", "Anthro", true},
    {"Hangul and Latin mixed", "오픈AI", "OpenAI", true},
    {"vowels alone", "아이오", "Io", true},
    {"vowels alone and a consonant", "아이오", "Iota", false},
    {"the same number", "나루 2", "Naru 2", true},
    {"another number", "나루 2", "Naru 3", false},
    {"a number on one side", "나루", "Naru 3", false},
    {"a translation", "한국전자통신연구원", "ETRI", false},
    {"another start", "가나", "Dana", false},
    {"a fruit", "사과", "Apple", false},
    {"half of the letters are not there", "마루", "Marlon Brandt", false},
    {"an accent at the start", "에콜", "École", true},
};

int main(void)
{
    char text[200] = "", syllables[400] = "";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        EQUAL(gisa_sounds_alike(gisa_str_from(rows[i].hangul), gisa_str_from(rows[i].latin)),
              rows[i].alike, rows[i].name);
    for (int i = 0; i < 40; i++) strcat(text, "ba"), strcat(syllables, "바");
    OK(gisa_sounds_alike(gisa_str_from(syllables), gisa_str_from(text)), "forty consonants");
    strcat(text, "ba");
    OK(!gisa_sounds_alike(gisa_str_from(syllables), gisa_str_from(text)), "but not more");
    OK(!gisa_sounds_alike(GISA_NONE, GISA_STR("Naru")), "nothing sounds like something");
    OK(!gisa_sounds_alike(GISA_NONE, GISA_NONE), "nor like nothing");
    return test_end();
}
