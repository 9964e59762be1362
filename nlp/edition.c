#include "nlp/edition.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/hash.h"
#include "corpus/data.h"
#include "nlp/facts/figure_scan.h"
#include "nlp/tagger/model.h"

/* Compounds, josa, endings, contractions, foreign names, Hanja, figures: what rules of terms are
 * about. */
static const char *const probes[] = {
    "미르AI는 3일 오픈소스 언어모델 '가온-1'을 허깅페이스에 공개했다고 밝혔다.",
    "산골도서관에서 할머니들이 손주에게 쓴 편지를 번역해 주었으며, 값은 26.1% 내렸다.",
    "美 상무부, 딥시크 R1 접속 차단 검토…“개인정보보호위원회와 협의할 것”",
    "새 모델을 냈다. 값은 그대로다.",
    "이날 기차역에 모인 노동자와 재개발을 막는 서대문구 주민이 사회주의자를 만났고, 젬마만 남았다.",
    "산·학·연이 新기술 5만장과 11만 5천 개, 천만 명분 3㎏을 ㈜가온에서 받았다.",
    "빨라진 반도체 공급망을 두고 정부와 기업들이 3조5000억원을 나눠 내기로 했지만 어려웠다.",
};

/* Ways to write numbers, units, and what is no figure. */
static const char figure_probe[] = "1만 2천 명, 10억 5천 185만 달러, 1만 2000원, 삼천오백 개, "
                                   "스물두 곳, -3.0%, 마이너스 2.5%, 3분의1, "
                                   "3~5만 건, 10-15%, $300만, 반년, 1시간 반, 20대, 버스 20대, "
                                   "코스피 2250대, 36m/s, 시속 30㎞, 연장 11회, 45세, 제35회, 1위, "
                                   "오후 3시 30분, 수십 명, 백여 명";

static uint64_t fold(uint64_t so_far, gisa_str s)
{
    return gisa_hash64(s, so_far);
}

static gisa_status add_probe(const gisa_tokenizer *t, void *work, gisa_str text,
                             gisa_tokenize_mode mode, uint64_t *sum, gisa_error *err)
{
    gisa_terms terms = {0};
    gisa_status st = t->tokenize(work, text, mode, &terms, err);
    for (size_t i = 0; i < terms.n; i++) {
        *sum = fold(*sum, terms.items[i].form);
        *sum = fold(*sum, terms.items[i].colocated ? GISA_STR("+") : GISA_STR("-"));
        if (terms.items[i].begins) *sum = fold(*sum, GISA_STR("."));
    }
    gisa_terms_clear(&terms);
    return st;
}

static uint64_t fold_figures(uint64_t sum)
{
    gisa_quantity q;
    gisa_str text = gisa_str_from(figure_probe);
    for (size_t at = 0; gisa_quantity_next(text, &at, &q);) {
        char value[48];
        snprintf(value, sizeof value, "%.15g %d", q.value, (int)q.kind);
        sum = fold(sum, gisa_span_text(q.span, text));
        sum = fold(sum, gisa_str_from(value));
        sum = fold(sum, q.unit);
    }
    return sum;
}

gisa_status gisa_edition_find(const gisa_tokenizer *t, char out[GISA_EDITION_CHARS + 1],
                              gisa_error *err)
{
    uint64_t sum = 1;
    void *work = NULL;
    for (size_t i = 0; gisa_data_at(i); i++) {
        gisa_str name = gisa_str_from(gisa_data_at(i)->name);
        if (!gisa_str_starts(name, GISA_STR("lexicon/"))) continue;
        gisa_str bytes = gisa_data_at(i)->bytes;
        if (gisa_str_is(name, "lexicon/concepts.tsv")) continue; /* only queries read it */
        if (gisa_str_ends(name, GISA_STR(".tsv"))) sum = fold(sum, bytes);
        if (gisa_str_ends(name, GISA_STR(".bin")) && bytes.n > sizeof(gisa_model_header))
            sum = fold(sum, gisa_str_cut(bytes, 0, sizeof(gisa_model_header))); /* its checksum */
    }
    gisa_status st = t->open(t->ctx, &work, err);
    if (st < 0) return st;
    for (size_t i = 0; i < sizeof probes / sizeof *probes && st >= 0; i++) {
        gisa_str text = gisa_str_from(probes[i]);
        st = add_probe(t, work, text, GISA_TOKENIZE_DOCUMENT, &sum, err);
        if (st >= 0) st = add_probe(t, work, text, GISA_TOKENIZE_QUERY, &sum, err);
    }
    t->close(work);
    sum = fold_figures(sum);
    int n = snprintf(out, GISA_EDITION_CHARS + 1, "%016" PRIx64, sum);
    if (t->own_lexicon)
        snprintf(out + n, (size_t)(GISA_EDITION_CHARS + 1 - n), "+%012" PRIx64,
                 t->own_lexicon >> 16);
    return st;
}
