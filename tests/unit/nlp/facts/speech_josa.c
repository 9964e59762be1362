#include "nlp/facts/speech_josa.h"

#include "base/buf.h"
#include "tests/unit/test.h"

typedef struct josa_row {
    const char *name, *rest;
    const char *want; /* "FORM TAG, " each */
} josa_row;

static const josa_row rows[] = {
    {"a topic", "는", "는 JX, "},
    {"a subject", "가", "가 JKS, "},
    {"two of them", "에서는", "에서 JKB, 는 JX, "},
    {"with and of", "와의", "와 JC, 의 JKG, "},
    {"a verb", "하며", ""},
    {"a josa and more", "는데", ""},
    {"two, and more", "에서는데", ""},
    {"nothing", "", ""},
};

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_morph josa[2];
        gisa_str text = gisa_str_from(rows[i].rest);
        size_t n = gisa_speech_josa(text, (gisa_span){0, (uint32_t)text.n}, josa);
        gisa_buf_reset(&got);
        gisa_buf_add_c(&got, "");
        for (size_t k = 0; k < n; k++)
            gisa_buf_addf(&got, "%.*s %s, ", (int)josa[k].form.n, josa[k].form.p,
                          gisa_tag_name(josa[k].tag));
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    EQUAL(gisa_speech_closes(GISA_STR("교수(경제학)"), 17), true, "a bracket closes");
    EQUAL(gisa_speech_closes(GISA_STR("교수(경제학)"), 6), false, "a syllable does not");
    gisa_buf_clear(&got);
    return test_end();
}
