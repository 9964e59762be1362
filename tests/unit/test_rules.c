#include "nlp/rules.h"
#include "tests/unit/pieces.h"

static const struct {
    const char *name, *word, *want;
} rows[] = {
    {"a josa is stripped", "정부가", "정부/NNG 가/JKS "},
    {"a josa must agree with the final consonant", "회의", "회/NNG 의/JKG "},
    {"을 stands behind a final consonant only", "마을", "마을/NNG "},
    {"a mixed name keeps together", "오픈AI가", "오픈AI/NNP 가/JKS "},
    {"letters and digits keep together", "GPT-4o를", "GPT-4o/NNP 를/JKO "},
    {"a light verb behind a noun is an ending", "공개했다.", "공개/NNG 했다/XSV ./SF "},
    {"marks are symbols", "(모델)", "(/SS 모델/NNG )/SS "},
    {"a number keeps its point", "3.5%", "3.5/SN %/SW "},
    {"Hanja is SH", "美", "美/SH "},
};

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

int main(void)
{
    gisa_text t = {0};
    gisa_pieces p = {0};
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_pieces_reset(&p);
        OK(gisa_text_put(&t, gisa_str_from(rows[i].word), NULL) == GISA_OK, rows[i].name);
        OK(gisa_rules_run(&t, (gisa_range){0, t.n}, &p, NULL) == GISA_OK, rows[i].name);
        test_spell(&p, &got);
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        OK(gisa_text_put(&t, gisa_str_from(ends[i].word), NULL) == GISA_OK, ends[i].name);
        gisa_ending e = gisa_rules_ending(&t, (gisa_range){0, t.n}, 2);
        EQUAL(e.n, ends[i].n, ends[i].name);
        EQUAL(e.light, ends[i].light, ends[i].name);
    }
    gisa_buf_clear(&got);
    gisa_pieces_clear(&p);
    gisa_text_clear(&t);
    return test_end();
}
