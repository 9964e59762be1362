#include "base/keyboard.h"

#include "base/hangul.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *keys, *hangul; /* NULL: no syllables */
} rows[] = {
    {"syllables without finals", "rnrmf", "구글"},
    {"a consonant before a vowel leads it", "dpsqleldk", "엔비디아"},
    {"two consonants may be a final", "ekfrrhrl", "닭고기"},
    {"the second of them leads a vowel", "dksdkqk", "안아바"},
    {"vowels of two keys", "rhkgkrrltnfqn", "과학기술부"},
    {"shift doubles", "Rkcl", "까치"},
    {"and is nothing on other keys", "RNRMF", "꾸끌"},
    {"a lone consonant is no syllable", "rnr r", NULL},
    {"a lone vowel neither", "krnr", NULL},
    {"nor are most English words", "deepseek", NULL},
    {"other characters stay", "rnrmf3코리아", "구글3코리아"},
    {"without letters there is nothing to read", "3코", NULL},
};

static const struct {
    const char *hangul, *keys; /* NULL: no Hangul */
} back[] = {{"헷", "gpt"},
            {"ㅎㅔㅅ", "gpt"},
            {"챗ㅎㅔㅅ3", "cotgpt3"},
            {"닭괜ㄳ", "ekfrrhosrt"},
            {"gpt", NULL}};

/* Every syllable is what its keys are. */
static void test_all(void)
{
    size_t wrong = 0;
    gisa_buf text = {0}, keys = {0}, again = {0};
    for (uint32_t i = 0; i < GISA_HANGUL_SYLLABLES; i++) {
        gisa_buf_reset(&text);
        gisa_buf_reset(&keys);
        gisa_buf_reset(&again);
        gisa_buf_add_cp(&text, GISA_HANGUL_FIRST + i);
        gisa_buf_add_c(&text, "가힣");
        bool good = gisa_keyboard_latin(gisa_buf_view(&text), &keys) &&
                    gisa_keyboard_hangul(gisa_buf_view(&keys), &again);
        wrong += !good || !gisa_str_eq(gisa_buf_view(&text), gisa_buf_view(&again));
    }
    EQUAL(wrong, 0, "all syllables come back from their keys");
    gisa_buf_clear(&text);
    gisa_buf_clear(&keys);
    gisa_buf_clear(&again);
}

int main(void)
{
    gisa_buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_buf_reset(&out);
        bool good = gisa_keyboard_hangul(gisa_str_from(rows[i].keys), &out);
        OK(good == (rows[i].hangul != NULL), rows[i].name);
        if (rows[i].hangul) SAME_C(gisa_buf_view(&out), rows[i].hangul, rows[i].name);
    }
    for (size_t i = 0; i < sizeof back / sizeof *back; i++) {
        gisa_buf_reset(&out);
        OK(gisa_keyboard_latin(gisa_str_from(back[i].hangul), &out) == (back[i].keys != NULL),
           back[i].hangul);
        if (back[i].keys) SAME_C(gisa_buf_view(&out), back[i].keys, back[i].hangul);
    }
    test_all();
    gisa_buf_clear(&out);
    return test_end();
}
