#include "nlp/word/protected_span.h"
#include "nlp/tagger/tagger.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *text, *want; /* what is marked, each with a bar behind it */
} rows[] = {
    {"a model's name with a hyphen", "GPT-4o를 썼다", "GPT-4o|"},
    {"an abbreviation with its point", "U.S. 법과 Dr. 김", "U.S.|Dr.|"},
    {"이 between a bracket and a word", "제1조(목적) 이 법은", "이|"},
    {"nor a josa in its place", "법(안)이 나왔다", ""},
    {"nor one that ends a text", "법(안) 이", ""},
    {"an ampersand between letters", "R&D 투자", "R&D|"},
    {"a generation", "5G 통신", "5G|"},
    {"a number and its unit are two things", "10km 밖", ""},
    {"a decimal number", "26.1% 늘어", "26.1|"},
    {"thousands", "1,000명", "1,000|"},
    {"a date with points", "2020.11.22", "2020.11.22|"},
    {"a version behind a Hangul name", "딥가온-R1이", "딥가온-R1|"},
    {"one letter joined with Hangul", "K-팝을", "K-팝|"},
    {"two words joined are no name", "LG-삼성", ""},
    {"an address", "https://example.com/a?b=1 참고", "https://example.com/a?b=1|"},
    {"a full stop behind an address is none of it", "www.example.com.", "www.example.com|"},
    {"an e-mail address", "hong@example.co.kr로", "hong@example.co.kr|"},
    {"a surname before a title", "이 의원은", "이|"},
    {"plain words are left to the tagger", "정부가 AI를", ""},
};

int main(void)
{
    gisa_text t = {0};
    gisa_buf got = {0};
    uint16_t presets[256];
    gisa_wordset none = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        OK(gisa_text_put(&t, gisa_str_from(rows[i].text), NULL) == GISA_OK, rows[i].name);
        memset(presets, 0, sizeof presets);
        gisa_protected_spans_mark(&t, NULL, none, presets);
        gisa_buf_reset(&got);
        for (uint32_t k = 0; k < t.n; k++) {
            if (presets[k]) gisa_buf_add_cp(&got, t.cp[k]);
            if (presets[k] && !(presets[k + 1] & GISA_PRESET_INSIDE)) gisa_buf_add_char(&got, '|');
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
    gisa_text_clear(&t);
    return test_end();
}
