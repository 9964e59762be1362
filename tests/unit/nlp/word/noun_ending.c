#include "nlp/word/noun_ending.h"
#include "tests/unit/test.h"

static const struct {
    const char *name, *word;
    uint32_t n;
    bool light;
} ends[] = {
    {"the longest josa", "정부에서는", 3, false},
    {"a form of 하다 before any josa", "공개했다고", 3, true},
    {"a josa that does not agree, where there is no other", "정부를을", 1, false},
    {"too little would be left", "회의", 0, false},
    {"nothing stands behind", "정부", 0, false},
};

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
    gisa_text t = {0};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        OK(gisa_text_put(&t, gisa_str_from(ends[i].word), NULL) == GISA_OK, ends[i].name);
        gisa_noun_ending e = gisa_noun_ending_find(&t, (gisa_range){0, t.n}, 2);
        EQUAL(e.n, ends[i].n, ends[i].name);
        EQUAL(e.light, ends[i].light, ends[i].name);
    }
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        EQUAL(gisa_symbol_tag(symbols[i].cp), symbols[i].tag, symbols[i].name);
    gisa_text_clear(&t);
    return test_end();
}
