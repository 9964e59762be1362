#include "nlp/text.h"
#include "tests/unit/test.h"

/* The code points as UTF-8. */
static void spell(const gisa_text *t, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (uint32_t i = 0; i < t->n; i++) gisa_buf_add_cp(out, t->cp[i]);
}

static const struct {
    const char *name, *bytes, *want;
} rows[] = {
    {"composed text stays as it is", "딥시크 R1", "딥시크 R1"},
    {"conjoining jamo become a syllable", "\u1112\u1161\u11ab글", "한글"},
    {"a syllable takes the final consonant behind it", "가\u11a8", "각"},
    {"full-width letters and digits become half width", "ＧＰＴ４　는", "GPT4 는"},
    {"a combining accent joins its letter", "Cafe\u0301", "Café"},
    {"soft hyphens and zero-width characters vanish", "오\u00ad픈\u200b소스\ufeff", "오픈소스"},
    {"a compatibility ideograph becomes the unified one", "\uf9f4", "\u6797"},
    {"low quotation marks are quotation marks", "„가‟", "“가“"},
    {"control bytes vanish, a tab stays", "가\x01\t나", "가\t나"},
    {"lone jamo stay", "ㅋㅋ", "ㅋㅋ"},
};

static void test_rows(void)
{
    gisa_text t = {0};
    gisa_buf got = {0};
    gisa_error err = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        WENT(gisa_text_put(&t, gisa_str_from(rows[i].bytes), &err), err, rows[i].name);
        spell(&t, &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
    gisa_text_clear(&t);
}

static void test_map_back(void)
{
    gisa_text t = {0};
    gisa_str bytes = GISA_STR("A\u1112\u1161\u11ab\u00ad나\xff다");
    OK(gisa_text_put(&t, bytes, NULL) == GISA_OK, "any bytes are taken");
    EQUAL(t.n, 5, "A, 한, 나, a replacement and 다");
    EQUAL(t.at[1], 1, "the composed syllable begins where its first jamo does");
    EQUAL(t.end[1], 10, "and ends where its last jamo does");
    EQUAL(t.at[2], 12, "the soft hyphen is a gap");
    EQUAL(t.cp[3], 0xFFFD, "an ill-formed byte counts as one character");
    EQUAL(t.n_bad, 1, "and is counted");
    EQUAL(gisa_text_index(&t, 12), 2, "an offset finds its character");
    EQUAL(gisa_text_index(&t, 2), 2, "an offset inside a character finds the next one");
    gisa_span s = gisa_text_span(&t, 1, 3);
    EQUAL(s.end - s.start, 14, "a span takes in the gap inside it");
    gisa_text_clear(&t);
}

static void test_classes(void)
{
    EQUAL(gisa_char_class_of(0xAC00), GISA_CHAR_HANGUL, "가 is Hangul");
    EQUAL(gisa_char_class_of(0x3131), GISA_CHAR_JAMO, "ㄱ is a jamo");
    EQUAL(gisa_char_class_of(0x7F8E), GISA_CHAR_HANJA, "美 is Hanja");
    EQUAL(gisa_char_class_of(0x300C), GISA_CHAR_OPEN, "a corner bracket opens");
    EQUAL(gisa_char_class_of(0x300D), GISA_CHAR_CLOSE, "and closes");
    EQUAL(gisa_char_class_of(0xB7), GISA_CHAR_COMMA, "a middle dot lists");
    EQUAL(gisa_char_class_of(0x1F600), GISA_CHAR_SYMBOL, "an emoji is a symbol");
    EQUAL(gisa_char_class_of(0x3042), GISA_CHAR_KANA, "あ is kana");
}

static const struct {
    const char *name;
    uint32_t cp;
    gisa_tag tag;
} symbols[] = {
    {"a syllable is for the tagger", 0xAC00, GISA_TAG_COUNT},
    {"so is a letter of one", 0x314B, GISA_TAG_COUNT},
    {"a Chinese character", 0x7F8E, GISA_TAG_SH},
    {"an ellipsis", 0x2026, GISA_TAG_SE},
    {"a wave", '~', GISA_TAG_SO},
    {"a digit", '7', GISA_TAG_SN},
};

int main(void)
{
    test_rows();
    test_map_back();
    test_classes();
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        EQUAL(gisa_symbol_tag(symbols[i].cp), symbols[i].tag, symbols[i].name);
    return test_end();
}
