#include "nlp/rules.h"
#include "test.h"

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

int main(void)
{
    gisa_text t = {0};
    gisa_pieces p = {0};
    gisa_buf got = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_pieces_reset(&p);
        gisa_buf_reset(&got);
        OK(gisa_text_put(&t, gisa_str_from(rows[i].word), NULL) == GISA_OK, rows[i].name);
        OK(gisa_rules_run(&t, (gisa_range){0, t.n}, &p, NULL) == GISA_OK, rows[i].name);
        for (uint32_t k = 0; k < p.n; k++) {
            for (uint32_t c = 0; c < p.items[k].n_form; c++)
                gisa_buf_add_cp(&got, p.forms[p.items[k].form + c]);
            gisa_buf_addf(&got, "/%s ", gisa_tag_name(p.items[k].tag));
        }
        SAME_C(gisa_buf_view(&got), rows[i].want, rows[i].name);
    }
    gisa_buf_clear(&got);
    gisa_pieces_clear(&p);
    gisa_text_clear(&t);
    return test_end();
}
