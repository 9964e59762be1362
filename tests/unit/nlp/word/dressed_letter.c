#include "nlp/word/dressed_letter.h"

#include "base/utf8.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *from, *want; /* want is empty: it is read as it is */
} rows[] = {
    {"a unit in one character is its letters", "㎏", "kg"},
    {"a square one has its number", "㎡", "m2"},
    {"a degree has its letter", "℃", "°C"},
    {"a company's mark is in brackets", "㈜", "(주)"},
    {"a circled number is a number", "①", "1"},
    {"one of two digits has both", "⑳", "20"},
    {"a black one is one too", "❶", "1"},
    {"and the last of them is ten", "➓", "10"},
    {"a number with a point keeps it", "⒈", "1."},
    {"a Roman number is letters", "Ⅲ", "III"},
    {"an exponent is a digit", "²", "2"},
    {"a fraction has a slash", "½", "1/2"},
    {"a mathematical letter is a letter", "𝐀", "A"},
    {"the money sign of full width is the other", "￦", "₩"},
    {"half-width middle dot", "･", "·"},
    {"old Korean letter as a dot", "ㆍ", "·"},
    {"a bullet is a dot", "•", "·"},
    {"the dot itself stays", "·", ""},
    {"a trade mark says nothing", "™", ""},
    {"three points stay one mark", "…", ""},
    {"a jamo stays", "ㄱ", ""},
    {"a syllable stays", "가", ""},
    {"a Hanja stays", "新", ""},
    {"a plain letter stays", "k", ""},
    {"what is made of too many stays", "\u327c", "참고"},
    {"a name of an era too long stays", "\u33ff", "gal"},
};

int main(void)
{
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t cp, out[GISA_UNDRESSED_MAX];
        gisa_utf8_next(gisa_str_from(rows[i].from), 0, &cp);
        size_t n = gisa_undress(cp, out);
        gisa_buf_reset(&got);
        for (size_t k = 0; k < n; k++) gisa_buf_add_cp(&got, out[k]);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    OK(gisa_is_middle_dot(0x30FB) && gisa_is_middle_dot(0xB7), "dots are known");
    OK(!gisa_is_middle_dot('.') && !gisa_is_middle_dot(','), "full stop and comma are none");
    gisa_buf_clear(&got);
    return test_end();
}
