#include "index/query/plan.h"

#include "index/store/snapshot.h"
#include "index/store/store_handle.h"
#include "tests/unit/test.h"
#include "tests/unit/tiny.h"

/* Units in brackets; phrases parted by |, terms by blanks, ! before an unwanted one. */
static void show(const gisa_plan *p, gisa_buf *out)
{
    gisa_buf_reset(out);
    for (size_t i = 0; i < p->n_units; i++) {
        gisa_buf_addf(out, "%s%s[", p->units[i].or_ ? "or " : "", p->units[i].not_ ? "!" : "");
        for (size_t k = 0; k < p->units[i].n; k++) {
            const gisa_phrase *phrase = &p->units[i].phrases[k].phrase;
            if (k) gisa_buf_add_char(out, '|');
            for (size_t c = 0; c < phrase->n; c++) {
                if (c) gisa_buf_add_char(out, ' ');
                gisa_buf_add(out, phrase->terms[c].form);
            }
        }
        gisa_buf_add_c(out, "]");
    }
}

static const struct {
    const char *name, *query, *want;
    bool exact, any;
} rows[] = {
    {"a word is a unit", "모델", "[모델]", false, false},
    {"a known name has all its spellings", "딥시크", "[딥시크|deepseek|딥 시크]", false, false},
    {"unless exact", "딥시크", "[딥시크]", true, false},
    {"a name of two words is one unit", "딥 시크 모델", "[딥 시크|딥시크|deepseek][모델]", false,
     false},
    {"a compound is its whole, or its parts side by side", "오픈-소스", "[오픈소스|오픈 소스]",
     false, false},
    {"in a sentence its parts count too", "오픈-소스",
     "[오픈소스|오픈 소스][오픈|오픈소스][소스|오픈소스]", false, true},
    {"a phrase is its parts", "\"오픈-소스 모델\"", "[오픈 소스 모델]", false, false},
    {"an alternative that no article has is left out", "큰모델 모델", "[큰모델][모델]", false,
     false},
    {"a word nobody has stays, and finds nothing", "없는말", "[없는말]", false, false},
    {"OR and - are kept", "모델 OR 소스 -앱", "[모델]or [소스]![앱]", false, false},
    {"a concept has its spellings", "거선", "[거선|큰 배]", false, false},
    {"also behind a josa, as its term is without", "거-선", "[거선|큰 배]", false, false},
    {"words that are one together stay words, and each has the others", "큰 배 모델",
     "[큰|거선|큰 배][배|거선|큰 배][모델]", false, false},
    {"also after other words", "모델 큰 배", "[모델][큰|거선|큰 배][배|거선|큰 배]", false, false},
    {"in a sentence too", "큰 배", "[큰|거선|큰 배][배|거선|큰 배]", false, true},
    {"not those that OR joins", "큰 OR 배", "[큰]or [배]", false, false},
    {"nor a phrase that is longer", "\"큰 배 모델\"", "[큰 배 모델]", false, false},
    {"and not exactly", "큰 배", "[큰][배]", true, false},
    {"marks alone are no unit", "모델 ,,,", "[모델]", false, false},
};

int main(void)
{
    char folder[64];
    gisa_store *s = NULL;
    gisa_plan plan = {0};
    gisa_buf out = {0};
    gisa_error err = {0};
    tiny_folder(folder);
    tiny_store(folder, false, &s, &err);
    tiny_add(s, tiny_record("0001", NULL, NULL, "글", "딥시크 모델 DeepSeek 딥 시크 앱"));
    tiny_add(s, tiny_record("0002", NULL, NULL, "글", "오픈-소스 모델"));
    tiny_add(s, tiny_record("0003", NULL, NULL, "글", "거선 그리고 큰 배"));
    gisa_store_need_roll(s, &err);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_plan_opts opts = {.exact = rows[i].exact, .any_word = rows[i].any};
        WENT(gisa_plan_make(s, gisa_str_from(rows[i].query), &opts, &plan, &err), err,
             rows[i].name);
        show(&plan, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_plan_opts none = {0};
    gisa_plan_make(s, GISA_STR("딥시크 앱"), &none, &plan, &err);
    OK(plan.units[1].idf > 0, "every word has weight");
    gisa_plan_make(s, GISA_STR("모델 앱"), &none, &plan, &err);
    OK(plan.units[1].idf > plan.units[0].idf, "the rarer the more");
    gisa_plan_make(s, GISA_STR("큰 배"), &none, &plan, &err);
    EQUAL(plan.n_widened, 1, "a concept is noted once");
    SAME_C(plan.widened[0].typed, "큰 배", "as it was typed");
    static const char *const loosened[] = {"바다 모델", "모델 앱", "-바다 모델", "\"바다\""};
    tiny_add(s, tiny_record("0004", NULL, NULL, "글", "~바다 이야기"));
    gisa_store_need_roll(s, &err);
    for (int i = 0; i < 4; i++) {
        gisa_plan_make(s, gisa_str_from(loosened[i]), &none, &plan, &err);
        EQUAL(plan.may_loosen, i == 0, "a loose plan has more where an article has a loose term");
        EQUAL(plan.units[0].n, 1, "which a strict one does not have");
    }
    gisa_plan_make(s, GISA_STR("바다"), &(gisa_plan_opts){.exact = true}, &plan, &err);
    OK(!plan.may_loosen, "exactly, nothing is loose");
    gisa_plan_make(s, GISA_STR(",,,"), &none, &plan, &err);
    OK(plan.no_terms, "nothing but marks finds nothing");
    gisa_plan_clear(&plan);
    gisa_buf_clear(&out);
    gisa_store_close(s);
    tiny_remove(folder);
    return test_end();
}
