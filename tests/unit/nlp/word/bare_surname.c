#include "nlp/word/bare_surname.h"
#include "nlp/tagger/tagger.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text;
    int want; /* the code point marked, -1: none */
} rows[] = {
    {"이 before a title is a surname", "이 대표는 웃었다", 0},
    {"so is 안", "어제 안 의원이 왔다", 3},
    {"behind a quotation mark", "“정 교수, 오세요”", 1},
    {"with the polite form of a person", "이 씨도 왔다", 0},
    {"이 before another noun is no name", "이 회사는 컸다", -1},
    {"a longer word that begins with a title", "이 대표팀은 졌다", -1},
    {"한 before a title is one of them", "한 의원이 물었다", -1},
    {"전 before a title is a former one", "전 대표가 왔다", -1},
    {"a syllable inside a word", "나이 대표", -1},
    {"two spaces are no name", "이  대표", -1},
    {"the end of the text", "이 ", -1},
    {"nothing behind", "이", -1},
};

int main(void)
{
    gisa_text t = {0};
    uint16_t presets[64];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        int got = -1, marks = 0;
        OK(gisa_text_put(&t, gisa_str_from(rows[i].text), NULL) == GISA_OK, rows[i].name);
        memset(presets, 0, sizeof presets);
        gisa_bare_surnames_mark(&t, presets);
        for (uint32_t k = 0; k < t.n; k++)
            if (presets[k]) got = (int)k, marks++;
        EQUAL(got, rows[i].want, rows[i].name);
        EQUAL(marks, rows[i].want >= 0, rows[i].name);
        if (got >= 0)
            EQUAL(presets[got], GISA_PRESET_BEGIN | (GISA_TAG_NNP + 1), "it is a proper noun");
    }
    gisa_text_clear(&t);
    return test_end();
}
