#include "nlp/names/gazetteer_edge.h"

#include "base/hangul.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *run, *before;
    bool tail;
} rows[] = {
    {"nothing at all", "", "글", true},
    {"은 joins a final consonant", "은", "글", true},
    {"은 joins no vowel", "은", "타", false},
    {"는 joins a vowel", "는", "타", true},
    {"로 joins ㄹ", "로", "글", true},
    {"으로 joins no vowel", "으로", "타", false},
    {"josa stack", "에서는", "글", true},
    {"the copula", "입니다", "글", true},
    {"a suffix", "측", "글", true},
    {"a suffix with josa", "측은", "글", true},
    {"two suffixes with josa", "모델들이", "글", true},
    {"another word", "버스", "타", false},
    {"a Latin letter takes either", "는", "T", true},
};

int main(void)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t last;
        gisa_utf8_next(gisa_str_from(rows[i].before), 0, &last);
        OK(gisa_is_tail(gisa_str_from(rows[i].run), last) == rows[i].tail, rows[i].name);
    }
    gisa_str s = GISA_STR("중美A1");
    EQUAL(gisa_script_at(s, 0), GISA_SCRIPT_HANGUL, "Hangul is seen");
    EQUAL(gisa_script_at(s, 3), GISA_SCRIPT_HANJA, "Hanja is seen");
    EQUAL(gisa_script_at(s, 6), GISA_SCRIPT_LATIN, "Latin is seen");
    EQUAL(gisa_script_at(s, 7), GISA_SCRIPT_DIGIT, "a digit is seen");
    EQUAL(gisa_script_at(s, 8), GISA_SCRIPT_NONE, "the end is seen");
    EQUAL(gisa_script_before(s, 0), GISA_SCRIPT_NONE, "the beginning is seen");
    EQUAL(gisa_script_before(s, 6), GISA_SCRIPT_HANJA, "the character before is seen");
    SAME_C(gisa_hangul_run(GISA_STR("구글이 또"), 0), "구글이", "a run ends at the space");
    OK(gisa_name_begins(GISA_STR("국내GPT"), 6), "Latin begins behind Hangul");
    OK(!gisa_name_begins(GISA_STR("xGPT"), 1), "Latin does not begin behind Latin");
    OK(!gisa_name_begins(GISA_STR("a@openai"), 2), "an address is no name");
    OK(!gisa_name_ends(GISA_STR("openai.com"), 0, 6), "a host is no name");
    OK(gisa_name_ends(GISA_STR("OpenAI. 끝"), 0, 6), "a full stop ends a name");
    return test_end();
}
