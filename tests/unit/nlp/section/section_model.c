#include "nlp/section/section_model.h"

#include <math.h>

#include "base/buf.h"
#include "corpus/data.h"
#include "tests/unit/test.h"

/* Headlines of our own. */
static void guesses(void)
{
    static const struct {
        const char *title, *section;
    } rows[] = {
        {"가온FC 연장 접전 끝에 3대2 승리…결승 진출", "스포츠"},
        {"코스피 장중 반등…외국인 순매수에 2%대 상승 마감", "경제"},
        {"여야 원내대표 회동…추경안 처리 합의 불발", "정치"},
        {"스마트폰 새 운영체제 공개…배터리 성능 개선", "IT과학"},
        {"유엔 안보리 긴급회의…휴전 결의안 표결", "세계"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_section_guess g = gisa_section_guess_of(gisa_str_from(rows[i].title));
        SAME_C(g.name, rows[i].section, rows[i].title);
        OK(g.probability > .5 && g.probability < 1, "and rather likely");
    }
    gisa_section_guess none = gisa_section_guess_of(GISA_NONE);
    OK(!none.name.n && !(none.probability > 0), "without a title nothing is guessed");
}

static void probabilities(const gisa_section_model *m)
{
    float margins[GISA_SECTION_ROW];
    gisa_str title = GISA_STR("등대 옆 도서관에서 낭독회");
    gisa_section_guess g = gisa_section_of(m, title);
    double all = 0, most = 0;
    gisa_section_margins(m, title, margins);
    for (unsigned s = 0; s < GISA_SECTIONS; s++) {
        double e = exp((double)margins[s] / (double)m->header->temperature);
        all += e;
        most = fmax(most, e);
    }
    OK(fabs(g.probability - most / all) < 1e-9, "the probability is the largest of a softmax");
}

static void refusals(gisa_str shipped)
{
    gisa_buf copy = {0};
    gisa_section_model m;
    gisa_buf_add(&copy, shipped);
    gisa_section_header *h = (gisa_section_header *)(void *)copy.p;
    gisa_str all = gisa_buf_view(&copy);
    OK(gisa_section_model_view(gisa_str_cut(all, 0, all.n - 1), &m, NULL) == GISA_ECORRUPT,
       "a model that is cut off is refused");
    OK(gisa_section_model_view(gisa_str_cut(all, 0, 20), &m, NULL) == GISA_ECORRUPT,
       "and a piece of its head");
    copy.p[sizeof *h + 12345] ^= 1;
    OK(gisa_section_model_check(all, NULL) == GISA_ECORRUPT, "one changed bit is seen");
    copy.p[sizeof *h + 12345] ^= 1;
    memset(h->name[3], 'x', GISA_SECTION_NAME);
    OK(gisa_section_model_view(all, &m, NULL) == GISA_ECORRUPT, "so is a name without an end");
    h->name[3][1] = '\0';
    h->temperature = 0;
    OK(gisa_section_model_view(all, &m, NULL) == GISA_ECORRUPT, "and a temperature of 0");
    h->temperature = 1;
    h->version++;
    OK(gisa_section_model_view(all, &m, NULL) == GISA_ECORRUPT, "and another version");
    gisa_buf_clear(&copy);
}

int main(void)
{
    gisa_error err = {0};
    gisa_section_model m;
    gisa_str shipped = gisa_data_find("lexicon/sections.bin");
    if (!WENT(gisa_section_model_check(shipped, &err), err, "the shipped model is sound") ||
        !WENT(gisa_section_model_view(shipped, &m, &err), err, "and is opened"))
        return test_end();
    OK(gisa_str_has(m.notes, GISA_STR("CC BY-SA 4.0")), "it names the licence of what it learnt");
    guesses();
    probabilities(&m);
    refusals(shipped);
    return test_end();
}
