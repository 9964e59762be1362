#include "nlp/names/entity_titled.h"

#include "base/mem.h"
#include "nlp/names/entity_person.h"
#include "tests/unit/names_toy.h"

/* The lists of the model have 시장, 시장님 and 장미 as common nouns. */
static const struct {
    const char *name, *text, *want;
} rows[] = {
    {"a title shows a person", "임꺽정 대표는 웃었다.", "임꺽정+ "},
    {"and so one everywhere", "임꺽정 대표가 왔다. 다시 임꺽정이 갔다.", "임꺽정+ 임꺽정+ "},
    {"a name without anything is for the recogniser", "어제 임꺽정이 갔다.", ""},
    {"the subject of speech is one, but ranks lower", "홍길동은 “가자”고 했다.", "홍길동 "},
    {"an adverb is nobody", "지금 대표는 웃었다.", ""},
    {"a noun with its josa is nobody", "차장이 감독 교수는 웃었다.", ""},
    {"a common noun beside a title is nobody yet", "장미 대표를 보았다.", ""},
    {"but when the title acts", "장미 대표는 웃었다.", "장미+ "},
    {"and when an office in one word does", "장미 가온군수는 웃었다.", "장미+ "},
    {"not a title of other bodies", "장미 영업팀장은 웃었다.", ""},
    {"and when only people have what is beside it", "장미 씨를 보았다.", "장미+ "},
    {"not what follows the hyphen of a name", "가온-장미 씨를 보았다.", ""},
    {"a hyphen before a blank is a dash", "가온- 장미 씨를 보았다.", "장미+ "},
    {"not a noun that the text is about",
     "장미 대표는 웃었다. 장미, 장미, 장미, 장미, 장미가 폈다.", ""},
    {"the age of one with a place's name", "안산(20·가람대)이 왔다. 안산은 갔다.", "안산! 안산! "},
    {"a place right after a person found is of the office", "루이 벨몬드 나래동 대표는 웃었다.",
     ""},
    {"but nobody is before it", "나래동 대표는 웃었다.", "나래동+ "},
    {"but no number of what is there", "안산(20)이 왔다.", ""},
};

static void print(gisa_str text, const gisa_claims *c, gisa_buf *out)
{
    gisa_span last = {0, 0};
    gisa_buf_reset(out);
    gisa_buf_add_c(out, "");
    for (size_t i = 0; i < c->n; i++) {
        const gisa_claim *claim = &c->items[i];
        if (claim->rank == GISA_RANK_GAZETTEER || claim->entity.span.start < last.end) continue;
        last = claim->entity.span;
        gisa_buf_add(out, gisa_span_text(last, text));
        gisa_buf_add_c(out, claim->rank == GISA_RANK_TITLED    ? "+ "
                            : claim->rank == GISA_RANK_CERTAIN ? "! "
                                                               : " ");
    }
}

static gisa_status settle(const gisa_recogniser *r, gisa_str text, gisa_claims *c)
{
    gisa_annotate_opts morphs = {.morphs_only = true};
    gisa_words words = {0};
    gisa_status st = gisa_annotate(work, text, &morphs, &a, NULL);
    *c = (gisa_claims){.arena = &a.arena};
    if (st >= 0) st = gisa_words_cut(text, &a.arena, &words);
    if (st >= 0 && gisa_str_starts(text, GISA_STR("안산")))
        st = gisa_claims_put(c, (gisa_span){0, 6}, GISA_ENTITY_LC, GISA_STR("ansan"),
                             GISA_RANK_GAZETTEER);
    if (st >= 0) st = gisa_people_claim(text, &words, &a, c);
    if (st >= 0) st = gisa_claims_resolve(c, &a);
    gisa_entity learned = {.span = {0, 16}, .type = GISA_ENTITY_PS}; /* 루이 벨몬드 */
    gisa_recognised found = {&learned, gisa_str_starts(text, GISA_STR("루이")) ? 1 : 0, 1};
    return st < 0 ? st : gisa_titled_settle(r, text, &a, &found, c);
}

int main(void)
{
    gisa_error err = {0};
    gisa_buf out = {0};
    gisa_claims c;
    gisa_name_model m = {0};
    gisa_recogniser *r = NULL;
    if (!analyzed_open() || !toy_make()) return test_end();
    WENT(gisa_name_model_view(gisa_buf_view(&toy_file), &m, &err), err, "it is a model");
    WENT(gisa_name_model_spread(&m, &err), err, "its rows are laid out");
    WENT(gisa_recogniser_open(&m, &r, &err), err, "a recogniser opens");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        gisa_str text = gisa_str_from(rows[i].text);
        OK(settle(r, text, &c) == GISA_OK, rows[i].name);
        print(text, &c, &out);
        SAME_C(gisa_buf_view(&out), rows[i].want, rows[i].name);
    }
    gisa_recogniser_close(r);
    gisa_name_model_clear(&m);
    gisa_buf_clear(&out);
    gisa_buf_clear(&toy_file);
    analyzed_close();
    return test_end();
}
