#include "base/initials.h"

#include "tests/unit/test.h"

static const struct {
    const char *name, *typed, *text;
    bool matches;
} rows[] = {
    {"each consonant begins a syllable", "ㄷㅅㅋ", "딥시크", true},
    {"blanks do not count", "ㅇㅍㅅㅅ", "오픈 소스", true},
    {"joined consonants are two", "ㄳㅇㅅ", "가수 이순", true},
    {"each of the joined ones", "ㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "노자나하라가라마라바라사라타라파라하바사",
     true},
    {"doubled ones are one", "ㅆㄲㄸㅃㅉ", "싸까따빠짜", true},
    {"the last of the letters too", "ㅊㅋㅌㅍㅎ", "차카타파하", true},
    {"a doubled one is another", "ㄱㅅ", "까수", false},
    {"a syllable more is another word", "ㄷㅅ", "딥시크", false},
    {"and one less", "ㄷㅅㅋㄹ", "딥시크", false},
    {"a syllable that begins otherwise", "ㄷㅅㅋ", "딥시그", false},
    {"letters of another script", "ㄷㅅㅋ", "딥ai크", false},
};

int main(void)
{
    gisa_initials got;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        OK(gisa_initials_parse(gisa_str_from(rows[i].typed), &got), rows[i].name);
        OK(gisa_initials_match(&got, gisa_str_from(rows[i].text)) == rows[i].matches, rows[i].name);
    }
    OK(!gisa_initials_parse(GISA_STR("ㄷ"), &got), "a single consonant is none");
    OK(!gisa_initials_parse(GISA_STR("ㄷㅏ"), &got), "nor is a vowel");
    OK(!gisa_initials_parse(GISA_STR("ㄷ딥"), &got), "nor a syllable");
    OK(!gisa_initials_parse(GISA_STR("ㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷㄷ"), &got),
       "nor so many");
    return test_end();
}
