/* Sentences whose eojeols any sane model reads alike. */
#include "nlp/facts/figure_claim.h"

#include "base/buf.h"
#include "tests/unit/analyzed.h"

/* What each figure counts, and whose it is: "noun/owner; …". */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a bare noun, and its owner without josa", "네이버 매출 1조원을 넘었다.", "매출/네이버; "},
    {"a possessor", "네이버의 매출은 1조원이다.", "매출/네이버; "},
    {"a subject, and the topic as its owner", "네이버는 매출이 약 1조원이다.", "매출/네이버; "},
    {"the noun after the figure", "딥시크는 100만 명의 이용자를 모았다.", "이용자/딥시크; "},
    {"the noun after 규모의", "네이버는 2억달러 규모의 투자를 정했다.", "투자/네이버; "},
    {"a noun of two words", "큐원의 파생 모델은 10만 개다.", "파생 모델/큐원; "},
    {"a noun that says little by itself", "이용자의 수는 10만 명이다.", "이용자의 수/-; "},
    {"words of the bound are no noun", "네이버는 이용자 최대 300만 명을 모았다.",
     "이용자/네이버; "},
    {"a noun without an owner", "사망자는 27만 명이다.", "사망자/-; "},
    {"a day is no noun", "네이버는 지난해 3조원을 벌었다.", "-/네이버; "},
    {"a subject that says nothing hides the one before", "업계는 그것이 10조원에 이른다고 본다.",
     "-/-; "},
    {"a length of time counts no subject", "네이버는 매출이 3년 만에 늘었다.", "-/-; "},
    {"a length of time after its noun", "그는 징역 3년을 받았다.", "징역/-; "},
    {"a share in a bracket", "이용자는 ‘좋아서’(48.2%)라고 답했다.", "-/-; "},
    {"who speaks does not own what is said", "네이버는 “이용자가 300만 명이다”라고 밝혔다.",
     "이용자/-; "},
    {"nothing before it", "10조원에 이른다.", "-/-; "},
    {"the owner is of the same sentence", "네이버가 왔다. 매출은 1조원이다.", "매출/-; "},
};

static void put(gisa_buf *out, gisa_span s, gisa_str text, const char *end)
{
    gisa_buf_add(out, s.end ? gisa_span_text(s, text) : GISA_STR("-"));
    gisa_buf_add_c(out, end);
}

int main(void)
{
    gisa_buf out = {0};
    if (!analyzed_open()) return test_end();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str s = gisa_str_from(rows[i].text);
        OK(gisa_annotate(work, s, NULL, &a, NULL) == GISA_OK, rows[i].name);
        gisa_buf_reset(&out);
        for (size_t k = 0; k < a.n_figures; k++) {
            put(&out, a.figures[k].noun, s, "/");
            put(&out, a.figures[k].owner, s, "; ");
        }
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_figure f = {.span = {0, 4}};
    gisa_annotation none = {.figures = &f, .n_figures = 1};
    gisa_figures_claim(GISA_STR("1조원"), &none);
    OK(f.noun.end == 0 && f.owner.end == 0, "without eojeols nothing is claimed");
    gisa_buf_clear(&out);
    analyzed_close();
    return test_end();
}
