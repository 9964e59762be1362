#include "nlp/names/name_sum.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "corpus/data.h"
#include "nlp/names/name_feature.h"
#include "nlp/names/name_look.h"
#include "tests/unit/analyzed.h"

static gisa_name_model m;
static gisa_name_line line;

/* What a label weighs at a character: each of its features is looked up. */
static int weigh(uint32_t i, unsigned label)
{
    uint64_t features[GISA_NAME_FEATURES_MAX];
    int sum = 0;
    unsigned n = gisa_name_features(&line, i, features);
    for (unsigned k = 0; k < n; k++) {
        const gisa_name_row *row = gisa_name_row_find(&m, features[k]);
        if (row) sum += row->weights[label];
    }
    return sum;
}

/* Returns: how many sums of the text's lines are not those of the features. */
static unsigned compare(gisa_name_sums *s, gisa_str text, unsigned *weighed)
{
    unsigned wrong = 0;
    gisa_annotate(work, text, NULL, &a, NULL);
    for (size_t k = 0; k < a.n_sentences; k++)
        for (uint32_t at = 0; gisa_name_line_next(&line, text, &a, &a.sentences[k], &at);) {
            gisa_name_line_look(&line, &m.lexicon, 0);
            const gisa_name_sum *sums = gisa_name_sums_put(s, &line);
            for (uint32_t i = 0; i < line.n; i++)
                for (unsigned y = 0; y < GISA_NAME_LABELS && !line.idle[i]; y++) {
                    wrong += gisa_name_sum_of(&sums[i], y) != weigh(i, y);
                    *weighed += gisa_name_sum_of(&sums[i], y) != 0;
                }
        }
    return wrong;
}

/* More letters and pairs than are remembered. */
static void put_many(gisa_buf *text)
{
    for (uint32_t k = 0; k < 6000; k++) {
        char c[4];
        uint32_t cp = 0xAC00 + k * 7919 % 11172;
        gisa_buf_add(text, (gisa_str){c, gisa_utf8_put(c, cp)});
        if (k % 5 == 4) gisa_buf_add_c(text, k % 40 == 39 ? "다. " : " ");
    }
}

int main(void)
{
    gisa_str text = GISA_STR(
        "가온시 홍길동 시장과 이몽룡·성춘향 의원은 지난 3월 4일 오후 2시 나래전자 본사에서 만나 "
        "1,200억원을 들여 AI(인공지능) 반도체 공장을 짓기로 했다고 가온일보가 보도했다. 끝  ");
    gisa_error err = {0};
    gisa_name_sums *s = NULL;
    gisa_buf many = {0};
    unsigned weighed = 0;
    if (!analyzed_open()) return test_end();
    if (!WENT(gisa_name_model_view(gisa_data_find("lexicon/names.bin"), &m, &err), err, "a model"))
        return test_end();
    WENT(gisa_name_model_spread(&m, &err), err, "its rows are laid out");
    WENT(gisa_name_sums_open(&m, &s, &err), err, "a workspace opens");
    EQUAL(compare(s, text, &weighed), 0, "sums are those of the features");
    OK(weighed > 700, "which weigh something");
    EQUAL(compare(s, text, &weighed), 0, "those that are remembered, too");
    put_many(&many);
    EQUAL(compare(s, gisa_buf_view(&many), &weighed), 0, "and those that take another's slot");
    EQUAL(compare(s, text, &weighed), 0, "which is filled again");
    gisa_name_sums_close(s);
    gisa_mem_fail_after(0);
    OK(gisa_name_sums_open(&m, &s, NULL) == GISA_ENOMEM, "without memory there is none");
    gisa_mem_fail_after(GISA_MEM_NEVER);
    gisa_name_model_clear(&m);
    gisa_buf_clear(&many);
    analyzed_close();
    return test_end();
}
