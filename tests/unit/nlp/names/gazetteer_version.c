#include "nlp/names/gazetteer_version.h"

#include "tests/unit/test.h"

/* The version is looked for behind the bar. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a letter behind the number", "GPT|-4o가", "-4o"},
    {"a letter before the number", "딥시크|-R1을", "-R1"},
    {"a decimal and a size", "라마| 3.3 70B 모델", " 3.3 70B"},
    {"a date of the version", "R1|-0528", "-0528"},
    {"a word of Latin letters", "클로드| Opus 4.1", " Opus 4.1"},
    {"a word of Hangul", "o3|-미니는", "-미니"},
    {"a name of a tier", "GPT|-5.6 솔과", "-5.6 솔"},
    {"a long word of Hangul", "제미나이| 3.1 플래시라이트를", " 3.1 플래시라이트"},
    {"a word that only begins as one", "GPT| 솔루션", ""},
    {"a number right behind", "큐원|3는", "3"},
    {"experts and size", "믹스트랄| 8x7B", " 8x7B"},
    {"a number before the full stop", "라마| 4.", " 4"},
    {"no version", "라마|는 크다", ""},
    {"a count", "라마| 3마리", ""},
    {"ten thousands", "큐원| 3만 건", ""},
    {"a year", "딥시크| 2025년", ""},
    {"a percentage", "큐원| 26%", ""},
    {"a word that goes on", "제미나이| 프로그램", ""},
    {"the end of the text", "GPT|", ""},
    {"a hyphen at the end of the text", "GPT|-", ""},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[128];
        gisa_str all = gisa_str_from(rows[i].text);
        size_t at = gisa_str_find_byte(all, '|', 0);
        memcpy(text, all.p, at);
        memcpy(text + at, all.p + at + 1, all.n - at - 1);
        gisa_str s = {text, all.n - 1};
        SAME_C(gisa_str_cut(s, at, gisa_version_end(s, at)), rows[i].want, rows[i].name);
    }
    return test_end();
}
